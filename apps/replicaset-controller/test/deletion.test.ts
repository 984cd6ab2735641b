import { Node, Pod, ReplicaSet, type OwnerReference } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { pod, replicaSet, running } from './support/objects.ts'
import { World } from './support/world.ts'

const at = (name: string) => ({ namespace: 'default', name })
const cost = 'controller.kubernetes.io/pod-deletion-cost'

async function create(
  world: World,
  name: string,
  replicas: number,
  labels: Record<string, string>,
  owner?: OwnerReference,
) {
  const { spec } = replicaSet(name, replicas, {
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    },
  })
  return world.client.create(ReplicaSet, {
    metadata: { name, namespace: 'default', ...(owner && { ownerReferences: [owner] }) },
    spec,
  })
}

/** A pod of the ReplicaSet that runs on a node. */
async function createPod(world: World, name: string, owner: ReplicaSet, node?: string) {
  await world.client.create(Pod, {
    metadata: {
      name,
      namespace: 'default',
      labels: owner.spec.selector.matchLabels ?? {},
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: owner.metadata.name ?? '',
          uid: owner.metadata.uid ?? '',
          controller: true,
        },
      ],
    },
    spec: {
      ...pod(name).spec,
      ...(node !== undefined && { nodeName: node }),
      terminationGracePeriodSeconds: 0,
    },
  })
}

const names = async (world: World) =>
  (await world.pods())
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ metadata }) => metadata.name)

describe('which pods go', () => {
  it('RS-18 RS-19 those first that are missed least', async () => {
    await using world = new World({ idle: true })
    const web = await create(world, 'web', 4, { app: 'web' })
    for (const name of ['ready-long', 'ready-short', 'starting', 'unscheduled']) {
      await createPod(world, name, web, name === 'unscheduled' ? undefined : 'node1')
    }
    await world.report('ready-long', running('2024-12-31T12:00:00Z'))
    await world.report('ready-short', running('2024-12-31T23:59:50Z'))
    world.start()
    await world.env.settle()
    const left: (readonly (string | undefined)[])[] = []
    for (const replicas of [3, 2, 1]) {
      await world.scale('web', replicas)
      await world.env.advance('1s')
      left.push(await names(world))
    }
    expect(left).toEqual([
      ['ready-long', 'ready-short', 'starting'],
      ['ready-long', 'ready-short'],
      ['ready-long'],
    ])
  })

  it('RS-5 RS-18 the one beside most pods of all ReplicaSets of its owner', async () => {
    await using world = new World({ idle: true })
    const owner = await world.client.create(Node, { metadata: { name: 'anything' } })
    const reference: OwnerReference = {
      apiVersion: 'v1',
      kind: 'Node',
      name: 'anything',
      uid: owner.metadata.uid ?? '',
      controller: true,
    }
    const web = await create(world, 'web', 2, { set: 'web' }, reference)
    const sibling = await create(world, 'sibling', 1, { set: 'sibling' }, reference)
    const stranger = await create(world, 'stranger', 2, { set: 'stranger' })
    await createPod(world, 'on-node1', web, 'node1')
    await createPod(world, 'on-node2', web, 'node2')
    await createPod(world, 'sibling', sibling, 'node2')
    await createPod(world, 'stranger-1', stranger, 'node1')
    await createPod(world, 'stranger-2', stranger, 'node1')
    for (const { metadata } of await world.pods())
      await world.report(metadata.name ?? '', running('2024-12-31T23:00:00Z'))
    world.start()
    await world.env.settle()
    await world.scale('web', 1)
    await world.env.advance('1s')
    expect(await names(world)).toEqual(['on-node1', 'sibling', 'stranger-1', 'stranger-2'])
  })

  it.each([
    ['the cheaper one goes, however often the other restarted', ['1000', '100'], 'pod-0'],
    ['the one with more restarts goes, of two that cost the same', ['100', '100'], 'pod-1'],
    ['the one with more restarts goes, where nothing is said', [], 'pod-1'],
  ])('RS-20 %s', async (_, costs, survivor) => {
    await using world = new World({ idle: true })
    const web = await create(world, 'web', 2, { app: 'web' })
    for (const index of [0, 1]) {
      const name = `pod-${index}`
      await createPod(world, name, web, 'node1')
      await world.report(name, running('2024-12-31T23:00:00Z', index === 0 ? 5 : 0))
      const annotations = costs[index] === undefined ? undefined : { [cost]: costs[index] }
      await world.client.patch(Pod, at(name), { metadata: { annotations } })
    }
    world.start()
    await world.env.settle()
    await world.scale('web', 1)
    await world.env.advance('1s')
    expect(await names(world)).toEqual([survivor])
  })

  it('counts how much older they are than the youngest', async () => {
    const ratios: number[] = []
    await using world = new World({
      idle: true,
      controller: { deletionAgeRatio: { observe: (ratio) => ratios.push(ratio) } },
    })
    const web = await create(world, 'web', 2, { app: 'web' })
    await createPod(world, 'a', web, 'node1')
    await createPod(world, 'b', web, 'node1')
    await world.report('a', running('2024-12-31T23:59:00Z'))
    await world.report('b', running('2024-12-31T23:58:00Z'))
    world.start()
    await world.env.settle()
    await world.scale('web', 0)
    await world.env.settle()
    expect(ratios.toSorted((x, y) => x - y)).toEqual([1, 2])
  })

  it('RS-23 a pod that is gone already is no failure, one that cannot be deleted is told', async () => {
    await using world = new World()
    await create(world, 'web', 2, { app: 'web' })
    await world.env.settle()
    world.env.faults.respond({ verb: 'delete', resource: 'pods', count: 1 }, 404)
    const refused = world.env.faults.respond(
      { verb: 'delete', resource: 'pods', count: 1 },
      { status: 403, reason: 'Forbidden', message: 'not today' },
    )
    world.events.length = 0
    await world.scale('web', 0)
    await world.env.settle()
    expect(refused.strikes).toBe(1)
    const failures = world.events.filter((event) => event.includes('FailedDelete'))
    expect(failures).toEqual(['Warning FailedDelete Error deleting: not today'])
    await world.env.advance('10m')
    expect(await names(world)).toEqual([])
  })
})
