import type { Clock, Random } from '@rxkube/clock'
import { timestamp } from './codec/time.ts'
import type { Authorizer } from './auth.ts'
import type { ControllerName } from './controllers/controller-name.ts'
import type { RbacAuthorizer } from './rbac/rbac-authorizer.ts'
import type { ServiceAccounts } from './service-accounts/service-accounts.ts'
import type { Admit } from './verbs/admit.ts'
import type { Logs } from './verbs/log-request.ts'
import type { ViewCache } from './faults/view-cache.ts'
import type { Registry } from './registry/registry.ts'
import type { ServedResource } from './registry/resource.ts'
import type { ServiceAllocator } from './registry/service-allocator.ts'
import type { Collection } from './store/collection.ts'
import type { Snapshot } from './store/snapshot.ts'
import type { Store } from './store/store.ts'

/** What every verb works on. */
export interface Backend {
  readonly store: Store
  readonly registry: Registry
  readonly clock: Clock
  readonly random: Random
  /** Events that a watch may have unread before it is ended. */
  readonly watchBufferSize: number
  /** Bytes that a watch may have unread before it is ended. */
  readonly watchBufferBytes: number
  /** Whether watches may begin with the state and say where it ends. */
  readonly watchList: boolean
  /** The controllers that are on. */
  readonly controllers: ReadonlySet<ControllerName>
  readonly serviceAllocator: ServiceAllocator
  /** What the view that was asked has seen of the store; without one, all of it. */
  readonly cache?: ViewCache
  /** Says who may do what; everyone may do everything without it. */
  readonly authorize: Authorizer | undefined
  /** What `authorize` asks when roles and bindings decide. */
  readonly rbac: RbacAuthorizer | undefined
  /** Makes and knows the tokens of service accounts. */
  readonly serviceAccounts: ServiceAccounts
  readonly admit: Admit | undefined
  readonly logs: Logs | undefined
}

/** A collection as a watch cache has it: its reads may be stale. */
export interface CacheOf extends Pick<Collection, 'one' | 'withValue' | 'since' | 'subscribe' | 'get'> {
  list(prefix?: string): Snapshot
}

/** Where reads that may be stale and watches are answered from. */
export function cacheOf({ cache, store }: Backend, { storage }: ServedResource): CacheOf {
  return cache?.collection(storage) ?? store.collection(storage)
}

/** The revision that the cache of a resource is at, for reads, or the one up to which watches were told. */
export function cachedRevision(
  { cache, store }: Backend,
  { storage }: ServedResource,
  of: 'reads' | 'watches',
): number {
  const cached = cache?.collection(storage)
  if (cached === undefined) return store.revision
  return of === 'reads' ? cached.revision : cached.delivered
}

export function collectionOf({ store }: Backend, { storage }: ServedResource): Collection {
  return store.collection(storage)
}

/** The time as metadata has it. */
export function nowOf({ clock }: Backend): string {
  return timestamp(clock.now())
}

/** A random version 4 UUID. */
export function newUid({ random }: Backend): string {
  const bytes = Array.from({ length: 16 }, () => Math.floor(random.next() * 256))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const alphanumerics = 'bcdfghjklmnpqrstvwxz2456789'

/** A name that begins with `prefix` and ends with five random characters. */
export function newName({ random }: Backend, prefix: string): string {
  const suffix = Array.from({ length: 5 }, () =>
    alphanumerics.charAt(Math.floor(random.next() * alphanumerics.length)),
  )
  return prefix.slice(0, 58) + suffix.join('')
}
