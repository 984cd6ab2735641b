import { timestamp, type Deployment } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { newCondition, type DeploymentStatus } from '../../src/decide/conditions.ts'
import { withPausedCondition } from '../../src/decide/pause.ts'
import {
  isComplete,
  isProgressing,
  isTimedOut,
  requeueAfter,
  rolloutStatus,
} from '../../src/decide/progress.ts'
import { deployment, replicaSet, start } from '../support/objects.ts'

type Reason =
  | 'ReplicaSetUpdated'
  | 'NewReplicaSetAvailable'
  | 'ProgressDeadlineExceeded'
  | 'DeploymentPaused'
  | 'FoundNewReplicaSet'

const progressingSince = (
  status: 'True' | 'False' | 'Unknown',
  reason: Reason,
  time: number,
): DeploymentStatus => ({ conditions: [newCondition('Progressing', status, reason, 'before', time)] })

const withDeadline = (seconds: number | undefined, status?: DeploymentStatus, replicas = 1): Deployment =>
  deployment({
    replicas,
    ...(status && { status: status as NonNullable<Deployment['status']> }),
    spec: seconds === undefined ? {} : { progressDeadlineSeconds: seconds },
  })

const infinite = 2_147_483_647

describe('D-18 a rollout', () => {
  it.each([
    [5, 5, 5, 4, false],
    [5, 5, 5, 5, true],
    [5, 5, 4, 5, false],
    [1, 2, 1, 1, false],
    [1, 1, 1, 0, false],
  ])('D-18 to %i with %i pods, %i new, %i available is complete: %s', (replicas, ...counts) => {
    const [current, updated, available, expected] = counts
    const status = {
      replicas: current,
      updatedReplicas: updated,
      availableReplicas: available,
      observedGeneration: 1,
    }
    expect(isComplete(deployment({ replicas }), status)).toBe(expected)
    expect(isComplete(deployment({ replicas, generation: 2 }), status)).toBe(false)
  })

  it.each([
    [[10, 4, 4, 4], [10, 6, 4, 4], true],
    [[10, 4, 4, 4], [10, 4, 4, 4], false],
    [[10, 4, 6, 6], [8, 4, 6, 6], true],
    [[10, 7, 3, 3], [10, 6, 3, 3], false],
    [[10, 4, 7, 7], [8, 8, 5, 5], true],
    [[10, 10, 9, 8], [10, 10, 10, 8], true],
    [[10, 10, 10, 9], [10, 10, 10, 10], true],
  ])('D-18 from %j to %j (replicas, updated, ready, available) progresses: %s', (before, after, expected) => {
    const of = ([replicas = 0, updatedReplicas = 0, readyReplicas = 0, availableReplicas = 0]: number[]) => ({
      replicas,
      updatedReplicas,
      readyReplicas,
      availableReplicas,
    })
    expect(isProgressing(of(before), of(after))).toBe(expected)
  })

  it.each([
    [undefined, 'ReplicaSetUpdated', 1000, false],
    [infinite, 'ReplicaSetUpdated', 1000, false],
    [10, 'ReplicaSetUpdated', 11, true],
    [10, 'ReplicaSetUpdated', 10, false],
    [10, 'ReplicaSetUpdated', 9, false],
    [10, 'NewReplicaSetAvailable', 11, false],
    [10, 'ProgressDeadlineExceeded', 1, true],
  ] as const)(
    'D-19 with a deadline of %s s, %s %i s ago, is timed out: %s',
    (deadline, reason, ago, expected) => {
      const status = progressingSince('True', reason, start)
      expect(isTimedOut(withDeadline(deadline), status, start + ago * 1000)).toBe(expected)
      expect(isTimedOut(withDeadline(deadline), {}, start + ago * 1000)).toBe(false)
    },
  )
})

describe('D-20 looking again at a rollout with a deadline of 60 s', () => {
  // Times near 0 have room for a nanosecond.
  it.each([
    [30_000, 31_000],
    [59_000, 2000],
    [59_000.000001, 0],
    [60_000, 0],
    [61_000, 0],
    [120_000, 0],
  ])('D-20 %d ms after it moved: in %d ms', (now, expected) => {
    const status = progressingSince('True', 'ReplicaSetUpdated', 0)
    expect(requeueAfter(withDeadline(60, status), status, now)).toBe(expected)
  })

  it.each([
    ['there is no deadline', withDeadline(undefined, progressingSince('True', 'ReplicaSetUpdated', 0))],
    ['the deadline is infinite', withDeadline(infinite, progressingSince('True', 'ReplicaSetUpdated', 0))],
    ['nothing is said of it', withDeadline(60)],
    ['it timed out', withDeadline(60, progressingSince('False', 'ProgressDeadlineExceeded', 0))],
  ])('D-20 never when %s', (_, web) => {
    expect(requeueAfter(web, web.status ?? {}, 30_000)).toBeUndefined()
  })

  it('D-20 never when it is complete', () => {
    const web = withDeadline(60, progressingSince('True', 'ReplicaSetUpdated', 0))
    const complete = { replicas: 1, updatedReplicas: 1, availableReplicas: 1, observedGeneration: 1 }
    expect(requeueAfter(web, complete, 30_000)).toBeUndefined()
  })
})

