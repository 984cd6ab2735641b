import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api
let first: number

beforeEach(async () => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
  first = Number(server.resourceVersion) + 1
  for (let i = 0; i < 7; i++) {
    await api.post(maps, { metadata: { name: `l${i}`, labels: { i: String(i % 2) } } })
  }
})
afterEach(async () => server.close())

const names = async (query: string) =>
  (await api.get(`${maps}${query}`)).body.items.map(({ metadata }) => metadata?.name)

describe('a list', () => {
  it('has its kind, the version of the whole store, and items without kind', async () => {
    const { body, headers } = await api.get(maps)
    expect(body).toMatchObject({
      kind: 'ConfigMapList',
      apiVersion: 'v1',
      metadata: { resourceVersion: String(first + 6) },
    })
    expect(body.items[0]).not.toHaveProperty('kind')
    expect(headers['content-type']).toBe('application/json')
  })

  it('is the newest state for version 0 and ignores the limit there, as a watch cache does', async () => {
    expect(await names('?limit=3&resourceVersion=0')).toHaveLength(7)
  })

  it('is the state at a version with Exact, and with a limit and no match', async () => {
    expect(await names(`?resourceVersion=${first + 2}&resourceVersionMatch=Exact`)).toEqual([
      'l0',
      'l1',
      'l2',
    ])
    expect(await names(`?resourceVersion=${first + 2}&limit=5`)).toEqual(['l0', 'l1', 'l2'])
    expect(await names(`?resourceVersion=${first + 2}&resourceVersionMatch=NotOlderThan`)).toHaveLength(7)
  })

  it('comes in pages that count what is left, unless a selector hides it', async () => {
    const { metadata } = (await api.get(`${maps}?limit=3`)).body
    expect(metadata).toMatchObject({ remainingItemCount: 4 })
    expect(await names(`?limit=2&continue=${metadata?.continue}`)).toEqual(['l3', 'l4'])
    expect(await names(`?continue=${metadata?.continue}`)).toEqual(['l3', 'l4', 'l5', 'l6'])
    const selected = (await api.get(`${maps}?limit=2&labelSelector=i%3D0`)).body
    expect(selected.metadata).toHaveProperty('continue')
    expect(selected.metadata).not.toHaveProperty('remainingItemCount')
  })

  it('offers another token when the snapshot of a token is gone', async () => {
    const { metadata } = (await api.get(`${maps}?limit=2`)).body
    await api.delete(`${maps}/l2`)
    server.compact()
    const gone = await api.get(`${maps}?limit=2&continue=${metadata?.continue}`)
    expect(gone.status).toBe(410)
    expect(gone.body).toMatchObject({ reason: 'Expired', code: 410 })
    expect(gone.body.message).toMatch(/^The provided continue parameter is too old/)
    expect(await names(`?limit=2&continue=${gone.body.metadata?.continue}`)).toEqual(['l3', 'l4'])
  })

  it('answers an exact version that was compacted with 410', async () => {
    await api.post(maps, { metadata: { name: 'm' } })
    server.compact()
    const answer = await api.get(`${maps}?resourceVersion=${first}&resourceVersionMatch=Exact`)
    expect(answer.body).toMatchObject({
      code: 410,
      message: 'The resourceVersion for the provided list is too old.',
    })
  })

  it('waits 3 s for a version of the future and then says 504 with Retry-After', async () => {
    const pending = api.get(`${maps}?resourceVersion=999999999`)
    await clock.advance('3s')
    const { status, headers, text } = await pending
    expect(status).toBe(504)
    expect(headers['retry-after']).toBe('1')
    expect(text).toBe(
      `{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Timeout: Too large resource version: 999999999, current: ${server.resourceVersion}","reason":"Timeout","details":{"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}],"retryAfterSeconds":1},"code":504}\n`,
    )
  })

  it('answers as soon as the version it waits for comes', async () => {
    const pending = api.get(`${maps}?resourceVersion=${Number(server.resourceVersion) + 1}`)
    await clock.settle()
    await api.post(maps, { metadata: { name: 'm' } })
    await clock.advance('1s')
    expect((await pending).body.items).toHaveLength(8)
  })

  it('of an absent namespace is empty', async () => {
    expect((await api.get('/api/v1/namespaces/nope/configmaps')).body.items).toEqual([])
  })

  it('is ordered by namespace and name', async () => {
    await api.post('/api/v1/namespaces/kube-system/configmaps', { metadata: { name: 'a' } })
    const { items } = (await api.get('/api/v1/configmaps?limit=8')).body
    expect(items.at(-1)?.metadata).toMatchObject({ namespace: 'kube-system', name: 'a' })
  })

  it('of thousands comes in slices and is whole', async () => {
    for (let i = 0; i < 600; i++)
      await api.post(maps, { metadata: { name: `m${i}` }, data: { x: 'y'.repeat(2500) } })
    const response = await server.transport().request({ method: 'GET', path: maps, headers: {} })
    const chunks = await Array.fromAsync(response.body)
    expect(chunks.length).toBeGreaterThan(3)
    expect((JSON.parse(Buffer.concat(chunks).toString()) as { items: unknown[] }).items).toHaveLength(607)
  })
})

