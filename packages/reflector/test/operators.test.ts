import {
  appliedObjects,
  modify,
  onError,
  reflect,
  StoreInUseError,
  stripManagedFields,
  touchedObjects,
  type ReflectorEvent,
  type ReflectorStore,
} from '@rxkube/reflector'
import { concatMap, from, map, of, Subject, toArray, type OperatorFunction } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { describe, expect, it } from 'vitest'
import { pod, type Pod } from './support/objects.ts'

type Batch = readonly ReflectorEvent<Pod>[]

/** A snapshot of a, then c comes, a changes, and c goes. */
const batches: Record<string, Batch> = {
  s: [
    { type: 'init', reason: 'start' },
    { type: 'initApply', objects: [pod('a@1')] },
    { type: 'initDone', resourceVersion: '3' },
  ],
  c: [{ type: 'added', object: pod('c@4') }],
  m: [
    { type: 'modified', object: pod('a@5') },
    { type: 'bookmark', resourceVersion: '7' },
  ],
  d: [{ type: 'deleted', object: pod('c@6') }],
  e: [{ type: 'error', error: new Error('gone'), retryIn: 800 }, { type: 'resync' }],
}

const short = map(({ metadata }: Pod) => `${metadata?.name}@${metadata?.resourceVersion}`)
const objects = { a: 'a@1', c: 'c@4', m: 'a@5', d: 'c@6' }

/** What the events give through `operator`, as the frames of a test scheduler show it. */
function throughMarbles<R>(
  operator: OperatorFunction<Batch, R>,
  expected: string,
  values: Record<string, R>,
): unknown[][] {
  const compared: unknown[][] = []
  new TestScheduler((actual, wanted) => void compared.push([actual, wanted])).run(
    ({ hot, expectObservable }) => {
      expectObservable(hot<Batch>('-s-c-m-d-e-|', batches).pipe(operator)).toBe(expected, values)
    },
  )
  return compared
}

describe('operators on events', () => {
  it('appliedObjects gives the objects that are there', () => {
    const [[actual, wanted] = []] = throughMarbles(
      (source) => source.pipe(appliedObjects(), short),
      '-a-c-m-----|',
      objects,
    )
    expect(actual).toEqual(wanted)
  })

  it('touchedObjects gives those that were deleted as well', () => {
    const [[actual, wanted] = []] = throughMarbles(
      (source) => source.pipe(touchedObjects(), short),
      '-a-c-m-d---|',
      objects,
    )
    expect(actual).toEqual(wanted)
  })

  it('onError tells of errors, and passes everything', () => {
    const errors: [string, number][] = []
    const handle = (error: Error, retryIn: number): number => errors.push([error.message, retryIn])
    const [[actual, wanted] = []] = throughMarbles(onError(handle), '-s-c-m-d-e-|', batches)
    expect(actual).toEqual(wanted)
    expect(errors).toEqual([['gone', 800]])
  })

  it('REF-23 FEAT-B20 INV-I18 modify runs once for each object: 2 of the snapshot, 1 later, 3 calls', () => {
    let calls = 0
    const seen: (string | undefined)[] = []
    const events: Batch[] = [
      [{ type: 'initApply', objects: [pod('a@1'), pod('b@2')] }],
      [
        { type: 'initDone', resourceVersion: '3' },
        { type: 'added', object: pod('c@4') },
      ],
    ]
    of(...events)
      .pipe(
        modify((object) => {
          calls++
          object.spec = { nodeName: 'transformed' }
        }),
        appliedObjects(),
      )
      .subscribe(({ spec }) => seen.push(spec?.nodeName))
    expect(calls).toBe(3)
    expect(seen).toEqual(['transformed', 'transformed', 'transformed'])
  })

  it('modify takes another object for what it was given, of deletions as well', () => {
    const seen: ReflectorEvent<Pod>[] = []
    of<Batch>([
      { type: 'deleted', object: pod('a@1') },
      { type: 'initDelete', object: pod('b@1') },
    ])
      .pipe(modify(() => pod('z@9')))
      .subscribe((events) => seen.push(...events))
    expect(seen).toEqual([
      { type: 'deleted', object: pod('z@9') },
      { type: 'initDelete', object: pod('z@9') },
    ])
  })

  it('modify that throws costs the object, not the stream; a deletion passes', () => {
    const seen: ReflectorEvent<Pod>[] = []
    from<Batch[]>([
      [{ type: 'initApply', objects: [pod('a@1'), pod('bad@1')] }],
      [
        { type: 'added', object: pod('bad@2') },
        { type: 'deleted', object: pod('bad@3') },
      ],
    ])
      .pipe(
        modify(({ metadata }) => {
          if (metadata?.name === 'bad') throw new Error('cannot')
        }),
      )
      .subscribe((events) => seen.push(...events))
    expect(seen.map((event) => event.type)).toEqual(['error', 'initApply', 'error', 'error', 'deleted'])
    expect(seen[1]).toEqual({ type: 'initApply', objects: [pod('a@1')] })
  })

  it('stripManagedFields leaves them away without touching what it was given', () => {
    const given = pod('a@1', { managedFields: [{ manager: 'kubectl' }] })
    const seen: Pod[] = []
    of<Batch>([{ type: 'added', object: given }])
      .pipe(stripManagedFields(), appliedObjects())
      .subscribe((object) => seen.push(object))
    expect(seen).toEqual([pod('a@1')])
    expect(given.metadata?.managedFields).toHaveLength(1)
  })
})

