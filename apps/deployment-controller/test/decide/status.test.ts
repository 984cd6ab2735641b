import { describe, expect, it } from 'vitest'
import { newCondition, sameStatus, withCondition } from '../../src/decide/conditions.ts'
import { rolloutStatus } from '../../src/decide/progress.ts'
import { calculateStatus, replicaFailure } from '../../src/decide/status.ts'
import { deployment, replicaSet, start } from '../support/objects.ts'

describe('the status of a Deployment', () => {
  const newSet = replicaSet('new', 5, {
    created: 1,
    status: { replicas: 4, readyReplicas: 3, availableReplicas: 2 },
  })
  const old = replicaSet('old', 8, { status: { replicas: 8, readyReplicas: 8, availableReplicas: 8 } })

  it('D-33 adds up what its ReplicaSets report, and leaves out what is 0', () => {
    const web = deployment({ replicas: 10, maxSurge: 3, maxUnavailable: 2, generation: 4 })
    expect(calculateStatus(web, { newSet, oldSets: [old] }, start)).toMatchObject({
      observedGeneration: 4,
      replicas: 12,
      updatedReplicas: 4,
      readyReplicas: 11,
      availableReplicas: 10,
      unavailableReplicas: 3,
    })
    const { conditions, ...counts } = calculateStatus(
      deployment({ status: { collisionCount: 2, conditions: [] } }),
      { newSet: undefined, oldSets: [] },
      start,
    )
    expect(counts).toEqual({ observedGeneration: 1, collisionCount: 2 })
    expect(conditions).toHaveLength(1)
  })

  it.each([
    [10, 2, 8, 'True', 'MinimumReplicasAvailable'],
    [10, 2, 7, 'False', 'MinimumReplicasUnavailable'],
    [0, 2, 0, 'True', 'MinimumReplicasAvailable'],
  ])(
    'D-33 of %i with %i unavailable, %i available: %s',
    (replicas, maxUnavailable, availableReplicas, ...is) => {
      const [status, reason] = is
      const web = deployment({ replicas, maxSurge: 0, maxUnavailable })
      const set = replicaSet('new', replicas, { status: { availableReplicas } })
      const { conditions } = calculateStatus(web, { newSet: set, oldSets: [] }, start)
      expect(conditions).toMatchObject([{ type: 'Available', status, reason }])
    },
  )

  it('X-6 repeats what keeps ReplicaSets from making pods, the new one first, until it is over', () => {
    const failing = (name: string, message: string) =>
      replicaSet(name, 1, {
        status: {
          conditions: [
            {
              type: 'ReplicaFailure',
              status: 'True',
              reason: 'FailedCreate',
              message,
              lastTransitionTime: '2025-01-01T00:00:00Z',
            },
          ],
        },
      })
    const sets = { newSet: failing('new', 'quota'), oldSets: [failing('old', 'other')] }
    const { status } = rolloutStatus(deployment(), sets, start)
    expect(status.conditions).toContainEqual({
      type: 'ReplicaFailure',
      status: 'True',
      reason: 'FailedCreate',
      message: 'quota',
      lastTransitionTime: '2025-01-01T00:00:00Z',
      lastUpdateTime: '2025-01-01T00:00:00Z',
    })
    expect(replicaFailure({ newSet, oldSets: sets.oldSets })?.message).toBe('other')
    const failed = deployment()
    failed.status = { conditions: [{ type: 'ReplicaFailure', status: 'True' }] }
    const after = rolloutStatus(failed, { newSet, oldSets: [] }, start).status.conditions
    expect(after?.map(({ type }) => type)).toEqual(['Available'])
  })

  it('D-21 a condition that says the same stays, another comes last and keeps the time of its status', () => {
    const before = {
      conditions: [
        newCondition('Progressing', 'True', 'ReplicaSetUpdated', 'a', 0),
        newCondition('Available', 'True', 'MinimumReplicasAvailable', 'b', 0),
      ],
    }
    const same = newCondition('Progressing', 'True', 'ReplicaSetUpdated', 'other words', 9000)
    expect(withCondition(before, same)).toBe(before)
    const other = newCondition('Progressing', 'True', 'NewReplicaSetAvailable', 'c', 9000)
    expect(withCondition(before, other).conditions).toEqual([
      before.conditions[1],
      { ...other, lastTransitionTime: '1970-01-01T00:00:00Z' },
    ])
  })

  it('does not tell a count of 0 from one that is left out', () => {
    expect(sameStatus({ replicas: 0, conditions: [] }, undefined)).toBe(true)
    expect(sameStatus({ replicas: 1 }, {})).toBe(false)
  })
})
