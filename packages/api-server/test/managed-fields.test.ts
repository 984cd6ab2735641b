import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, type Answer } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const path = `${maps}/a`
const as = (manager: string, force = false) => `?fieldManager=${manager}${force ? '&force=true' : ''}`
const entries = ({ body }: Answer) => body.metadata?.managedFields ?? []
const managers = (answer: Answer) =>
  entries(answer).map(({ manager, operation }) => `${manager} ${operation}`)
const fields = (answer: Answer, name: string) =>
  entries(answer).find(({ manager }) => manager === name)?.fieldsV1
const create = (data: Record<string, string> = { x: '1' }) =>
  api.post(maps + as('creator'), { metadata: { name: 'a' }, data })

describe('an update', () => {
  it('owns what it sets; what it removes nobody owns', async () => {
    await create({ x: '1', y: '1' })
    const answer = await api.merge(path + as('second'), { data: { x: '2', y: null } })
    expect(fields(answer, 'creator')).toEqual({ 'f:data': {} })
    expect(fields(answer, 'second')).toEqual({ 'f:data': { 'f:x': {} } })
  })

  it('that changes nothing costs no version and leaves the entries alone', async () => {
    await create()
    const { text } = await api.get(path)
    await clock.advance('1h')
    await api.merge(path + as('second'), { data: { x: '1' } })
    await api.strategic(path + as('third'), { data: { x: '1' } })
    expect((await api.get(path)).text).toBe(text)
  })

  it('is told from an update through a subresource, and has the time of its last change', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    await api.post(pods + as('m'), {
      metadata: { name: 'p' },
      spec: { containers: [{ name: 'c', image: 'i' }] },
    })
    const created = entries(await api.get(`${pods}/p`))[0]?.time
    await clock.advance('10s')
    const answer = await api.merge(`${pods}/p/status${as('m')}`, { status: { phase: 'Running' } })
    expect(entries(answer)).toMatchObject([
      { manager: 'm', time: created },
      { manager: 'm', subresource: 'status', fieldsV1: { 'f:status': { 'f:phase': {} } } },
    ])
    expect(entries(answer)[1]?.time).not.toBe(created)
  })

  it('is known by its user agent when it names no manager, and by "unknown" when it has none', async () => {
    const headers = { 'user-agent': 'my-agent/v1.2 (linux/amd64)' }
    expect(managers(await api.post(maps, { metadata: { name: 'u' }, data: { a: 'b' } }, headers))).toEqual([
      'my-agent Update',
    ])
    expect(managers(await api.post(maps, { metadata: { name: 'v' }, data: { a: 'b' } }))).toEqual([
      'unknown Update',
    ])
  })

  it('owns defaults, but not what admission adds or a scheduler binds', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    await api.post(pods, { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'i' }] } })
    await api.post(`${pods}/p/binding`, { metadata: { name: 'p' }, target: { name: 'n' } })
    const spec = (fields(await api.get(`${pods}/p`), 'unknown') as { 'f:spec': object })['f:spec']
    expect(spec).toHaveProperty('f:restartPolicy')
    for (const added of ['f:tolerations', 'f:priority', 'f:nodeName']) expect(spec).not.toHaveProperty(added)
  })

  it('makes the oldest of more than ten one, as ancient-changes', async () => {
    await create()
    for (let at = 0; at < 12; at++) {
      // oxlint-disable-next-line no-await-in-loop
      await clock.advance('1s')
      // oxlint-disable-next-line no-await-in-loop
      await api.merge(path + as(`m${at}`), { data: { [`k${at}`]: '1' } })
    }
    const answer = await api.get(path)
    expect(entries(answer)).toHaveLength(10)
    expect(managers(answer)[0]).toBe('ancient-changes Update')
    expect(fields(answer, 'ancient-changes')).toEqual({
      'f:data': { '.': {}, 'f:k0': {}, 'f:k1': {}, 'f:k2': {}, 'f:x': {} },
    })
  })
})

