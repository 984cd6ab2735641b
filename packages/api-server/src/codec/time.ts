/** RFC 3339 in UTC with whole seconds, as metav1.Time writes it. */
export function timestamp(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** RFC 3339 in UTC with six digits, as metav1.MicroTime writes it; `text` has the digits a Date does not keep. */
export function microTime(ms: number, text = ''): string {
  const digits = /\.(\d+)/.exec(text)?.[1] ?? String(Math.floor(ms % 1000)).padStart(3, '0')
  return `${new Date(ms).toISOString().slice(0, 19)}.${digits.slice(0, 6).padEnd(6, '0')}Z`
}
