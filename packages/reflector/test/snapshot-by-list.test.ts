import { InvalidListError } from '@rxkube/client'
import { UnusableListError } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, statuses } from './support/failures.ts'
import { added, deleted, modified, page, pageWith } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

const expired = () => api(statuses.expired)
/** A watch that gives one event and then asks for a relist. */
const relisting = () => api(statuses.forbidden)

/** The list of a server that serves something else under the path. */
function ofConfigMaps(parts: ReturnType<typeof page>): ReturnType<typeof page> {
  return parts.map((part) =>
    part.type === 'items'
      ? {
          type: 'items',
          items: part.items.map(({ metadata }) => ({ kind: 'ConfigMap', ...(metadata && { metadata }) })),
        }
      : part,
  )
}

function start(
  script: ConstructorParameters<typeof ScriptedListerWatcher>[0],
  options: ConstructorParameters<typeof Running>[1] = {},
) {
  const server = new ScriptedListerWatcher(script)
  const running = new Running(server, { useWatchList: false, ...options })
  return { server, running }
}

describe('the version a list asks for', () => {
  it('REF-14 FEAT-B1 FAULT-A1 a relist names the last version, so that a lagging server cannot answer with the past', async () => {
    const { server, running } = start({
      lists: [page('10', 'a@5'), api(statuses.tooLargeByCause), page('12', 'a@5')],
      watches: [relisting()],
    })
    await running.clock.advance('1s')
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10', ''])
    expect(running.reflector.lastSyncResourceVersion).toBe('12')
  })

  it('REF-15 FAULT-A2 an expired relist is repeated at once, and once only, with ""', async () => {
    const { server, running } = start({
      lists: [page('10', 'a@5'), expired(), page('20', 'a@20')],
      watches: [relisting()],
    })
    await running.clock.advance(799)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0'])
    await running.clock.advance(1)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10', ''])
    expect(running.told.slice(-4)).toEqual(['error ListFailedError 0', 'init relist', '[a@20]', 'done 20'])
  })

  it('REF-17 FEAT-B2 FEAT-A3 FAULT-A3 every encoding of "too large" is answered by one list with ""', async () => {
    const { server, running } = start({
      lists: [
        page('20'),
        new Error('wrapped', { cause: new Error('twice', { cause: api(statuses.tooLargeByCause) }) }),
        page('30'),
        api(statuses.tooLargeByCauseMessage),
        page('40'),
        api(statuses.tooLargeByMessage),
        page('50'),
      ],
      watches: [relisting(), relisting(), relisting()],
    })
    await running.clock.advance('10s')
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '20', '', '30', '', '40', ''])
  })

  it('FAULT-A3 a server that refuses every version is not asked in a tight loop', async () => {
    const { server, running } = start({
      lists: [page('500'), ...Array.from({ length: 20 }, () => api(statuses.tooLargeByCause))],
      watches: [relisting()],
    })
    await running.clock.advance('1m')
    expect(server.asked('list', 'resourceVersion').slice(0, 4)).toEqual(['0', '500', '', ''])
    expect(server.requests.length).toBeLessThanOrEqual(14)
  })

  it('FAULT-A1 INV-I10 a list that is older than what it asked for is refused as stale, and "" asked for', async () => {
    const { server, running } = start({
      lists: [page('100', 'a@100'), page('50', 'a@50', 'ghost@40'), page('120', 'a@110')],
      watches: [relisting()],
    })
    await running.clock.advance('1s')
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '100', ''])
    expect(running.errors.at(-1)?.cause).toMatchObject({
      name: 'StaleListError',
      asked: '100',
      answered: '50',
    })
    expect(running.told.filter((each) => each.startsWith('done'))).toEqual(['done 100', 'done 120'])
  })

  it('FAULT-A5 a watch that is expired relists from the last version, which a cache can answer', async () => {
    const stream = new ControlledStream()
    const { server, running } = start({ lists: [page('10')], watches: [stream] })
    await running.settle()
    stream.send(added('a@11'), { type: 'ERROR', object: statuses.expired })
    await running.clock.advance('1s')
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '11'])
  })
})

