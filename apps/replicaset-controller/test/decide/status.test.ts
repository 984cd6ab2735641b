import { timestamp, type Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import {
  calculateStatus,
  requeueAfter,
  sameStatus,
  withCondition,
  withoutCondition,
} from '../../src/decide/status.ts'
import { pod, replicaSet, start } from '../support/objects.ts'

const condition = (type: string, reason: string) => ({ type, status: 'True', reason })

describe('RS-21 conditions of a ReplicaSet', () => {
  const [failed, other] = [condition('ReplicaFailure', 'FailedCreate'), condition('Other', 'So')]

  it('RS-21 come last, once for each type', () => {
    expect(withCondition([], failed)).toEqual([failed])
    expect(withCondition([other], failed)).toEqual([other, failed])
    const deleted = condition('ReplicaFailure', 'FailedDelete')
    expect(withCondition([failed, other], deleted)).toEqual([other, deleted])
  })

  it('RS-21 stay as they are when status and reason are the same', () => {
    const before = [failed, other]
    expect(withCondition(before, { ...failed, message: 'other words' })).toBe(before)
  })

  it('RS-21 are taken away, or are not there anyway', () => {
    expect(withoutCondition([failed, other], 'ReplicaFailure')).toEqual([other])
    const before = [other]
    expect(withoutCondition(before, 'ReplicaFailure')).toBe(before)
  })
})

describe('the status of a ReplicaSet', () => {
  const counted = (pods: readonly Pod[], minReadySeconds = 0) =>
    calculateStatus(replicaSet('a', 3, { spec: { minReadySeconds } }), pods, undefined, start)

  it('RS-31 counts pods that are there, ready, and available', () => {
    const pods = [pod('starting'), pod('now', { readyFor: 0 }), pod('long', { readyFor: 7200 })]
    expect(counted(pods, 3600)).toEqual({
      replicas: 3,
      fullyLabeledReplicas: 3,
      readyReplicas: 2,
      availableReplicas: 1,
      observedGeneration: 1,
    })
    expect(counted(pods).availableReplicas).toBe(2)
  })

  it('RS-31 a pod is not available at the very second that minReadySeconds end', () => {
    expect(counted([pod('a', { readyFor: 10 })], 10).availableReplicas).toBeUndefined()
    expect(counted([pod('a', { readyFor: 11 })], 10).availableReplicas).toBe(1)
  })

  it('RS-32 counts as fully labelled only pods with all labels of the template', () => {
    const set = replicaSet('a', 2, {
      spec: { template: { metadata: { labels: { app: 'web', extra: 'x' } } } },
    })
    const pods = [pod('a'), pod('b', { labels: { app: 'web', extra: 'x', more: 'y' } })]
    expect(calculateStatus(set, pods, undefined, start)).toMatchObject({
      replicas: 2,
      fullyLabeledReplicas: 1,
    })
  })

  it('RS-21 says what keeps it from making pods, until it no longer does', () => {
    const of = (replicas: number, there: number, failure?: string, before?: ReturnType<typeof condition>) =>
      calculateStatus(
        replicaSet('a', replicas, before && { status: { conditions: [before] } }),
        Array.from({ length: there }, (_, index) => pod(`p${index}`)),
        failure,
        start,
      ).conditions
    expect(of(2, 1, 'quota')).toEqual([
      {
        type: 'ReplicaFailure',
        status: 'True',
        reason: 'FailedCreate',
        message: 'quota',
        lastTransitionTime: timestamp(start),
      },
    ])
    expect(of(1, 2, 'refused')).toMatchObject([{ reason: 'FailedDelete', message: 'refused' }])
    const kept = condition('ReplicaFailure', 'FailedDelete')
    expect(of(2, 1, 'quota', kept)).toEqual([kept])
    expect(of(2, 2, undefined, kept)).toBeUndefined()
    expect(of(2, 2, undefined, condition('Other', 'So'))).toEqual([condition('Other', 'So')])
  })

  it('RS-1 is the same when it is the same on the wire', () => {
    expect(sameStatus({ replicas: 0, readyReplicas: 0, conditions: [] }, undefined)).toBe(true)
    expect(sameStatus({ replicas: 1 }, { replicas: 1, observedGeneration: 2 })).toBe(false)
  })

  it.each([
    [10, 3, 3, 0, 10_000],
    [10, 3, 3, 2, 10_000],
    [10, 3, 3, 3, undefined],
    [10, 3, 2, 0, undefined],
    [0, 3, 3, 0, undefined],
  ])(
    'RS-33 with minReadySeconds %i, %i wanted, %i ready and %i available is looked at again in %s ms',
    (minReadySeconds, replicas, readyReplicas, availableReplicas, expected) => {
      const set = replicaSet('a', replicas, {
        spec: { minReadySeconds },
        status: { readyReplicas, availableReplicas },
      })
      expect(requeueAfter(set)).toBe(expected)
    },
  )
})
