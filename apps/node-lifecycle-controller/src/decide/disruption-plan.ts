import { zoneEvictionRate, type EvictionRates, type ZoneCount, type ZoneState } from './zone-state.ts'

/** What becomes of the zones after a pass over all nodes. */
export interface DisruptionPlan {
  /**
   * `enter`: no node answers in any zone, so it is probably the control plane that is cut off: all lifecycle taints are taken off.
   * `exit`: the first nodes are back: all nodes are given fresh grace.
   */
  readonly mode: 'enter' | 'exit' | 'same'
  /** The states from now on. */
  readonly states: ReadonlyMap<string, ZoneState>
  /** The zones whose rate is set, with the rate in nodes per second. */
  readonly rates: ReadonlyMap<string, number>
  /** The zones that have no nodes any more. */
  readonly dropped: readonly string[]
}

/** Decides by what was counted now, and by the states that zones had before. */
export function disruptionPlan(
  before: ReadonlyMap<string, ZoneState>,
  now: ReadonlyMap<string, ZoneCount>,
  rates: EvictionRates,
): DisruptionPlan {
  const dropped = [...before.keys()].filter((zone) => !now.has(zone))
  const isAllFull = [...now.values()].every(({ state }) => state === 'FullDisruption')
  const wasAllFull = [...now.keys()].every((zone) => before.get(zone) === 'FullDisruption')
  if (isAllFull && wasAllFull) return { mode: 'same', states: statesOf(now), rates: new Map(), dropped }
  if (isAllFull) {
    return {
      mode: 'enter',
      states: statesOf(now),
      rates: new Map([...now.keys()].map((zone) => [zone, 0])),
      dropped,
    }
  }
  const changed = [...now].filter(([zone, { state }]) => wasAllFull || before.get(zone) !== state)
  return {
    mode: wasAllFull ? 'exit' : 'same',
    states: statesOf(now),
    rates: new Map(changed.map(([zone, { state, size }]) => [zone, zoneEvictionRate(state, size, rates)])),
    dropped,
  }
}

function statesOf(counts: ReadonlyMap<string, ZoneCount>): ReadonlyMap<string, ZoneState> {
  return new Map([...counts].map(([zone, { state }]) => [zone, state]))
}
