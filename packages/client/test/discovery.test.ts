import { Client, discover, NoKindMatchError, RESTMapper } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { FakeTransport, type Reply } from './support/fake-transport.ts'
import { failure } from './support/objects.ts'

const aggregated = (items: object[]): object => ({
  kind: 'APIGroupDiscoveryList',
  apiVersion: 'apidiscovery.k8s.io/v2',
  items,
})
const served = (resource: string, kind: string, more = {}): object => ({
  resource,
  responseKind: { kind },
  scope: 'Namespaced',
  singularResource: kind.toLowerCase(),
  verbs: ['get', 'list', 'watch'],
  ...more,
})
const core = aggregated([
  {
    metadata: {},
    versions: [
      {
        version: 'v1',
        resources: [
          served('pods', 'Pod', { shortNames: ['po'], subresources: [{ subresource: 'status' }] }),
          served('nodes', 'Node', { scope: 'Cluster' }),
          served('events', 'Event'),
        ],
      },
    ],
  },
])
const group = (name: string, versions: object[]): object => ({ metadata: { name }, versions })
const groups = [
  group('events.k8s.io', [{ version: 'v1', resources: [served('events', 'Event')] }]),
  group('metrics.k8s.io', [{ version: 'v1beta1', freshness: 'Stale', resources: [] }]),
  group('autoscaling', [
    {
      version: 'v2',
      resources: [served('horizontalpodautoscalers', 'HorizontalPodAutoscaler', { shortNames: ['hpa'] })],
    },
    {
      version: 'v1',
      resources: [served('horizontalpodautoscalers', 'HorizontalPodAutoscaler', { shortNames: ['hpa'] })],
    },
  ]),
]

function clientOf(answers: () => Record<string, object>): { client: Client; transport: FakeTransport } {
  const transport = new FakeTransport(({ path }): Reply => {
    const body = answers()[path]
    return body ? { body } : { status: path.includes('broken') ? 503 : 404, body: failure(404, 'NotFound') }
  })
  return { client: new Client({ transport, clock: new TestClock(), qps: -1 }), transport }
}

describe('discovery', () => {
  it('reads aggregated documents in two requests', async () => {
    const { client, transport } = clientOf(() => ({ '/api': core, '/apis': aggregated(groups) }))
    const { resources, unavailable } = await discover(client)
    expect(transport.paths).toEqual(['/api', '/apis'])
    expect(resources[0]).toEqual({
      group: '',
      version: 'v1',
      kind: 'Pod',
      resource: 'pods',
      namespaced: true,
      singular: 'pod',
      shortNames: ['po'],
      categories: [],
      verbs: ['get', 'list', 'watch'],
      subresources: ['status'],
    })
    expect([...unavailable.keys()]).toEqual(['metrics.k8s.io/v1beta1'])
  })

  it('reads the documents of older servers, and keeps what answers when a group does not', async () => {
    const list = (name: string, kind: string): object => ({
      kind: 'APIResourceList',
      resources: [
        { name, singularName: '', namespaced: true, kind, verbs: ['list'], shortNames: ['sn'] },
        { name: `${name}/status`, kind, namespaced: true },
      ],
    })
    const { client } = clientOf(() => ({
      '/api': { kind: 'APIVersions', versions: ['v1'] },
      '/api/v1': list('pods', 'Pod'),
      '/apis': {
        kind: 'APIGroupList',
        groups: [
          {
            name: 'apps',
            versions: [{ version: 'v1beta1' }, { version: 'v1' }],
            preferredVersion: { version: 'v1' },
          },
          { name: 'broken.example.com', versions: [{ version: 'v1' }] },
        ],
      },
      '/apis/apps/v1': list('deployments', 'Deployment'),
      '/apis/apps/v1beta1': list('deployments', 'Deployment'),
    }))
    const { resources, unavailable } = await discover(client)
    expect(
      resources.map(({ group: g, version, resource, subresources }) => [g, version, resource, subresources]),
    ).toEqual([
      ['', 'v1', 'pods', ['status']],
      ['apps', 'v1', 'deployments', ['status']],
      ['apps', 'v1beta1', 'deployments', ['status']],
    ])
    expect([...unavailable.keys()]).toEqual(['broken.example.com/v1'])
  })
})

describe('RESTMapper', () => {
  it('finds a resource by kind, plural, singular, short name and plural with group, and asks the server once', async () => {
    const { client, transport } = clientOf(() => ({ '/api': core, '/apis': aggregated(groups) }))
    const mapper = new RESTMapper(client)
    const pod = { group: '', version: 'v1', kind: 'Pod', resource: 'pods', namespaced: true }
    for (const name of ['Pod', 'pods', 'pod', 'po', 'PODS'])
      expect(await mapper.resourceFor(name)).toEqual(pod)
    expect(await mapper.resourceFor('hpa')).toMatchObject({ version: 'v2' })
    expect(await mapper.resourceFor('hpa', { version: 'v1' })).toMatchObject({ version: 'v1' })
    expect(await mapper.resourceFor('Event')).toMatchObject({ group: '' })
    expect(await mapper.resourceFor('Event', { group: 'events.k8s.io' })).toMatchObject({
      group: 'events.k8s.io',
    })
    expect(await mapper.resourceFor('events.events.k8s.io')).toMatchObject({ group: 'events.k8s.io' })
    expect(await mapper.resourceFor('nodes')).toMatchObject({ namespaced: false })
    expect(transport.requests).toHaveLength(2)
  })

  it('asks again for a name it does not know, and says what to check when it stays unknown', async () => {
    const later = group('example.com', [{ version: 'v1', resources: [served('widgets', 'Widget')] }])
    let all = groups
    const { client } = clientOf(() => ({ '/api': core, '/apis': aggregated(all) }))
    const mapper = new RESTMapper(client)
    await expect(mapper.resourceFor('Widget', { group: 'example.com' })).rejects.toThrow(NoKindMatchError)
    const error = await mapper.resourceFor('Widget').catch((each: unknown) => each)
    expect(String(error)).toContain('CustomResourceDefinition is installed')
    expect(error).toMatchObject({ query: 'Widget', unavailable: ['metrics.k8s.io/v1beta1'] })
    all = [...groups, later]
    expect(await mapper.resourceFor('Widget')).toMatchObject({ group: 'example.com', resource: 'widgets' })
  })
})
