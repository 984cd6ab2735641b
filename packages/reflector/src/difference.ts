type Values = Readonly<Record<string, unknown>>

/**
 * Where two values as JSON has them differ first, as a path like `.spec.containers.0.image`; undefined when they are
 * equal. Of any depth.
 */
export function differenceAt(left: unknown, right: unknown): string | undefined {
  const pending: { readonly path: string; readonly a: unknown; readonly b: unknown }[] = [
    { path: '', a: left, b: right },
  ]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { path, a, b } = next
    if (a === b) continue
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path || '.'
    if (Array.isArray(a) !== Array.isArray(b)) return path || '.'
    const keys = new Set([...Object.keys(a), ...Object.keys(b)])
    for (const key of keys) {
      const at = `${path}.${key}`
      if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) return at
      pending.push({ path: at, a: (a as Values)[key], b: (b as Values)[key] })
    }
  }
  return undefined
}