class RecordingStore implements ReflectorStore<Pod> {
  readonly calls: string[] = []
  replace(all: ReadonlyMap<string, Pod>, resourceVersion: string): void {
    this.calls.push(`replace ${[...all.keys()].join(' ')} at ${resourceVersion}`)
  }
  add({ metadata }: Pod): void {
    this.calls.push(`add ${metadata?.name}`)
  }
  update({ metadata }: Pod): void {
    this.calls.push(`update ${metadata?.name}`)
  }
  delete({ metadata }: Pod): void {
    this.calls.push(`delete ${metadata?.name}`)
  }
  bookmark(resourceVersion: string): void {
    this.calls.push(`bookmark ${resourceVersion}`)
  }
}

describe('reflect', () => {
  it('FAULT-A19 swaps snapshots in whole, and passes everything unchanged', () => {
    const store = new RecordingStore()
    const passed: Batch[] = []
    const all = ['s', 'c', 'm', 'd', 'e'].map((name) => batches[name] ?? [])
    of(...all)
      .pipe(reflect(store))
      .subscribe((events) => passed.push(events))
    expect(store.calls).toEqual(['replace default/a at 3', 'add c', 'update a', 'bookmark 7', 'delete c'])
    expect(passed).toEqual(all)
  })

  it('forgets what an attempt that broke off had gathered, and folds deletions in', () => {
    const store = new RecordingStore()
    from<Batch[]>([
      [
        { type: 'init', reason: 'start' },
        { type: 'initApply', objects: [pod('ghost@1')] },
      ],
      [
        { type: 'init', reason: 'start' },
        { type: 'initApply', objects: [pod('a@1'), pod('b@2')] },
      ],
      [
        { type: 'initDelete', object: pod('b@3') },
        { type: 'initDone', resourceVersion: '4' },
      ],
    ])
      .pipe(reflect(store))
      .subscribe()
    expect(store.calls).toEqual(['replace default/a at 4'])
  })

  it('lets one stream at a time write to a store', () => {
    const store = new RecordingStore()
    const source = new Subject<Batch>().pipe(reflect(store))
    const errors: unknown[] = []
    const first = source.subscribe()
    source.subscribe({ error: (error: unknown) => errors.push(error) })
    expect(errors).toEqual([expect.any(StoreInUseError)])
    first.unsubscribe()
    source.subscribe({ error: (error: unknown) => errors.push(error) })
    expect(errors).toHaveLength(1)
  })

  it('composes: many batches through every operator keep their order', () => {
    const many = Array.from({ length: 1000 }, (_, at): Batch => [
      { type: 'added', object: pod(`p${at}@${at}`) },
    ])
    of(...many)
      .pipe(
        stripManagedFields(),
        reflect(new RecordingStore()),
        concatMap((events) => of(events)),
        appliedObjects(),
        short,
        toArray(),
      )
      .subscribe((all) => expect(all).toEqual(many.map((_, at) => `p${at}@${at}`)))
  })
})
