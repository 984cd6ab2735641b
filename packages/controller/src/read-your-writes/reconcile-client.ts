import type {
  ApplyOptions,
  CallOptions,
  Client,
  CollectionOptions,
  DeleteOptions,
  ObjectAddress,
  PatchOptions,
  RawRequest,
  WriteOptions,
} from '@rxkube/client'
import { Pod, type KubernetesObject, type Resource, type Scale, type Status } from '@rxkube/meta'
import { requestKey } from '../request.ts'
import { isOutcomeUnknown } from './outcome-unknown.ts'
import { deletionOf, gone } from './deletion.ts'
import type { OwnWrite } from './own-write.ts'
import { ReadingClient } from './reading-client.ts'
import { writeOf } from './write-tracker.ts'

/** What a run of a reconcile wants to know of its requests, and may forbid. */
export interface RunOfClient {
  /** Ends every call. */
  readonly signal: AbortSignal
  /** Throws when nothing may be written any more; asked before each write. */
  guard(): void
  /** An object is about to be written; what it returns is called when the answer is there. */
  begin(resource: Resource, key: string): () => void
  /** `base` is the version that was replaced, where the request said so. */
  wrote(resource: Resource, write: OwnWrite, base: string | undefined): void
  /** The answer to a write was lost. */
  unknown(resource: Resource): void
}

/**
 * The client of a reconcile: a `Client` whose calls end with the run, whose writes are refused when the run is over or its
 * leadership lost, and are remembered for read-your-writes.
 */
