import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, defaultStages, InvalidStageError, type Stage } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'
import { pods, podsOf, status } from './support/pods.ts'

let clock: TestClock
let server: ApiServer
let api: Api
let mistakes: unknown[]

beforeEach(() => {
  clock = new TestClock()
  mistakes = []
})
afterEach(async () => server.close())

async function begin(...stages: readonly Stage[]): Promise<void> {
  server = new ApiServer({
    clock,
    random: clock.random,
    nodes: { nodes: 1, stages: [...defaultStages, ...stages] },
    compactionInterval: 0,
  })
  server.requests(({ error }) => {
    if (error !== undefined) mistakes.push(error)
  })
  api = new Api(server.transport())
  await clock.settle()
}

type Spec = Stage['spec']

const stage = (name: string, kind: string, spec: Omit<Spec, 'resourceRef'>): Stage => ({
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name },
  spec: { resourceRef: { apiGroup: 'v1', kind }, ...spec },
})

const data = async (name = 'c') => (await api.get(`${maps}/${name}`)).body.data
const mark = (value: string) => ({ patches: [{ root: 'data', template: { mark: value } }] })
const unmarked = { key: '.data.mark', operator: 'DoesNotExist' } as const

describe('rules', () => {
  it('are about any kind of object, after their delay', async () => {
    const next = { patches: [{ root: 'data', template: { mark: 'at {{ Now }} of {{ .metadata.name }}' } }] }
    const delay = { durationMilliseconds: 5000 }
    await begin(
      stage('mark', 'ConfigMap', {
        selector: { matchLabels: { mark: 'me' }, matchExpressions: [unmarked] },
        delay,
        next,
      }),
    )
    await api.post(maps, { metadata: { name: 'c', labels: { mark: 'me' } }, data: { k: 'v' } })
    await api.post(maps, { metadata: { name: 'other' } })
    await clock.advance('4900ms')
    expect(await data()).toEqual({ k: 'v' })
    await clock.advance('100ms')
    expect(await data()).toEqual({ k: 'v', mark: 'at 2025-01-01T00:00:05Z of c' })
    expect(await data('other')).toBeUndefined()
  })

  it('keep their delay when the object changes and they still fit, and are dropped when they do not', async () => {
    const selector = { matchAnnotations: { go: 'yes' }, matchExpressions: [unmarked] }
    await begin(
      stage('mark', 'ConfigMap', { selector, delay: { durationMilliseconds: 5000 }, next: mark('x') }),
    )
    await api.post(maps, { metadata: { name: 'c', annotations: { go: 'yes' } } })
    await api.post(maps, { metadata: { name: 'd', annotations: { go: 'yes' } } })
    await clock.advance('3s')
    await api.merge(`${maps}/c`, { data: { k: 'v' } })
    await api.merge(`${maps}/d`, { metadata: { annotations: { go: 'no' } } })
    await clock.advance('2s')
    expect([await data('c'), await data('d')]).toEqual([{ k: 'v', mark: 'x' }, undefined])
    await clock.advance('1m')
    expect(await data('d')).toBeUndefined()
  })

  it('are drawn by their weight', async () => {
    const rule = (name: string, weight: number) =>
      stage(name, 'ConfigMap', { selector: { matchExpressions: [unmarked] }, weight, next: mark(name) })
    await begin(rule('never', 0), rule('seldom', 1), rule('often', 9))
    for (let at = 0; at < 200; at++) await api.post(maps, { metadata: { name: `c${at}` } })
    await clock.settle()
    const { body } = await api.get(maps)
    const drawn = body.items.map((item) => item.data?.['mark'])
    const often = drawn.filter((each) => each === 'often').length
    expect(drawn).not.toContain('never')
    expect(often).toBeGreaterThan(150)
    expect(often).toBeLessThan(200)
  })

  it('take delays and weights from what an object says', async () => {
    const from = (field: string) => ({ expressionFrom: `.metadata.annotations["${field}"]` })
    await begin(
      stage('a', 'ConfigMap', {
        selector: { matchExpressions: [unmarked] },
        weightFrom: from('a-weight'),
        delay: { durationMilliseconds: 1000, durationFrom: from('delay') },
        next: mark('a'),
      }),
      stage('b', 'ConfigMap', { selector: { matchExpressions: [unmarked] }, weight: 1, next: mark('b') }),
    )
    await api.post(maps, { metadata: { name: 'c', annotations: { 'a-weight': '1000000', delay: '1m30s' } } })
    await clock.advance('89s')
    expect(await data()).toBeUndefined()
    await clock.advance('1s')
    expect(await data()).toEqual({ mark: 'a' })
    await api.post(maps, { metadata: { name: 'd' } })
    await clock.settle()
    expect(await data('d')).toEqual({ mark: 'b' })
  })

  it('change finalizers, tell events and delete', async () => {
    await begin(
      stage('hold', 'ConfigMap', {
        selector: {
          matchExpressions: [
            { key: '.metadata.finalizers', operator: 'DoesNotExist' },
            { key: '.metadata.deletionTimestamp', operator: 'DoesNotExist' },
          ],
        },
        next: {
          finalizers: { add: [{ value: 'x.y/z' }] },
          event: { type: 'Warning', reason: 'Held', message: 'holds {{ .metadata.name }}' },
        },
      }),
      stage('let-go', 'ConfigMap', {
        selector: { matchExpressions: [{ key: '.metadata.deletionTimestamp', operator: 'Exists' }] },
        delay: { durationMilliseconds: 2000 },
        next: { finalizers: { empty: true }, delete: true },
      }),
    )
    await api.post(maps, { metadata: { name: 'c' } })
    await clock.settle()
    expect((await api.get(`${maps}/c`)).body.metadata?.finalizers).toEqual(['x.y/z'])
    const events = (await api.get('/api/v1/namespaces/default/events')).body.items
    expect(events).toMatchObject([
      {
        reason: 'Held',
        type: 'Warning',
        message: 'holds c',
        involvedObject: { kind: 'ConfigMap', name: 'c' },
      },
    ])
    await api.delete(`${maps}/c`)
    await clock.advance('1s')
    expect((await api.get(`${maps}/c`)).status).toBe(200)
    await clock.advance('1s')
    expect((await api.get(`${maps}/c`)).status).toBe(404)
  })

  it('replace the rules of pods when they are given without the usual ones', async () => {
    const template = { phase: 'Running', message: 'on {{ NodeIP }} as {{ PodIP }}' }
    const own = stage('run', 'Pod', {
      selector: { matchExpressions: [{ key: '.status.phase', operator: 'In', values: ['Pending'] }] },
      next: { statusTemplate: template },
    })
    server = new ApiServer({
      clock,
      random: clock.random,
      nodes: { nodes: [{ name: 'n' }], stages: [own] },
      compactionInterval: 0,
    })
    api = new Api(server.transport())
    const spec = { containers: [{ name: 'c', image: 'a' }], nodeName: 'n' }
    await api.post(pods, { metadata: { name: 'p' }, spec })
    await clock.settle()
    expect(status((await podsOf(api))[0])).toMatchObject({
      phase: 'Running',
      message: 'on 172.16.0.1 as 10.64.0.1',
    })
  })

  it('that the server refuses are reported, and tried again with the next change', async () => {
    await begin(
      stage('bad', 'ConfigMap', {
        selector: { matchLabels: { mark: 'me' }, matchExpressions: [unmarked] },
        next: {
          patches: [
            {
              root: 'data',
              template: ({ object }) => ({ [object['data'] === undefined ? 'not a key' : 'mark']: 'x' }),
            },
          ],
        },
      }),
    )
    await api.post(maps, { metadata: { name: 'c', labels: { mark: 'me' } } })
    await clock.settle()
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toMatchObject({ name: 'StagePlayError', stage: 'bad', key: 'default/c' })
    await api.merge(`${maps}/c`, { data: { k: 'v' } })
    await clock.settle()
    expect(await data()).toEqual({ k: 'v', mark: 'x' })
  })

  it('follow a chain of any length, one change after another', async () => {
    const count = ({ object }: { object: Record<string, unknown> }) => {
      const { n } = object['data'] as { n: string }
      return { n: String(Number(n) + 1) }
    }
    const selector = {
      matchExpressions: [
        { key: '.data.n', operator: 'Exists' },
        { key: '.data.n', operator: 'NotIn', values: ['100'] },
      ],
    } as const
    await begin(
      stage('count', 'ConfigMap', { selector, next: { patches: [{ root: 'data', template: count }] } }),
    )
    await api.post(maps, { metadata: { name: 'c' }, data: { n: '0' } })
    await clock.settle()
    expect(await data()).toEqual({ n: '100' })
  })
})