describe('selectors', () => {
  it.each([
    ['i=0', ['l0', 'l2', 'l4', 'l6']],
    ['i==1,i', ['l1', 'l3', 'l5']],
    ['i!=0', ['l1', 'l3', 'l5']],
    ['i in (1, 5)', ['l1', 'l3', 'l5']],
    ['i notin (1)', ['l0', 'l2', 'l4', 'l6']],
    ['!i', []],
    ['j notin (x)', ['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6']],
  ])('by label: %s', async (selector, expected) => {
    expect(await names(`?labelSelector=${encodeURIComponent(selector)}`)).toEqual(expected)
  })

  it.each([
    ['metadata.name=l1', ['l1']],
    ['metadata.name!=l1,metadata.name!=l2', ['l0', 'l3', 'l4', 'l5', 'l6']],
    ['metadata.namespace=other', []],
  ])('by field: %s', async (selector, expected) => {
    expect(await names(`?fieldSelector=${encodeURIComponent(selector)}`)).toEqual(expected)
  })

  it('by fields that pods have', async () => {
    const pod = (name: string, nodeName: string) => ({
      metadata: { name },
      spec: { nodeName, containers: [{ name: 'c', image: 'i' }] },
    })
    await api.post('/api/v1/namespaces/default/pods', pod('p1', 'n1'))
    await api.post('/api/v1/namespaces/default/pods', pod('p2', 'n2'))
    const { items } = (await api.get('/api/v1/pods?fieldSelector=spec.nodeName%3Dn1,status.phase!%3DFailed'))
      .body
    expect(items.map(({ metadata }) => metadata?.name)).toEqual(['p1'])
  })

  it.each([
    ['labelSelector=a%3D%3D%3Db', "unable to parse requirement: found '=', expected: identifier"],
    ['labelSelector=a+in+(x', "unable to parse requirement: found '', expected: ',' or ')'"],
    ['fieldSelector=garbage', "invalid selector: 'garbage'; can't understand 'garbage'"],
    [
      'fieldSelector=data.a=1',
      '"data.a" is not a known field selector: only "metadata.name", "metadata.namespace"',
    ],
  ])('that cannot be parsed are a 400: %s', async (query, message) => {
    const { body } = await api.get(`${maps}?${query}`)
    expect(body).toMatchObject({ code: 400, reason: 'BadRequest', message })
  })
})

describe('options that do not go together', () => {
  it.each([
    [
      'resourceVersionMatch=Exact',
      'resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    ],
    [
      'resourceVersionMatch=Exact&resourceVersion=0',
      'resourceVersionMatch: Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    ],
    [
      'resourceVersionMatch=Bogus&resourceVersion=5',
      'resourceVersionMatch: Unsupported value: "Bogus": supported values: "Exact", "NotOlderThan", ""',
    ],
    ['sendInitialEvents=true', 'sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list'],
  ])('are a 422: %s', async (query, why) => {
    const { body } = await api.get(`${maps}?${query}`)
    expect(body).toMatchObject({ code: 422, message: `ListOptions.meta.k8s.io "" is invalid: ${why}` })
  })

  it.each([
    ['limit=abc', 400, 'strconv.ParseInt: parsing "abc": invalid syntax'],
    [
      'resourceVersion=abc',
      500,
      'resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
    ],
  ])('numbers that are none: %s', async (query, code, message) => {
    expect((await api.get(`${maps}?${query}`)).body).toMatchObject({ code, message })
  })
})
