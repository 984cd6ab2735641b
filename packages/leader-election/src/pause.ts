import type { ElectorState, Moment } from './elector-state.ts'
import { isForeign, validUntil } from './requests.ts'

/** A pause of who does not lead is longer by up to this share of itself. client-go: `JitterFactor`. */
export const jitterFactor = 1.2

/** A pause of who does not lead: no longer than until the lease it waits for is over. */
export function pause(state: ElectorState, { at, random }: Moment): number {
  const { observed, settings } = state
  const jittered = settings.retryPeriod * (1 + jitterFactor * random)
  if (!isForeign(observed, settings.identity)) return jittered
  const left = validUntil(observed, state) - at
  return left > 0 ? Math.min(jittered, left) : jittered
}
