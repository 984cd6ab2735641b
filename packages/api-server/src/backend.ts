import type { Clock, Random } from '@rxkube/clock'
import { timestamp } from './codec/time.ts'
import type { ControllerName } from './controllers/controller-name.ts'
import type { Registry } from './registry/registry.ts'
import type { ServedResource } from './registry/resource.ts'
import type { ServiceAllocator } from './registry/service-allocator.ts'
import type { Collection } from './store/collection.ts'
import type { Store } from './store/store.ts'

/** What every verb works on. */
export interface Backend {
  readonly store: Store
  readonly registry: Registry
  readonly clock: Clock
  readonly random: Random
  /** Events that a watch may have unread before it is ended. */
  readonly watchBufferSize: number
  /** The controllers that are on. */
  readonly controllers: ReadonlySet<ControllerName>
  readonly serviceAllocator: ServiceAllocator
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
