import type { Indexers } from '@rxkube/indexer'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { PartialObjectMetadata } from '@rxkube/shared-informer'
import type { Observable } from 'rxjs'
import { InvalidControllerError } from '../errors.ts'
import type { Projection } from '../informers/informer-pool.ts'
import type { Predicate } from '../predicates/predicate.ts'
import type { ControllerParts } from '../reconcile/controller-parts.ts'
import type { Controller } from '../reconcile/controller.ts'
import type { ControllerOptions, Reconciler } from '../reconcile/reconciler.ts'
import type { Request } from '../request.ts'
import {
  enqueueRequestForObject,
  enqueueRequestForOwner,
  enqueueRequestsFromMapFunc,
  type MapFunc,
  type OwnerOptions,
} from '../sources/enqueue.ts'
import type { EventHandler } from '../sources/event-handler.ts'
import type { StreamSource } from '../sources/stream-source.ts'
import type { WatchSource } from '../sources/watch-source.ts'
import { checked } from './checked.ts'
import { underFinalizer, type Cleanup } from './under-finalizer.ts'

/** How a kind is watched. */
export interface WatchOptions<T extends KubernetesObject> {
  /** Only events that all of them let through wake the controller. The cache has every object all the same. */
  readonly predicates?: readonly Predicate<T>[] | undefined
  /** Indices of the cache, for `lister().byIndex` and `enqueueOnIndex`. */
  readonly indexers?: Indexers<T> | undefined
}

/** How owned objects are watched. */
export interface OwnsOptions<T extends KubernetesObject> extends WatchOptions<T>, OwnerOptions {
  /** `metadata` unless told: names, labels, owners and versions, at a fraction of the memory. */
  readonly projection?: Projection | undefined
}

/** Puts a controller together; `reconcile` ends it. controller-runtime: `builder.Builder`. */
export class ControllerBuilder<T extends KubernetesObject = KubernetesObject> {
  readonly #name: string
  readonly #make: (parts: ControllerParts) => Controller
  readonly #watches: WatchSource[] = []
  readonly #streams: StreamSource[] = []
  readonly #finalizers: { readonly name: string; readonly cleanup: Cleanup }[] = []
  #resource: Resource | undefined
  #options: ControllerOptions = {}

  constructor(name: string, make: (parts: ControllerParts) => Controller) {
    this.#name = name
    this.#make = make
  }

  /** The kind that requests are about. Each of its objects is looked at, and again whenever it changes. */
  for<U extends KubernetesObject>(
    resource: Resource<U>,
    options: WatchOptions<U> = {},
  ): ControllerBuilder<U> {
    if (this.#resource)
      throw this.#invalid(`is for ${this.#resource.kind} already: one kind is all it can be for`)
    this.#resource = resource as unknown as Resource
    this.#watch('for', resource, 'full', enqueueRequestForObject(), options)
    return this as unknown as ControllerBuilder<U>
  }

  /** A kind whose objects belong to those that requests are about: what happens to one wakes its owner. */
  owns<U extends KubernetesObject>(resource: Resource<U>, options: OwnsOptions<U> = {}): this {
    const { projection = 'metadata', onlyController } = options
    if (!this.#resource)
      throw this.#invalid(`owns ${resource.kind} before it is for anything: call for() first`)
    const handler = enqueueRequestForOwner<U>(this.#resource, { onlyController })
    this.#watch('owns', resource, projection, handler, options)
    return this
  }

  /** Another kind, and what its objects have to do with requests: a function of the object, or an event handler. */
  watches<U extends KubernetesObject>(
    resource: Resource<U>,
    handler: MapFunc<PartialObjectMetadata> | EventHandler<PartialObjectMetadata>,
    options: WatchOptions<PartialObjectMetadata> & { readonly projection: 'metadata' },
  ): this
  watches<U extends KubernetesObject>(
    resource: Resource<U>,
    handler: MapFunc<U> | EventHandler<U>,
    options?: WatchOptions<U> & { readonly projection?: 'full' },
  ): this
  watches<U extends KubernetesObject>(
    resource: Resource<U>,
    handler: MapFunc<U> | EventHandler<U>,
    options: WatchOptions<U> & { readonly projection?: Projection } = {},
  ): this {
    const enqueue = typeof handler === 'function' ? enqueueRequestsFromMapFunc(handler) : handler
    this.#watch('watches', resource, options.projection ?? 'full', enqueue, options)
    return this
  }

  /** A kind that reconciles read from a cache and that wakes nobody, but for tracked reads. */
  reads<U extends KubernetesObject>(
    resource: Resource<U>,
    options: Pick<WatchOptions<U>, 'indexers'> & { readonly projection?: Projection } = {},
  ): this {
    this.#watch('reads', resource, options.projection ?? 'full', undefined, options)
    return this
  }

  /** Looks at the requests that the stream names. kube-rs: `reconcile_on`. */
  reconcileOn(stream: Observable<Request | Iterable<Request>>, name = 'reconcileOn'): this {
    this.#streams.push({ all: false, name, stream })
    return this
  }

  /** Looks at all objects whenever the stream emits. kube-rs: `reconcile_all_on`. */
  reconcileAllOn(stream: Observable<unknown>, name = 'reconcileAllOn'): this {
    if (!this.#resource)
      throw this.#invalid('is for nothing, so there is no "all" of it: call for() before reconcileAllOn()')
    this.#streams.push({ all: true, name, stream })
    return this
  }

  /**
   * Holds every object with this finalizer, and calls `cleanup` instead of the reconcile once it is being deleted. What
   * `cleanup` returns says that it is not done yet; with nothing, the finalizer is taken off. controller-runtime: `finalizer`.
   */
  finalizer(name: string, cleanup: Cleanup<T>): this {
    this.#finalizers.push({ name, cleanup: cleanup as unknown as Cleanup })
    return this
  }

  /** How it works; what is told later counts. */
  options(options: ControllerOptions): this {
    this.#options = { ...this.#options, ...options }
    return this
  }

  /** Makes the controller: it works when its manager does. Throws an `InvalidControllerError`. */
  reconcile(reconciler: Reconciler<T>): Controller {
    const resource = this.#resource
    if (this.#watches.length === 0 && this.#streams.length === 0) {
      throw this.#invalid('is woken by nothing: call for(), watches() or reconcileOn()')
    }
    const plain = reconciler as unknown as Reconciler
    if (this.#finalizers.length > 0 && !resource) {
      throw this.#invalid('has a finalizer and is for nothing: call for() with what the finalizer is put on')
    }
    const wrapped = this.#finalizers.reduceRight(
      (inner, { name, cleanup }) => (resource ? underFinalizer(name, resource, cleanup, inner) : inner),
      plain,
    )
    return this.#make({
      name: this.#name,
      resource,
      watches: this.#watches,
      streams: this.#streams,
      reconciler: wrapped,
      options: checked(this.#name, this.#options),
    })
  }

  #watch<U extends KubernetesObject>(
    role: WatchSource['role'],
    resource: Resource<U>,
    projection: Projection,
    handler: EventHandler<U> | undefined,
    { predicates = [], indexers }: WatchOptions<U>,
  ): void {
    const source: WatchSource<U> = { role, resource, projection, handler, predicates, indexers }
    this.#watches.push(source as unknown as WatchSource)
  }

  #invalid(problem: string): InvalidControllerError {
    return new InvalidControllerError(`controller "${this.#name}" ${problem}`)
  }
}
