import type { Indexer } from '@rxkube/indexer'
import type { KubernetesObject } from '@rxkube/meta'
import type { ReflectorStatus } from '@rxkube/reflector'
import type { InformerLife } from './informer-life.ts'
import type { InformerPhase } from './informer-phase.ts'
import type { InformerSession } from './informer-session.ts'
import type { Registrations } from './registrations.ts'

/** How one handler or stream of an informer is doing. */
export interface HandlerStatus {
  readonly name: string
  /** Changes that wait for it. */
  readonly backlog: number
  /** Changes that its full mailbox gave up. */
  readonly dropped: number
  readonly synced: boolean
}

/** How an informer is doing. Watching this starts nothing. */
export interface InformerStatus {
  /** The informer's name: what it was given, else what it watches. */
  readonly name: string
  /** What it watches, such as `pods`. */
  readonly description: string
  readonly phase: InformerPhase
  readonly synced: boolean
  /** The last thing that went wrong between the server and the cache, until it works again. */
  readonly lastError: Error | undefined
  /** Requests that failed since it last worked. */
  readonly attempts: number
  /** Why the last snapshot was listed although it was to be streamed (WatchList). */
  readonly watchListError: Error | undefined
  /** What the cache shows, and what the reflector has handed over; they differ while something is queued. */
  readonly resourceVersion: { readonly store: string; readonly reflector: string }
  /** Deltas that wait between reflector and cache. */
  readonly queued: number
  /** Objects in the cache. */
  readonly objects: number
  /** Bytes that its watches received, decompressed; lists are not counted. */
  readonly bytes: number
  readonly handlers: readonly HandlerStatus[]
  /** Events that changed nothing: older than the cache, or deletions of what was not there. */
  readonly dropped: number
  /** Objects and events that were left out because they do not belong to the collection. */
  readonly quarantined: number
  /** When the last event came, in milliseconds since 1970; undefined before the first. */
  readonly lastEventAt: number | undefined
}

/** The status at this moment. */
export function readStatus<T extends KubernetesObject>(
  informer: { readonly name: string; readonly description: string; readonly indexer: Indexer<T> },
  life: InformerLife<T, InformerSession<T>>,
  registrations: Registrations<T>,
): InformerStatus {
  const { session } = life
  const reflector = session?.reflectorStatus
  return {
    name: informer.name,
    description: informer.description,
    phase: phaseOf(life, reflector),
    synced: life.hasSynced,
    lastError: life.failure ?? reflector?.lastError,
    watchListError: reflector?.watchListError,
    attempts: reflector?.attempts ?? 0,
    resourceVersion: {
      store: informer.indexer.lastStoreSyncResourceVersion(),
      reflector: session?.resourceVersion ?? '',
    },
    queued: session?.queued ?? 0,
    objects: informer.indexer.size,
    bytes: reflector?.bytes ?? 0,
    handlers: Array.from(registrations.processor, (registration) => ({
      name: registration.name,
      backlog: registration.backlog,
      dropped: registration.dropped,
      synced: registration.hasSynced(),
    })),
    dropped: session?.dropped ?? 0,
    quarantined: session?.quarantined ?? 0,
    lastEventAt: reflector?.lastEventAt,
  }
}

function phaseOf<T extends KubernetesObject>(
  life: InformerLife<T, InformerSession<T>>,
  reflector: ReflectorStatus | undefined,
): InformerPhase {
  if (life.state === 'stopped') return 'stopped'
  if (!life.isRunning || !reflector) return 'new'
  if (reflector.lastError) return 'retrying'
  return reflector.phase === 'watching' ? 'watching' : 'listing'
}
