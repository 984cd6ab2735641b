import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, type Watching } from './support/api.ts'
import { listed, PlainModel, selectors, shownItem, shownLine, steps } from './support/plain-model.ts'

async function takeLines(watch: Watching, count: number): Promise<string[]> {
  const lines: string[] = []
  for (let at = 0; at < count; at++) {
    const line = await watch.next()
    if (line === undefined) return [...lines, 'END']
    lines.push(shownLine(line))
  }
  return lines
}

const withQuery = (...queries: readonly string[]): string =>
  `${maps}?${queries.filter((query) => query !== '').join('&')}`

/** A server and its model after the same history. */
async function both(history: Parameters<PlainModel['run']>[2][]) {
  const server = new ApiServer({ clock: new TestClock() })
  const api = new Api(server.transport())
  const model = new PlainModel(Number(server.resourceVersion))
  for (const step of history) await model.run(api, server, step)
  return { server, api, model }
}

describe('after any history, a plain map and the server agree', () => {
  it('on every version that is kept, and every older one is a 410, with any selector', async () => {
    await fc.assert(
      fc.asyncProperty(steps(25), fc.constantFrom(...selectors), async (history, [query, matches]) => {
        const { server, api, model } = await both(history)
        for (const version of model.versions) {
          const exact = `resourceVersion=${version}&resourceVersionMatch=Exact`
          const { body } = await api.get(withQuery(exact, query))
          const gone = body.code !== undefined
          const told = [body.code ?? body.metadata?.resourceVersion, gone ? [] : body.items.map(shownItem)]
          const state = [String(version), listed(model.at(version), matches)]
          expect(told).toEqual(version < model.floor ? [410, []] : state)
        }
        await server.close()
      }),
      { numRuns: 40 },
    )
  })

  it('FAULT-J2 on what a watch from every version tells a selector; what leaves it is DELETED as it last was', async () => {
    await fc.assert(
      fc.asyncProperty(steps(25), fc.constantFrom(...selectors), async (history, [query, matches]) => {
        const { server, api, model } = await both(history)
        for (const version of model.versions) {
          const watch = await api.watch(withQuery(`resourceVersion=${version}`, query))
          const lines = model.lines(version, matches)
          const gone = version < model.floor
          const told = gone
            ? (await watch.rest()).map(({ type, object }) => `${type} ${object.code}`)
            : await takeLines(watch, lines.length)
          expect(told).toEqual(gone ? ['ERROR 410'] : lines)
          await watch.stop()
        }
        await server.close()
      }),
      { numRuns: 40 },
    )
  })

  it('on what watches were told while it happened, whatever was compacted', async () => {
    await fc.assert(
      fc.asyncProperty(steps(25), async (history) => {
        const server = new ApiServer({ clock: new TestClock() })
        const api = new Api(server.transport())
        const start = Number(server.resourceVersion)
        const watches = await Promise.all(
          selectors.map(([query]) => api.watch(withQuery(`resourceVersion=${start}`, query))),
        )
        const model = new PlainModel(start)
        for (const step of history) await model.run(api, server, step)
        server.closeWatches()
        for (const [at, [, matches]] of selectors.entries()) {
          const told = (await watches[at]?.rest())?.map(shownLine)
          expect(told).toEqual(model.lines(start, matches))
        }
        await server.close()
      }),
      { numRuns: 40 },
    )
  })

  it('FAULT-J1 on initial events and what comes behind them: together the state at the end', async () => {
    const query = 'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'
    await fc.assert(
      fc.asyncProperty(
        steps(15),
        steps(15),
        fc.constantFrom(...selectors),
        async (before, after, [selector, matches]) => {
          const { server, api, model } = await both(before)
          const watch = await api.watch(withQuery(query, selector))
          for (const step of after) await model.run(api, server, step)
          server.closeWatches()
          const seen = new Map<string, string>()
          for (const { type, object } of await watch.rest()) {
            const name = object.metadata?.name ?? ''
            if (type === 'DELETED') seen.delete(name)
            else if (type !== 'BOOKMARK') seen.set(name, shownItem(object))
          }
          expect([...seen.values()].toSorted()).toEqual(listed(model.now, matches).toSorted())
          await server.close()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('on every page of a list: the state that the first one was of, until that is forgotten', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps(25),
        steps(12),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(...selectors),
        async (before, between, limit, [query, matches]) => {
          const { server, api, model } = await both(before)
          const wanted = listed(model.now, matches)
          const version = server.resourceVersion
          const pages = [(await api.get(withQuery(`limit=${limit}`, query))).body]
          const left = [wanted.length - (pages[0]?.items.length ?? 0)]
          for (const step of between) {
            const token = pages.at(-1)?.metadata?.continue
            if (token === undefined || pages.at(-1)?.code === 410) break
            await model.run(api, server, step)
            const { body } = await api.get(withQuery(`limit=${limit}`, `continue=${token}`, query))
            pages.push(body)
            left.push((left.at(-1) ?? 0) - (body.code === undefined ? body.items.length : 0))
          }
          const whole = pages.filter(({ code }) => code === undefined)
          const shown = whole.flatMap(({ items }) => items.map(shownItem))
          const done = whole.length === pages.length && pages.at(-1)?.metadata?.continue === undefined
          expect(shown).toEqual(done ? wanted : wanted.slice(0, shown.length))
          expect(whole.map(({ metadata }) => metadata?.resourceVersion)).toEqual(whole.map(() => version))
          const counted = whole.map(({ metadata }) => metadata?.remainingItemCount)
          expect(counted).toEqual(whole.map((_, at) => (query === '' && left[at] ? left[at] : undefined)))
          expect(pages.some(({ code }) => code === 410)).toBe(whole.length < pages.length)
          expect(whole.length < pages.length).toBe(model.floor > Number(version) && !done)
          await server.close()
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('agrees with a sorted map of many keys that come and go in any order, page by page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: 999 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 500,
        maxLength: 900,
      }),
      async (writes) => {
        const server = new ApiServer({ clock: new TestClock() })
        const api = new Api(server.transport())
        const model = new Set<string>()
        for (const [number, what] of writes) {
          const name = `m${number}`
          if (what === 0) await api.delete(`${maps}/${name}`)
          else await api.post(maps, { metadata: { name } })
          if (what === 0) model.delete(name)
          else model.add(name)
        }
        const wanted = [...model].toSorted()
        const names: (string | undefined)[] = []
        let token: string | undefined = ''
        while (token !== undefined) {
          const { body } = await api.get(`${maps}?limit=150${token === '' ? '' : `&continue=${token}`}`)
          names.push(...body.items.map(({ metadata }) => metadata?.name))
          expect(body.metadata?.remainingItemCount ?? 0).toBe(wanted.length - names.length)
          token = body.metadata?.continue
          // What is written between two pages shows in none of them.
          await api.delete(`${maps}/${wanted[Math.min(names.length, wanted.length - 1)]}`)
          await api.post(maps, { metadata: { name: `n${names.length}` } })
        }
        expect(names).toEqual(wanted)
        await server.close()
      },
    ),
    { numRuns: 3 },
  )
})
