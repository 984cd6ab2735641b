import {
  compareActivePods,
  comparePodsForLogging,
  getPodsToDelete,
  podDeletionCost,
  sortActivePodsWithRanks,
} from '@rxkube/controller'
import { seededRandom } from '@rxkube/clock'
import type { Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { names, noon, podLike } from './support/pods.ts'

const random = seededRandom(7)

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** The order that 20 shuffles are brought to; one, if there is only one. */
function orders(pods: readonly Pod[], sort: (pods: readonly Pod[]) => readonly Pod[]): Set<string> {
  return new Set(Array.from({ length: 20 }, () => names(sort(shuffled(pods))).join(' ')))
}

const running = { node: 'n', phase: 'Running' }

// Deleted first is first.
const nine: readonly Pod[] = [
  podLike('unscheduled', { phase: 'Pending' }),
  podLike('pending', { node: 'n', phase: 'Pending' }),
  podLike('unknown', { node: 'n', phase: 'Unknown' }),
  podLike('not-ready', running),
  podLike('ready-without-a-time', { ...running, ready: true }),
  podLike('just-ready', { ...running, ready: 10, age: 30 }),
  podLike('restarts-often', { ...running, ready: 20, restarts: 2, age: 30 }),
  podLike('younger', { ...running, ready: 20, restarts: 1, age: 20 }),
  podLike('older', { ...running, ready: 20, restarts: 1, age: 30 }),
]

describe('compareActivePods', () => {
  it('CH-4 FEAT-K6 brings nine pods into one order, whatever the order they come in', () => {
    expect(orders(nine, (pods) => pods.toSorted(compareActivePods))).toEqual(new Set([names(nine).join(' ')]))
  })

  it('CH-4 FEAT-K6 looks at the restarts of sidecars where those of containers are the same, and at no other init container', () => {
    const pods = [
      podLike('sidecar-restarted', { ...running, restarts: 1, sidecarRestarts: 3 }),
      podLike('calm', { ...running, restarts: 1, sidecarRestarts: 2 }),
    ]
    expect(orders(pods, (all) => all.toSorted(compareActivePods))).toEqual(
      new Set(['sidecar-restarted calm']),
    )
  })

  it('CH-4 FEAT-K6 counts a phase it does not know as pending, and a pod without a time of creation as the youngest', () => {
    const pods = [
      podLike('no-phase', { node: 'n' }),
      podLike('no-creation', running),
      podLike('created', { ...running, age: 1 }),
    ]
    expect(orders(pods, (all) => all.toSorted(compareActivePods))).toEqual(
      new Set(['no-phase no-creation created']),
    )
  })
})

describe('comparePodsForLogging', () => {
  it('CH-4 FEAT-K6 prefers the opposite, except that restarts are worth reading about', () => {
    const best = [
      podLike('restarts-often', { ...running, ready: 20, restarts: 2, age: 20 }),
      podLike('older', { ...running, ready: 20, age: 30 }),
      podLike('younger', { ...running, ready: 20, age: 20 }),
      podLike('just-ready', { ...running, ready: 10, age: 30 }),
      podLike('not-ready', running),
      podLike('unknown', { node: 'n', phase: 'Unknown' }),
      podLike('pending', { node: 'n', phase: 'Pending' }),
      podLike('unscheduled', { phase: 'Pending' }),
    ]
    expect(orders(best, (pods) => pods.toSorted(comparePodsForLogging))).toEqual(
      new Set([names(best).join(' ')]),
    )
  })
})

describe('sortActivePodsWithRanks', () => {
  const ranked = (ranks: ReadonlyMap<string, number>, now?: number) => (pods: readonly Pod[]) =>
    sortActivePodsWithRanks(
      pods,
      pods.map(({ metadata }) => ranks.get(metadata.name ?? '') ?? 1),
      now,
    )

  it('CH-4 FEAT-K6 goes by cost and by rank after readiness and before times', () => {
    const pods = [
      podLike('pending', { node: 'n', phase: 'Pending', cost: '100' }),
      podLike('cheap', { ...running, ready: 99, cost: '-5' }),
      podLike('crowded', { ...running, ready: 90 }),
      podLike('just-ready', { ...running, ready: 10 }),
      podLike('ready-long', { ...running, ready: 80 }),
      podLike('dear', { ...running, ready: 1, cost: '7' }),
    ]
    const ranks = new Map([['crowded', 3]])
    expect(orders(pods, ranked(ranks))).toEqual(new Set([names(pods).join(' ')]))
  })

  it('CH-4 FEAT-K6 lets the uid decide between times in the same power of two, and asks no further then', () => {
    const pods = [
      podLike('ready-for-an-hour', { ...running, ready: 3600, uid: 'z' }),
      podLike('first-by-uid', { ...running, ready: 40_000, uid: 'a' }),
      podLike('restarts-often', { ...running, ready: 38_000, restarts: 9, uid: 'b' }),
    ]
    expect(orders(pods, ranked(new Map(), noon))).toEqual(new Set([names(pods).join(' ')]))
    const exactly = ['ready-for-an-hour', 'restarts-often', 'first-by-uid'].join(' ')
    expect(orders(pods, ranked(new Map()))).toEqual(new Set([exactly]))
  })

  it('CH-4 FEAT-K6 compares ages the same way, and times of the future as the youngest', () => {
    const pods = [
      podLike('from-the-future', { ...running, age: -60, uid: 'z' }),
      podLike('minutes', { ...running, age: 100, uid: 'y' }),
      podLike('days-a', { ...running, age: 300_000, uid: 'a' }),
      podLike('days-b', { ...running, age: 290_000, uid: 'b' }),
    ]
    expect(orders(pods, ranked(new Map(), noon))).toEqual(new Set([names(pods).join(' ')]))
  })
})

describe('podDeletionCost', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['0', 0],
    ['-0', 0],
    ['10', 10],
    ['-10', -10],
    ['+10', 0],
    ['008', 0],
    ['1.5', 0],
    ['1e3', 0],
    [' 1', 0],
    ['2147483647', 2_147_483_647],
    ['-2147483648', -2_147_483_648],
    ['2147483648', 0],
  ])('CH-4 FEAT-K6 of %j is %d', (cost, expected) => {
    expect(podDeletionCost(podLike('p', cost === undefined ? {} : { cost }))).toBe(expected)
  })
})

describe('getPodsToDelete', () => {
  it('CH-4 FEAT-K6 takes from nodes that have more of the same, and counts only active ones', () => {
    const on = (name: string, node: string, traits = {}): Pod =>
      podLike(name, { phase: 'Running', node, ready: 60, ...traits })
    const pods = [on('a', 'one'), on('b', 'two'), on('c', 'two')]
    const ended = [on('d', 'one', { phase: 'Failed' }), on('e', 'one', { deleted: true })]
    expect(names(getPodsToDelete(pods, [...pods, ...ended], 2)).toSorted()).toEqual(['b', 'c'])
    expect(names(getPodsToDelete(pods, [...pods, on('f', 'one'), on('g', 'one')], 1))).toEqual(['a'])
  })

  it('CH-4 FEAT-K6 sorts nothing where all go, and never changes the list it is given', () => {
    const pods = nine.toReversed()
    expect(names(getPodsToDelete(pods, pods, 9))).toEqual(names(pods))
    expect(names(getPodsToDelete(pods, [], 20))).toEqual(names(pods))
    expect(names(getPodsToDelete(pods, pods, 1))).toEqual(['unscheduled'])
    expect(getPodsToDelete(pods, pods, -1)).toEqual([])
    expect(names(pods)).toEqual(names(nine.toReversed()))
  })
})
