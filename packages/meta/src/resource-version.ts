/** Thrown when a resourceVersion that has no order is compared. */
export class InvalidResourceVersionError extends Error {
  override readonly name = 'InvalidResourceVersionError'
  readonly resourceVersion: string

  constructor(resourceVersion: string) {
    super(
      `resourceVersion "${resourceVersion}" has no order: only decimal numbers above 0 without leading zeros do`,
    )
    this.resourceVersion = resourceVersion
  }
}

const decimal = /^[1-9][0-9]*$/

/** Whether a resourceVersion has an order: a decimal number above 0, of any length, without leading zeros. */
export function isComparableResourceVersion(resourceVersion: string | undefined): boolean {
  return resourceVersion !== undefined && decimal.test(resourceVersion)
}

/**
 * −1 when `a` is older than `b`, 0 when they are the same, 1 when it is newer. Throws InvalidResourceVersionError
 * when one of them has no order. Versions are of any length: they are never made numbers.
 */
export function compareResourceVersion(a: string, b: string): -1 | 0 | 1 {
  if (!decimal.test(a)) throw new InvalidResourceVersionError(a)
  if (!decimal.test(b)) throw new InvalidResourceVersionError(b)
  if (a === b) return 0
  if (a.length !== b.length) return a.length < b.length ? -1 : 1
  return a < b ? -1 : 1
}
