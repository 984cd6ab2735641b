import { slowStartBatch } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { planReplicas } from '../../src/decide/plan.ts'
import { relatedPods, relatedReplicaSets, replicaSetsFor } from '../../src/decide/related.ts'
import { deletionAgeRatios, victims } from '../../src/decide/victims.ts'
import { controlledBy, pod, replicaSet, start } from '../support/objects.ts'

const names = (objects: readonly { readonly metadata: { readonly name?: string } }[]) =>
  objects.map(({ metadata }) => metadata.name)

describe('the number of pods', () => {
  it.each([
    [2, 2, 'nothing', 0],
    [2, 0, 'create', 2],
    [0, 3, 'delete', 3],
    [1000, 1, 'create', 500],
    [1, 1000, 'delete', 500],
  ])('RS-9 where %i are wanted and %i there: %s %i', (replicas, there, verb, count) => {
    expect(planReplicas(replicaSet('a', replicas), there)).toEqual({ verb, count })
  })

  it.each([
    [5, 30, [5, 5, 5, 5, 5, 5]],
    [5, 12, [5, 5, 2]],
    [3, 2, [2]],
  ])('RS-9 with a burst of %i, %i pods come and go in steps of %j', (burst, replicas, steps) => {
    const up: number[] = []
    for (let there = 0; there < replicas; there += up.at(-1) ?? 0) {
      up.push(planReplicas(replicaSet('a', replicas), there, burst).count)
    }
    expect(up).toEqual(steps)
    const down: number[] = []
    for (let there = replicas; there > 0; there -= down.at(-1) ?? 0) {
      down.push(planReplicas(replicaSet('a', 0), there, burst).count)
    }
    expect(down).toEqual(steps)
  })

  it.each([
    [0, 1, 0],
    [5, 7, 5],
    [10, 10, 10],
  ])('RS-17 of 10 calls, where %i succeed, %i are made', async (limit, attempted, successes) => {
    let calls = 0
    const result = await slowStartBatch(10, () => {
      if (calls++ >= limit) throw new Error('refused')
    })
    expect([result.attempted, result.successes]).toEqual([attempted, successes])
  })
})

describe('RS-18 victims', () => {
  const pods = [
    pod('ready-alone', { node: 'node1', readyFor: 60 }),
    pod('ready-crowded', { node: 'node2', readyFor: 60 }),
    pod('not-ready', { node: 'node1' }),
    pod('scheduled-pending', { node: 'node1', phase: 'Pending' }),
    pod('unscheduled', { phase: 'Pending' }),
  ]
  const crowd = [...pods, pod('neighbour', { node: 'node2', readyFor: 60 })]

  it('RS-18 are all pods, where all go', () => {
    expect(victims(pods, [], pods.length, start)).toHaveLength(pods.length)
  })

  it('RS-18 go by what they are missed least for', () => {
    const ranked = crowd.filter(
      ({ metadata }) => !['not-ready', 'scheduled-pending'].includes(metadata.name ?? ''),
    )
    expect(names(victims(pods, ranked, 4, start))).toEqual([
      'unscheduled',
      'scheduled-pending',
      'not-ready',
      'ready-crowded',
    ])
  })

  it('RS-18 the one on the node with more related pods goes first', () => {
    const two = [pod('a', { node: 'node1', readyFor: 60 }), pod('b', { node: 'node2', readyFor: 60 })]
    const related = [...two, pod('c', { node: 'node2', readyFor: 60 })]
    expect(names(victims(two, related, 1, start))).toEqual(['b'])
    const inactive = [...two, pod('c', { node: 'node2', phase: 'Failed' }), pod('d', { node: 'node1' })]
    expect(names(victims(two, inactive, 1, start))).toEqual(['a'])
  })

  it('RS-19 cost counts more than the node, and age only by its magnitude', () => {
    const costing = (name: string, cost: string, node: string) =>
      pod(name, {
        node,
        readyFor: 60,
        metadata: { annotations: { 'controller.kubernetes.io/pod-deletion-cost': cost } },
      })
    const priced = [costing('dear', '100', 'node1'), costing('cheap', '10', 'node2')]
    expect(names(victims(priced, [...priced, pod('x', { node: 'node2' })], 1, start))).toEqual(['cheap'])
    const hours = (name: string, count: number) => pod(name, { node: name, readyFor: count * 3600 })
    expect(names(victims([hours('a', 5), hours('b', 2)], [], 1, start))).toEqual(['b'])
    // 5 and 8 hours are equally old: the uid decides.
    expect(names(victims([hours('b', 5), hours('a', 8)], [], 1, start))).toEqual(['a'])
  })

  it('RS-18 are the same whatever the order of the cache', () => {
    const alike = ['c', 'a', 'b'].map((name) => pod(name, { metadata: { uid: 'same' } }))
    expect(names(victims(alike, [], 1, start))).toEqual(names(victims(alike.toReversed(), [], 1, start)))
  })

  it('are told how much older they are than the youngest', () => {
    const ready = [60, 120, 200].map((seconds) => pod(`for-${seconds}`, { readyFor: seconds }))
    expect(deletionAgeRatios([...ready, pod('starting')], ready, start)).toEqual([1, 2, 3])
    expect(deletionAgeRatios([pod('now', { readyFor: 0 })], [pod('now', { readyFor: 0 })], start)).toEqual([])
    expect(deletionAgeRatios([pod('starting')], [pod('starting')], start)).toEqual([])
  })
})

describe('RS-5 related ReplicaSets', () => {
  const owned = (name: string, owner: string, deletionTimestamp?: string) =>
    replicaSet(name, 1, {
      metadata: {
        ownerReferences: [controlledBy('Deployment', owner)],
        ...(deletionTimestamp !== undefined && { deletionTimestamp }),
      },
      spec: { selector: { matchLabels: { set: name } } },
    })
  const [own, sibling, dying] = [owned('own', 'a'), owned('sibling', 'a'), owned('dying', 'a', 'now')]
  const stranger = owned('stranger', 'b')
  const byController = (uid: string) =>
    [own, sibling, dying, stranger].filter(({ metadata }) => metadata.ownerReferences?.[0]?.uid === uid)

  it('RS-5 are itself, those of its owner, also those on their way out, and no others', () => {
    expect(names(relatedReplicaSets(own, byController))).toEqual(['own', 'sibling', 'dying'])
    expect(relatedReplicaSets(replicaSet('alone', 1), byController)).toEqual([])
  })

  it('RS-5 have pods, each of them once', () => {
    const of = (name: string, set: string) => pod(name, { labels: { set } })
    const pods = [of('a', 'own'), of('b', 'sibling'), of('c', 'stranger'), of('d', 'dying')]
    expect(names(relatedPods([own, sibling, dying], pods))).toEqual(['a', 'b', 'd'])
    expect(relatedPods([own, own], pods)).toHaveLength(1)
  })
})

describe('RS-6 a pod without an owner', () => {
  const sets = [
    replicaSet('web', 1),
    replicaSet('everything', 1, { spec: { selector: {} } }),
    replicaSet('other', 1, { spec: { selector: { matchLabels: { app: 'other' } } } }),
    replicaSet('odd', 1, {
      spec: { selector: { matchExpressions: [{ key: 'app', operator: 'Like', values: [] }] } },
    }),
  ]

  it.each([
    ['without labels', {}, []],
    ['with labels of one', { app: 'web' }, ['web']],
    ['with labels of none', { app: 'db' }, []],
  ])('RS-6 %s may be adopted by %j', (_, labels, expected) => {
    expect(names(replicaSetsFor(pod('a', { labels }), sets))).toEqual(expected)
  })
})
