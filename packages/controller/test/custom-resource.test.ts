import { ApiServer } from '@rxkube/api-server'
import { Client, isInvalid, listWatch } from '@rxkube/client'
import {
  defineCustomResource,
  installCustomResources,
  InvalidCustomResourceError,
  parseCustomResource,
  toManifest,
  type CustomResourceOf,
} from '@rxkube/controller'
import type { ObjectMeta } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { Widget } from './custom-resource/widget.ts'

const getWidget = (client: Client) => client.get(Widget, metadata)
const metadata = { name: 'web', namespace: 'default' }

describe('a custom resource', () => {
  let server: ApiServer
  let client: Client
  const warnings: string[] = []

  beforeEach(async () => {
    server = new ApiServer({ controllers: [] })
    client = new Client({ transport: server.transport(), qps: -1, onWarning: (text) => warnings.push(text) })
    await installCustomResources(client, [Widget])
  })
  afterEach(async () => {
    await client.close()
    await server.close()
  })

  it('is a resource: kind, plural, group, version and scope', () => {
    expect(Widget).toMatchObject({
      group: 'example.com',
      version: 'v1',
      kind: 'Widget',
      resource: 'widgets',
      namespaced: true,
    })
    expect(Widget.at('v1beta1')).toMatchObject({
      group: 'example.com',
      version: 'v1beta1',
      resource: 'widgets',
    })
    expect(() => Widget.at('v2' as 'v1')).toThrow(/no version v2 \(it has v1beta1, v1\)/)
  })

  it('has a manifest with names, versions, subresources, columns and schema', () => {
    const { crd } = Widget
    expect(crd).toMatchObject({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'widgets.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: {
          kind: 'Widget',
          listKind: 'WidgetList',
          plural: 'widgets',
          singular: 'widget',
          shortNames: ['wd'],
          categories: ['all'],
        },
        versions: [
          { name: 'v1beta1', served: true, storage: false, deprecated: true },
          {
            name: 'v1',
            served: true,
            storage: true,
            subresources: { status: {}, scale: { specReplicasPath: '.spec.replicas' } },
            selectableFields: [{ jsonPath: '.spec.color' }],
            schema: {
              openAPIV3Schema: { type: 'object', required: ['spec'], description: 'A thing to be made.' },
            },
          },
        ],
      },
    })
    expect(() => Object.assign(crd.spec, { group: 'other' })).toThrow(TypeError)
    expect(JSON.parse(toManifest(Widget))).toEqual(crd)
    expect(JSON.parse(toManifest(Widget, Widget))).toMatchObject({ kind: 'List', items: [crd, crd] })
  })

  it('is taken by the server as it is written', async () => {
    const stored = await client.request({
      path: '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/widgets.example.com',
    })
    expect(stored).toMatchObject(JSON.parse(JSON.stringify({ spec: Widget.crd.spec })) as object)
  })

  it('gives types to objects, with what has a default in them', () => {
    type Widgets = CustomResourceOf<typeof Widget>
    expectTypeOf<Widgets['metadata']>().toEqualTypeOf<ObjectMeta>()
    expectTypeOf<Widgets['spec']['replicas']>().toEqualTypeOf<number>()
    expectTypeOf<Widgets['spec']['color']>().toEqualTypeOf<'red' | 'blue'>()
    expectTypeOf<Widgets['spec']['maxUnavailable']>().toEqualTypeOf<number | string | undefined>()
    expectTypeOf<NonNullable<Widgets['status']>['ready']>().toEqualTypeOf<boolean | undefined>()
    const beta = Widget.at('v1beta1')
    expectTypeOf<CustomResourceOf<typeof beta>['spec']>().toEqualTypeOf<{ replicas: number }>()
    expectTypeOf<CustomResourceOf<typeof beta>>().not.toHaveProperty('status')
    expectTypeOf<Awaited<ReturnType<typeof getWidget>>>().toEqualTypeOf<Widgets>()
  })

  it('makes objects with defaults, of parts that may lack them', () => {
    expect(Widget.of({ metadata, spec: { image: 'nginx' } })).toEqual({
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata,
      spec: { image: 'nginx', color: 'red', replicas: 1 },
    })
    expect(Widget.at('v1beta1').of({ metadata, spec: {} }).spec.replicas).toBe(1)
    // @ts-expect-error -- image is required
    expect(() => Widget.of({ metadata, spec: {} })).toThrow(InvalidCustomResourceError)
  })

  it('goes to the server and back: defaults are the same there and here', async () => {
    const bare = { metadata, spec: { image: 'nginx' } } as CustomResourceOf<typeof Widget>
    const created = await client.create(Widget, bare)
    expect(created.spec).toEqual(Widget.of({ metadata, spec: { image: 'nginx' } }).spec)
    expect(Widget.parse(created)).toMatchObject({ metadata: created.metadata, spec: created.spec })

    const updated = await client.updateStatus(Widget, { ...created, status: { ready: true, replicas: 1 } })
    expect(updated.status?.ready).toBe(true)
    const scaled = await client.patchScale(Widget, metadata, { spec: { replicas: 3 } })
    expect(scaled).toMatchObject({ spec: { replicas: 3 }, status: { replicas: 1 } })
    expect((await client.get(Widget, metadata)).spec.replicas).toBe(3)
  })

  it.each([
    ['a wrong type', { image: 'nginx', replicas: 'many' }, 'spec.replicas'],
    ['a value that is not of the enum', { image: 'nginx', color: 'green' }, 'spec.color'],
    ['a value out of bounds', { image: 'nginx', ports: [{ name: 'http', port: 0 }] }, 'spec.ports[0].port'],
    ['a field that is missing', {}, 'spec.image'],
  ])('%s is refused by the server with 422, and by parse, which say the same path', async (_, spec, path) => {
    const object = { metadata, spec } as unknown as CustomResourceOf<typeof Widget>
    const refusal = await client.create(Widget, object).catch((error: unknown) => error)
    expect(isInvalid(refusal)).toBe(true)
    expect(String(refusal)).toContain(path)
    expect(() => Widget.parse(object)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ path })] }),
    )
  })

  it('holds objects to rules in CEL on the server', async () => {
    const blue = Widget.of({ metadata, spec: { image: 'nginx', color: 'blue', replicas: 5 } })
    await expect(client.create(Widget, blue)).rejects.toThrow(/too blue/)
    const long = Widget.of({ metadata: { ...metadata, name: 'n'.repeat(20) }, spec: { image: 'nginx' } })
    await expect(client.create(Widget, long)).rejects.toThrow(/name is too long/)
  })

  it('can be selected by its fields, and has its columns', async () => {
    await client.create(Widget, Widget.of({ metadata, spec: { image: 'a' } }))
    await client.create(
      Widget,
      Widget.of({ metadata: { ...metadata, name: 'blue' }, spec: { image: 'b', color: 'blue' } }),
    )
    const { items } = await client.list(Widget, { fieldSelector: 'spec.color=blue' })
    expect(items.map((widget) => widget.metadata.name)).toEqual(['blue'])
    const table = await client.request({
      path: '/apis/example.com/v1/widgets',
      accept: 'application/json;as=Table;v=v1;g=meta.k8s.io',
    })
    const columns = [{ name: 'Name' }, { name: 'Color' }, { name: 'Ready', priority: 1 }]
    expect(table).toMatchObject({ columnDefinitions: columns, rows: [{ cells: ['blue', 'blue', null] }, {}] })
  })

  it('warns of a version that is deprecated, in the words that were given', async () => {
    warnings.length = 0
    await client.list(Widget.at('v1beta1'))
    expect(warnings).toEqual(['example.com/v1beta1 Widget goes away; use v1'])
  })

  it('is watched by an informer like any other resource', async () => {
    await client.create(Widget, Widget.of({ metadata, spec: { image: 'nginx' } }))
    const informer = new SharedInformer(listWatch(client, Widget), {
      indexers: { color: (widget) => [widget.spec.color] },
    })
    const seen: string[] = []
    informer.addEventHandler({
      added: (widget) => void seen.push(`added ${widget.spec.image}`),
      updated: (before, widget) => void seen.push(`${before.spec.replicas} to ${widget.spec.replicas}`),
      deleted: (widget) => void seen.push(`deleted ${widget.metadata.name}`),
    })
    informer.start()
    await informer.waitForCacheSync({ timeout: '10s' })
    expect(informer.indexer.byIndex('color', 'red')).toHaveLength(1)
    const events = informer.events()[Symbol.asyncIterator]()
    await events.next()
    await events.next()
    await client.patch(Widget, metadata, { spec: { replicas: 2 } })
    await events.next()
    await client.delete(Widget, metadata)
    await events.next()
    await informer.stop()
    expect(seen).toEqual(['added nginx', '1 to 2', 'deleted web'])
  })
})

