import { ConfigMap } from '@rxkube/client'
import { SharedInformerFactory } from '@rxkube/shared-informer'
import { InformerJournal, replaySteps, simulate, SimulationFailedError, type Scenario } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const seeds = Number(process.env['RXKUBE_SEEDS'] ?? (process.env['RXKUBE_FULL'] === undefined ? 40 : 2000))
const namespace = 'default'
const names = ['a', 'b', 'c', 'd']

/** Two programs with an informer each, in the state of the present run. */
function informers(): Scenario {
  const journals = new Map<string, InformerJournal<ConfigMap>>()
  const watcher = {
    latency: 20,
    main: async ({
      name,
      client,
      clock,
      random,
      signal,
    }: Parameters<Scenario['processes'][string]['main']>[0]) => {
      const factory = new SharedInformerFactory(client, { clock, random, namespace })
      journals.set(name, new InformerJournal(factory.informerFor(ConfigMap)))
      factory.start()
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      await factory.shutdown()
    },
  }
  return {
    processes: { one: watcher, two: watcher },
    moves: {
      write: async ({ client }, random) => {
        const name = names[Math.floor(random.next() * names.length)] ?? 'a'
        const data = { value: String(random.next()) }
        await client.apply(
          ConfigMap,
          { metadata: { name, namespace }, data },
          { force: true, fieldManager: 'test' },
        )
      },
      delete: async ({ client }, random) => {
        const name = names[Math.floor(random.next() * names.length)] ?? 'a'
        await client.deleteCollection(ConfigMap, { namespace, fieldSelector: `metadata.name=${name}` })
      },
    },
    always: () => {
      for (const journal of journals.values()) journal.verify()
    },
    finally: async ({ client }) => {
      const { items } = await client.list(ConfigMap, { namespace })
      for (const journal of journals.values()) journal.verifyHolds(items)
    },
  }
}

describe('informers under simulation', () => {
  it(
    `tell of every object what became of it, under ${seeds} seeds of faults`,
    { timeout: 3_600_000 },
    async () => {
      const report = await simulate({ scenario: informers(), seeds })
      expect(report.seeds).toBe(seeds)
      expect(report.faults.size).toBeGreaterThan(20)
    },
  )

  it('fails with a script that is as short as can be, and can be replayed', { timeout: 60_000 }, async () => {
    const scenario = informers()
    const wrong: Scenario = {
      ...scenario,
      finally: async ({ client }) => {
        const { items } = await client.list(ConfigMap, { namespace, fieldSelector: 'metadata.name=a' })
        if (items.length > 0) throw new RangeError('there is an a')
      },
    }
    const failure = await simulate({ scenario: wrong, seeds: 20, steps: 20 }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(SimulationFailedError)
    const { steps, seed, message } = failure as SimulationFailedError
    expect(steps).toEqual([{ do: 'move', move: 'write', seed: expect.any(Number) as number }])
    expect(message).toContain(`await replaySteps(scenario, ${seed}, [`)
    await expect(replaySteps(wrong, seed, steps)).rejects.toThrow('there is an a')
    await replaySteps(scenario, seed, steps)
  })
})