describe('the list of managers', () => {
  it.each([[[]], [[{}]]])(
    'is forgotten when a client sends %j, until somebody applies',
    async (managedFields) => {
      await create()
      expect(entries(await api.merge(path, { metadata: { managedFields } }))).toEqual([])
      expect(entries(await api.merge(path, { data: { y: '1' } }))).toEqual([])
      const config = { apiVersion: 'v1', kind: 'ConfigMap', data: { x: '2' } }
      expect((await api.apply(path + as('m'), config)).body.message).toBe(
        'Apply failed with 1 conflict: conflict with "before-first-apply" using v1: .data.x',
      )
      expect(managers(await api.apply(path + as('m', true), config))).toEqual([
        'm Apply',
        'before-first-apply Update',
      ])
    },
  )

  it('is not what a client sends through a subresource', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    await api.post(pods, { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'i' }] } })
    const change = { metadata: { managedFields: [] }, status: { phase: 'Running' } }
    expect(managers(await api.merge(`${pods}/p/status`, change))).toEqual([
      'unknown Update',
      'unknown Update',
    ])
  })

  it('is what a client sends when it makes sense, and stays as it is when it does not', async () => {
    const created = await create()
    const entry = { ...entries(created)[0], manager: 'renamed' }
    expect(managers(await api.merge(path, { metadata: { managedFields: [entry] } }))).toEqual([
      'renamed Update',
    ])
    const broken = { ...entry, fieldsV1: { 'k:nonsense': {} } }
    expect(managers(await api.merge(path, { metadata: { managedFields: [broken] } }))).toEqual([
      'renamed Update',
    ])
  })
})

const owner = fc.constantFrom('one', 'two', 'three')
const key = fc.constantFrom('a', 'b', '__proto__', 'constructor', 'd')
const data = fc.dictionary(key, fc.constantFrom('1', '2'), { maxKeys: 4 })
const config = (of: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  ...(Object.keys(of).length === 0 ? {} : { data: of }),
})
const changes = fc.dictionary(key, fc.constantFrom('1', '2', null), { maxKeys: 4 })

/** Who owns which key of a map, as one would do it by hand. */
class Model {
  readonly values = new Map<string, string>()
  readonly #owners = new Map<string, Set<string>>()
  /** Who owns the map itself: those whose update made it. An apply that empties it leaves it to them. */
  readonly #map = new Set<string>()

