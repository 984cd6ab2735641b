import { expect, it, describe } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, shown } from './support/api.ts'

type Write = { readonly what: 'create' | 'update' | 'delete'; readonly name: string; readonly value: number }

const history = fc.array(
  fc.record({
    what: fc.constantFrom('create' as const, 'update' as const, 'delete' as const),
    name: fc.constantFrom('a', 'b', 'c', 'a-b', 'b.c'),
    value: fc.nat({ max: 2 }),
  }),
  { minLength: 1, maxLength: 25 },
)

interface Logged {
  readonly version: number
  readonly line: string
  readonly state: ReadonlyMap<string, string>
}

/** Does the writes and keeps what each one did: the plain model to compare with. */
async function run(api: Api, writes: readonly Write[]): Promise<Logged[]> {
  const log: Logged[] = []
  let state = new Map<string, string>()
  for (const { what, name, value } of writes) {
    const data = { v: String(value) }
    const before = (await api.get(`${maps}?limit=1`)).body.metadata?.resourceVersion
    if (what === 'create') await api.post(maps, { metadata: { name }, data })
    if (what === 'update') await api.merge(`${maps}/${name}`, { data })
    if (what === 'delete') await api.delete(`${maps}/${name}`)
    const after = (await api.get(`${maps}?limit=1`)).body.metadata?.resourceVersion
    if (before === after) continue
    state = new Map(state)
    if (what === 'delete') state.delete(name)
    else state.set(name, data.v)
    const type = what === 'create' ? 'ADDED' : what === 'update' ? 'MODIFIED' : 'DELETED'
    log.push({ version: Number(after), line: `${type} ${name}@${after}`, state })
  }
  return log
}

const served = (items: readonly { metadata?: { name?: string }; data?: Record<string, string> }[]) =>
  items.map(({ metadata, data }) => `${metadata?.name}=${data?.['v']}`)

const modelled = (state: ReadonlyMap<string, string>) =>
  [...state].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`)

describe('any history of writes', () => {
  it('FAULT-J2 FAULT-A13 is what a watch from any version tells: every later change once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (writes, pick) => {
        await using server = new ApiServer({ clock: new TestClock() })
        const api = new Api(server.transport())
        const start = Number(server.resourceVersion)
        const log = await run(api, writes)
        const from = start + (pick % (log.length + 1))
        const later = log.filter(({ version }) => version > from)
        const watch = await api.watch(`${maps}?resourceVersion=${from}`)
        expect(await watch.take(later.length)).toEqual(later.map(({ line }) => line))
        await watch.stop()
      }),
      { numRuns: 40 },
    )
  })

  it('is what an exact list at any version shows', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (writes) => {
        await using server = new ApiServer({ clock: new TestClock() })
        const api = new Api(server.transport())
        for (const { version, state } of await run(api, writes)) {
          const { body } = await api.get(`${maps}?resourceVersion=${version}&resourceVersionMatch=Exact`)
          expect(served(body.items)).toEqual(modelled(state))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('does not disturb a paged list: every page is of the state that the first one was of', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, async (before, between) => {
        await using server = new ApiServer({ clock: new TestClock() })
        const api = new Api(server.transport())
        const log = await run(api, before)
        const first = (await api.get(`${maps}?limit=2`)).body
        const pages = [...first.items]
        await run(api, between)
        let token = first.metadata?.continue
        while (token !== undefined) {
          const { body } = await api.get(`${maps}?limit=2&continue=${token}`)
          expect(body.metadata?.resourceVersion).toBe(first.metadata?.resourceVersion)
          pages.push(...body.items)
          token = body.metadata?.continue
        }
        expect(served(pages)).toEqual(modelled(log.at(-1)?.state ?? new Map()))
      }),
      { numRuns: 30 },
    )
  })

  it('FAULT-J2 answers a watch with 410 exactly when events after its version were forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 6 }), async (writes, historySize) => {
        await using server = new ApiServer({ clock: new TestClock(), historySize })
        const api = new Api(server.transport())
        const log = await run(api, writes)
        const kept = log.slice(-historySize)
        const floor = log.length > historySize ? (log.at(-historySize - 1)?.version ?? 0) : 0
        for (const { version } of log) {
          const watch = await api.watch(`${maps}?resourceVersion=${version}&timeoutSeconds=1`)
          const expected = kept.filter((each) => each.version > version).map(({ line }) => line)
          const gone = version < floor
          const told = gone
            ? (await watch.rest()).map(({ object }) => object.code)
            : await watch.take(expected.length)
          expect(told).toEqual(gone ? [410] : expected)
          await watch.stop()
        }
      }),
      { numRuns: 30 },
    )
  })

  it('FAULT-J3 gives every write a version of its own, deletions too, and never goes back', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (writes) => {
        await using server = new ApiServer({ clock: new TestClock() })
        const api = new Api(server.transport())
        const watch = await api.watch(`${maps}?resourceVersion=${server.resourceVersion}`)
        const log = await run(api, writes)
        const lines = await watch.take(log.length)
        expect(lines).toEqual(log.map(({ line }) => line))
        const versions = log.map(({ version }) => version)
        expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
        await watch.stop()
      }),
      { numRuns: 30 },
    )
  })
})

it('forgets the history of one resource alone', async () => {
  await using server = new ApiServer({ clock: new TestClock() })
  const api = new Api(server.transport())
  const version = server.resourceVersion
  await api.post(maps, { metadata: { name: 'a' } })
  await api.post('/api/v1/namespaces/default/secrets', { metadata: { name: 'a' } })
  server.compact('configmaps')
  const old = await api.watch(`${maps}?resourceVersion=${version}`)
  expect((await old.next())?.object.message).toBe(
    `too old resource version: ${version} (${server.resourceVersion})`,
  )
  const other = await api.watch(`/api/v1/namespaces/default/secrets?resourceVersion=${version}`)
  expect(shown(await other.next())).toMatch(/^ADDED a@/)
  await other.stop()
})
