import type { Clock, Random } from '@rxkube/clock'
import { apiVersionOf, type KubernetesObject, type Resource } from '@rxkube/meta'
import { isConnectionLost } from './errors/classification.ts'
import { jsonDecoder, type Decoder } from './frames/decoder.ts'
import { leanJsonDecoder } from './frames/lean-json-decoder.ts'
import { listBody } from './frames/list-body.ts'
import type { ListOptions, ListPart, WatchStream } from './lister-watcher.ts'
import type { CollectionOptions } from './options.ts'
import { Pager } from './pager.ts'
import { gatherList, type ListResult } from './list-result.ts'
import { acceptFor } from './request/accept.ts'
import { closedWatch, OpenWatch } from './request/open-watch.ts'
import { collectionPath, type Query } from './request/path.ts'
import type { Requester } from './request/requester.ts'

/** How a collection is read in pages. */
export interface PageOptions extends CollectionOptions {
  readonly pageSize?: number | undefined
}

/** How lists and watches of one client are read. */
export interface CollectionsOptions {
  readonly clock: Clock
  readonly random: Random
  readonly maxFrameBytes: number | undefined
  readonly decoder: Decoder<KubernetesObject> | undefined
}

// Longer than this after its own deadline no server keeps a watch open; kube-rs has the same margin.
const idleMargin = 5

/** Lists and watches. */
export class Collections {
  readonly #requester: Requester
  readonly #options: CollectionsOptions

  constructor(requester: Requester, options: CollectionsOptions) {
    this.#requester = requester
    this.#options = options
  }

  async *listParts<T extends KubernetesObject>(
    resource: Resource<T>,
    options: CollectionOptions,
    decode = this.#decoderFor<T>(options),
  ): AsyncGenerator<ListPart<T>, undefined> {
    const { namespace, projection, managedFields: _, decoder: __, signal, ...rest } = options
    const path = collectionPath(resource, namespace)
    const { body } = await this.#requester.send({
      method: 'GET',
      path,
      query: queryOf(rest),
      accept: acceptFor('list', projection),
      signal,
    })
    const type =
      projection === 'metadata'
        ? partialMetadata
        : { apiVersion: apiVersionOf(resource), kind: resource.kind }
    yield* listBody(body, { ...this.#options, decode, path, type })
  }

  async list<T extends KubernetesObject>(
    resource: Resource<T>,
    options: PageOptions,
  ): Promise<ListResult<T>> {
    const { pageSize = 0, ...rest } = options
    if (pageSize <= 0) return gatherList(this.listParts(resource, rest))
    const { paginated: _, ...list } = await this.#pager(resource, options).list(rest, {
      signal: options.signal ?? never,
    })
    return list
  }

  listPages<T extends KubernetesObject>(
    resource: Resource<T>,
    options: PageOptions,
  ): AsyncGenerator<ListResult<T>, undefined> {
    const { pageSize: _, ...rest } = options
    return this.#pager(resource, options).pages(rest, { signal: options.signal ?? never })
  }

  async watch<T extends KubernetesObject>(
    resource: Resource<T>,
    options: CollectionOptions,
    decode = this.#decoderFor<T>(options),
  ): Promise<WatchStream<T>> {
    const { namespace, projection, managedFields: _, decoder: __, signal, ...rest } = options
    const path = collectionPath(resource, namespace)
    const timeoutSeconds = rest.timeoutSeconds ?? Math.ceil(300 + this.#options.random.next() * 300)
    try {
      const answer = await this.#requester.send({
        method: 'GET',
        path,
        query: { ...queryOf({ ...rest, timeoutSeconds }), watch: true },
        accept: acceptFor('object', projection),
        signal,
        watch: true,
        idleAfter: (timeoutSeconds + idleMargin) * 1000,
      })
      return new OpenWatch(answer, { ...this.#options, decode, path, signal })
    } catch (error) {
      // Upstream's answer to a connection that keeps ending while a watch is opened: a watch that is over.
      if (signal?.aborted !== true && isConnectionLost(error)) return closedWatch
      throw error
    }
  }

  /** Reads with all of `options` that are no part of the query, which the pager makes anew for each page. */
  #pager<T extends KubernetesObject>(resource: Resource<T>, options: PageOptions): Pager<T> {
    const { pageSize, namespace, projection, managedFields, decoder, signal } = options
    const call = { namespace, projection, managedFields, decoder, signal }
    return new Pager({ list: (query) => this.listParts<T>(resource, { ...call, ...query }) }, { pageSize })
  }

  #decoderFor<T extends KubernetesObject>({ decoder, managedFields }: CollectionOptions): Decoder<T> {
    const own = decoder ?? this.#options.decoder
    return (own ?? (managedFields === 'drop' ? leanJsonDecoder : jsonDecoder)) as Decoder<T>
  }
}

/** Of calls that are given no signal. */
const never = new AbortController().signal

const partialMetadata = { apiVersion: 'meta.k8s.io/v1', kind: 'PartialObjectMetadata' }

function queryOf({ sendInitialEvents, ...options }: ListOptions): Query {
  // Said outright also when false: servers tell "false" from nothing.
  return { ...options, limit: options.limit || undefined, sendInitialEvents: sendInitialEvents?.toString() }
}
