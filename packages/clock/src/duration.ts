/** A length of time: milliseconds, or text in Go's way: `'500ms'`, `'2.5s'`, `'1m'`, `'1h30m'`. */
export type Duration = number | string

/** Thrown when something given as a duration is none. */
export class InvalidDurationError extends Error {
  override readonly name = 'InvalidDurationError'
  /** What was given. */
  readonly duration: Duration

  constructor(duration: Duration) {
    const given = typeof duration === 'string' ? `"${duration}"` : String(duration)
    super(
      `${given} is not a duration: give milliseconds, or numbers with the units h, m, s, ms, us or ns, like "1h30m" or "2.5s"`,
    )
    this.duration = duration
  }
}

const milliseconds = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['ns', 1e-6],
])

/**
 * A duration in milliseconds.
 *
 * A number is taken as it is, negative as 0 (as clocks do), `Infinity` allowed. Throws InvalidDurationError for `NaN`
 * and for text that is no duration; text has no sign and no spaces.
 */
export function parseDuration(duration: Duration): number {
  if (typeof duration === 'number') {
    if (Number.isNaN(duration)) throw new InvalidDurationError(duration)
    return Math.max(0, duration)
  }
  if (duration === '0') return 0
  const part = /(\d+(?:\.\d+)?)(ms|us|µs|ns|h|m|s)/y
  let total = 0
  do {
    const found = part.exec(duration)
    const unit = milliseconds.get(found?.[2] ?? '')
    if (unit === undefined) throw new InvalidDurationError(duration)
    total += Number(found?.[1]) * unit
  } while (part.lastIndex < duration.length)
  return total
}
