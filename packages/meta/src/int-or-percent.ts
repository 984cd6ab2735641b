/** A number, or a percentage as text: `3`, `'25%'`. */
export type IntOrPercent = number | string

/** Thrown when a value is neither an integer nor a percentage. */
export class InvalidIntOrPercentError extends Error {
  override readonly name = 'InvalidIntOrPercentError'
  readonly value: IntOrPercent | null | undefined

  constructor(value: IntOrPercent | null | undefined) {
    super(`${JSON.stringify(value ?? null)} is neither an integer nor a percentage like "25%"`)
    this.value = value
  }
}

const percentage = /^([-+]?\d+)%$/

/**
 * The value itself, or its percentage of `total`, rounded up or down. Throws InvalidIntOrPercentError for anything
 * else, also for a number written as text.
 */
export function getScaledValueFromIntOrPercent(
  value: IntOrPercent | null | undefined,
  total: number,
  roundUp: boolean,
): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  const percent = typeof value === 'string' ? percentage.exec(value)?.[1] : undefined
  if (percent === undefined) throw new InvalidIntOrPercentError(value)
  const scaled = (Number(percent) * total) / 100
  return roundUp ? Math.ceil(scaled) : Math.floor(scaled)
}
