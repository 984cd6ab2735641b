import { FakeControllerSource } from '@rxkube/client/testing'
import { seededRandom, TestClock } from '@rxkube/clock'
import { SharedInformer } from '@rxkube/shared-informer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default' } })

/** What may happen to each key, in order. */
const legal = /^(\+(~)*-)*(\+(~)*)?$/

describe('handlers that finish in any order', { timeout: 60_000 }, () => {
  it('INV-I3 INV-I4 GUAR-G2 are each told one thing at a time, all of it in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const clock = new TestClock()
        const source = new FakeControllerSource({ clock })
        source.add(pod('a'))
        const informer = new SharedInformer(source, { clock, random: seededRandom(1) })
        const logs = [0, 1, 2].map((handler) => {
          const told = new Map<string, string>()
          let calls = 0
          const tell = async (sign: string, name = ''): Promise<void> => {
            expect(++calls).toBe(1)
            told.set(name, `${told.get(name) ?? ''}${sign}`)
            await scheduler.schedule(Promise.resolve(), `handler ${handler} ${sign}${name}`)
            calls--
          }
          informer.addEventHandler({
            added: ({ metadata }) => tell('+', metadata?.name),
            updated: (_, { metadata }) => tell('~', metadata?.name),
            deleted: ({ metadata }) => tell('-', metadata?.name),
          })
          return told
        })
        informer.start()
        const writes = [
          () => source.add(pod('b')),
          () => source.modify(pod('a')),
          () => source.delete(pod('b')),
          () => source.add(pod('b')),
          () => source.delete(pod('a')),
        ]
        await clock.advance(0)
        for (const write of writes) {
          write()
          await clock.advance(0)
          if (scheduler.count() > 0) await scheduler.waitOne()
        }
        for (let quiet = 0; quiet < 5; quiet++) {
          await clock.advance(0)
          await scheduler.waitIdle()
        }
        for (const told of logs) {
          for (const history of told.values()) expect(history).toMatch(legal)
          expect(told.get('a')?.endsWith('-') ?? true).toBe(true)
          expect(told.get('b')).toMatch(/[+~]$/)
        }
        await informer.stop()
      }),
      { numRuns: 200 },
    )
  })
})
