import { keyOf, type Queue } from '@rxkube/delta-fifo'
import {
  deepEqual,
  isComparableResourceVersion,
  metaNamespaceKey,
  type KeyFunc,
  type KubernetesObject,
  type ObjectMeta,
} from '@rxkube/meta'
import type { ReflectorEvent } from '@rxkube/reflector'
import { isThenable } from './is-thenable.ts'
import { TransformFailedError } from './transform.ts'

/** An object from the server has no usable name, and was left out. */
export class SkippedObjectError extends Error {
  override readonly name = 'SkippedObjectError'

  constructor(options: { readonly cause: unknown }) {
    super(
      'an object from the server has no usable name and was left out; look at what serves this resource',
      options,
    )
  }
}

/** What a QueueSink works with. */
export interface QueueSinkOptions<T extends KubernetesObject> {
  readonly queue: Queue<T>
  /** `namespace/name` unless told. */
  readonly keyFunc?: KeyFunc<T> | undefined
  /**
   * What becomes of each object before it is queued, once. Name, namespace, uid and resourceVersion survive it. An
   * object that it throws for, or makes no object of, is queued as the server sent it.
   */
  readonly transform?: ((object: T) => T) | undefined
  /**
   * The cached object of a key. A relist that brings the same object keeps it, so that unchanged objects are held once,
   * and stay the same to whoever compares them. What only claims to be the same does not: a server that was restored
   * may give a version to two states, and a reader may have changed what is cached.
   */
  readonly known?: ((key: string) => T | undefined) | undefined
  /** Asked at each resync; false lets it out. */
  readonly shouldResync?: (() => boolean) | undefined
  /** Told of each object that was left out. */
  readonly skipped?: ((error: SkippedObjectError) => void) | undefined
  /** Told of each object that the transform failed for. */
  readonly transformFailed?: ((error: TransformFailedError) => void) | undefined
}

const identityFields = ['name', 'namespace', 'uid', 'resourceVersion'] as const

/**
 * Puts what a reflector tells into a queue. A new state of the collection is gathered aside and queued in one piece
 * when it is whole. One bad object is left out and told of; the others go on.
 */
export class QueueSink<T extends KubernetesObject> {
  readonly #options: QueueSinkOptions<T>
  readonly #keyFunc: KeyFunc<T>
  #state: Map<string, T> | undefined
  #skipped = 0

  constructor(options: QueueSinkOptions<T>) {
    this.#options = options
    this.#keyFunc = options.keyFunc ?? metaNamespaceKey
  }

  /** Objects that were left out. */
  get skipped(): number {
    return this.#skipped
  }

  /**
   * Takes what happened, in order: what a Reflector delivers to. The promise is for the reflector to wait for, while
   * the queue holds producers back; it rejects with the reason of the signal.
   */
  readonly deliver = (
    events: readonly ReflectorEvent<T>[],
    call?: { readonly signal: AbortSignal },
  ): Promise<void> | undefined => {
    for (const event of events) this.#accept(event)
    const ready = this.#options.queue.ready()
    return ready && unlessAborted(ready, call?.signal)
  }

  #accept(event: ReflectorEvent<T>): void {
    const { queue, shouldResync } = this.#options
    switch (event.type) {
      case 'init':
        this.#state = new Map()
        return
      case 'initApply':
        for (const object of event.objects)
          this.#admit(object, (key, admitted) =>
            this.#gathered(event.type).set(key, this.#unchanged(key, admitted) ?? admitted),
          )
        return
      case 'initDelete':
        this.#keyed(event.object, (key) => this.#gathered(event.type).delete(key))
        return
      case 'initDone':
        queue.replace(this.#gathered(event.type), event.resourceVersion)
        this.#state = undefined
        return
      case 'added':
        this.#admit(event.object, (_, object) => queue.add(object))
        return
      case 'modified':
        this.#admit(event.object, (_, object) => queue.update(object))
        return
      case 'deleted':
        this.#admit(event.object, (_, object) => queue.delete(object))
        return
      case 'bookmark':
        queue.bookmark(event.resourceVersion)
        return
      case 'resync':
        if (shouldResync?.() !== false) queue.resync()
        return
      case 'error':
    }
  }

  #gathered(type: string): Map<string, T> {
    // Replacing a cache with what is not a whole state would delete all of it.
    if (this.#state === undefined) throw new TypeError(`${type} came without an init before it`)
    return this.#state
  }

  /** Gives `object` with its key to `accept`, transformed where that works. */
  #admit(object: T, accept: (key: string, admitted: T) => void): void {
    this.#keyed(object, (key) => accept(key, this.#transformed(key, object)))
  }

  #keyed(object: T, accept: (key: string) => void): void {
    let key
    try {
      key = keyOf(this.#keyFunc, named(object))
    } catch (cause) {
      this.#skipped++
      this.#options.skipped?.(new SkippedObjectError({ cause }))
      return
    }
    accept(key)
  }

  #unchanged(key: string, object: T): T | undefined {
    const received = object.metadata
    const known = this.#options.known?.(key)
    const { uid, resourceVersion = '' } = known?.metadata ?? {}
    const isSame = uid !== undefined && uid === received?.uid && resourceVersion === received.resourceVersion
    return isSame && isComparableResourceVersion(resourceVersion) && deepEqual(known, object)
      ? known
      : undefined
  }

  #transformed(key: string, object: T): T {
    const { transform, transformFailed } = this.#options
    if (transform === undefined) return object
    // Read before: the transform may change the object that it is given.
    const { name, namespace, uid, resourceVersion } = object.metadata ?? {}
    try {
      return withIdentity(transform(object), { name, namespace, uid, resourceVersion })
    } catch (cause) {
      // Left out, it would be deleted by the next relist.
      transformFailed?.(new TransformFailedError(key, { cause }))
      return object
    }
  }
}

type Identity = { readonly [Field in (typeof identityFields)[number]]: string | undefined }

/** Without a version every change would look like none; with another name it would be another object. */
function withIdentity<T extends KubernetesObject>(transformed: T, identity: Identity): T {
  if (isThenable(transformed)) {
    // What it rejects with is told of by this error, and must not end the process.
    transformed.then(undefined, () => undefined)
    throw new TypeError('the transform returned a promise: it has to be synchronous')
  }
  if (typeof transformed !== 'object') throw new TypeError(`the transform returned ${typeof transformed}`)
  const metadata: ObjectMeta = transformed.metadata ?? {}
  const lost = identityFields.filter((field) => metadata[field] !== identity[field])
  if (lost.length === 0) return transformed
  const kept = Object.fromEntries(lost.map((field) => [field, identity[field]]))
  return { ...transformed, metadata: { ...metadata, ...kept } }
}

/** JSON may hold anything where the type says a name, and a slash in it would make it another key. */
function named<T extends KubernetesObject>(object: T): T {
  const { name, namespace = '' }: { name?: unknown; namespace?: unknown } = object.metadata ?? {}
  if (typeof name !== 'string' || name === '' || name.includes('/'))
    throw new TypeError('metadata.name is missing, or is no name')
  if (typeof namespace !== 'string' || namespace.includes('/'))
    throw new TypeError('metadata.namespace is no name')
  return object
}

async function unlessAborted(ready: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return ready
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    await Promise.race([ready, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