export class ReconcileClient
  extends ReadingClient
  implements Pick<Client, Exclude<keyof Client, 'transport' | 'close' | typeof Symbol.asyncDispose>>
{
  readonly #run: RunOfClient

  constructor(client: Client, run: RunOfClient) {
    super(client, run.signal)
    this.#run = run
  }

  /** `Client.create`. */
  create<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options?: WriteOptions & { readonly namespace?: string },
  ): Promise<T> {
    return this.#write(resource, of(object), options, (within) =>
      this.client.create(resource, object, within),
    )
  }

  /** `Client.update`. */
  update<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options?: WriteOptions,
  ): Promise<T> {
    return this.#write(resource, of(object), options, (within) =>
      this.client.update(resource, object, within),
    )
  }

  /** `Client.updateStatus`. */
  updateStatus<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options?: WriteOptions,
  ): Promise<T> {
    return this.#write(resource, of(object), options, (within) =>
      this.client.updateStatus(resource, object, within),
    )
  }

  /** `Client.patch`. */
  patch<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    patch: unknown,
    options?: PatchOptions,
  ): Promise<T> {
    return this.#write(resource, { key: keyOf(address) }, options, (within) =>
      this.client.patch(resource, address, patch, within),
    )
  }

  /** `Client.patchStatus`. */
  patchStatus<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    patch: unknown,
    options?: PatchOptions,
  ): Promise<T> {
    return this.#write(resource, { key: keyOf(address) }, options, (within) =>
      this.client.patchStatus(resource, address, patch, within),
    )
  }

  /** `Client.apply`. */
  apply<T extends KubernetesObject>(
    resource: Resource<T>,
    object: NoInfer<T>,
    options?: ApplyOptions,
  ): Promise<T> {
    return this.#write(resource, { key: nameOf(object) }, options, (within) =>
      this.client.apply(resource, object, within),
    )
  }

  /** `Client.delete`. */
  delete<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    options?: DeleteOptions,
  ): Promise<T | Status> {
    const key = keyOf(address)
    return this.#attempt(
      resource,
      key,
      () => this.client.delete(resource, address, this.#writing(options)),
      (result) => {
        if (options?.dryRun === true) return
        this.#run.wrote(resource, deletionOf(key, result, options), undefined)
      },
    )
  }

  /** `Client.deleteCollection`. What it deleted is found out by the next look. */
  deleteCollection<T extends KubernetesObject>(
    resource: Resource<T>,
    options?: DeleteOptions & Pick<CollectionOptions, 'namespace' | 'labelSelector' | 'fieldSelector'>,
  ): Promise<KubernetesObject> {
    return this.#attempt(
      resource,
      '',
      () => this.client.deleteCollection(resource, this.#writing(options)),
      () => {
        if (options?.dryRun !== true) this.#run.unknown(resource)
      },
    )
  }

  /** `Client.updateScale`. */
  updateScale(resource: Resource, scale: Scale, options?: WriteOptions): Promise<Scale> {
    return this.#scale(resource, of(scale), options, (within) =>
      this.client.updateScale(resource, scale, within),
    )
  }

  /** `Client.patchScale`. */
  patchScale(
    resource: Resource,
    address: ObjectAddress,
    patch: unknown,
    options?: PatchOptions,
  ): Promise<Scale> {
    return this.#scale(resource, { key: keyOf(address) }, options, (within) =>
      this.client.patchScale(resource, address, patch, within),
    )
  }

  /** `Client.evict`. */
  evict(pod: ObjectAddress, options?: DeleteOptions): Promise<Status> {
    const key = keyOf(pod)
    return this.#attempt(
      Pod,
      key,
      () => this.client.evict(pod, this.#writing(options)),
      () => {
        if (options?.dryRun === true) return
        this.#run.wrote(Pod, { ...gone, key, uid: options?.preconditions?.uid, evicted: true }, undefined)
      },
    )
  }

  /** `Client.bind`. */
  bind(
    pod: ObjectAddress & { readonly uid?: string },
    node: string,
    options?: WriteOptions,
  ): Promise<Status> {
    return this.#attempt(
      Pod,
      keyOf(pod),
      () => this.client.bind(pod, node, this.#writing(options)),
      () => {
        if (options?.dryRun !== true) this.#run.unknown(Pod)
      },
    )
  }

  /** `Client.request`: what it writes is not remembered. */
  request(request: RawRequest): Promise<unknown> {
    const isWrite = request.method !== undefined && request.method !== 'GET'
    if (isWrite) this.#run.guard()
    return this.client.request(isWrite ? this.#writing(request) : this.within(request))
  }

  #write<T extends KubernetesObject, O extends WriteOptions>(
    resource: Resource<T>,
    { key, base }: Written,
    options: O | undefined,
    call: (options: O & CallOptions) => Promise<T>,
  ): Promise<T> {
    return this.#attempt(
      resource,
      key,
      () => call(this.#writing(options)),
      (result) => {
        if (options?.dryRun !== true) this.#run.wrote(resource, writeOf(nameOf(result), result), base)
      },
    )
  }

  #scale<O extends WriteOptions>(
    resource: Resource,
    { key, base }: Written,
    options: O | undefined,
    call: (options: O & CallOptions) => Promise<Scale>,
  ): Promise<Scale> {
    return this.#attempt(
      resource,
      key,
      () => call(this.#writing(options)),
      (result) => {
        if (options?.dryRun === true) return
        const { uid, resourceVersion } = result.metadata
        this.#run.wrote(resource, { ...gone, key: nameOf(result), uid, resourceVersion }, base)
      },
    )
  }

  /** The options, with the guard: what waits for its turn must not leave when the lease is lost by then. */
  #writing<O extends CallOptions>(options: O | undefined): O & CallOptions {
    const guard = (): void => {
      this.#run.guard()
      options?.guard?.()
    }
    return { ...this.within(options), guard }
  }

  /** `told` hears of the answer before anybody hears that the write is over. */
  async #attempt<R>(
    resource: Resource,
    key: string,
    call: () => Promise<R>,
    told: (result: R) => void,
  ): Promise<R> {
    this.#run.guard()
    const end = this.#run.begin(resource, key)
    try {
      const result = await call()
      told(result)
      return result
    } catch (error) {
      if (isOutcomeUnknown(error)) this.#run.unknown(resource)
      throw error
    } finally {
      end()
    }
  }
}

/** What is written: its key, and the version that it replaces, where the request says so. */
interface Written {
  readonly key: string
  readonly base?: string | undefined
}

function nameOf({ metadata }: KubernetesObject): string {
  return requestKey({ namespace: metadata?.namespace ?? '', name: metadata?.name ?? '' })
}

function of(object: KubernetesObject): Written {
  return { key: nameOf(object), base: object.metadata?.resourceVersion }
}

function keyOf({ namespace = '', name }: ObjectAddress): string {
  return requestKey({ namespace, name })
}
