const most = 6

/** Where two JSON values differ, as `path: expected …, got …`; at most a few. */
export function differences(expected: unknown, actual: unknown): readonly string[] {
  const found: string[] = []
  compare(expected, actual, '', found)
  return found.slice(0, most)
}

function compare(expected: unknown, actual: unknown, path: string, found: string[]): void {
  if (found.length >= most || Object.is(expected, actual)) return
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const length = Math.max(expected.length, actual.length)
    for (let at = 0; at < length; at++) compare(expected[at], actual[at], `${path}[${at}]`, found)
    return
  }
  if (isJson(expected) && isJson(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      compare(expected[key], actual[key], `${path}.${key}`, found)
    }
    return
  }
  found.push(`${path === '' ? 'body' : path}: expected ${shown(expected)}, got ${shown(actual)}`)
}

function isJson(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
