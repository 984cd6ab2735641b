import { RealFIFO, type Deltas } from '@rxkube/delta-fifo'
import type { KeyFunc } from '@rxkube/meta'
import type { ReflectorEvent } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { QueueSink, type QueueSinkOptions, type SkippedObjectError } from '../src/queue-sink.ts'
import type { TransformFailedError } from '../src/transform.ts'
import { thing, type Thing } from './support/deltas.ts'

type Options = Partial<QueueSinkOptions<Thing>>

function start(options: Options = {}) {
  const queue = new RealFIFO<Thing>()
  const errors: SkippedObjectError[] = []
  const sink = new QueueSink<Thing>({ queue, skipped: (error) => errors.push(error), ...options })
  const deliver = (...events: ReflectorEvent<Thing>[]): Promise<void> | undefined => sink.deliver(events)
  const drain = async (): Promise<string[]> => {
    const words: string[] = []
    while (queue.size > 0) await queue.pop((deltas) => void words.push(...deltas.map(say)))
    return words
  }
  return { queue, sink, errors, deliver, drain }
}

function say(delta: Deltas<Thing>[number]): string {
  if (delta.type === 'ReplacedAll')
    return `ReplacedAll ${delta.resourceVersion} ${[...delta.objects.keys()].join()}`
  if (delta.type === 'Bookmark') return `Bookmark ${delta.resourceVersion}`
  if (delta.type === 'SyncAll') return delta.type
  return `${delta.type} ${'metadata' in delta.object ? JSON.stringify(delta.object.metadata) : delta.object.key}`
}

const init = { type: 'init', reason: 'start' } as const
const done = (resourceVersion: string) => ({ type: 'initDone', resourceVersion }) as const
const apply = (...objects: Thing[]) => ({ type: 'initApply', objects }) as const
const stripped = (object: Thing): Thing => ({
  metadata: { name: '' },
  node: String(object.metadata.resourceVersion),
})

