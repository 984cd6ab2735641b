import type { ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { replicaSetFraction } from '../../src/decide/proportional-scaling.ts'
import { revisionsOf } from '../../src/decide/replica-sets.ts'
import { isScalingEvent, planScaling } from '../../src/decide/scaling.ts'
import { deployment, replicaSet, sizes, type DeploymentFacts } from '../support/objects.ts'

/** A case of upstream's TestScale: sizes newest first, the first of them the new ReplicaSet where there is one. */
interface Case {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly facts?: DeploymentFacts
  /** The most pods that there could be before; the number wanted before unless told. */
  readonly max?: number
  readonly hasNewSet?: boolean
  readonly available?: number
}

const cases: readonly Case[] = [
  { name: 'one ReplicaSet grows', from: 10, to: 12, before: [10], after: [12] },
  { name: 'one ReplicaSet shrinks', from: 10, to: 5, before: [10], after: [5] },
  { name: 'two grow', from: 5, to: 10, before: [2, 3], after: [4, 6] },
  { name: 'two shrink', from: 5, to: 3, before: [2, 3], after: [1, 2] },
  { name: 'one has no share left', from: 9, to: 4, before: [8, 1], after: [4, 0] },
  { name: 'three grow', from: 7, to: 10, before: [2, 3, 2], after: [3, 4, 3] },
  { name: 'three shrink', from: 13, to: 8, before: [2, 8, 3], after: [1, 5, 2] },
  { name: 'a pod too few for all goes to the newest', from: 3, to: 4, before: [1, 1, 1], after: [2, 1, 1] },
  {
    name: 'a pod too many for all goes from the oldest',
    from: 3,
    to: 2,
    before: [1, 1, 1],
    after: [1, 1, 0],
  },
  {
    name: 'old ones grow without a new one',
    from: 4,
    to: 5,
    before: [2, 2],
    after: [3, 2],
    hasNewSet: false,
  },
  { name: 'all go to nothing', from: 6, to: 0, before: [3, 2, 1], after: [0, 0, 0] },
  { name: 'the new one alone comes back', from: 0, to: 6, before: [0, 0, 0], after: [6, 0, 0] },
  {
    name: 'surge is shared too',
    from: 10,
    to: 20,
    before: [6, 6],
    after: [11, 11],
    max: 12,
    facts: { maxSurge: 2 },
  },
  {
    name: 'surge changes with the size',
    from: 10,
    to: 50,
    before: [5, 8],
    after: [22, 34],
    max: 13,
    facts: { maxSurge: 6 },
  },
  {
    name: 'the template changes with the size',
    from: 10,
    to: 14,
    before: [7, 3],
    after: [10, 4],
    hasNewSet: false,
  },
  {
    name: 'the new one has all pods and none available',
    from: 2,
    to: 2,
    before: [2, 1],
    after: [2, 1],
    max: 3,
    facts: { maxSurge: 1, maxUnavailable: 1 },
    available: 0,
  },
]

function setup({ from, to, before, max = from, facts, hasNewSet = true, available }: Case) {
  const web = deployment({ replicas: to, maxSurge: 0, maxUnavailable: 0, ...facts })
  const sets = before.map((size, index) =>
    replicaSet(`v${before.length - index}`, size, {
      created: -100 * index,
      image: index === 0 && hasNewSet ? 'web:1' : `web:old-${index}`,
      annotations: sizes(from, max),
      status: { availableReplicas: available ?? size },
    }),
  )
  return { web, sets, revisions: revisionsOf(web, sets) }
}

describe('D-10 scaling', () => {
  it.each(cases)('D-10 $name: $from to $to makes $after of $before', (scaling) => {
    const { web, sets, revisions } = setup(scaling)
    const planned = new Map(
      planScaling(web, revisions).map(({ replicaSet: set, size }) => [set.metadata.name, size]),
    )
    expect(sets.map(({ metadata, spec }) => planned.get(metadata.name) ?? spec.replicas)).toEqual(
      scaling.after,
    )
  })

  it('D-10 what is not active is not written when pods come back', () => {
    const { web, revisions } = setup({ name: '', from: 0, to: 6, before: [0, 0, 0], after: [] })
    expect(planScaling(web, revisions).map(({ replicaSet: set }) => set.metadata.name)).toEqual(['v3'])
  })

  it('D-10 old ReplicaSets go to nothing once the new one has all pods', () => {
    const { web, revisions } = setup({ name: '', from: 5, to: 5, before: [5, 3, 2], after: [] })
    expect(planScaling(web, revisions).map(({ replicaSet: set, size }) => [set.metadata.name, size])).toEqual(
      [
        ['v1', 0],
        ['v2', 0],
      ],
    )
  })

  it('D-10 several ReplicaSets of a Deployment that recreates pods are left alone', () => {
    const { web, revisions } = setup({
      name: '',
      from: 5,
      to: 8,
      before: [2, 3],
      after: [],
      facts: { strategy: 'Recreate' },
    })
    expect(planScaling(web, revisions)).toEqual([])
  })

  it('D-31 the largest is written first, the newest of equals when growing and the oldest when shrinking', () => {
    const order = (from: number, to: number) => {
      const { web, revisions } = setup({ name: '', from, to, before: [2, 3, 2], after: [] })
      return planScaling(web, revisions).map(({ replicaSet: set }) => set.metadata.name)
    }
    expect(order(7, 10)).toEqual(['v2', 'v3', 'v1'])
    expect(order(7, 5)).toEqual(['v2', 'v1', 'v3'])
  })

  it('D-35 10 with surge 3 and 8 + 5 pods become 20 + 13 of 30', () => {
    const { web, sets, revisions } = setup({
      name: '',
      from: 10,
      to: 30,
      before: [5, 8],
      after: [],
      max: 13,
      facts: { maxSurge: 3, maxUnavailable: 2 },
      available: 0,
    })
    const planned = new Map(planScaling(web, revisions).map(({ replicaSet: set, size }) => [set, size]))
    expect(sets.map((set) => planned.get(set))).toEqual([13, 20])
  })

  it('never plans a negative size, and all that is wanted, of whatever there was', () => {
    for (const [from, to] of [
      [10, 1],
      [100, 1],
      [3, 100],
      [13, 2],
    ] as const) {
      const { web, revisions } = setup({ name: '', from, to, before: [2, from - 3, 1], after: [] })
      const planned = planScaling(web, revisions).map(({ size }) => size)
      expect(Math.min(...planned)).toBeGreaterThanOrEqual(0)
      expect(planned.reduce((sum, size) => sum + size, 0)).toBe(to)
    }
  })
})

describe('a scaling event', () => {
  it.each([
    [sizes(10, 10), 3, false],
    [sizes(9, 9), 3, true],
    [sizes(9, 9), 0, false],
    [{ 'deployment.kubernetes.io/desired-replicas': 'many' }, 3, false],
    [{}, 3, false],
  ])('D-10 of a ReplicaSet with %j and %i pods, where 10 are wanted: %s', (annotations, size, expected) => {
    const web = deployment({ replicas: 10 })
    const set = replicaSet('a', size, { annotations })
    expect(isScalingEvent(web, revisionsOf(web, [set]))).toBe(expected)
  })
})

describe('D-11 the fraction of a ReplicaSet', () => {
  const set = (size: number, max?: number): ReplicaSet =>
    replicaSet('a', size, max === undefined ? {} : { annotations: sizes(size, max) })

  it.each([
    ['nothing is wanted', 0, 0, set(10, 10), 0, -10],
    ['nothing is known', 10, 0, set(5), 0, 0],
    ['the annotation is 0, and the status 100', 120, 0, set(50, 0), 100, 10],
    ['it was 50 of 100', 120, 0, set(50, 100), 0, 10],
    ['it was 50 of 110', 120, 10, set(50, 110), 0, 9],
    ['it was 6 of 12', 10, 0, set(6, 12), 0, -1],
    ['it was 50 of 130', 100, 10, set(50, 130), 0, -8],
  ])('D-11 %s: %i with surge %i', (_, replicas, maxSurge, of, reported, expected) => {
    const web = deployment({ replicas, maxSurge, maxUnavailable: 1, status: { replicas: reported } })
    expect(replicaSetFraction(web, of)).toBe(expected)
  })
})
