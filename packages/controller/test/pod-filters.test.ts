import {
  compareReplicaSetsByCreation,
  compareReplicaSetsBySizeNewer,
  compareReplicaSetsBySizeOlder,
  countTerminatingPods,
  filterActivePods,
  filterActiveReplicaSets,
  filterTerminatingPods,
  isPodAvailable,
  isPodReady,
  podCondition,
  podKey,
  podReadyTime,
} from '@rxkube/controller'
import type { ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { ago, names, noon, podLike } from './support/pods.ts'

describe('filters of pods', () => {
  const pods = ['Pending', 'Running', 'Unknown', 'Succeeded', 'Failed'].flatMap((phase) => [
    podLike(phase, { phase }),
    podLike(`${phase}-deleted`, { phase, deleted: true }),
  ])

  it('CH-4 FEAT-K6 active are those that have not ended and are not being deleted', () => {
    expect(names(filterActivePods(pods))).toEqual(['Pending', 'Running', 'Unknown'])
  })

  it('CH-4 FEAT-K6 terminating are those that are being deleted and have not ended', () => {
    const terminating = ['Pending-deleted', 'Running-deleted', 'Unknown-deleted']
    expect(names(filterTerminatingPods(pods))).toEqual(terminating)
    expect(countTerminatingPods(pods)).toBe(3)
  })

  it('CH-4 FEAT-K6 keys have a namespace, even an empty one', () => {
    expect(podKey(podLike('a'))).toBe('default/a')
    expect(podKey({ metadata: { name: 'a' } })).toBe('/a')
  })
})

describe('readiness of pods', () => {
  it('CH-4 is the condition Ready, and its time', () => {
    const pod = podLike('a', { ready: 60 })
    expect([isPodReady(pod), podReadyTime(pod)]).toEqual([true, noon - 60_000])
    expect(podCondition(pod, 'Ready')?.status).toBe('True')
    expect([isPodReady(podLike('b')), podReadyTime(podLike('b'))]).toEqual([false, undefined])
  })

  it.each([
    [undefined, 0, false],
    [true as const, 0, true],
    [0, 0, true],
    [true as const, 1, false],
    [10, 9, true],
    [10, 10, false],
    [10, 11, false],
  ])('CH-4 available: ready for %j s with minReadySeconds %d is %j', (ready, minReadySeconds, available) => {
    const pod = podLike('a', ready === undefined ? {} : { ready })
    expect(isPodAvailable(pod, minReadySeconds, noon)).toBe(available)
  })
})

describe('replica sets', () => {
  const set = (name: string, replicas: number | undefined, age: number): ReplicaSet => ({
    metadata: { name, creationTimestamp: ago(age) },
    spec: { selector: {}, ...(replicas !== undefined && { replicas }) },
  })
  const sets = [
    set('b', 0, 30),
    set('a', 0, 30),
    set('old', 3, 60),
    set('new', 3, 10),
    set('one', undefined, 20),
  ]
  const sorted = (compare: (a: ReplicaSet, b: ReplicaSet) => number): string =>
    sets
      .toSorted(compare)
      .map(({ metadata }) => metadata.name)
      .join(' ')

  it('CH-4 FEAT-K6 active are those that want pods', () => {
    expect(filterActiveReplicaSets([...sets, undefined]).map(({ metadata }) => metadata.name)).toEqual([
      'old',
      'new',
      'one',
    ])
  })

  it('CH-4 FEAT-K6 go by creation and name, or by size first', () => {
    expect(sorted(compareReplicaSetsByCreation)).toBe('old a b one new')
    expect(sorted(compareReplicaSetsBySizeOlder)).toBe('old new one a b')
    expect(sorted(compareReplicaSetsBySizeNewer)).toBe('new old one b a')
  })
})