describe('paths of rules', () => {
  const object = {
    metadata: { name: 'c', labels: { 'a.b/c': 'x' } },
    data: { one: '1', two: '2' },
  }
  it.each([
    ['.metadata.name', 'c', true],
    ['.metadata.labels["a.b/c"]', 'x', true],
    ['.metadata.labels.nothing', 'x', false],
    ['.metadata["name"]', 'c', true],
    ['.data[]', '2', true],
    ['.data.[]', '1', true],
    ['. | .metadata | .name', 'c', true],
    ['.metadata | select( .name == "c" ) | .labels["a.b/c"]', 'x', true],
    ['.metadata | select( .name != "c" ) | .labels["a.b/c"]', 'x', false],
    ['.metadata.name.deeper', 'c', false],
  ])('%s', async (key, value, fits) => {
    const matchExpressions = [
      { key, operator: 'In', values: [value] } as const,
      { key: '.data.mark', operator: 'DoesNotExist' } as const,
    ]
    await begin(stage('s', 'ConfigMap', { selector: { matchExpressions }, next: mark('y') }))
    await api.post(maps, object)
    await clock.settle()
    expect((await data())?.['mark']).toBe(fits ? 'y' : undefined)
  })

  it.each(['.a..b', 'a.b', '.a[', '', '.a | sort', '.a["b'])(
    'that is none of these is refused: %o',
    (key) => {
      const bad = stage('bad', 'Pod', {
        selector: { matchExpressions: [{ key, operator: 'Exists' }] },
        next: {},
      })
      expect(() => new ApiServer({ nodes: { stages: [bad] } })).toThrow(InvalidStageError)
    },
  )

  it('templates of Go are refused, and it is said what to give instead', () => {
    const text = stage('text', 'Pod', { next: { statusTemplate: 'phase: Running' as never } })
    expect(() => new ApiServer({ nodes: { stages: [text] } })).toThrow(/give an object or a function/)
  })
})
