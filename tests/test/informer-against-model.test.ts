import fc from 'fast-check'
import { invariants } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { command, cuts, handlerShape, listFaults, setup, watchFaults } from '../support/commands.ts'
import { InformerWorld } from '../support/informer-world.ts'

const runs = Number(process.env['RXKUBE_RUNS'] ?? (process.env['RXKUBE_FULL'] === undefined ? 400 : 10_000))

/** What is shown elsewhere: single faults and budgets have tests of their own. */
const elsewhere = new Set(['I13', 'I15'])

describe('an informer against the model server', () => {
  const fired = new Map<string, number>()
  const checked = new Map<string, number>()
  const sum = (into: Map<string, number>, from: ReadonlyMap<string, number>) => {
    for (const [what, times] of from) into.set(what, (into.get(what) ?? 0) + times)
  }

  it(
    'INV-I1 INV-I2 INV-I3 INV-I4 INV-I5 INV-I6 INV-I7 INV-I8 INV-I9 INV-I10 INV-I11 INV-I12 INV-I14 INV-I16 INV-I17 INV-I18 INV-I19 keeps its invariants in any history',
    { timeout: 600_000 },
    async () => {
      const history = fc.record({
        setup,
        handlers: fc.array(handlerShape, { minLength: 1, maxLength: 2 }),
        commands: fc.array(command, { minLength: 5, maxLength: 40, size: 'max' }),
        stopEarly: fc.integer({ min: 0, max: 9 }),
      })
      await fc.assert(
        fc.asyncProperty(history, async ({ setup: chosen, handlers, commands, stopEarly }) => {
          const world = new InformerWorld(chosen)
          for (const handler of handlers) world.addHandler(handler)
          world.start()
          // oxlint-disable-next-line no-await-in-loop -- one after another
          for (const each of commands) await world.run(each)
          if (stopEarly > 0) await world.heal()
          await world.stop()
          sum(fired, world.fired)
          sum(checked, world.monitor.checked)
          world.monitor.verify()
          expect({ timers: world.clock.pending, streams: world.source.streams }).toEqual({
            timers: 0,
            streams: 0,
          })
        }),
        {
          numRuns: runs,
          ...(process.env['RXKUBE_SEED'] !== undefined && { seed: Number(process.env['RXKUBE_SEED']) }),
        },
      )
    },
  )

  it('really met every kind of fault and the condition of every invariant', () => {
    const expected = [
      ...listFaults.map((fault) => `list ${fault}`),
      ...watchFaults.map((fault) => `watch ${fault}`),
      ...cuts.map((cut) => `cut ${cut}`),
      'compact',
      'lag',
    ]
    const ids = Object.keys(invariants).filter((id) => !elsewhere.has(id))
    const line = (of: ReadonlyMap<string, number>, keys: readonly string[]) =>
      keys.map((key) => `${key} ${of.get(key) ?? 0}`).join(', ')
    process.stdout.write(`faults: ${line(fired, expected)}\nchecks: ${line(checked, ids)}\n`)
    expect(expected.filter((fault) => !fired.has(fault))).toEqual([])
    expect(ids.filter((id) => (checked.get(id) ?? 0) === 0)).toEqual([])
  })
})
