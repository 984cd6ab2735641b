import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ApiServer, type Fault } from '@rxkube/api-server'
import { Api, maps, shown, type Watching } from './support/api.ts'

type Step =
  | { readonly do: 'write'; readonly name: string }
  | { readonly do: 'delete'; readonly name: string }
  | { readonly do: 'freeze' | 'pause' | 'release'; readonly view: string }
  | { readonly do: 'lag'; readonly view: string; readonly by: number }
  | { readonly do: 'watch'; readonly view: string; readonly back: number }
  | { readonly do: 'wait'; readonly seconds: number }

const view = fc.constantFrom('default', 'b', 'c')
const name = fc.constantFrom('x', 'y', 'z')
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('freeze' as const, 'pause', 'release'), view }) },
  fc.record({ do: fc.constant('lag' as const), view, by: fc.integer({ min: 1, max: 9 }) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('watch' as const), view, back: fc.nat({ max: 6 }) }) },
  fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 9 }) }),
)

interface Opened {
  readonly watch: Watching
  readonly from: number
}

/** One run: what was written, in order, and what each watch saw of it. */
async function run(steps: readonly Step[]): Promise<void> {
  const clock = new TestClock()
  await using server = new ApiServer({ clock, random: seededRandom(1), controllers: [] })
  const apis = new Map(
    ['default', 'b', 'c'].map((each) => [each, new Api(server.view(each).transport())] as const),
  )
  const fresh = new Api(server.transport())
  const faults: { readonly view: string; readonly fault: Fault }[] = []
  const log: string[] = []
  const opened: Opened[] = []
  const base = Number(server.resourceVersion)
  const apply = async (each: Step): Promise<void> => {
    switch (each.do) {
      case 'write': {
        const { status } = await fresh.post(maps, { metadata: { name: each.name } })
        if (status !== 201) await fresh.merge(`${maps}/${each.name}`, { data: { at: String(log.length) } })
        log.push(`${status === 201 ? 'ADDED' : 'MODIFIED'} ${each.name}@${server.resourceVersion}`)
        return
      }
      case 'delete': {
        const { status } = await fresh.delete(`${maps}/${each.name}`)
        if (status === 200) log.push(`DELETED ${each.name}@${server.resourceVersion}`)
        return
      }
      case 'freeze':
        faults.push({ view: each.view, fault: server.faults.freeze({ view: each.view }) })
        return
      case 'pause':
        faults.push({ view: each.view, fault: server.faults.pauseEvents({ view: each.view }) })
        return
      case 'lag':
        faults.push({ view: each.view, fault: server.faults.lag({ view: each.view }, each.by * 1000) })
        return
      case 'release':
        faults.find(({ view: of, fault }) => of === each.view && fault.active)?.fault.remove()
        return
      case 'wait':
        await clock.advance(each.seconds * 1000)
        return
      case 'watch': {
        const from = Math.max(base, Number(server.resourceVersion) - each.back)
        const api = apis.get(each.view) ?? fresh
        const watch = await api.watch(`${maps}?resourceVersion=${from}&timeoutSeconds=100000`)
        opened.push({ watch, from })
        return
      }
      default:
    }
  }
  // One after another: it is a history.
  // oxlint-disable-next-line no-await-in-loop
  for (const each of steps) await apply(each)
  server.faults.clear()
  server.closeWatches()
  for (const { watch, from } of opened) {
    // oxlint-disable-next-line no-await-in-loop
    const seen = (await watch.rest()).map(shown)
    const expected = log.filter((line) => Number(line.slice(line.indexOf('@') + 1)) > from)
    expect(seen).toEqual(expected)
  }
  // Level again: a stale read is a fresh one.
  const texts = await Promise.all([...apis.values()].map((api) => api.get(`${maps}?resourceVersion=0`)))
  expect(new Set(texts.map(({ text }) => text)).size).toBe(1)
  expect(clock.pending).toBe(0)
}

it('shows every watch of every view each change once and in order, whatever lagged meanwhile', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), run), { numRuns: 150, seed: 3 })
}, 60_000)
