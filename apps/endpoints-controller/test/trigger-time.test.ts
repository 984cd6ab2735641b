import { describe, expect, it } from 'vitest'

import { TriggerTimeTracker } from '../src/memory/trigger-times.ts'
import { pod, service } from './support/objects.ts'

const start = Date.UTC(2019, 0, 1)
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
const created = (seconds: number) => service({}, { creationTimestamp: at(seconds) })
const turned = (n: number, seconds: number) => pod(n, { readySince: at(seconds) })
const next = (
  tracker: TriggerTimeTracker,
  svc: ReturnType<typeof created>,
  ...pods: ReturnType<typeof pod>[]
) => {
  const time = tracker.next('ns/foo', svc, pods)
  return time === undefined ? undefined : (time - start) / 1000
}

describe('E-11 trigger time', () => {
  it('E-11 of a new Service is its creation, whatever its pods', () => {
    expect(next(new TriggerTimeTracker(), created(2))).toBe(2)
    expect(next(new TriggerTimeTracker(), created(3), turned(1, 0), turned(2, 1), turned(3, 5))).toBe(3)
  })

  it('E-11 of pods that come is the earliest of theirs', () => {
    const tracker = new TriggerTimeTracker()
    expect(next(tracker, created(0))).toBe(0)
    expect(next(tracker, created(0), turned(1, 2), turned(2, 1))).toBe(1)
  })

  it('E-11 of pods that change is the earliest of those that did', () => {
    const tracker = new TriggerTimeTracker()
    expect(next(tracker, created(0), turned(1, 1), turned(2, 2), turned(3, 3))).toBe(0)
    expect(next(tracker, created(0), turned(1, 5), turned(2, 4), turned(3, 3))).toBe(4)
  })

  it('E-11 is none when nothing changed, and none for a Service that changed its ports', () => {
    const tracker = new TriggerTimeTracker()
    expect(next(tracker, created(0), turned(1, 1))).toBe(0)
    expect(next(tracker, created(0), turned(1, 1))).toBeUndefined()
    expect(next(tracker, { ...created(0), spec: { ports: [] } }, turned(1, 1))).toBeUndefined()
  })

  it('E-11 forgets a pod that went and a Service that is deleted', () => {
    const tracker = new TriggerTimeTracker()
    expect(next(tracker, created(0), turned(1, 1), turned(2, 2))).toBe(0)
    expect(next(tracker, created(0), turned(1, 1))).toBeUndefined()
    expect(next(tracker, created(0), turned(1, 1), turned(2, 4))).toBe(4)
    tracker.delete('ns/foo')
    expect(tracker.size).toBe(0)
    expect(next(tracker, created(3), turned(1, 1))).toBe(3)
  })
})
