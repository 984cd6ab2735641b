import { TestClock, type Clock } from '@rxkube/clock'
import { Indexer, type Operation } from '@rxkube/indexer'
import { metaNamespaceKey, type KubernetesObject } from '@rxkube/meta'
import type { Notification } from '@rxkube/shared-informer'
import type { Distributor, DroppedDelta, ProcessDeltasOptions } from '../../src/process-deltas.ts'

/** An object of which the name, the version, the uid and a node matter. */
export interface Thing extends KubernetesObject {
  metadata: { name: string; uid?: string; resourceVersion?: string; labels?: Record<string, string> }
  node?: string
}

export function thing(name: string, version: number | string, uid = `uid-${name}`): Thing {
  return { metadata: { name, uid, resourceVersion: String(version) } }
}

/** A notification as a word: `+a1 initial`, `~a1>2 sync replaced`, `-a2 unknown`. */
export function word(notification: Notification<Thing>): string {
  const version = (object: Thing | undefined): string => object?.metadata.resourceVersion ?? '?'
  switch (notification.type) {
    case 'added':
      return `+${notification.key}${version(notification.object)}${notification.initial ? ' initial' : ''}`
    case 'updated': {
      const { key, before, object, sync, replaced } = notification
      return `~${key}${version(before)}>${version(object)}${sync ? ' sync' : ''}${replaced ? ' replaced' : ''}`
    }
    case 'deleted':
      return `-${notification.key}${version(notification.object)}${notification.finalStateUnknown ? ' unknown' : ''}`
  }
  throw new TypeError('no such notification')
}

/** A cache, what was told of it, and what was not. */
export class World implements ProcessDeltasOptions<Thing> {
  readonly indexer: Indexer<Thing>
  readonly keyFunc = metaNamespaceKey
  readonly clock: Clock
  readonly told: string[] = []
  readonly drops: DroppedDelta[] = []
  readonly distributor: Distributor<Thing>
  /** Called at each notification, when the cache shows it. */
  seen: (notification: Notification<Thing>) => void = () => undefined

  constructor({
    clock = new TestClock(),
    indexer = new Indexer<Thing>(),
  }: { clock?: Clock; indexer?: Indexer<Thing> } = {}) {
    this.clock = clock
    this.indexer = indexer
    this.distributor = {
      distribute: (notifications) => {
        for (const notification of notifications) {
          this.told.push(word(notification))
          this.seen(notification)
        }
      },
    }
  }

  readonly dropped = (why: DroppedDelta): void => void this.drops.push(why)

  /** The content of the cache as words, sorted. */
  get content(): string[] {
    return [...this.indexer.values()]
      .map(({ metadata }) => `${metadata.name}${metadata.resourceVersion ?? '?'}`)
      .toSorted()
  }

  /** The same cache, with something else about it. */
  with(options: Partial<ProcessDeltasOptions<Thing>>): ProcessDeltasOptions<Thing> {
    const { indexer, keyFunc, clock, distributor, dropped } = this
    return { indexer, keyFunc, clock, distributor, dropped, ...options }
  }

  /** What was told since the last look. */
  take(): string[] {
    return this.told.splice(0)
  }
}

/** A cache that cannot write the objects of these names in a transaction. */
export class BrokenIndexer extends Indexer<Thing> {
  readonly #names: readonly string[]

  constructor(names: readonly string[]) {
    super()
    this.#names = names
  }

  override transaction(operations: Iterable<Operation<Thing>>): void {
    const broken: Operation<Thing>[] = []
    for (const operation of operations) {
      const { object } = operation
      const name = 'metadata' in object ? object.metadata.name : object.key
      broken.push(this.#names.includes(name) ? { type: 'add', object: {} as Thing } : operation)
    }
    super.transaction(broken)
  }
}
