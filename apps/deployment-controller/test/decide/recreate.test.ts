import { describe, expect, it } from 'vitest'
import { areOldPodsRunning, podMapOf, scaleDownForRecreate } from '../../src/decide/recreate.ts'
import { pod, replicaSet } from '../support/objects.ts'

const oldSet = replicaSet('old', 0)
const newSet = replicaSet('new', 1, { created: 1 })

describe('recreating pods', () => {
  it('D-16 old ReplicaSets go to nothing at once', () => {
    const sets = [replicaSet('a', 10), replicaSet('b', 0), replicaSet('c', 3)]
    expect(scaleDownForRecreate(sets)).toEqual([
      { replicaSet: sets[0], size: 0 },
      { replicaSet: sets[2], size: 0 },
    ])
  })

  it.each([
    ['no pods', [], false],
    ['only pods that ended', ['Failed', 'Succeeded'], false],
    ['an unknown one', ['Unknown'], true],
    ['a pending one', ['Pending'], true],
    ['a running one', ['Running'], true],
    ['one of which nothing is said', [''], true],
    ['a pending one among those that ended', ['Failed', 'Pending', 'Succeeded'], true],
  ])('D-16 with %s (%j) old pods run: %s', (_, phases, expected) => {
    const pods = phases.map((phase, index) => pod(`p${index}`, oldSet, phase))
    expect(areOldPodsRunning({ newSet, oldSets: [oldSet] }, podMapOf([oldSet, newSet], pods))).toBe(expected)
  })

  it('D-16 pods of the new ReplicaSet do not count, those that a status reports do', () => {
    const pods = podMapOf([oldSet, newSet], [pod('mine', newSet, 'Running')])
    expect(areOldPodsRunning({ newSet, oldSets: [oldSet] }, pods)).toBe(false)
    expect(areOldPodsRunning({ newSet: undefined, oldSets: [] }, podMapOf([], []))).toBe(false)
    const reports = replicaSet('old', 0, { status: { replicas: 1 } })
    expect(areOldPodsRunning({ newSet, oldSets: [reports] }, new Map())).toBe(true)
  })

  it('D-8 pods are grouped by their ReplicaSet, those that failed too, and orphans left out', () => {
    const [a, b] = [replicaSet('a', 1), replicaSet('b', 1)]
    const pods = [
      pod('a1', a, 'Running'),
      pod('b1', b, 'Running'),
      pod('orphan', undefined),
      pod('b2', b, 'Failed'),
    ]
    const map = podMapOf([a, b], pods)
    expect([...map].map(([uid, of]) => [uid, of.map(({ metadata }) => metadata.name)])).toEqual([
      ['uid-of-a', ['a1']],
      ['uid-of-b', ['b1', 'b2']],
    ])
    expect(podMapOf([a, b], []).size).toBe(2)
  })
})
