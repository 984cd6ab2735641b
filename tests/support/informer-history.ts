import fc from 'fast-check'
import { invariants } from '@rxkube/testing'
import {
  command,
  cuts,
  handlerShape,
  listFaults,
  setup,
  watchFaults,
  type Command,
  type HandlerShape,
  type Setup,
} from './commands.ts'
import { InformerWorld } from './informer-world.ts'

/** What happens to an informer from its start to its stop. */
export interface History {
  readonly setup: Setup
  readonly handlers: readonly HandlerShape[]
  readonly commands: readonly Command[]
  /** 0: it is stopped with everything still broken. */
  readonly stopEarly: number
}

/** How often what happened, and what was looked at. */
export interface Counts {
  readonly fired: Map<string, number>
  readonly checked: Map<string, number>
}

/** Histories of so many commands. */
export function historyOf(minLength: number, maxLength: number): fc.Arbitrary<History> {
  return fc.record({
    setup,
    handlers: fc.array(handlerShape, { minLength: 1, maxLength: 2 }),
    commands: fc.array(command, { minLength, maxLength, size: 'max' }),
    stopEarly: fc.integer({ min: 0, max: 9 }),
  })
}

/** Lives through a history and throws when an invariant did not hold, or anything is left at the end. */
export async function live(history: History, counts: Counts): Promise<void> {
  const world = new InformerWorld(history.setup)
  for (const handler of history.handlers) world.addHandler(handler)
  world.start()
  // oxlint-disable-next-line no-await-in-loop -- one after another
  for (const each of history.commands) await world.run(each)
  if (history.stopEarly > 0) await world.heal()
  await world.stop()
  sum(counts.fired, world.fired)
  sum(counts.checked, world.monitor.checked)
  world.monitor.verify()
  const { pending } = world.clock
  const { streams } = world.source
  if (pending > 0 || streams > 0) throw new Error(`${pending} timers and ${streams} streams are left`)
}

/** What has to happen in enough histories, and what has to be looked at: single faults and budgets have tests of their own. */
export const expected = {
  fired: [
    ...listFaults.map((fault) => `list ${fault}`),
    ...watchFaults.map((fault) => `watch ${fault}`),
    ...cuts.map((cut) => `cut ${cut}`),
    'compact',
    'lag',
  ],
  checked: Object.keys(invariants).filter((id) => id !== 'I13' && id !== 'I15'),
}

/** Adds the second counts to the first. */
export function sum(into: Map<string, number>, from: ReadonlyMap<string, number>): void {
  for (const [what, times] of from) into.set(what, (into.get(what) ?? 0) + times)
}
