import type { EndpointSlice } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { SliceTracker } from '../src/memory/slice-tracker.ts'

function slice(changes: EndpointSlice['metadata'] = {}, serviceName = 'svc1'): EndpointSlice {
  return {
    addressType: 'IPv4',
    endpoints: [],
    metadata: {
      name: 'example-1',
      namespace: 'ns1',
      uid: 'original',
      generation: 1,
      labels: { 'kubernetes.io/service-name': serviceName },
      ...changes,
    },
  }
}

const original = slice()
const otherNamespace = slice({ namespace: 'ns2', uid: 'diff-ns' })
const otherService = slice({ uid: 'diff-svc' }, 'svc2')
const newer = slice({ generation: 2 })
const key = 'ns1/svc1'

describe('S-10 the tracker of slices', () => {
  it.each<[string, EndpointSlice, boolean, boolean]>([
    ['the same slice', original, true, false],
    ['another namespace', otherNamespace, false, true],
    ['another Service', otherService, false, true],
    ['a newer generation', newer, true, true],
  ])('S-10 after an update: %s', (_name, checked, has, shouldSync) => {
    const tracker = new SliceTracker()
    tracker.update(original)
    expect([tracker.has(checked), tracker.shouldSync(checked)]).toEqual([has, shouldSync])
  })

  const nothing = () => undefined
  it.each<[string, (tracker: SliceTracker) => void, EndpointSlice[], boolean]>([
    ['an empty tracker', nothing, [], false],
    [
      'a Service without slices',
      (tracker) => {
        tracker.update(original)
        tracker.handleDeletion(original)
      },
      [],
      false,
    ],
    ['the slice as it was written', (tracker) => tracker.update(original), [original], false],
    ['an older slice than was written', (tracker) => tracker.update(newer), [original], true],
    ['a newer slice than was written', (tracker) => tracker.update(original), [newer], false],
    ['a slice that is to be deleted', (tracker) => tracker.expectDeletion(original), [original], true],
    ['a slice that was written and is missing', (tracker) => tracker.update(original), [], true],
    ['a slice that was deleted and is missing', (tracker) => tracker.expectDeletion(original), [], false],
    [
      'a slice that somebody deletes and a finalizer keeps',
      (tracker) => tracker.update(original),
      [slice({ deletionTimestamp: '2024-01-01T00:00:00Z', generation: 2 })],
      false,
    ],
  ])('S-10 S-14 stale: %s', (_name, prepare, slices, stale) => {
    const tracker = new SliceTracker()
    prepare(tracker)
    expect(tracker.isStale(key, slices)).toBe(stale)
  })

  it.each<[string, EndpointSlice, EndpointSlice, boolean, boolean]>([
    ['the same slice', original, original, true, true],
    ['another namespace', otherNamespace, otherNamespace, true, false],
    ['another namespace, asked of the first', otherNamespace, original, false, false],
    ['another Service', otherService, otherService, true, false],
    ['another Service, asked of the first', otherService, original, false, false],
    ['another generation', newer, newer, true, true],
    ['another generation, asked of the first', newer, original, true, true],
  ])('S-10 deletion expected of %s', (_name, deleted, checked, shouldSync, expected) => {
    const tracker = new SliceTracker()
    tracker.update(original)
    tracker.expectDeletion(deleted)
    expect([tracker.has(checked), tracker.shouldSync(checked)]).toEqual([true, shouldSync])
    expect(tracker.handleDeletion(original)).toBe(expected)
    expect(tracker.has(original)).toBe(false)
  })

  it.each([
    ['the Service itself', key, false],
    ['one of another namespace', 'ns2/svc1', true],
    ['another one', 'ns1/svc2', true],
  ])('S-10 forgetting %s', (_name, deleted, has) => {
    const tracker = new SliceTracker()
    tracker.update(original)
    tracker.deleteService(deleted)
    expect([tracker.has(original), tracker.shouldSync(original)]).toEqual([has, !has])
  })
})
