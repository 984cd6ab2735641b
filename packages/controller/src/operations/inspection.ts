import type { EventStats } from '@rxkube/event-recorder'
import type { ElectorPhase } from '@rxkube/leader-election'
import type { InformerPhase } from '@rxkube/shared-informer'
import type { Projection } from '../informers/informer-pool.ts'
import type { ManagerPhase } from '../manager/manager.ts'
import type { ControllerPhase } from '../reconcile/controller.ts'
import type { OutcomeResult } from '../reconcile/outcome.ts'

/** What a manager consists of at one moment, as plain JSON. No object of the cluster and no message of an error is in it. */
export interface Inspection {
  /** Of the manager. */
  readonly name: string
  readonly phase: ManagerPhase
  /** When this was so, in RFC 3339. */
  readonly at: string
  readonly nodes: readonly InspectedNode[]
  /** In the direction in which changes travel, from one node's `id` to another's. */
  readonly edges: readonly InspectedEdge[]
}

/** A way between two nodes of an inspection. */
export interface InspectedEdge {
  readonly from: string
  readonly to: string
  readonly type:
    /** An informer tells a handler of changes. */
    | 'delivers'
    /** A handler or a stream puts requests into a queue. */
    | 'enqueues'
    /** A queue gives requests to a controller. */
    | 'handsOut'
    /** A controller reads a cache. */
    | 'reads'
    /** An elector lets a controller work. */
    | 'leads'
    /** A controller records events. */
    | 'records'
}

/** A part of a manager, with its counts. */
export type InspectedNode =
  | InspectedInformer
  | InspectedHandler
  | InspectedSource
  | InspectedQueue
  | InspectedController
  | InspectedElector
  | InspectedRecorder

/** A cache. */
export interface InspectedInformer {
  readonly id: string
  readonly type: 'informer'
  readonly group: string
  readonly version: string
  readonly resource: string
  readonly projection: Projection
  /** How many controllers use it. */
  readonly held: number
  readonly phase: InformerPhase
  readonly synced: boolean
  readonly objects: number
  /** That its watches received. */
  readonly bytes: number
  /** Deltas that wait between the network and the cache. */
  readonly queued: number
  /** Events that changed nothing, and objects that did not belong. */
  readonly dropped: number
  readonly quarantined: number
  readonly attempts: number
  /** The class and reason of what failed last, until it works again. */
  readonly lastError?: string
  /** Milliseconds since it last heard from the server: of a change, or that there was none. */
  readonly staleness?: number
  readonly resourceVersion: { readonly store: string; readonly reflector: string }
}

/** Who is told of changes by an informer. */
export interface InspectedHandler {
  readonly id: string
  readonly type: 'handler'
  readonly name: string
  /** The `id` of its informer. */
  readonly informer: string
  readonly backlog: number
  readonly dropped: number
  readonly synced: boolean
}

/** A stream that wakes a controller. */
export interface InspectedSource {
  readonly id: string
  readonly type: 'source'
  readonly name: string
}

/** The queue of a controller. */
export interface InspectedQueue {
  readonly id: string
  readonly type: 'queue'
  readonly controller: string
  readonly depth: number
  readonly processing: number
  readonly delayed: number
  readonly adds: number
  readonly retries: number
}

/** A controller and its workers. */
export interface InspectedController {
  readonly id: string
  readonly type: 'controller'
  readonly name: string
  readonly phase: ControllerPhase
  readonly maxConcurrentReconciles: number
  readonly active: number
  readonly waitingForCaches: number
  readonly loopPauses: number
  /** Runs that have ended, by how they ended. */
  readonly results: Readonly<Record<OutcomeResult, number>>
}

/** Who decides whether this process leads. */
export interface InspectedElector {
  readonly id: 'elector'
  readonly type: 'elector'
  readonly name: string
  readonly phase: ElectorPhase
  readonly identity: string
  readonly leader: string
  readonly isLeader: boolean
  readonly leaderTransitions: number
  readonly lastError?: string
}

/** The manager's own event recorder. */
export type InspectedRecorder = EventStats & { readonly id: 'recorder'; readonly type: 'recorder' }
