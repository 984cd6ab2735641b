import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const path = '/apis/apps/v1/namespaces/default/deployments/d'
const config = (spec: object) => ({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: {}, spec })
const as = (manager: string) => `?fieldManager=${manager}`

describe('YAML', () => {
  it('is read as Go reads it, where y is a boolean and a date is text', async () => {
    const lines = ['apiVersion: v1', 'kind: ConfigMap', 'data:', '  "a": 2020-01-01', '  on: "1"']
    const answer = await api.apply(`${maps}/a${as('m')}`, lines.join('\n'))
    expect(answer.body.data).toEqual({ a: '2020-01-01', true: '1' })
  })

  it('that looks like JSON may be none', async () => {
    const text = '{apiVersion: v1, kind: ConfigMap, data: {a: b}}'
    expect((await api.apply(`${maps}/a${as('m')}`, text)).body.data).toEqual({ a: 'b' })
  })

  it('may be the body of a create', async () => {
    const headers = { 'content-type': 'application/yaml' }
    const answer = await api.post(maps, 'metadata:\n  name: z\ndata:\n  a: b\n', headers)
    expect(answer.status).toBe(201)
    expect(answer.body.data).toEqual({ a: 'b' })
  })
})

describe('what an apply is refused for', () => {
  const refused = async (body: unknown) => (await api.apply(path + as('m'), body)).body

  it.each([
    [{ replicas: 'x' }, '.spec.replicas: expected numeric (int or float), got string'],
    [{ paused: 'x' }, '.spec.paused: expected boolean, got &{x}'],
    [{ template: 'x' }, '.spec.template: expected map, got &{x}'],
    [{ template: { spec: { containers: 'x' } } }, '.spec.template.spec.containers: expected list, got &{x}'],
    [
      { template: { spec: { containers: [{ image: 'x' }] } } },
      '.spec.template.spec.containers: element 0: associative list with keys has an element that omits all key fields ["name"] (and doesn\'t have default values for any key fields)',
    ],
    [
      { template: { spec: { containers: [{ name: 'c', args: [1] }] } } },
      '.spec.template.spec.containers[name="c"].args[0]: expected string, got &value.valueUnstructured{Value:1}',
    ],
    [{ selector: { bogus: 1 } }, '.spec.selector.bogus: field not declared in schema'],
    [
      { paused: 1, replicas: true },
      'errors:\n  .spec.paused: expected boolean, got &{1}\n  .spec.replicas: expected numeric (int or float), got bool',
    ],
  ])('%j: %s', async (spec, why) => {
    expect(await refused(config(spec))).toMatchObject({
      code: 500,
      message: `failed to create typed patch object (/; apps/v1, Kind=Deployment): ${why}`,
    })
  })

  it('no object at all, or no YAML', async () => {
    expect(await refused('[]')).toMatchObject({ code: 400, reason: 'BadRequest' })
    expect((await refused('a: b: c')).message).toMatch(/^error decoding YAML: /)
  })

  it.each([
    [900, 201],
    [5000, 400],
  ])('nothing of %i levels, or too many: %i', async (levels, status) => {
    const data = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
    const text = `{"apiVersion":"apps/v1","kind":"ControllerRevision","revision":1,"data":${data}}`
    const target = '/apis/apps/v1/namespaces/default/controllerrevisions/deep'
    expect((await api.apply(target + as('m'), text)).status).toBe(status)
    const yaml = `apiVersion: apps/v1\nkind: ControllerRevision\nrevision: 1\ndata: ${data}`
    expect([200, 400]).toContain((await api.apply(target + as('m'), yaml)).status)
  })

  it('YAML that a few aliases make endless', async () => {
    const lines = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`)
    expect(await refused(['a0: &a0 [x]', ...lines].join('\n'))).toMatchObject({
      code: 400,
      message: 'error decoding YAML: document contains excessive aliasing',
    })
  })
})
