import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, shown, type Watching } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(async () => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
  await api.post(maps, { metadata: { name: 'b' } })
  await api.post(maps, { metadata: { name: 'a' } })
})
afterEach(async () => server.close())

const notOlder = 'resourceVersionMatch=NotOlderThan'

/** What a watch has told by now, without its versions. */
async function toldBy(watch: Watching): Promise<string[]> {
  server.closeWatches()
  return (await watch.rest()).map((line) =>
    line.object.metadata?.annotations?.['k8s.io/initial-events-end'] === 'true'
      ? 'END OF INITIAL EVENTS'
      : (shown(line).split('@')[0] ?? ''),
  )
}

describe('what a watch begins with', () => {
  it.each([
    ['', ['ADDED a', 'ADDED b']],
    ['resourceVersion=0', ['ADDED a', 'ADDED b']],
    ['allowWatchBookmarks=true', ['ADDED a', 'ADDED b', 'END OF INITIAL EVENTS']],
    ['resourceVersion=0&allowWatchBookmarks=true', ['ADDED a', 'ADDED b', 'END OF INITIAL EVENTS']],
    [`sendInitialEvents=true&${notOlder}`, ['ADDED a', 'ADDED b']],
    [
      `sendInitialEvents=true&${notOlder}&resourceVersion=1&allowWatchBookmarks=true`,
      ['ADDED a', 'ADDED b', 'END OF INITIAL EVENTS'],
    ],
    [`sendInitialEvents=false&${notOlder}`, []],
    [`sendInitialEvents=false&${notOlder}&resourceVersion=0&allowWatchBookmarks=true`, []],
    ['resourceVersion=1', ['ADDED b', 'ADDED a']],
  ])('%s', async (query, expected) => {
    expect(await toldBy(await api.watch(`${maps}?${query}`))).toEqual(expected)
  })

  it('when its version is forgotten: the state if it asked for one, else 410', async () => {
    const asked = `${notOlder}&resourceVersion=2&allowWatchBookmarks=true`
    server.compact()
    const state = await api.watch(`${maps}?sendInitialEvents=true&${asked}`)
    expect(await toldBy(state)).toEqual(['ADDED a', 'ADDED b', 'END OF INITIAL EVENTS'])
    const none = await api.watch(`${maps}?sendInitialEvents=false&${asked}`)
    expect([none.status, (await none.rest()).map(({ object }) => object.code)]).toEqual([200, [410]])
  })
})

describe('what is no watch', () => {
  it.each([
    ['resourceVersion=abc', 500],
    ['labelSelector=a%3D%3D%3Db', 400],
    ['fieldSelector=spec.nope%3D1', 400],
    ['timeoutSeconds=x', 400],
    ['sendInitialEvents=true', 422],
    [`sendInitialEvents=true&resourceVersionMatch=Exact`, 422],
    [notOlder, 422],
  ])('an answer of its own, no stream: %s', async (query, status) => {
    const answer = await api.get(`${maps}?watch=true&${query}`)
    expect([answer.status, answer.body.kind, answer.headers['content-type']]).toEqual([
      status,
      'Status',
      'application/json',
    ])
  })

  it('a watch in YAML: 406', async () => {
    expect((await api.get(`${maps}?watch=true`, { accept: 'application/yaml' })).status).toBe(406)
  })

  it('a GET of one name with watch=true: the object', async () => {
    expect((await api.get(`${maps}/a?watch=true`)).body).toMatchObject({
      kind: 'ConfigMap',
      metadata: { name: 'a' },
    })
  })
})

describe('the end of a watch', () => {
  it('comes between half an hour and an hour when it names none', async () => {
    const watch = await api.watch(`${maps}?resourceVersion=${server.resourceVersion}`)
    let ended = false
    const rest = watch.rest().then((lines) => ((ended = true), lines))
    await clock.advance('30m')
    expect(ended).toBe(false)
    await clock.advance('30m')
    expect(await rest).toEqual([])
    expect(clock.pending).toBe(0)
  })

  it('comes after what was written before it', async () => {
    const watch = await api.watch(`${maps}?resourceVersion=${server.resourceVersion}&timeoutSeconds=5`)
    await api.post(maps, { metadata: { name: 'c' } })
    await clock.advance('5s')
    await api.post(maps, { metadata: { name: 'd' } })
    expect((await watch.rest()).map((line) => shown(line).split('@')[0])).toEqual(['ADDED c'])
  })
})
