import { TestClock } from '@rxkube/clock'
import { RateLimitingQueue } from '@rxkube/workqueue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { work } from './support/work.ts'
import { histories, History, storages } from './support/history.ts'

const runs = { numRuns: 150 }

describe('the end of a queue, whatever happened before', { timeout: 60_000 }, () => {
  it('INV-Q5 FAULT-G1 ends every get, whoever waits and in whatever order', async () => {
    const commands = histories('add', 'addAfter', 'abort', 'advance', 'get', 'get')
    await fc.assert(
      fc.asyncProperty(
        commands,
        commands,
        storages,
        fc.constantFrom('shutDown', 'drain'),
        async (before, after, storage, type) => {
          const history = await new History(storage).run(before)
          await history.run([{ type }])
          expect(history.getters.size).toBe(0)
          await history.run(after)
          await history.heal()
          await history.run([{ type: 'get' }, { type: 'get' }])
          expect(history.getters.size).toBe(0)
          expect(history.queue.size).toBe(0)
          expect(history.clock.pending).toBe(0)
        },
      ),
      runs,
    )
  })

  it('INV-Q5 FAULT-G1 every interleaving of getters, adds and a shutdown leaves nobody waiting', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.nat(4),
        fc.nat(4),
        fc.boolean(),
        async (scheduler, getters, adds, drains) => {
          const queue = new RateLimitingQueue<string>({ clock: new TestClock() })
          const got: unknown[] = []
          const step = (run: () => unknown): Promise<unknown> =>
            scheduler.schedule(Promise.resolve()).then(run)
          const worker = async (): Promise<void> => {
            for (;;) {
              // oxlint-disable-next-line no-await-in-loop -- one after the other
              const next = await queue.get()
              if (!next) return
              got.push(next.item)
              // oxlint-disable-next-line no-await-in-loop
              await scheduler.schedule(Promise.resolve())
              next.done()
            }
          }
          const all = [
            ...Array.from({ length: getters }, () => step(worker)),
            ...Array.from({ length: adds }, (_, key) => step(() => queue.add(`${key % 2}`))),
            step(() => (drains ? queue.shutDownWithDrain() : queue.shutDown())),
          ]
          await scheduler.waitFor(Promise.all(all))
          for (let left = await work(queue); left !== undefined; left = await work(queue)) got.push(left)
          expect([queue.size, queue.stats.processing]).toEqual([0, 0])
        },
      ),
      { numRuns: 200 },
    )
  })

  it('INV-Q5 FAULT-G1 ends a drain when everything added before it is worked off', async () => {
    await fc.assert(
      fc.asyncProperty(histories('add', 'add', 'advance'), storages, async (commands, storage) => {
        const history = await new History(storage).run(commands)
        const isIdle = history.queue.stats.processing === 0
        await history.run([{ type: 'drain' }])
        expect(history.drained).toBe(isIdle ? 1 : 0)
        await history.heal()
        expect(history.drained).toBe(1)
        expect([history.queue.size, history.queue.stats.processing]).toEqual([0, 0])
      }),
      runs,
    )
  })

  it('INV-Q5 FAULT-G1 ends no drain while something is left', async () => {
    const begin = [{ type: 'add', key: 'a', priority: 0 }, { type: 'get' }] as const
    await fc.assert(
      fc.asyncProperty(
        histories('add', 'add'),
        histories('advance'),
        storages,
        async (before, after, storage) => {
          const history = await new History(storage).run([...before, ...begin])
          fc.pre(history.working.length > 0)
          await history.run([{ type: 'drain' }])
          const wrong: number[] = []
          for (const command of after) {
            // oxlint-disable-next-line no-await-in-loop -- one after the other
            await history.run([command])
            const { depth, processing } = history.queue.stats
            if (history.drained === 1) break
            if (depth + processing === 0) wrong.push(0)
          }
          const { depth, processing } = history.queue.stats
          if (history.drained === 1 && depth + processing > 0) wrong.push(depth + processing)
          expect(wrong).toEqual([])
        },
      ),
      runs,
    )
  })
})

describe('every get of a queue', { timeout: 60_000 }, () => {
  it('INV-Q7 counts as worked on until it is done, before a shutdown and after', async () => {
    const commands = histories('add', 'add', 'addAfter', 'abort', 'advance', 'shutDown')
    await fc.assert(
      fc.asyncProperty(commands, storages, async (all, storage) => {
        const history = new History(storage)
        const wrong: string[] = []
        for (const command of all) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await history.run([command])
          if (history.queue.stats.processing !== history.working.length) wrong.push(command.type)
        }
        expect(wrong).toEqual([])
      }),
      runs,
    )
  })

  it('INV-Q7 has one done, also where work throws, is repeated, or its worker gives up waiting', async () => {
    const outcome = fc.constantFrom('ok', 'throws', 'done by hand', 'done twice', 'requeued', 'added again')
    await fc.assert(
      fc.asyncProperty(
        fc.array(outcome, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(40),
        async (outcomes, workers, patience) => {
          const clock = new TestClock()
          const queue = new RateLimitingQueue<number>({ clock })
          const stop = new AbortController()
          let atWork = 0
          let runsLeft = 4 * outcomes.length
          const one = async (): Promise<boolean> => {
            using own = await queue.get({ signal: stop.signal })
            if (!own) return false
            atWork++
            try {
              await clock.yield()
              const how = runsLeft-- > 0 ? outcomes[own.item] : 'ok'
              if (how === 'throws') throw new Error('no')
              if (how === 'requeued') queue.addRateLimited(own.item)
              if (how === 'added again') queue.add(own.item)
              if (how === 'done by hand') queue.done(own.item)
              if (how === 'done twice') own.done()
              return true
            } finally {
              atWork--
            }
          }
          const worker = async (): Promise<void> => {
            for (;;) {
              try {
                // oxlint-disable-next-line no-await-in-loop -- one after the other
                if (!(await one())) return
              } catch (error) {
                if (error === 'gone') return
              }
            }
          }
          const all = Array.from({ length: workers }, worker)
          for (const item of outcomes.keys()) queue.add(item)
          await clock.advance(patience)
          expect(queue.stats.processing).toBe(atWork)
          stop.abort('gone')
          await clock.settle()
          await Promise.all(all)
          expect(queue.stats.processing).toBe(0)
          const { size } = queue
          for (let item = 0; item < size; item++) {
            // oxlint-disable-next-line no-await-in-loop
            using rest = await queue.get()
            expect(rest).toBeDefined()
          }
          expect([queue.size, queue.stats.processing]).toEqual([0, 0])
        },
      ),
      { numRuns: 100 },
    )
  })
})
