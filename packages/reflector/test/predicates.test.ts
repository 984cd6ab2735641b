import { TestClock } from '@rxkube/clock'
import type { ObjectMeta } from '@rxkube/meta'
import {
  annotations,
  changedObjects,
  combine,
  fallback,
  finalizers,
  generation,
  labels,
  predicateFilter,
  resourceVersion,
  type ReflectorEvent,
} from '@rxkube/reflector'
import { map, Subject } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { describe, expect, it } from 'vitest'
import { pod, type Pod } from './support/objects.ts'

const nothing = pod('a@1', { uid: 'u' })
const having = (metadata: ObjectMeta): Pod => ({ metadata: { name: 'a', ...metadata } })

describe('predicates', () => {
  it('leave the type of the objects that pass as it was', () => {
    const events = new Subject<readonly ReflectorEvent<Pod>[]>()
    const nodes: (string | undefined)[] = []
    events
      .pipe(changedObjects(generation), predicateFilter(labels))
      .subscribe((object) => nodes.push(object.spec?.nodeName))
    events.next([{ type: 'added', object: { ...pod('a@1'), spec: { nodeName: 'node-1' } } }])
    expect(nodes).toEqual(['node-1'])
  })

  it('say what of an object counts', () => {
    expect(generation(having({ generation: 4 }))).toBe(4)
    expect(generation(nothing)).toBeUndefined()
    expect(resourceVersion(nothing)).toBe('1')
    expect(labels(having({ labels: { x: '1', y: '2' } }))).toBe(
      labels(having({ labels: { y: '2', x: '1' } })),
    )
    expect(labels(having({ labels: { x: '1' } }))).not.toBe(labels(having({ labels: { x: '2' } })))
    expect(annotations(having({ annotations: { x: '1' } }))).not.toBe(annotations(nothing))
    expect(finalizers(having({ finalizers: ['f'] }))).not.toBe(finalizers(nothing))
  })

  it('remember little of large values', () => {
    const large = annotations(having({ annotations: { x: 'y'.repeat(200_000) } }))
    expect(String(large).length).toBeLessThan(64)
    expect(large).not.toBe(annotations(having({ annotations: { x: `${'y'.repeat(199_999)}z` } })))
  })

  it('combine counts a change of any, fallback the first that says something', () => {
    const both = combine(generation, labels)
    const before = having({ generation: 1, labels: { x: '1' } })
    expect(both(before)).toBe(both(structuredClone(before)))
    expect(both(having({ generation: 2, labels: { x: '1' } }))).not.toBe(both(before))
    expect(both(having({ generation: 1, labels: { x: '2' } }))).not.toBe(both(before))
    expect(combine(generation, () => undefined)(nothing)).toBeUndefined()
    expect(fallback(generation, resourceVersion)(nothing)).toBe('1')
    expect(fallback(generation, resourceVersion)(having({ generation: 3 }))).toBe(3)
    expect(fallback(generation)(nothing)).toBeUndefined()
  })
})

describe('predicateFilter', () => {
  const a = (metadata: Partial<ObjectMeta>) => pod('a@1', metadata)

  it('lets an object pass when what counts has changed', () => {
    new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(
      ({ hot, expectObservable }) => {
        const values = {
          a: a({ generation: 1 }),
          s: a({ generation: 1, resourceVersion: '2' }),
          b: a({ generation: 2 }),
        }
        expectObservable(hot('-a-s-b-s-|', values).pipe(predicateFilter(generation))).toBe(
          '-a---b-s-|',
          values,
        )
      },
    )
  })

  it('takes a new uid for a new object, and lets pass what nothing counts for', () => {
    const passed: string[] = []
    const source = new Subject<Pod>()
    source.pipe(predicateFilter(generation)).subscribe(({ metadata }) => passed.push(metadata?.uid ?? ''))
    for (const uid of ['1', '1', '2', '2', '1']) source.next(a({ generation: 1, uid }))
    source.next(pod('b@1', { uid: 'no generation' }))
    source.next(pod('b@1', { uid: 'no generation' }))
    expect(passed).toEqual(['1', '2', '1', 'no generation', 'no generation'])
  })

  it('forgets what was not seen for its time to live, and keeps what was', async () => {
    const clock = new TestClock()
    const passed: string[] = []
    const source = new Subject<Pod>()
    source
      .pipe(predicateFilter(generation, { ttl: '1h', clock }))
      .subscribe(({ metadata }) => passed.push(metadata?.name ?? ''))
    const see = (name: string) => source.next(pod(`${name}@1`, { generation: 1 }))
    see('kept')
    see('gone')
    for (let half = 0; half < 6; half++) {
      await clock.advance('30m')
      see('kept')
    }
    see('gone')
    expect(passed).toEqual(['kept', 'gone', 'gone'])
  })
})

describe('changedObjects', () => {
  type Batch = readonly ReflectorEvent<Pod>[]
  const at = (name: string, of: number): Pod => pod(`${name}@1`, { generation: of })
  const snapshot = (...objects: Pod[]): Batch => [
    { type: 'init', reason: 'start' },
    { type: 'initApply', objects },
    { type: 'initDone', resourceVersion: '1' },
  ]

  function passing(...batches: Batch[]): string[] {
    const passed: string[] = []
    const source = new Subject<Batch>()
    source
      .pipe(
        changedObjects(generation),
        map(({ metadata }) => `${metadata?.name} ${metadata?.generation}`),
      )
      .subscribe((each) => passed.push(each))
    for (const batch of batches) source.next(batch)
    return passed
  }

  it('gives what changed, over relists as well', () => {
    const passed = passing(
      snapshot(at('a', 1), at('b', 1)),
      [
        { type: 'modified', object: at('a', 1) },
        { type: 'modified', object: at('a', 2) },
      ],
      snapshot(at('a', 2), at('b', 2)),
    )
    expect(passed).toEqual(['a 1', 'b 1', 'a 2', 'b 2'])
  })

  it('remembers only what is there: what was deleted, seen or unseen, comes as new', () => {
    const passed = passing(
      snapshot(at('a', 1), at('b', 1)),
      [
        { type: 'deleted', object: at('a', 1) },
        { type: 'added', object: at('a', 1) },
      ],
      snapshot(at('a', 1)),
      [{ type: 'added', object: at('b', 1) }],
    )
    expect(passed).toEqual(['a 1', 'b 1', 'a 1', 'b 1'])
  })

  it('forgets what an attempt that broke off had brought, and what was deleted in a snapshot', () => {
    const passed = passing(
      [
        { type: 'init', reason: 'start' },
        { type: 'initApply', objects: [at('a', 1)] },
      ],
      [
        { type: 'init', reason: 'start' },
        { type: 'initApply', objects: [at('b', 1)] },
        { type: 'initDelete', object: at('b', 1) },
        { type: 'initDone', resourceVersion: '1' },
      ],
      [{ type: 'added', object: at('b', 1) }],
    )
    expect(passed).toEqual(['a 1', 'b 1', 'b 1'])
  })
})
