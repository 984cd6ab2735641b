import { type InvariantId, invariants } from '@rxkube/testing'

/** An invariant that does not hold, and what shows it. */
export interface Violation {
  readonly id: InvariantId
  readonly what: string
}

export function told({ id, what }: Violation): string {
  return `${id} (${invariants[id]}) does not hold: ${what}`
}
