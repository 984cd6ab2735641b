import { systemClock, systemRandom, type Clock, type Random } from '@rxkube/clock'
import { Pod, type KubernetesObject, type Resource, type Scale, type Status } from '@rxkube/meta'
import type { ClientOptions, FromKubeConfigOptions, RawRequest } from './client-options.ts'
import { Collections, type PageOptions } from './collections.ts'
import type { KubeConfigSource } from './credentials/kube-config-credentials.ts'
import { transportFromKubeConfig } from './kube-config/transport-from-kube-config.ts'
import { impersonationOf } from './kube-config/user-entries.ts'
import type { ListResult } from './list-result.ts'
import type { ListPart, WatchStream } from './lister-watcher.ts'
import type {
  ApplyOptions,
  CallOptions,
  CollectionOptions,
  DeleteOptions,
  GetOptions,
  PatchOptions,
  WriteOptions,
} from './options.ts'
import { acceptFor } from './request/accept.ts'
import { bodyOf } from './request/json-body.ts'
import { checkedPath, collectionPath, objectPath, scoped, type ObjectAddress } from './request/path.ts'
import { Requester } from './request/requester.ts'
import { addressOf, ofItsKind, Writer } from './request/writer.ts'
import type { Transport } from './transport.ts'

const applyType = 'application/apply-patch+yaml'

const patchTypes = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
}

/**
 * Requests to an API server, typed by the `Resource` they are about. Objects are plain JSON as the server sent them.
 *
 * Calls throw an `ApiError` for a Status, a `TransportError` where no answer came, a `NamespaceScopeError`, an
 * `InvalidPathSegmentError` or an `InvalidRequestValueError` before anything is sent, and `signal.reason`. Answers of 429 and 5xx that carry `Retry-After`
 * are waited for and repeated, ten times at most. client-go: `rest.Interface` and the typed clients.
 */
export class Client implements AsyncDisposable {
  readonly transport: Transport
  readonly clock: Clock
  readonly random: Random
  readonly #requester: Requester
  readonly #collections: Collections
  readonly #writer: Writer
  readonly #fieldManager: string | undefined

  constructor(options: ClientOptions) {
    const { transport, clock = systemClock, random = systemRandom } = options
    const { qps = 5, burst = 10, userAgent = 'rxkube/0.1.0', impersonate, onWarning } = options
    const { maxFrameBytes, decoder } = options
    this.transport = transport
    this.clock = clock
    this.random = random
    this.#fieldManager = options.fieldManager
    this.#requester = new Requester({ transport, clock, userAgent, qps, burst, impersonate, onWarning })
    this.#writer = new Writer(this.#requester, options.fieldManager)
    this.#collections = new Collections(this.#requester, { clock, random, maxFrameBytes, decoder })
  }

  /** A client for the cluster of a kubeconfig's current context, as its user. Throws a `KubeConfigError`. */
  static fromKubeConfig(kubeConfig: KubeConfigSource, options: FromKubeConfigOptions = {}): Client {
    const { impersonate = impersonationOf(kubeConfig.getCurrentUser()), wrapTransport } = options
    const transport = transportFromKubeConfig(kubeConfig, options)
    return new Client({ ...options, impersonate, transport: wrapTransport?.(transport) ?? transport })
  }

