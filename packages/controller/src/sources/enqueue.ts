import type { Cached, KubernetesObject, Resource } from '@rxkube/meta'
import type { WatchedEvent } from '../predicates/predicate.ts'
import { requestFor, requestKey, type Request } from '../request.ts'
import type { EventHandler, RequestQueue } from './event-handler.ts'

/** The requests that an object leads to; none is fine. May be async. */
export type MapFunc<T> = (
  object: Cached<T>,
  event: WatchedEvent<T>,
) => Iterable<Request> | Promise<Iterable<Request>>

/** How owners are looked for. */
export interface OwnerOptions {
  /** Only the owner that is the controller; true unless told. controller-runtime: `OnlyControllerOwner`. */
  readonly onlyController?: boolean | undefined
}

/** The object itself. controller-runtime: `handler.EnqueueRequestForObject`. */
export function enqueueRequestForObject<T extends KubernetesObject>(): EventHandler<T> {
  return enqueueRequestsFromMapFunc((object) => some(requestFor(object as KubernetesObject)))
}

/**
 * The owners of this kind, of the object as it is and as it was: an owner that lost a child hears of it.
 * controller-runtime: `handler.EnqueueRequestForOwner`.
 */
export function enqueueRequestForOwner<T extends KubernetesObject>(
  owner: Resource,
  { onlyController = true }: OwnerOptions = {},
): EventHandler<T> {
  return enqueueRequestsFromMapFunc((object) => {
    const { namespace = '', ownerReferences = [] } = (object as KubernetesObject).metadata ?? {}
    return ownerReferences
      .filter(({ apiVersion, kind, controller }) => {
        const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
        return kind === owner.kind && group === owner.group && (controller === true || !onlyController)
      })
      .map(({ name }) => ({ namespace: owner.namespaced ? namespace : '', name }))
  })
}

/**
 * What the function makes of the object, and of the object as it was before an update.
 * controller-runtime: `handler.EnqueueRequestsFromMapFunc`.
 */
export function enqueueRequestsFromMapFunc<T extends KubernetesObject>(map: MapFunc<T>): EventHandler<T> {
  const handle = (event: WatchedEvent<T>, queue: RequestQueue): void | Promise<void> => {
    const found =
      event.type === 'updated' && !event.sync
        ? [map(event.object, event), map(event.before, event)]
        : [map(event.object, event)]
    if (!found.some((one) => one instanceof Promise)) {
      addEach(queue, found as Iterable<Request>[])
      return undefined
    }
    return Promise.all(found.map(async (one) => one)).then((all) => addEach(queue, all))
  }
  return { added: handle, updated: handle, deleted: handle }
}

/**
 * The controller's own objects that have the changed object under an index of theirs: for what they refer to by name.
 * The value is `namespace/name` of the changed object unless told.
 */
export function enqueueOnIndex<T extends KubernetesObject>(
  index: string,
  value: (object: Cached<T>) => string = (object) => keyOf(object as KubernetesObject),
): EventHandler<T> {
  const handle = (event: WatchedEvent<T>, queue: RequestQueue): void => {
    const values = new Set([value(event.object)])
    if (event.type === 'updated') values.add(value(event.before))
    for (const one of values) for (const request of queue.requestsByIndex(index, one)) queue.add(request)
  }
  return { added: handle, updated: handle, deleted: handle }
}

function keyOf(object: KubernetesObject): string {
  return requestKey({ namespace: object.metadata?.namespace ?? '', name: object.metadata?.name ?? '' })
}

function some(request: Request | undefined): readonly Request[] {
  return request ? [request] : []
}

function addEach(queue: RequestQueue, found: readonly Iterable<Request>[]): void {
  for (const requests of found) for (const request of requests) queue.add(request)
}
