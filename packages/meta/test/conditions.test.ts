import {
  deepFreeze,
  findCondition,
  isConditionFalse,
  isConditionTrue,
  microTimestamp,
  removeCondition,
  setCondition,
  timestamp,
  type Condition,
} from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

const before = '2025-01-01T00:00:00Z'
const now = Date.UTC(2025, 0, 1, 12)
const ready: Condition = { type: 'Ready', status: 'True', reason: 'Up', lastTransitionTime: before }
const other: Condition = { type: 'Other', status: 'Unknown' }
const conditions = deepFreeze([ready, other]) as readonly Condition[]

describe('conditions', () => {
  it('are found by type', () => {
    expect(findCondition(conditions, 'Ready')).toBe(ready)
    expect(findCondition(conditions, 'Missing')).toBeUndefined()
    expect(findCondition(undefined, 'Ready')).toBeUndefined()
  })

  it('are true or false only when they say so', () => {
    expect(isConditionTrue(conditions, 'Ready')).toBe(true)
    expect(isConditionFalse(conditions, 'Ready')).toBe(false)
    expect(isConditionTrue(conditions, 'Other')).toBe(false)
    expect(isConditionFalse(conditions, 'Other')).toBe(false)
    expect(isConditionFalse([{ type: 'Ready', status: 'False' }], 'Ready')).toBe(true)
    expect(isConditionTrue(undefined, 'Ready')).toBe(false)
  })

  it('are appended with the time of now', () => {
    const after = setCondition(conditions, { type: 'New', status: 'True' }, now)
    expect(after).toEqual([
      ...conditions,
      { type: 'New', status: 'True', lastTransitionTime: '2025-01-01T12:00:00Z' },
    ])
    expect(setCondition<Condition>(undefined, other, now)).toHaveLength(1)
  })

  it('keep the time of their transition while the status stays', () => {
    const after = setCondition(conditions, { type: 'Ready', status: 'True', message: 'still' }, now)
    expect(after).toEqual([
      { type: 'Ready', status: 'True', message: 'still', lastTransitionTime: before },
      other,
    ])
  })

  it('get a new time when the status changes: now, or the one given', () => {
    const changed = { type: 'Ready', status: 'False' }
    expect(setCondition(conditions, changed, now)[0]?.lastTransitionTime).toBe('2025-01-01T12:00:00Z')
    const given = '2025-01-01T06:00:00Z'
    const after = setCondition(conditions, { ...changed, lastTransitionTime: given }, now)
    expect(after[0]?.lastTransitionTime).toBe(given)
  })

  it('are the same array when nothing changes', () => {
    expect(setCondition(conditions, { type: 'Ready', status: 'True', reason: 'Up' }, now)).toBe(conditions)
    expect(removeCondition(conditions, 'Missing')).toBe(conditions)
  })

  it('are removed by type', () => {
    expect(removeCondition(conditions, 'Ready')).toEqual([other])
  })
})

describe('times', () => {
  it('are written as the API server writes them', () => {
    const time = Date.UTC(2025, 0, 1, 12, 30, 15, 250)
    expect(timestamp(time)).toBe('2025-01-01T12:30:15Z')
    expect(microTimestamp(time)).toBe('2025-01-01T12:30:15.250000Z')
  })
})