  /** Reads one object. */
  async get<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    { signal, resourceVersion, projection }: GetOptions = {},
  ): Promise<T> {
    const path = objectPath(resource, address)
    const accept = acceptFor('object', projection)
    return this.#writer.call<T>({ method: 'GET', path, query: { resourceVersion }, accept, signal })
  }

  /** One LIST, whole unless `limit` is given; with `pageSize`, many LISTs of so many objects each, put together. */
  list<T extends KubernetesObject>(resource: Resource<T>, options: PageOptions = {}): Promise<ListResult<T>> {
    return this.#collections.list(resource, options)
  }

  /** One LIST, read object by object as it arrives. */
  listParts<T extends KubernetesObject>(
    resource: Resource<T>,
    options: CollectionOptions = {},
  ): AsyncIterable<ListPart<T>> {
    return this.#collections.listParts(resource, options)
  }

  /** The pages of a list, `pageSize` (500) objects each, requested one after another as they are read. */
  listPages<T extends KubernetesObject>(
    resource: Resource<T>,
    options: PageOptions = {},
  ): AsyncIterable<ListResult<T>> {
    return this.#collections.listPages(resource, options)
  }

  /**
   * Opens a watch. Its server is asked to end it after `timeoutSeconds` (5 to 10 minutes at random unless told); 5 s
   * of silence past that and it throws a `WatchInterruptedError`.
   */
  watch<T extends KubernetesObject>(
    resource: Resource<T>,
    options: CollectionOptions = {},
  ): Promise<WatchStream<T>> {
    return this.#collections.watch(resource, options)
  }

  /** Stores a new object and resolves with it as stored; fails with `AlreadyExists` when its name is taken. */
  async create<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options: WriteOptions & { readonly namespace?: string } = {},
  ): Promise<T> {
    const path = collectionPath(resource, scoped(resource, object.metadata?.namespace ?? options.namespace))
    return this.#writer.write<T>('POST', path, ofItsKind(resource, object), options)
  }

  /** Replaces the object; fails with a conflict when its `resourceVersion` is not the stored one. */
  async update<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options: WriteOptions = {},
  ): Promise<T> {
    return this.#writer.write<T>(
      'PUT',
      objectPath(resource, addressOf(object)),
      ofItsKind(resource, object),
      options,
    )
  }

  /** Changes the fields that the patch names: an object for `merge` and `strategic`, a list of operations for `json`. */
  async patch<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    patch: unknown,
    { type = 'merge', ...options }: PatchOptions = {},
  ): Promise<T> {
    return this.#writer.write<T>('PATCH', objectPath(resource, address), patch, {
      ...options,
      contentType: patchTypes[type],
    })
  }

  /** Server-side apply: creates the object, or makes the fields in it this manager's own. */
  async apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options: ApplyOptions = {},
  ): Promise<T> {
    const fieldManager = options.fieldManager ?? this.#fieldManager ?? 'rxkube'
    const path = objectPath(resource, addressOf(object))
    const body = ofItsKind(resource, object)
    return this.#writer.write<T>('PATCH', path, body, { ...options, fieldManager, contentType: applyType })
  }

  /** Resolves with the object when its deletion has only begun (finalizers, grace period), else with a Status. */
  async delete<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    options: DeleteOptions = {},
  ): Promise<T | Status> {
    return this.#writer.delete<T | Status>(objectPath(resource, address), options)
  }

  /** Deletes every object that the selectors choose. */
  async deleteCollection<T extends KubernetesObject>(
    resource: Resource<T>,
    options: DeleteOptions & Pick<CollectionOptions, 'namespace' | 'labelSelector' | 'fieldSelector'> = {},
  ): Promise<KubernetesObject> {
    const { namespace, labelSelector, fieldSelector, ...rest } = options
    const path = collectionPath(resource, scoped(resource, namespace))
    return this.#writer.delete<KubernetesObject>(path, rest, { labelSelector, fieldSelector })
  }

  /** Replaces the object's status; everything else in it is ignored. */
  async updateStatus<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options: WriteOptions = {},
  ): Promise<T> {
    const path = objectPath(resource, addressOf(object), 'status')
    return this.#writer.write<T>('PUT', path, ofItsKind(resource, object), options)
  }

  /** Changes fields of the object's status; everything else in the patch is ignored. */
  async patchStatus<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    patch: unknown,
    { type = 'merge', ...options }: PatchOptions = {},
  ): Promise<T> {
    return this.#writer.write<T>('PATCH', objectPath(resource, address, 'status'), patch, {
      ...options,
      contentType: patchTypes[type],
    })
  }

  /** How many replicas are wanted and are there. */
  async getScale(resource: Resource, address: ObjectAddress, { signal }: CallOptions = {}): Promise<Scale> {
    return this.#writer.call<Scale>({ method: 'GET', path: objectPath(resource, address, 'scale'), signal })
  }

  /** Sets how many replicas are wanted. */
  async updateScale(resource: Resource, scale: Scale, options: WriteOptions = {}): Promise<Scale> {
    const body = { apiVersion: 'autoscaling/v1', kind: 'Scale', ...scale }
    return this.#writer.write<Scale>('PUT', objectPath(resource, addressOf(scale), 'scale'), body, options)
  }

  /** Changes fields of the scale, such as `{ spec: { replicas: 3 } }`. */
  async patchScale(
    resource: Resource,
    address: ObjectAddress,
    patch: unknown,
    { type = 'merge', ...options }: PatchOptions = {},
  ): Promise<Scale> {
    return this.#writer.write<Scale>('PATCH', objectPath(resource, address, 'scale'), patch, {
      ...options,
      contentType: patchTypes[type],
    })
  }

  /** Asks for a pod to be evicted; refused with 429 while a disruption budget stands against it. */
  async evict(pod: ObjectAddress, { dryRun, signal, guard, ...rest }: DeleteOptions = {}): Promise<Status> {
    const metadata = { name: pod.name, namespace: pod.namespace }
    const deleteOptions = { ...rest, ...(dryRun && { dryRun: ['All'] }) }
    const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata, deleteOptions }
    return this.#writer.write<Status>('POST', objectPath(Pod, pod, 'eviction'), body, { signal, guard })
  }

  /** Puts a pod on a node, as a scheduler does. */
  async bind(
    pod: ObjectAddress & { readonly uid?: string },
    node: string,
    options: WriteOptions = {},
  ): Promise<Status> {
    const { name, namespace, uid } = pod
    const target = { apiVersion: 'v1', kind: 'Node', name: node }
    const body = { apiVersion: 'v1', kind: 'Binding', metadata: { name, namespace, uid }, target }
    return this.#writer.write<Status>('POST', objectPath(Pod, pod, 'binding'), body, options)
  }

  /** Any other path. Resolves with parsed JSON, or with text where the server sends something else. */
  async request({ method = 'GET', body, ...rest }: RawRequest): Promise<unknown> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const request = { method, ...rest, path: checkedPath(rest.path) }
    return bodyOf(await this.#requester.send({ ...request, body: text }), request)
  }

  /** Closes the transport: what is under way, or waits for its turn or for a `Retry-After`, is rejected. */
  close(): Promise<void> {
    this.#requester.close()
    return this.transport.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