describe('the pages of a list', () => {
  const paged = (...tokens: (string | undefined)[]) =>
    tokens.map((token, number) =>
      pageWith({ resourceVersion: `${10 + number}`, ...(token && { continue: token }) }, `p${number}@5`),
    )

  it('REF-11 FEAT-B3 a page size of the user holds for every list, also with a known version', async () => {
    const { server, running } = start(
      { lists: [...paged('x', 'y', undefined), ...paged(undefined)], watches: [relisting()] },
      { pageSize: 4 },
    )
    await running.clock.advance('1s')
    expect(server.asked('list', 'limit')).toEqual([4, 4, 4, 4])
    expect(server.asked('list', 'continue')).toEqual([undefined, 'x', 'y', undefined])
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', undefined, undefined, '10'])
    expect(running.told.slice(0, 5)).toEqual(['init start', '[p0@5]', '[p1@5]', '[p2@5]', 'done 10'])
  })

  it('REF-12 a known version is listed whole, as only so a watch cache answers', async () => {
    const { server, running } = start({ lists: [page('10'), page('10')], watches: [relisting()] })
    await running.clock.advance('1s')
    expect(server.asked('list', 'limit')).toEqual([500, undefined])
  })

  it('REF-13 a first list that came in pages makes every later one come in pages', async () => {
    const { server, running } = start({
      lists: [...paged('x', undefined), page('20'), page('30')],
      watches: [relisting(), relisting()],
    })
    await running.clock.advance('4s')
    expect(server.asked('list', 'limit')).toEqual([500, 500, 500, 500])
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', undefined, '10', '20'])
  })

  it('REF-13 FEAT-B3 pages of a list with "" say nothing of the watch cache', async () => {
    const { server, running } = start({
      lists: [page('5'), expired(), ...paged('x', undefined), page('20')],
      watches: [relisting(), relisting()],
    })
    await running.clock.advance('4s')
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '5', '', undefined, '10'])
    expect(server.asked('list', 'limit').at(-1)).toBeUndefined()
  })

  it('REF-16 FAULT-A18 pages that expire half-way are replaced by one whole list, never mixed', async () => {
    const { server, running } = start(
      { lists: [page('10'), ...paged('x'), expired(), page('11', 'whole@11')], watches: [relisting()] },
      { pageSize: 5 },
    )
    await running.clock.advance('1s')
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10', undefined, '10'])
    expect(server.asked('list', 'limit')).toEqual([5, 5, 5, undefined])
    expect(running.told.slice(-5)).toEqual(['init relist', '[p0@5]', 'init relist', '[whole@11]', 'done 11'])
  })
})

describe('a list that cannot replace anything', () => {
  const table = [
    { type: 'end', apiVersion: 'meta.k8s.io/v1', kind: 'Table', metadata: { resourceVersion: '9' } },
  ] as const

  it.each([
    ['FAULT-A20 a login page', new InvalidListError('html', 'text/html', 0), InvalidListError],
    ['FAULT-A20 a Status with code 200', new InvalidListError('status', 'a Status', 90), InvalidListError],
    ['FAULT-A21 a list without a version', pageWith({}, 'a@1'), UnusableListError],
    ['REF-24 a Table', table, UnusableListError],
    ['FAULT-A20 a list of another kind', ofConfigMaps(page('11', 'a@5')), UnusableListError],
  ])('%s is an error and a back-off; nothing is replaced', async (_what, answer, error) => {
    const { server, running } = start(
      { lists: [page('10', 'a@5'), answer], watches: [relisting()] },
      { expectedType: { apiVersion: 'v1', kind: 'Pod' } },
    )
    await running.clock.advance('1s')
    expect(running.told.filter((each) => each.startsWith('done'))).toEqual(['done 10'])
    expect(running.handled.at(-1)?.cause).toBeInstanceOf(error)
    expect(server.count('list')).toBe(2)
    expect(running.reflector.status.phase).toBe('backoff')
    expect(running.reflector.lastSyncResourceVersion).toBe('10')
  })

  it('FAULT-A21 a list of nothing is a list', async () => {
    const { running } = start({ lists: [page('5')] })
    await running.settle()
    expect(running.told).toEqual(['init start', 'done 5'])
  })

  it('FAULT-A21 items that are no objects of the kind are left out and reported; the others come in', async () => {
    const items = [{ metadata: { name: 'a' } }, null, { kind: 'Pod' }, { metadata: {} }] as never[]
    const { running } = start({
      lists: [
        [
          { type: 'items', items },
          { type: 'end', metadata: { resourceVersion: '5' } },
        ],
      ],
    })
    await running.settle()
    expect(running.told).toEqual([
      'init start',
      'error SkippedError 0',
      'error SkippedError 0',
      'error SkippedError 0',
      '[a@undefined]',
      'done 5',
    ])
    expect(running.reflector.status.skipped).toBe(3)
  })
})

describe('lists and watches that fail', () => {
  it('REF-7 FEAT-B18 FAULT-A25 a list error reaches the handler once, wrapped, and the next list replaces all', async () => {
    const { running } = start({ lists: [api(statuses.serverError), page('10', 'a@5')] })
    await running.clock.advance('1s')
    expect(running.handled).toHaveLength(1)
    expect(running.handled[0]).toMatchObject({
      name: 'ListFailedError',
      cause: { name: 'ApiError', code: 503 },
    })
    expect(running.told).toEqual([
      'init start',
      'error ListFailedError 800',
      'init start',
      '[a@5]',
      'done 10',
    ])
  })

  it('REF-7 a watch error relists, and what was missed is in the list', async () => {
    const stream = new ControlledStream().send(added('b@11'), modified('a@12'), deleted('b@13')).end()
    const { running } = start({
      lists: [page('10', 'a@5'), page('20', 'c@19')],
      watches: [stream, api(statuses.serverError)],
    })
    await running.clock.advance('1s')
    expect(running.handled.map(({ name }) => name)).toEqual(['WatchFailedError'])
    expect(running.told.slice(-4)).toEqual(['error WatchFailedError 800', 'init relist', '[c@19]', 'done 20'])
  })

  it('a list that ends without saying so is no list', async () => {
    const { running } = start({ lists: [[{ type: 'items', items: [] }]] })
    await running.settle()
    expect(running.handled).toHaveLength(1)
    expect(running.told.at(-1)).toBe('error ListFailedError 800')
  })
})
