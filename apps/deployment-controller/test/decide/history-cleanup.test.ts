import type { ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { replicaSetsToCleanUp } from '../../src/decide/history-cleanup.ts'
import { deployment, replicaSet } from '../support/objects.ts'

const limited = (limit: number | undefined) =>
  deployment({ spec: limit === undefined ? {} : { revisionHistoryLimit: limit } })

const cleanedUp = (limit: number | undefined, sets: readonly ReplicaSet[]) =>
  replicaSetsToCleanUp(limited(limit), sets).map(({ metadata }) => metadata.name)

const set = (name: string, size: number, reported: number, revision?: string, created = 0): ReplicaSet =>
  replicaSet(name, size, {
    created,
    status: { replicas: reported },
    ...(revision !== undefined && { annotations: { 'deployment.kubernetes.io/revision': revision } }),
  })

describe('D-22 old ReplicaSets go', () => {
  it.each([
    ['two of three empty ones', 1, [set('a', 0, 0), set('b', 0, 0), set('c', 0, 0)], 2],
    [
      'only the one that is empty in spec and status',
      0,
      [set('a', 0, 0), set('b', 0, 1), set('c', 1, 0), set('d', 1, 1)],
      1,
    ],
    ['both of two empty ones', 0, [set('a', 0, 0), set('b', 0, 0)], 2],
    ['none of two that are busy', 0, [set('a', 1, 1), set('b', 1, 1)], 0],
    ['none without a limit', undefined, [set('a', 0, 0), set('b', 0, 0)], 0],
    ['none with an infinite limit', 2_147_483_647, [set('a', 0, 0), set('b', 0, 0)], 0],
  ])('D-22 %s (limit %s)', (_, limit, sets, count) => {
    expect(cleanedUp(limit, sets)).toHaveLength(count)
  })

  it('D-22 not those that are going already, or have not looked at their spec', () => {
    const going = replicaSet('a', 0, { metadata: { name: 'a', deletionTimestamp: '2025-01-01T00:00:00Z' } })
    const unseen = replicaSet('b', 0, {
      metadata: { name: 'b', generation: 2 },
      status: { observedGeneration: 1 },
    })
    expect(cleanedUp(0, [going])).toEqual([])
    expect(cleanedUp(0, [unseen])).toEqual([])
  })

  it('D-22 by revision, not by age', () => {
    expect(cleanedUp(1, [set('young', 0, 0, '1', 9), set('old', 0, 0, '2', 1)])).toEqual(['young'])
  })

  it('D-22 those without a revision first', () => {
    expect(cleanedUp(1, [set('one', 0, 0, '1', 1), set('none', 0, 0, undefined, 9)])).toEqual(['none'])
  })

  it('D-22 no others in the place of those that are busy', () => {
    expect(cleanedUp(1, [set('a', 1, 1, '1'), set('b', 0, 0, '2'), set('c', 0, 0, '3')])).toEqual(['b'])
    expect(cleanedUp(1, [set('a', 1, 1, '1'), set('b', 1, 1, '2'), set('c', 0, 0, '3')])).toEqual([])
  })

  it('D-22 those that are busy are among those that are kept', () => {
    expect(cleanedUp(1, [set('a', 0, 0, '1'), set('b', 1, 1, '2')])).toEqual(['a'])
  })

  it('D-22 the two lowest of four', () => {
    const sets = [set('d', 0, 0, '4'), set('b', 0, 0, '2'), set('a', 0, 0, '10'), set('c', 0, 0, '3')]
    expect(cleanedUp(2, sets)).toEqual(['b', 'c'])
  })
})
