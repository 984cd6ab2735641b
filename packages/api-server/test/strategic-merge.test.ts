import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, type Answer } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const deployments = '/apis/apps/v1/namespaces/default/deployments'
const path = `${deployments}/d`
const labels = { app: 'x' }

const pod = (of: object) => ({ spec: { template: { spec: of } } })
const named = (...names: string[]) => names.map((name) => ({ name, image: `${name}:1` }))
const create = (of: object, rest: object = {}) =>
  api.post(deployments, {
    metadata: { name: 'd' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: of }, ...rest },
  })
interface PodSpec {
  readonly containers: readonly Record<string, unknown>[]
  readonly volumes?: readonly unknown[]
}
const podSpec = ({ body }: Answer) => (body.spec as { template: { spec: PodSpec } }).template.spec
const names = (answer: Answer) => podSpec(answer).containers.map(({ name }) => name)

describe('a strategic merge patch', () => {
  it('puts what is new in front and what it orders in order', async () => {
    await create({ containers: named('a', 'b', 'c') })
    expect(names(await api.strategic(path, pod({ containers: named('d', 'b') })))).toEqual([
      'd',
      'a',
      'b',
      'c',
    ])
    const ordered = {
      '$setElementOrder/containers': [{ name: 'c' }, { name: 'e' }, { name: 'a' }],
      containers: named('e'),
    }
    expect(names(await api.strategic(path, pod(ordered)))).toEqual(['d', 'b', 'c', 'e', 'a'])
  })

  it('deletes, replaces and merges items as its directives say', async () => {
    await create({ containers: named('a', 'b') })
    const gone = [
      { name: 'a', $patch: 'delete' },
      { name: 'nope', $patch: 'delete' },
    ]
    expect(names(await api.strategic(path, pod({ containers: gone })))).toEqual(['b'])
    const all = [{ $patch: 'replace' }, ...named('y', 'z')]
    expect(names(await api.strategic(path, pod({ containers: all })))).toEqual(['y', 'z'])
  })

  it('means the first of two ports with the same number', async () => {
    const ports = [
      { containerPort: 53, name: 'tcp', protocol: 'TCP' },
      { containerPort: 53, name: 'udp', protocol: 'UDP' },
    ]
    await create({ containers: [{ name: 'a', image: 'i', ports }] })
    const change = [{ name: 'a', ports: [{ containerPort: 53, name: 'dns' }] }]
    expect(podSpec(await api.strategic(path, pod({ containers: change }))).containers[0]?.['ports']).toEqual([
      { containerPort: 53, name: 'dns', protocol: 'TCP' },
      { containerPort: 53, name: 'udp', protocol: 'UDP' },
    ])
  })

  it('keeps no other source of a volume than the one it retains', async () => {
    await create({ containers: named('a'), volumes: [{ name: 'v', emptyDir: {} }] })
    const volume = { $retainKeys: ['name', 'hostPath'], name: 'v', hostPath: { path: '/x' } }
    expect(podSpec(await api.strategic(path, pod({ volumes: [volume] }))).volumes).toEqual([
      { name: 'v', hostPath: { path: '/x', type: '' } },
    ])
  })

  it('makes a union of finalizers, and takes out those that it lists', async () => {
    await create({ containers: named('a') })
    await api.strategic(path, { metadata: { finalizers: ['x/a', 'x/b'] } })
    await api.strategic(path, { metadata: { finalizers: ['x/c', 'x/a'] } })
    const change = { metadata: { '$deleteFromPrimitiveList/finalizers': ['x/b', 'x/nope'] } }
    expect((await api.strategic(path, change)).body.metadata?.finalizers).toEqual(['x/c', 'x/a'])
  })

  it('drops directives and nulls where there is nothing to merge with', async () => {
    await create({ containers: named('a') })
    const affinity = { nodeAffinity: { $patch: 'delete' }, podAffinity: null }
    const answer = await api.strategic(path, pod({ affinity, nodeSelector: { x: '1', y: null } }))
    expect(podSpec(answer)).toMatchObject({ affinity: {}, nodeSelector: { x: '1' } })
  })

  it('takes keys such as __proto__ for what they are', async () => {
    await api.post(maps, { metadata: { name: 'a' }, data: { x: '1' } })
    const patch = '{"data":{"__proto__":"1","constructor":"2"}}'
    expect((await api.strategic(`${maps}/a`, patch)).text).toContain(
      '"data":{"__proto__":"1","constructor":"2","x":"1"}',
    )
  })

  it('of the wrong version is a 409, of what is absent a 404', async () => {
    expect((await api.strategic(path, {})).status).toBe(404)
    await create({ containers: named('a') })
    expect((await api.strategic(path, { metadata: { resourceVersion: '1' } })).status).toBe(409)
  })

  it('of status merges conditions by type', async () => {
    await create({ containers: named('a') })
    const condition = (type: string, status: string) => ({ status: { conditions: [{ type, status }] } })
    await api.strategic(`${path}/status`, condition('A', 'True'))
    await api.strategic(`${path}/status`, condition('B', 'True'))
    const { body } = await api.strategic(`${path}/status`, condition('A', 'False'))
    expect(body).toMatchObject({ status: { conditions: [{ type: 'B' }, { type: 'A', status: 'False' }] } })
  })

  it('never changes what is stored unless it is accepted, and is a plain merge without lists', async () => {
    await api.post(maps, { metadata: { name: 'a' }, data: { x: '1' } })
    await api.post(maps, { metadata: { name: 'b' }, data: { x: '1' } })
    const patch = fc.dictionary(fc.constantFrom('x', 'y', '__proto__', '.'), fc.constantFrom('1', '2', null))
    await fc.assert(
      fc.asyncProperty(patch, async (data) => {
        const strategic = await api.strategic(`${maps}/a`, { data })
        const merged = await api.merge(`${maps}/b`, { data })
        const dataOf = ({ text }: Answer) => /"data":\{.*/.exec(text)?.[0]
        expect(dataOf(strategic)).toBe(dataOf(merged))
      }),
      { numRuns: 60 },
    )
  })

  it('is idempotent for lists of any names, whatever their order', async () => {
    await create({ containers: named('a', 'b', 'c') })
    const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(list, async (sent) => {
        const once = names(await api.strategic(path, pod({ containers: named(...sent) })))
        const twice = names(await api.strategic(path, pod({ containers: named(...sent) })))
        expect(once.filter((name) => new Set<unknown>(sent).has(name))).toEqual(sent)
        expect(twice).toEqual(once)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what a strategic merge patch is refused for', () => {
  const refused = async (patch: unknown) => {
    await create({ containers: named('a') })
    return (await api.strategic(path, patch)).body
  }

  it.each([
    [
      pod({ containers: [{ image: 'x' }] }),
      500,
      'map: map[image:x] does not contain declared merge key: name',
    ],
    [
      pod({ containers: [{ name: 'a', $patch: 'x' }] }),
      500,
      'unknown patch type: x in map: map[$patch:x name:a]',
    ],
    [
      pod({ containers: [{ name: 'a', $patch: 'merge' }] }),
      500,
      'merging lists cannot yet be specified in the patch',
    ],
    [
      pod({ containers: ['a'] }),
      500,
      expect.stringMatching(/^list element types are not identical: /) as string,
    ],
    [{ spec: { strategy: { $retainKeys: 'type' } } }, 400, 'invalid patch format of retainKeys'],
    [{ spec: { strategy: { $retainKeys: [], type: 'x' } } }, 400, 'invalid patch format of retainKeys'],
    [
      pod({ '$setElementOrder/containers': [{ name: 'b' }], containers: [{ name: 'a' }] }),
      500,
      expect.stringMatching(/^The order in patch list:\n/) as string,
    ],
    [pod({ '$setElementOrder/containers': 'a' }), 500, 'expected a []interface {}, but received a string'],
    [[], 400, 'invalid JSON document'],
  ])('%j is a %i: %s', async (patch, code, message) => {
    expect(await refused(patch)).toMatchObject({ code, message })
  })

  it.each([
    [{ spec: { replicas: 'x' } }, 'unrecognized type: int32'],
    [{ spec: { template: 'x' } }, 'cannot restore struct from: string'],
    [{ metadata: { labels: 'x' } }, 'cannot restore map from string'],
    [pod({ containers: 5 }), 'cannot restore slice from int64'],
  ])('%j does not fit its type: %s', async (patch, why) => {
    const { message, code } = await refused(patch)
    expect(code).toBe(422)
    expect(message).toMatch(new RegExp(`: ${why}$`))
  })
})
