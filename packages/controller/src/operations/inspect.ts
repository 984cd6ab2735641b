import type { EventStats } from '@rxkube/event-recorder'
import type { LeaderElector } from '@rxkube/leader-election'
import type { HandlerStatus } from '@rxkube/shared-informer'
import type { PooledInformer } from '../informers/informer-pool.ts'
import type { Manager } from '../manager/manager.ts'
import { resourceKey } from '../reconcile/caches.ts'
import type { Controller } from '../reconcile/controller.ts'
import { errorFacts } from './error-facts.ts'
import type {
  InspectedController,
  InspectedEdge,
  InspectedElector,
  InspectedHandler,
  InspectedInformer,
  InspectedNode,
  InspectedQueue,
  Inspection,
} from './inspection.ts'

export type { Inspection } from './inspection.ts'

/** What the manager consists of now. */
export function inspectManager(manager: Manager, name = 'rxkube', recorder?: EventStats): Inspection {
  const now = manager.client.clock.now()
  const { elector } = manager
  const informers = manager.informers.informers.map((informer) => inspectInformer(informer, now))
  const handlers = manager.informers.informers.flatMap(inspectHandlers)
  const controllers = [...manager.controllers.values()]
  const nodes: InspectedNode[] = [...informers, ...handlers]
  const edges: InspectedEdge[] = handlers.map(({ id, informer }) => ({
    from: informer,
    to: id,
    type: 'delivers',
  }))
  for (const controller of controllers) {
    nodes.push(...inspectSources(controller), inspectQueue(controller), inspectController(controller))
    edges.push(...edgesOf(controller, handlers))
    if (elector && controller.needLeaderElection) {
      edges.push({ from: 'elector', to: `controller:${controller.name}`, type: 'leads' })
    }
    if (recorder) edges.push({ from: `controller:${controller.name}`, to: 'recorder', type: 'records' })
  }
  if (elector) nodes.push(inspectElector(elector))
  if (recorder) nodes.push({ id: 'recorder', type: 'recorder', ...recorder })
  return { name, phase: manager.phase, at: new Date(now).toISOString(), nodes, edges }
}

/** How an informer is called in inspections and by health checks: `pods`, `deployments.apps`, `secrets (metadata)`. */
export function informerName({
  resource,
  projection,
}: Pick<PooledInformer, 'resource' | 'projection'>): string {
  return projection === 'full' ? resourceKey(resource) : `${resourceKey(resource)} (${projection})`
}

function inspectInformer(informer: PooledInformer, now: number): InspectedInformer {
  const { resource: of, projection, held, status } = informer
  const { phase, synced, objects, bytes, queued, dropped, quarantined, attempts } = status
  const { lastError, lastEventAt, resourceVersion } = status
  const { group, version, resource } = of
  return {
    id: `informer:${informerName(informer)}`,
    type: 'informer',
    group,
    version,
    resource,
    projection,
    held,
    phase,
    synced,
    objects,
    bytes,
    queued,
    dropped,
    quarantined,
    attempts,
    ...(lastError && { lastError: errorFacts(lastError) }),
    ...(lastEventAt !== undefined && { staleness: Math.max(0, now - lastEventAt) }),
    resourceVersion,
  }
}

function inspectHandlers(informer: PooledInformer): InspectedHandler[] {
  const of = informerName(informer)
  const named = new Map<string, number>()
  return informer.status.handlers.map(({ name, backlog, dropped, synced }: HandlerStatus) => {
    const before = named.get(name) ?? 0
    named.set(name, before + 1)
    return {
      id: `handler:${of}:${name}${before > 0 ? `#${before + 1}` : ''}`,
      type: 'handler',
      name,
      informer: `informer:${of}`,
      backlog,
      dropped,
      synced,
    }
  })
}

function inspectSources({ name: controller, parts }: Controller): InspectedNode[] {
  return parts.streams.map(({ name }, index) => ({
    id: `source:${controller}:${index}`,
    type: 'source',
    name,
  }))
}

function inspectQueue({ name, status }: Controller): InspectedQueue {
  const { depth, processing, delayed, adds, retries } = status.queue
  return { id: `queue:${name}`, type: 'queue', controller: name, depth, processing, delayed, adds, retries }
}

function inspectController({ name, status, parts }: Controller): InspectedController {
  const { phase, active, waitingForCaches, loopPauses, results } = status
  const { maxConcurrentReconciles = 1 } = parts.options
  return {
    id: `controller:${name}`,
    type: 'controller',
    name,
    phase,
    maxConcurrentReconciles,
    active,
    waitingForCaches,
    loopPauses,
    results,
  }
}

function inspectElector({ name, status }: LeaderElector): InspectedElector {
  const { phase, identity, leader, isLeader, leaderTransitions, lastError } = status
  return {
    id: 'elector',
    type: 'elector',
    name,
    phase,
    identity,
    leader,
    isLeader,
    leaderTransitions,
    ...(lastError !== undefined && { lastError: errorFacts(lastError) }),
  }
}

function edgesOf(controller: Controller, handlers: readonly InspectedHandler[]): InspectedEdge[] {
  const { name, parts } = controller
  const queue = `queue:${name}`
  const own = new Set(
    // `Triggers` names its handlers so.
    parts.watches.map((watch) => `informer:${informerName(watch)} ${name} ${resourceKey(watch.resource)}`),
  )
  return [
    ...handlers
      .filter((handler) => own.has(`${handler.informer} ${handler.name}`))
      .map(({ id }): InspectedEdge => ({ from: id, to: queue, type: 'enqueues' })),
    ...parts.streams.map((_, index): InspectedEdge => ({
      from: `source:${name}:${index}`,
      to: queue,
      type: 'enqueues',
    })),
    { from: queue, to: `controller:${name}`, type: 'handsOut' },
    ...controller.caches.map((cache): InspectedEdge => ({
      from: `informer:${informerName(cache)}`,
      to: `controller:${name}`,
      type: 'reads',
    })),
  ]
}