describe('QueueSink', () => {
  it('queues one replacement when a state is whole, with what changed while it came in', async () => {
    const { queue, deliver, drain } = start()
    void deliver(init, apply(thing('a', 1), thing('b', 1)))
    void deliver(apply(thing('c', 1), thing('a', 2)), { type: 'initDelete', object: thing('b', 3) })
    expect(queue.size).toBe(0)
    void deliver(done('5'))
    expect(await drain()).toEqual(['ReplacedAll 5 a,c'])
  })

  it('forgets what came before another init', async () => {
    const { deliver, drain } = start()
    void deliver(
      init,
      apply(thing('a', 1)),
      { type: 'init', reason: 'relist' },
      apply(thing('b', 2)),
      done('2'),
    )
    expect(await drain()).toEqual(['ReplacedAll 2 b'])
  })

  it('queues changes, bookmarks and resyncs in order, and nothing for an error', async () => {
    const { deliver, drain } = start()
    const object = thing('a', 1)
    void deliver(
      { type: 'added', object },
      { type: 'error', error: new Error('refused'), retryIn: 800 },
      { type: 'modified', object: thing('a', 2) },
      { type: 'resync' },
      { type: 'deleted', object: thing('a', 3) },
      { type: 'bookmark', resourceVersion: '9' },
    )
    expect((await drain()).map((word) => word.split(' ')[0])).toEqual([
      'Added',
      'Updated',
      'SyncAll',
      'Deleted',
      'Bookmark',
    ])
  })

  it('asks before a resync', async () => {
    const { deliver, drain } = start({ shouldResync: () => false })
    void deliver({ type: 'resync' })
    expect(await drain()).toEqual([])
  })

  it('refuses to replace the cache with what had no beginning', () => {
    const { deliver, queue } = start()
    expect(() => deliver(done('1'))).toThrow('initDone came without an init before it')
    expect(queue.size).toBe(0)
  })

  it('FAULT-F5 INV-I18 transforms each object that is received once', async () => {
    const seen: string[] = []
    const { deliver, drain } = start({
      transform(object) {
        seen.push(`${object.metadata.name}${object.metadata.resourceVersion}`)
        return object
      },
    })
    void deliver(
      init,
      apply(thing('a', 1), thing('b', 1)),
      { type: 'initDelete', object: thing('b', 2) },
      done('2'),
    )
    void deliver({ type: 'modified', object: thing('a', 3) }, { type: 'resync' })
    void deliver({ type: 'deleted', object: thing('a', 4) }, { type: 'bookmark', resourceVersion: '5' })
    await drain()
    expect(seen).toEqual(['a1', 'b1', 'a3', 'a4'])
  })

  it('FAULT-F6 INV-I18 keeps name, namespace, uid and version whatever the transform makes of them', async () => {
    const { deliver, drain } = start({ transform: stripped })
    const metadata = { name: 'a', namespace: 'ns', uid: 'u', resourceVersion: '7' }
    void deliver({ type: 'added', object: { metadata } })
    void deliver(init, apply({ metadata }), done('8'))
    const words = await drain()
    expect(words).toEqual([`Added ${JSON.stringify(metadata)}`, 'ReplacedAll 8 ns/a'])
  })

  it('FAULT-F6 keeps them also when the transform changes the object that it is given', async () => {
    const { deliver, drain } = start({
      transform(object) {
        delete object.metadata.resourceVersion
        object.metadata.name = 'b'
        return object
      },
    })
    void deliver({ type: 'added', object: { metadata: { name: 'a', resourceVersion: '7' } } })
    expect(await drain()).toEqual(['Added {"name":"a","resourceVersion":"7"}'])
  })

  it('keeps an object that the transform throws for as it was sent, and says so', async () => {
    const failures: TransformFailedError[] = []
    const { deliver, drain, errors, sink } = start({
      transformFailed: (error) => failures.push(error),
      transform(object) {
        if (object.metadata.name === 'bad') throw new Error('no spec')
        return object
      },
    })
    void deliver(init, apply(thing('a', 1), thing('bad', 1), thing('b', 1)), done('1'))
    void deliver({ type: 'modified', object: thing('bad', 2) }, { type: 'deleted', object: thing('bad', 3) })
    const words = await drain()
    expect(words[0]).toBe('ReplacedAll 1 a,bad,b')
    expect(words.slice(1).map((word) => word.split(' ')[0])).toEqual(['Updated', 'Deleted'])
    expect(failures.map(({ key, cause }) => [key, String(cause)])).toEqual(
      Array.from({ length: 3 }, () => ['bad', 'Error: no spec']),
    )
    expect(errors).toEqual([])
    expect(sink.skipped).toBe(0)
  })

  it('keeps an object that the transform makes nothing of', async () => {
    const failures: TransformFailedError[] = []
    const { deliver, drain } = start({
      transform: () => undefined as never,
      transformFailed: (error) => failures.push(error),
    })
    void deliver({ type: 'added', object: thing('a', 1) })
    expect((await drain()).map((word) => word.split(' ')[0])).toEqual(['Added'])
    expect(failures).toHaveLength(1)
  })

  it('FAULT-F6 keeps an object whose transform returns a promise as it was sent, whatever that comes to', async () => {
    const failures: TransformFailedError[] = []
    const { queue, deliver } = start({
      transform: (async ({ metadata }: Thing) => {
        if (metadata.name === 'b') throw new Error('no spec')
        return { metadata }
      }) as never,
      transformFailed: (error) => failures.push(error),
    })
    const [a, b] = [{ ...thing('a', 1), node: 'n' }, thing('b', 1)]
    void deliver({ type: 'added', object: a }, { type: 'added', object: b })
    const queued: unknown[] = []
    while (queue.size > 0) await queue.pop((deltas) => void queued.push(...deltas))
    expect(queued).toEqual([
      { type: 'Added', object: a },
      { type: 'Added', object: b },
    ])
    expect(failures.map(({ key, cause }) => [key, String(cause)])).toEqual([
      ['a', expect.stringContaining('returned a promise')],
      ['b', expect.stringContaining('returned a promise')],
    ])
  })

  it('holds an object once that a relist brings again, and takes what only has its version', async () => {
    const cached = thing('a', 3)
    const { queue, deliver } = start({ known: (key) => (key === 'a' ? cached : undefined) })
    const listed = async (object: Thing): Promise<unknown> => {
      void deliver(init, apply(object), done('3'))
      let first: unknown
      await queue.pop(([delta]) => {
        first = delta?.type === 'ReplacedAll' ? delta.objects.get('a') : undefined
      })
      return first
    }
    expect(await listed(thing('a', 3))).toBe(cached)
    const other = { ...thing('a', 3), node: 'other' }
    expect(await listed(other)).toBe(other)
  })

  it.each<[string, unknown]>([
    ['no metadata', {}],
    ['metadata null', { metadata: null }],
    ['no name', { metadata: { namespace: 'ns' } }],
    ['an empty name', { metadata: { name: '' } }],
    ['a name that is a number', { metadata: { name: 5 } }],
    ['a slash in its name', { metadata: { name: 'a/b' } }],
    ['a namespace that is an object', { metadata: { name: 'a', namespace: {} } }],
  ])('R8 quarantines an object with %s: it is counted and told of, the others go on', async (_, object) => {
    const { deliver, drain, errors, sink } = start()
    const bad = object as Thing
    void deliver(init, apply(thing('a', 1), bad), { type: 'initDelete', object: bad }, done('1'))
    void deliver(
      { type: 'added', object: bad },
      { type: 'deleted', object: bad },
      { type: 'added', object: thing('b', 2) },
    )
    const words = await drain()
    expect(words[0]).toBe('ReplacedAll 1 a')
    expect(words).toHaveLength(2)
    expect(sink.skipped).toBe(4)
    expect(errors[0]).toMatchObject({ name: 'SkippedObjectError' })
  })

  it('quarantines what a key function of the user throws for', async () => {
    const keyFunc: KeyFunc<Thing> = () => {
      throw new Error('no key')
    }
    const { deliver, drain, errors } = start({ keyFunc })
    void deliver({ type: 'added', object: thing('a', 1) })
    expect(await drain()).toEqual([])
    expect(errors).toHaveLength(1)
  })

  it('FEAT-D5 has the reflector wait while 2000 deltas do, at most until it is stopped', async () => {
    const { queue, sink } = start()
    const objects = Array.from({ length: 2000 }, (_, index) => thing(`a${index}`, index))
    const events = objects.map((object) => ({ type: 'added', object }) as const)
    const stop = new AbortController()
    expect(sink.deliver(events.slice(1))).toBeUndefined()
    const waiting = sink.deliver(events.slice(0, 1), stop)
    await queue.pop(() => undefined)
    await waiting
    const stopped = sink.deliver(events.slice(0, 1), stop)
    const reason = new Error('stopped')
    stop.abort(reason)
    await expect(stopped).rejects.toBe(reason)
  })
})
