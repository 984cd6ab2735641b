import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WorkQueue } from '@rxkube/workqueue'
import { histories, History, storages, type Event } from './support/history.ts'

const runs = { numRuns: 150 }

/** What is known of a key while one reads what happened: whether an add waits for a run, and when the next is due. */
interface Known {
  pending: boolean
  due: number
  working: boolean
}

/** Reads what happened, and says of each start whether there was a reason for it. */
function read(events: readonly Event[]) {
  const keys = new Map<string, Known>()
  const of = (key: string): Known => {
    const known = keys.get(key) ?? { pending: false, due: Infinity, working: false }
    keys.set(key, known)
    return known
  }
  const wrong: string[] = []
  for (const event of events) {
    for (const known of keys.values()) {
      if (known.due <= event.at) known.pending = true
      if (known.due <= event.at || event.type === 'shutDown') known.due = Infinity
    }
    if (event.type === 'shutDown') continue
    const known = of(event.key)
    if (event.type === 'add') {
      if (event.due <= event.at) known.pending = true
      else known.due = Math.min(known.due, event.due)
    } else if (event.type === 'start') {
      if (known.working) wrong.push(`Q1: ${event.key} is with two workers at ${event.at}`)
      if (!known.pending) wrong.push(`Q3: ${event.key} runs for nothing at ${event.at}`)
      known.working = true
      known.pending = false
    } else known.working = false
  }
  const left = [...keys].filter(([, { pending, due }]) => pending || due < Infinity).map(([key]) => key)
  return { wrong, left }
}

describe('a queue, whatever happens to it', { timeout: 60_000 }, () => {
  it('INV-Q1 FAULT-G2 never has a key with two workers', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories('add', 'add', 'addAfter', 'addRateLimited', 'abort', 'advance', 'shutDown'),
        storages,
        async (commands, storage) => {
          const history = await new History(storage).run(commands)
          const { wrong } = read((await history.heal()).events)
          expect(wrong.filter((each) => each.startsWith('Q1'))).toEqual([])
        },
      ),
      runs,
    )
  })

  it('INV-Q2 FAULT-G2 runs a key after each time that it was added', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories('add', 'addAfter', 'addRateLimited', 'abort', 'advance'),
        storages,
        async (commands, storage) => {
          const history = await new History(storage).run(commands)
          const { left } = read((await history.heal()).events)
          expect(left).toEqual([])
        },
      ),
      runs,
    )
  })

  it('INV-Q2 FAULT-G2 lets nobody wait while there is something to hand out', async () => {
    const commands = histories('add', 'add', 'addAfter', 'abort', 'advance')
    await fc.assert(
      fc.asyncProperty(commands, storages, async (all, storage) => {
        const history = new History(storage)
        const missed: string[] = []
        for (const command of all) {
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await history.run([command])
          if (history.getters.size > 0 && history.queue.size > 0) missed.push(command.type)
        }
        expect(missed).toEqual([])
      }),
      runs,
    )
  })

  it('INV-Q2 hands out after a shutdown what was added before it, and nothing that was added later', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories('add', 'addAfter', 'abort', 'advance', 'shutDown'),
        storages,
        async (commands, storage) => {
          const history = await new History(storage).run(commands)
          const { left, wrong } = read((await history.heal()).events)
          expect([left, wrong]).toEqual([[], []])
          const { length } = history.events
          await history.run([{ type: 'add', key: 'late', priority: 0 }, { type: 'get' }])
          expect(history.events.slice(length).filter(({ type }) => type === 'start')).toHaveLength(
            history.queue.shuttingDown ? 0 : 1,
          )
        },
      ),
      runs,
    )
  })

  it('INV-Q3 FAULT-G2 runs a key once for all adds before it, and once more for all adds in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        histories('add', 'add', 'addAfter', 'addRateLimited', 'abort', 'advance', 'shutDown'),
        storages,
        async (commands, storage) => {
          const history = await new History(storage).run(commands)
          expect(read((await history.heal()).events).wrong).toEqual([])
        },
      ),
      runs,
    )
  })

  it('INV-Q6 FAULT-G12 lets no key wait for more runs than there were keys before it', async () => {
    const step = fc.record({ key: fc.nat(8), type: fc.constantFrom('add', 'add', 'get', 'done') })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80, size: 'max' }), async (steps) => {
        const queue = new WorkQueue<number>()
        const working = new Map<number, () => void>()
        /** How many runs may begin before that of the key, at most. */
        const ahead = new Map<number, number>()
        const overtaken: number[] = []
        const again = new Set<number>()
        const waits = (key: number): unknown => ahead.has(key) || ahead.set(key, ahead.size)
        for (const { key, type } of steps) {
          if (type === 'add') {
            queue.add(key)
            if (working.has(key)) again.add(key)
            else waits(key)
          } else if (type === 'get' && queue.size > 0) {
            // oxlint-disable-next-line no-await-in-loop -- one after the other
            const work = await queue.get()
            if (!work) continue
            ahead.delete(work.item)
            for (const [other, runsBefore] of ahead) {
              if (runsBefore === 0) overtaken.push(other)
              ahead.set(other, runsBefore - 1)
            }
            working.set(work.item, () => work.done())
          } else if (type === 'done') {
            working.get(key)?.()
            if (working.delete(key) && again.delete(key)) waits(key)
          }
        }
        expect(overtaken).toEqual([])
      }),
      runs,
    )
  })

  it('INV-Q6 FAULT-G12 runs each of a thousand keys within as many runs, with one that comes back at once', async () => {
    const queue = new WorkQueue<string>()
    queue.add('hot')
    for (let key = 0; key < 1000; key++) queue.add(`cold ${key}`)
    const seen = new Set<string>()
    for (let run = 0; run < 1001; run++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const work = await queue.get()
      if (!work) break
      seen.add(work.item)
      queue.add('hot')
      work.done()
      queue.add('hot')
    }
    expect(seen.size).toBe(1001)
  })
})
