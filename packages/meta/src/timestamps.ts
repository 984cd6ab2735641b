/** A time as objects carry it, in whole seconds: `2025-01-01T00:00:00Z`. `time` is milliseconds since 1970. */
export function timestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, -'.000Z'.length)}Z`
}

/** A time as Leases and Events carry it: `2025-01-01T00:00:00.000000Z`. `time` is milliseconds since 1970. */
export function microTimestamp(time: number): string {
  return new Date(time).toISOString().replace('Z', '000Z')
}