describe('D-21 the status of a rollout', () => {
  const later = start + 5000
  const done = { replicas: 1, readyReplicas: 1, availableReplicas: 1 }
  const set = replicaSet('new', 1, { status: done })
  const progressingOf = (web: Deployment, now = later, sets?: Parameters<typeof rolloutStatus>[1]) =>
    rolloutStatus(web, sets ?? { newSet: set, oldSets: [] }, now).status.conditions?.find(
      ({ type }) => type === 'Progressing',
    )

  it('D-21 says nothing of progress without a deadline', () => {
    const web = withDeadline(infinite, progressingSince('True', 'ReplicaSetUpdated', start))
    expect(progressingOf(web)).toBeUndefined()
    expect(rolloutStatus(web, { newSet: set, oldSets: [] }, later).changed).toBe(true)
  })

  it('D-21 stays what it was for a single ReplicaSet that is complete', () => {
    const web = withDeadline(60, progressingSince('True', 'NewReplicaSetAvailable', start))
    expect(progressingOf(web)).toEqual(web.status?.conditions?.[0])
  })

  it('D-21 keeps the time of the transition while it stays True, and moves that of the update', () => {
    const status = progressingSince('True', 'ReplicaSetUpdated', start)
    const condition = progressingOf(withDeadline(60, status, 2))
    expect(condition).toMatchObject({
      reason: 'ReplicaSetUpdated',
      message: 'ReplicaSet "new" is progressing.',
      lastTransitionTime: timestamp(start),
      lastUpdateTime: timestamp(later),
    })
  })

  it('D-21 has a new time of the transition when it becomes True again', () => {
    const status = progressingSince('False', 'ProgressDeadlineExceeded', start)
    expect(progressingOf(withDeadline(60, status, 2))).toMatchObject({
      status: 'True',
      lastTransitionTime: timestamp(later),
    })
  })

  it('D-21 is made when there was none', () => {
    expect(progressingOf(withDeadline(60))).toMatchObject({
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: 'ReplicaSet "new" has successfully progressed.',
    })
  })

  it('D-21 is about the Deployment where there is no new ReplicaSet', () => {
    const condition = progressingOf(withDeadline(60, undefined, 0), later, { newSet: undefined, oldSets: [] })
    expect(condition?.message).toBe('Deployment "web" has successfully progressed.')
  })

  it('D-21 is timed out after the deadline, and stays so', () => {
    const idle = { newSet: replicaSet('new', 1, { status: { replicas: 1 } }), oldSets: [] }
    const counts = { replicas: 1, updatedReplicas: 1, unavailableReplicas: 1, observedGeneration: 1 }
    const overdue = withDeadline(5, { ...counts, ...progressingSince('True', 'ReplicaSetUpdated', start) })
    const condition = progressingOf(overdue, start + 5001, idle)
    expect(condition).toMatchObject({
      status: 'False',
      reason: 'ProgressDeadlineExceeded',
      message: 'ReplicaSet "new" has timed out progressing.',
      lastTransitionTime: timestamp(start + 5001),
    })
    const { status } = rolloutStatus(overdue, idle, start + 5001)
    const again = rolloutStatus(withDeadline(5, status), idle, start + 60_000)
    expect(again).toEqual({ status, changed: false, requeueAfter: undefined })
  })
})

describe('D-27 pausing', () => {
  const reasonOf = (paused: boolean, status?: DeploymentStatus, deadline: number | undefined = 60) => {
    const web = withDeadline(deadline, status)
    web.spec.paused = paused
    return withPausedCondition(web, start)?.status?.conditions?.[0]
  }

  it('D-27 is said once, as is resuming', () => {
    expect(reasonOf(true)).toMatchObject({
      status: 'Unknown',
      reason: 'DeploymentPaused',
      message: 'Deployment is paused',
    })
    const paused = progressingSince('Unknown', 'DeploymentPaused', 0)
    expect(reasonOf(true, paused)).toBeUndefined()
    expect(reasonOf(false, paused)).toMatchObject({
      status: 'Unknown',
      reason: 'DeploymentResumed',
      message: 'Deployment is resumed',
      // The deadline counts from here again.
      lastUpdateTime: timestamp(start),
      lastTransitionTime: timestamp(0),
    })
    expect(reasonOf(false)).toBeUndefined()
  })

  it('D-27 is not said without a deadline, or over a rollout that timed out', () => {
    expect(reasonOf(true, undefined, infinite)).toBeUndefined()
    expect(reasonOf(true, progressingSince('False', 'ProgressDeadlineExceeded', 0))).toBeUndefined()
  })
})