  apply(manager: string, sent: ReadonlyMap<string, string>, force: boolean): boolean {
    const self = `${manager} Apply`
    const changed = [...sent].filter(([name, value]) => this.values.get(name) !== value)
    const conflicts = changed.filter(([name]) => this.#of(name).difference(new Set([self])).size > 0)
    const makes = this.values.size === 0 && changed.length > 0
    if ((conflicts.length > 0 || (makes && this.#map.size > 0)) && !force) return false
    if (makes) this.#map.clear()
    for (const [name] of changed) this.#owners.delete(name)
    for (const [name, owners] of this.#owners) {
      if (sent.has(name) || !owners.delete(self) || owners.size > 0) continue
      this.#owners.delete(name)
      this.values.delete(name)
    }
    for (const [name, value] of sent) this.#set(name, value, self)
    return true
  }

  update(manager: string, sent: ReadonlyMap<string, string | null>): boolean {
    const { size } = this.values
    for (const [name, value] of sent) {
      if (this.values.get(name) === (value ?? undefined)) continue
      this.#owners.delete(name)
      if (value === null) this.values.delete(name)
      else this.#set(name, value, `${manager} Update`)
    }
    if ((size === 0) === (this.values.size === 0)) return true
    this.#map.clear()
    if (size === 0) this.#map.add(`${manager} Update`)
    return true
  }

  #set(name: string, value: string, by: string): void {
    this.values.set(name, value)
    this.#owners.set(name, this.#of(name).union(new Set([by])))
  }

  #of(name: string): Set<string> {
    return this.#owners.get(name) ?? new Set()
  }
}

const dataOf = ({ text }: Answer) =>
  new Map(Object.entries((JSON.parse(text) as { data?: Record<string, string> }).data ?? {}))

async function fresh<T>(body: (of: Api) => Promise<T>): Promise<T> {
  await using own = new ApiServer({ clock: new TestClock() })
  return await body(new Api(own.transport()))
}

describe('applies, whatever they are', () => {
  it('follow a model: every key belongs to those who set it last, and goes with those who applied it', async () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('apply' as const), manager: owner, data, force: fc.boolean() }),
      fc.record({ type: fc.constant('update' as const), manager: owner, data: changes }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), (steps) =>
        fresh(async (of) => {
          // Without an owner of anything, an object is not tracked at all.
          await of.apply(path + as('base'), { ...config({}), metadata: { labels: { x: 'y' } } })
          const model = new Model()
          for (const each of steps) {
            const target = path + as(each.manager, each.type === 'apply' && each.force)
            const sent = each.type === 'apply' ? config(each.data) : { data: each.data }
            // oxlint-disable-next-line no-await-in-loop
            const answer = await (each.type === 'apply' ? of.apply(target, sent) : of.merge(target, sent))
            const accepted =
              each.type === 'apply'
                ? model.apply(each.manager, new Map(Object.entries(each.data)), each.force)
                : model.update(each.manager, new Map(Object.entries(each.data)))
            expect(answer.status).toBe(accepted ? 200 : 409)
            // oxlint-disable-next-line no-await-in-loop
            expect(dataOf(await of.get(path))).toEqual(model.values)
          }
        }),
      ),
      { numRuns: 100 },
    )
  })

  it('leave a map to those whose update made it, also when they empty it', async () => {
    await api.apply(path + as('base'), { ...config({}), metadata: { labels: { x: 'y' } } })
    await api.merge(path + as('one'), { data: { b: '1' } })
    await api.apply(path + as('one', true), config({ b: '2' }))
    await api.apply(path + as('one'), config({}))
    const refused = await api.apply(path + as('one'), config({ a: '1' }))
    expect(refused.body.message).toBe('Apply failed with 1 conflict: conflict with "one" using v1: .data')
    expect((await api.apply(path + as('one', true), config({ a: '1' }))).status).toBe(200)
  })

  it('are idempotent', async () => {
    await fc.assert(
      fc.asyncProperty(data, data, (before, sent) =>
        fresh(async (of) => {
          await of.apply(path + as('other'), config(before))
          const once = await of.apply(path + as('m', true), config(sent))
          const twice = await of.apply(path + as('m', true), config(sent))
          expect(twice.text).toBe(once.text)
        }),
      ),
      { numRuns: 40 },
    )
  })

  it('come to the same in any order when their owners share nothing', async () => {
    const env = fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { maxLength: 3 })
    const part = (name: string, names: readonly string[], replicas?: number) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { labels: { [name]: 'x' }, finalizers: [`x/${name}`] },
      spec: {
        ...(replicas === undefined ? {} : { replicas }),
        template: {
          spec: {
            containers: [{ name: 'c', env: names.map((each) => ({ name: `${name}${each}`, value: '1' })) }],
          },
        },
      },
    })
    const base = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: {
        selector: { matchLabels: { app: 'x' } },
        template: { metadata: { labels: { app: 'x' } }, spec: { containers: [{ name: 'c', image: 'i' }] } },
      },
    }
    const target = '/apis/apps/v1/namespaces/default/deployments/d'
    const outcome = (order: readonly (readonly [string, unknown])[]) =>
      fresh(async (of) => {
        await of.apply(target + as('base'), base)
        // oxlint-disable-next-line no-await-in-loop
        for (const [manager, each] of order)
          expect((await of.apply(target + as(manager), each)).status).toBe(200)
        const { spec, metadata } = (await of.get(target)).body
        const { labels, finalizers = [], managedFields = [] } = metadata ?? {}
        const owners = managedFields.map(({ manager, fieldsV1 }) => `${manager} ${JSON.stringify(fieldsV1)}`)
        // The order of lists is the order of arrival.
        const characters = JSON.stringify(spec).split('').toSorted().join('')
        return { labels, finalizers: finalizers.toSorted(), owners: owners.toSorted(), characters }
      })
    await fc.assert(
      fc.asyncProperty(env, env, fc.integer({ min: 0, max: 9 }), async (left, right, replicas) => {
        const one = ['one', part('one', left, replicas)] as const
        const two = ['two', part('two', right)] as const
        expect(await outcome([one, two])).toEqual(await outcome([two, one]))
      }),
      { numRuns: 25 },
    )
  })
})
