import { Pod, ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { replicaSet, running } from './support/objects.ts'
import { World } from './support/world.ts'

const at = (name: string) => ({ namespace: 'default', name })

async function create(world: World, replicas: number, spec: Partial<ReplicaSet['spec']> = {}) {
  const web = replicaSet('web', replicas, { spec })
  return world.client.create(ReplicaSet, { metadata: { name: 'web', namespace: 'default' }, spec: web.spec })
}

const requests = (world: World) =>
  world.env.audit
    .filter(({ path, watch }) => !watch && path.includes('/replicasets/web'))
    .map(({ method, path, status }) => `${method}${path.endsWith('/status') ? ' status' : ''} ${status}`)

describe('the status of a ReplicaSet', () => {
  it('RS-8 is written a second time when the first fails: two PUTs and a GET', async () => {
    await using world = new World()
    world.env.faults.respond(
      { verb: 'update', resource: 'replicasets.apps', subresource: 'status', count: 1 },
      409,
    )
    await create(world, 0)
    await world.env.settle()
    expect(requests(world)).toEqual(['PUT status 409', 'GET 200', 'PUT status 200'])
    expect((await world.set('web')).status?.observedGeneration).toBe(1)
    expect(world.outcomes.every(({ error }) => !error)).toBe(true)
  })

  it('RS-8 says in the second write what it counted for the first, and of which generation', async () => {
    await using world = new World()
    const slow = world.env.faults.delay(
      { verb: 'update', resource: 'replicasets.apps', subresource: 'status', count: 1 },
      '5s',
    )
    await create(world, 1)
    // Only these two: what comes after counts anew.
    world.env.faults.respond({ verb: 'update', resource: 'replicasets.apps', skip: 2 }, 409)
    await world.env.settle()
    // While the first write is under way somebody asks for more: the version is old, and so is what was counted.
    await world.scale('web', 7)
    await world.env.advance('6s')
    expect(slow.strikes).toBe(1)
    expect(requests(world).slice(0, 3)).toEqual(['PUT status 409', 'GET 200', 'PUT status 200'])
    const { status, metadata } = await world.set('web')
    expect([metadata.generation, status?.observedGeneration]).toEqual([2, 1])
  })

  it('RS-8 that cannot be written has the ReplicaSet looked at again', async () => {
    await using world = new World()
    world.env.faults.respond(
      { verb: 'update', resource: 'replicasets.apps', subresource: 'status', count: 2 },
      500,
    )
    await create(world, 0)
    await world.env.settle()
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'error' })
    await world.env.advance('1s')
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'success' })
    expect((await world.set('web')).status?.observedGeneration).toBe(1)
  })

  it('RS-21 X-6 says why pods cannot be created, in the words of the server, until they can', async () => {
    await using world = new World()
    const message = 'pods "web-" is forbidden: exceeded quota: small'
    const quota = world.env.faults.respond(
      { verb: 'create', resource: 'pods', skip: 5 },
      { status: 403, reason: 'Forbidden', message },
    )
    await create(world, 10)
    await world.env.advance('1s')
    const { status } = await world.set('web')
    expect(status?.conditions).toMatchObject([
      { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message },
    ])
    expect(await world.pods()).toHaveLength(5)
    expect(world.events).toContain(`Warning FailedCreate Error creating: ${message}`)
    quota.remove()
    await world.env.advance('20m')
    expect(await world.pods()).toHaveLength(10)
    const after = (await world.set('web')).status
    expect([after?.conditions, after?.replicas]).toEqual([undefined, 10])
  })

  it('RS-31 counts pods that are ready, and available after minReadySeconds', async () => {
    await using world = new World()
    await create(world, 3, { minReadySeconds: 3600 })
    await world.env.settle()
    const [, second, third] = (await world.pods()).map(({ metadata }) => metadata.name ?? '')
    await world.report(second ?? '', running('2025-01-01T00:00:00Z'))
    await world.report(third ?? '', running('2024-12-31T22:00:00Z'))
    await world.env.settle()
    expect((await world.set('web')).status).toMatchObject({
      replicas: 3,
      readyReplicas: 2,
      availableReplicas: 1,
      fullyLabeledReplicas: 3,
    })
  })

  it('RS-32 counts as fully labelled the pods with all labels of the template', async () => {
    await using world = new World()
    await create(world, 2)
    await world.env.settle()
    await world.client.patch(ReplicaSet, at('web'), {
      spec: { template: { metadata: { labels: { extra: 'x' } } } },
    })
    await world.env.settle()
    expect((await world.set('web')).status?.fullyLabeledReplicas ?? 0).toBe(0)
    const [first] = await world.pods()
    await world.client.patch(Pod, at(first?.metadata.name ?? ''), { metadata: { labels: { extra: 'x' } } })
    await world.env.settle()
    expect((await world.set('web')).status?.fullyLabeledReplicas).toBe(1)
  })

  it('RS-33 a pod that became ready is looked at again when it is available', async () => {
    await using world = new World()
    await create(world, 2, { minReadySeconds: 10 })
    await world.env.settle()
    const [first, second] = (await world.pods()).map(({ metadata }) => metadata.name ?? '')
    await world.report(first ?? '', running('2025-01-01T00:00:00Z'))
    await world.env.advance('10.5s')
    expect((await world.set('web')).status?.availableReplicas ?? 0).toBe(0)
    // Only one of two is ready, so nothing but the event of the pod has set this timer: a second late.
    await world.env.advance('1s')
    expect((await world.set('web')).status?.availableReplicas).toBe(1)
    await world.report(second ?? '', running('2025-01-01T00:00:12Z'))
    await world.env.advance('30s')
    expect((await world.set('web')).status?.availableReplicas).toBe(2)
  })

  it('RS-33 also when the controller was not there as it became ready', async () => {
    await using world = new World()
    await create(world, 1, { minReadySeconds: 10 })
    await world.env.settle()
    world.env.processes.get('controller')?.kill()
    await world.report((await world.pods())[0]?.metadata.name ?? '', running('2025-01-01T00:00:00Z'))
    world.start()
    await world.env.advance('5s')
    const { status } = await world.set('web')
    expect([status?.readyReplicas, status?.availableReplicas ?? 0]).toEqual([1, 0])
    await world.env.advance('20s')
    expect((await world.set('web')).status?.availableReplicas).toBe(1)
  })
})
