import {
  DeletedFinalStateUnknown,
  deletionHandlingMetaNamespaceKey,
  type Cached,
  type KubernetesObject,
  type ObjectName,
} from '@rxkube/meta'
import type { Notification } from './notification.ts'

// What is called for no informer is not taken off either.
const never = new AbortController().signal

/** What every call of a handler is told beside the objects. */
export interface CallInfo {
  /**
   * Aborts when the handler is taken off or its informer stops, which waits for the call: hand it to what the call
   * waits for. Its reason, thrown, is no failure of the handler.
   */
  readonly signal: AbortSignal
}

/** Facts beside an object that was added. */
export interface AddedInfo extends CallInfo {
  /** It belongs to the first population, or to the replay that a late handler gets. */
  readonly initial: boolean
}

/** Facts beside an object that was updated. */
export interface UpdatedInfo extends CallInfo {
  /** The resourceVersions are equal: a resync, or a relist of an unchanged object. */
  readonly sync: boolean
  /** The uids differ: another object took the name. */
  readonly replaced: boolean
}

/** Facts beside an object that was deleted. */
export interface DeletedInfo extends CallInfo {
  /** `namespace/name`. */
  readonly key: string
  /** A relist found it missing: the object may be older than what was deleted. */
  readonly finalStateUnknown: boolean
}

/**
 * What is called for each change; leave out what you do not need. Objects belong to the cache: read them, and
 * `deepCopy` what you want to change. A promise counts as the end of the call. Upstream: `ResourceEventHandler`.
 */
export interface ResourceEventHandler<T> {
  added?(object: Cached<T>, info: AddedInfo): unknown
  updated?(before: Cached<T>, object: Cached<T>, info: UpdatedInfo): unknown
  /** The last state that was known, never a tombstone. */
  deleted?(object: Cached<T>, info: DeletedInfo): unknown
}

/** Calls the method of `handler` that fits and gives what it returned. */
export function callHandler<T>(
  handler: ResourceEventHandler<T>,
  notification: Notification<T>,
  signal: AbortSignal = never,
): unknown {
  switch (notification.type) {
    case 'added': {
      const { object, initial } = notification
      return handler.added?.(object as Cached<T>, { initial, signal })
    }
    case 'updated': {
      const { before, object, sync, replaced } = notification
      return handler.updated?.(before as Cached<T>, object as Cached<T>, { sync, replaced, signal })
    }
    case 'deleted': {
      const { object, key, finalStateUnknown } = notification
      return handler.deleted?.(object as Cached<T>, { key, finalStateUnknown, signal })
    }
  }
  return undefined
}

/**
 * What to call a handler in messages: the name of its class, or those of its functions. Upstream: `nameForHandler`.
 */
export function nameForHandler(handler: ResourceEventHandler<never>): string {
  // An object without a prototype has no constructor.
  const { constructor } = handler as { readonly constructor?: unknown }
  const name = typeof constructor === 'function' ? constructor.name : ''
  if (name !== '' && name !== 'Object') return name
  const names = new Set<string>()
  for (const one of [handler.added?.name, handler.updated?.name, handler.deleted?.name]) {
    const own = one?.replace(/^bound /, '')
    if (own) names.add(own)
  }
  return [...names].join('+') || 'anonymous handler'
}

/**
 * An object that was deleted, or the tombstone of one: its name and key can be told either way. Upstream:
 * `DeletedObject`.
 */
export class DeletedObject<T extends KubernetesObject> {
  /** The last state that was known, if any. */
  readonly object: T | undefined
  /** `namespace/name`; `''` when nothing is known. */
  readonly key: string
  /** A relist found it missing. */
  readonly finalStateUnknown: boolean

  constructor(item: T | DeletedFinalStateUnknown<T> | undefined) {
    this.finalStateUnknown = item instanceof DeletedFinalStateUnknown
    this.object = item instanceof DeletedFinalStateUnknown ? item.object : item
    this.key = keyIn(item)
  }

  /** Reads the key back; more slashes than one belong to the name. */
  get objectName(): ObjectName {
    const slash = this.key.indexOf('/')
    if (slash === -1) return { namespace: '', name: this.key }
    return { namespace: this.key.slice(0, slash), name: this.key.slice(slash + 1) }
  }

  get name(): string {
    return this.objectName.name
  }

  get namespace(): string {
    return this.objectName.namespace
  }
}

/** The key of an object or a tombstone; `''` where there is none. */
export function keyIn(item: unknown): string {
  const named = item as KubernetesObject | DeletedFinalStateUnknown<unknown> | undefined
  if (named === undefined) return ''
  if (!(named instanceof DeletedFinalStateUnknown) && !named.metadata) return ''
  return deletionHandlingMetaNamespaceKey(named)
}
