import type {
  CallOptions,
  Client,
  CollectionOptions,
  GetOptions,
  ListPart,
  ListResult,
  ObjectAddress,
  PageOptions,
  WatchStream,
} from '@rxkube/client'
import type { KubernetesObject, Resource, Scale } from '@rxkube/meta'

/** The calls of a `Client` that change nothing, ended by a signal. */
export class ReadingClient {
  readonly clock: Client['clock']
  readonly random: Client['random']
  protected readonly client: Client
  readonly #signal: AbortSignal

  constructor(client: Client, signal: AbortSignal) {
    this.client = client
    this.#signal = signal
    this.clock = client.clock
    this.random = client.random
  }

  /** `Client.get`: from the server, never from a cache. */
  get<T extends KubernetesObject>(
    resource: Resource<T>,
    address: ObjectAddress,
    options?: GetOptions,
  ): Promise<T> {
    return this.client.get(resource, address, this.within(options))
  }

  /** `Client.list`: from the server, never from a cache. */
  list<T extends KubernetesObject>(resource: Resource<T>, options?: PageOptions): Promise<ListResult<T>> {
    return this.client.list(resource, this.within(options))
  }

  /** `Client.listParts`. */
  listParts<T extends KubernetesObject>(
    resource: Resource<T>,
    options?: CollectionOptions,
  ): AsyncIterable<ListPart<T>> {
    return this.client.listParts(resource, this.within(options))
  }

  /** `Client.listPages`. */
  listPages<T extends KubernetesObject>(
    resource: Resource<T>,
    options?: PageOptions,
  ): AsyncIterable<ListResult<T>> {
    return this.client.listPages(resource, this.within(options))
  }

  /** `Client.watch`; it ends with the run. */
  watch<T extends KubernetesObject>(
    resource: Resource<T>,
    options?: CollectionOptions,
  ): Promise<WatchStream<T>> {
    return this.client.watch(resource, this.within(options))
  }

  /** `Client.getScale`. */
  getScale(resource: Resource, address: ObjectAddress, options?: CallOptions): Promise<Scale> {
    return this.client.getScale(resource, address, this.within(options))
  }

  /** The options, with the signal beside their own. */
  protected within<O extends CallOptions>(options: O | undefined): O & CallOptions {
    const other = options?.signal === this.#signal ? undefined : options?.signal
    const signal = other ? AbortSignal.any([other, this.#signal]) : this.#signal
    return { ...options, signal } as O & CallOptions
  }
}