describe('parsing objects', () => {
  it('says where and what is expected, and nothing of what is there', () => {
    const spec = {
      image: '',
      replicas: 1.5,
      color: 'hunter2',
      ports: [{ name: 'a', port: 'hunter2' }],
      env: { KEY: 7 },
    }
    const parse = () => Widget.parse({ apiVersion: 'v1', kind: 'Widget', metadata, spec })
    expect(parse).toThrow(
      'not a valid Widget: apiVersion: expected example.com/v1; spec.replicas: expected int; ' +
        'spec.color: expected one of red, blue; spec.image: expected at least 1 characters; ' +
        'spec.env.KEY: expected string; spec.ports[0].port: expected number',
    )
    expect(parse).not.toThrow(/hunter2/)
  })

  it.each([undefined, null, 'text', [], {}, { metadata }, { metadata, spec: null }])(
    '%j is no object of it',
    (value) => {
      expect(() => Widget.parse(value)).toThrow(InvalidCustomResourceError)
    },
  )

  it('takes the version that apiVersion names, and the storage version where there is none', () => {
    const beta = parseCustomResource(Widget, {
      apiVersion: 'example.com/v1beta1',
      kind: 'Widget',
      metadata,
      spec: {},
    })
    expect(beta).toMatchObject({ apiVersion: 'example.com/v1beta1', spec: { replicas: 1 } })
    expect(parseCustomResource(Widget, { metadata, spec: { image: 'a' } }).apiVersion).toBe('example.com/v1')
    expect(() => parseCustomResource(Widget, { apiVersion: 'example.com/v2', metadata, spec: {} })).toThrow(
      /apiVersion/,
    )
    expect(() => parseCustomResource(Widget, null)).toThrow(InvalidCustomResourceError)
  })

  it('says what the author of a refinement says', () => {
    const range = z
      .object({ min: z.int(), max: z.int() })
      .refine(({ min, max }) => min <= max, { message: 'max is below min', path: ['max'] })
      .meta({ 'x-kubernetes-validations': [{ rule: 'self.min <= self.max', message: 'max is below min' }] })
    const Range = defineCustomResource({
      group: 'example.com',
      kind: 'Range',
      scope: 'Cluster',
      versions: [{ name: 'v1', spec: range }],
    })
    const parse = () => Range.parse({ metadata: { name: 'a' }, spec: { min: 2, max: 1 } })
    expect(parse).toThrow('not a valid Range: spec.max: max is below min')
  })

  it('refuses what nests too deep to be checked, and takes it where nothing is checked', () => {
    const Deep = defineCustomResource({
      group: 'example.com',
      kind: 'Deep',
      scope: 'Cluster',
      versions: [{ name: 'v1', spec: z.object({ checked: z.json().optional(), free: z.unknown() }) }],
    })
    let deep: z.core.util.JSONType = 1
    for (let level = 0; level < 20_000; level++) deep = { deep }
    const object = (spec: object) => ({ metadata: { name: 'a' }, spec })
    expect(() => Deep.parse(object({ checked: deep }))).toThrow(/not a valid Deep: it nests too deep/)
    expect(Deep.parse(object({ free: deep })).spec.free).toBe(deep)
  })

  it('drops fields that nobody knows and keeps metadata whole, as a server does', () => {
    const object = { metadata: { ...metadata, labels: { a: 'b' } }, spec: { image: 'a', more: 1 }, extra: 2 }
    const parsed = Widget.parse(object)
    expect(parsed).toEqual({ ...Widget.of({ metadata: object.metadata, spec: { image: 'a' } }) })
    expect(object.spec).toHaveProperty('more')
  })

  it.each([
    [z.string().max(1), 'at most 1 characters'],
    [z.array(z.int()).min(20), 'at least 20 items'],
    [z.number().gt(5), 'expected more than 5'],
    [z.number().lt(-5), 'expected less than -5'],
    [z.int().multipleOf(7), 'a multiple of 7'],
    [z.string().regex(/^x+$/), 'to match /^x+$/'],
    [z.email(), 'the format email'],
    [z.strictObject({}), 'unknown fields: secret'],
    [z.union([z.int(), z.object({ a: z.int() })]).nullable(), 'none of the variants'],
    [z.literal('only'), 'expected only'],
    [z.boolean().nonoptional(), 'expected boolean'],
  ])('%# has words of its own', (schema, words) => {
    const { looseObject, unknown } = z
    const Sample = defineCustomResource({
      group: 'example.com',
      kind: 'Sample',
      scope: 'Cluster',
      versions: [
        {
          name: 'v1',
          spec: looseObject({ value: unknown() })
            .and(z.object({ value: schema.meta({ openAPIV3Schema: {} }) }))
            .meta({ openAPIV3Schema: { type: 'object' } }),
        },
      ],
    })
    const values = ['long', [], 5, 1, 1.5, { secret: 'hunter2' }, 'hunter2', false]
    const messages = values.flatMap((value) => {
      try {
        Sample.parse({ metadata: { name: 'a' }, spec: { value } })
        return []
      } catch (error) {
        return [String(error)]
      }
    })
    expect(messages.join('\n')).toContain(words)
    expect(messages.join('\n')).not.toContain('hunter2')
  })
})
