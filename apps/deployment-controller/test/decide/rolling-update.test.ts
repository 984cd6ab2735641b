import { InvalidIntOrPercentError, type ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { newReplicaSetSize, UnsupportedStrategyError } from '../../src/decide/new-replica-set.ts'
import {
  cleanupUnhealthyReplicas,
  maxScaledDown,
  reconcileNewReplicaSet,
  scaleDownOldReplicaSets,
} from '../../src/decide/rolling-update.ts'
import { deployment, replicaSet } from '../support/objects.ts'

const oldSet = (size: number, availableReplicas: number): ReplicaSet =>
  replicaSet('old', size, { image: 'web:0', status: { availableReplicas } })
const newSet = (size: number, availableReplicas: number): ReplicaSet =>
  replicaSet('new', size, { created: 1, status: { availableReplicas } })

describe('D-13 the new ReplicaSet', () => {
  it.each([
    ['RollingUpdate', 1, 5, 1, 5],
    ['RollingUpdate', 6, 2, 10, 6],
    ['Recreate', 3, 1, 1, 3],
  ])(
    'D-13 of a %s to %i with %i pods and surge %i is to have %i',
    (strategy, replicas, size, maxSurge, to) => {
      expect(newReplicaSetSize(deployment({ replicas, strategy, maxSurge }), size + 5, size)).toBe(to)
    },
  )

  it.each([
    [0, 10, 0, undefined],
    [2, 10, 0, 2],
    [2, 5, 0, 7],
    [2, 10, 2, undefined],
    [2, 2, 11, 10],
    [2, 0, 10, undefined],
  ])('D-13 to 10 with surge %i, old %i, new %i: %s', (maxSurge, old, size, expected) => {
    const web = deployment({ replicas: 10, maxSurge, maxUnavailable: 1 })
    const set = newSet(size, 0)
    expect(reconcileNewReplicaSet(web, [oldSet(old, old), set], set)?.size).toBe(expected)
  })

  it('D-12 a surge that is no number and a strategy that nobody knows are refused', () => {
    expect(() => newReplicaSetSize(deployment({ maxSurge: 'oops' }), 0, 0)).toThrow(InvalidIntOrPercentError)
    expect(() => newReplicaSetSize(deployment({ strategy: 'Other' }), 0, 0)).toThrow(UnsupportedStrategyError)
  })
})

/** What a pass makes of old ReplicaSets: both steps, with what each writes seen by the next. */
function reconcileOld(web: ReturnType<typeof deployment>, old: ReplicaSet, set: ReplicaSet): number {
  const budget = maxScaledDown(web, [old, set], set)
  if (budget <= 0) return old.spec.replicas ?? 0
  const { scales } = cleanupUnhealthyReplicas([old], budget)
  const cleaned: ReplicaSet = {
    ...old,
    spec: { ...old.spec, replicas: scales[0]?.size ?? old.spec.replicas ?? 0 },
  }
  const healthy = scaleDownOldReplicaSets(web, [cleaned, set], [cleaned])
  return healthy[0]?.size ?? cleaned.spec.replicas ?? 0
}

describe('D-14 old ReplicaSets of 10 pods', () => {
  it.each([
    [0, 10, 10, 0, 9],
    [2, 10, 10, 0, 8],
    [2, 10, 8, 0, 8],
    [2, 10, 9, 0, 8],
    [2, 8, 8, 2, 8],
    [2, 8, 6, 2, 8],
  ])(
    'D-14 with %i unavailable, %i old with %i ready, %i new: %i are left',
    (unavailable, old, ready, size, left) => {
      const web = deployment({ replicas: 10, maxSurge: 0, maxUnavailable: unavailable })
      expect(reconcileOld(web, oldSet(old, ready), newSet(size, 0))).toBe(left)
    },
  )

  it.each([
    [8, 1, 1],
    [8, 3, 2],
    [8, 0, 0],
    [10, 3, 0],
  ])('D-15 of which %i are ready lose, with a budget of %i, %i that are not', (ready, budget, lost) => {
    const { scales, stale } = cleanupUnhealthyReplicas([oldSet(10, ready)], budget)
    expect(scales.map(({ size }) => 10 - size)).toEqual(lost === 0 ? [] : [lost])
    expect(stale).toBeUndefined()
  })

  it.each([
    [0, 10, 10, [9]],
    [2, 10, 10, [8]],
    [2, 10, 8, []],
    [2, 0, 10, []],
    [2, 10, 1, []],
  ])('D-15 with %i unavailable: %i with %i ready become %j', (unavailable, size, ready, expected) => {
    const web = deployment({ replicas: 10, maxSurge: 0, maxUnavailable: unavailable })
    const set = oldSet(size, ready)
    expect(scaleDownOldReplicaSets(web, [set], [set]).map((scale) => scale.size)).toEqual(expected)
  })

  it('D-15 the oldest loses first, and one that reports more than it keeps ends the pass', () => {
    const older = replicaSet('older', 3, { status: { availableReplicas: 1 } })
    const younger = replicaSet('younger', 3, { created: 5, status: { availableReplicas: 0 } })
    const stale = replicaSet('stale', 1, { created: 7, status: { availableReplicas: 4 } })
    expect(cleanupUnhealthyReplicas([older, younger, stale], 3).scales).toEqual([
      { replicaSet: older, size: 1 },
      { replicaSet: younger, size: 2 },
    ])
    expect(cleanupUnhealthyReplicas([older, stale, younger], 9)).toEqual({
      scales: [{ replicaSet: older, size: 1 }],
      stale,
    })
  })
})

type Limits = readonly [replicas: number, maxSurge: number | string, maxUnavailable: number | string]

/** The sizes of both ReplicaSets after each pass that changed one, beginning with the creation of the new one. */
function sequence([replicas, maxSurge, maxUnavailable]: Limits, isAvailable: boolean): string {
  const web = deployment({ replicas, maxSurge, maxUnavailable })
  let old = replicas
  let size = newReplicaSetSize(web, old, 0)
  const steps: string[] = []
  for (;;) {
    steps.push(`${old}/${size}`)
    const set = newSet(size, isAvailable ? size : 0)
    const before = oldSet(old, old)
    const next = reconcileNewReplicaSet(web, [before, set], set)
    const left = old > 0 && !next ? reconcileOld(web, before, set) : old
    if (!next && left === old) return steps.join(' ')
    size = next?.size ?? size
    old = left
  }
}

const one = (from: number, step: (n: number) => string) =>
  Array.from({ length: from + 1 }, (_, n) => step(from - n)).join(' ')

describe('D-26 the sizes of a rolling update', () => {
  it.each<readonly [Limits, string, string]>([
    [[10, 3, 2], '10/3 5/3 5/8 0/8 0/10', '10/3 8/3 8/5'],
    [[10, 1, 0], `10/1 ${one(9, (n) => (n > 0 ? `${n}/${10 - n} ${n}/${11 - n}` : '0/10'))}`, '10/1'],
    [[10, 0, 1], `10/0 ${one(9, (n) => `${n}/${9 - n} ${n}/${10 - n}`)}`, '10/0 9/0 9/1'],
    [[4, '25%', '25%'], '4/1 2/1 2/3 0/3 0/4', '4/1 3/1 3/2'],
    [[3, '25%', '25%'], '3/1 2/1 2/2 1/2 1/3 0/3', '3/1'],
    [[1, '25%', '25%'], '1/1 0/1', '1/1'],
    [[20, '25%', '25%'], '20/5 10/5 10/15 0/15 0/20', '20/5 15/5 15/10'],
    [[2, '0%', '1%'], '2/0 1/0 1/1 0/1 0/2', '2/0 1/0 1/1'],
    [[2, '1%', '0%'], '2/1 1/1 1/2 0/2', '2/1'],
    [[5, '100%', 0], '5/5 0/5', '5/5'],
    [[5, 0, '100%'], '5/0 0/0 0/5', '5/0 0/0 0/5'],
  ])('D-26 %j: %s when pods become available, %s when not', (limits, available, never) => {
    expect(sequence(limits, true)).toBe(available)
    expect(sequence(limits, false)).toBe(never)
  })
})
