import type {
  Client,
  CollectionOptions,
  ListOptions,
  ListPart,
  WatchEvent,
  WatchStream,
} from '@rxkube/client'
import { FakeControllerSource } from '@rxkube/client/testing'
import type { TestClock } from '@rxkube/clock'
import { parseLabelSelector, type KubernetesObject, type Resource } from '@rxkube/meta'

type Reader = Pick<Client, 'listParts' | 'watch'>
type Asked = ListOptions & { readonly namespace?: string | undefined }

/** What a client of the fake cluster has asked for. */
export interface Asking {
  readonly verb: 'list' | 'watch'
  readonly resource: string
  readonly namespace: string | undefined
  readonly projection: string | undefined
  readonly labelSelector: string | undefined
  readonly fieldSelector: string | undefined
}

/** Some collections in memory, and a client that reads them as it would read a server's. */
export class FakeCluster {
  readonly asked: Asking[] = []
  /** Objects with more than metadata that went out. */
  wholeObjects = 0
  readonly #sources = new Map<string, FakeControllerSource>()
  readonly #clock: TestClock

  constructor(clock: TestClock) {
    this.#clock = clock
  }

  source(resource: Pick<Resource, 'group' | 'version' | 'kind' | 'resource'>): FakeControllerSource {
    const found = this.#sources.get(resource.resource)
    if (found) return found
    const made = new FakeControllerSource({
      description: resource.resource,
      kind: resource.kind,
      apiVersion: resource.group === '' ? resource.version : `${resource.group}/${resource.version}`,
      clock: this.#clock,
      matches,
    })
    this.#sources.set(resource.resource, made)
    return made
  }

  get client(): Reader {
    return {
      listParts: (resource, options) => this.#list(resource, options) as AsyncGenerator<never, undefined>,
      watch: async (resource, asked: CollectionOptions | undefined) => {
        const { projection, signal, ...options } = asked ?? {}
        this.#note('watch', resource, { projection, ...options })
        const call = { signal: signal ?? new AbortController().signal }
        const stream = await this.source(resource).watch(options, call)
        return this.#projected(stream, projection) as WatchStream<never>
      },
    }
  }

  async *#list(
    resource: Resource,
    { projection, signal, ...options }: CollectionOptions = {},
  ): AsyncGenerator<ListPart<KubernetesObject>, undefined> {
    this.#note('list', resource, { projection, ...options })
    const call = { signal: signal ?? new AbortController().signal }
    for await (const part of this.source(resource).list(options, call))
      yield part.type === 'items'
        ? { type: 'items', items: part.items.map((item) => this.#project(item, projection)) }
        : part
  }

  #projected(
    stream: WatchStream<KubernetesObject>,
    projection: string | undefined,
  ): WatchStream<KubernetesObject> {
    const project = (event: WatchEvent<KubernetesObject>): WatchEvent<KubernetesObject> =>
      event.type === 'ERROR' || event.type === 'BOOKMARK'
        ? event
        : { ...event, object: this.#project(event.object, projection) }
    return {
      stop: () => stream.stop(),
      async *[Symbol.asyncIterator]() {
        for await (const events of stream) yield events.map(project)
      },
    }
  }

  #project(object: KubernetesObject, projection: string | undefined): KubernetesObject {
    if (projection !== 'metadata') {
      this.wholeObjects++
      return object
    }
    const { metadata = {} } = object
    return { apiVersion: 'meta.k8s.io/v1', kind: 'PartialObjectMetadata', metadata }
  }

  #note(
    verb: Asking['verb'],
    { resource }: Resource,
    options: Asked & { readonly projection?: string | undefined },
  ): void {
    const { namespace, projection, labelSelector, fieldSelector } = options
    this.asked.push({ verb, resource, namespace, projection, labelSelector, fieldSelector })
  }
}

function matches(object: KubernetesObject, options: Asked): boolean {
  const { namespace, labelSelector, fieldSelector } = options
  const { name, labels = {} } = object.metadata ?? {}
  if (namespace !== undefined && object.metadata?.namespace !== namespace) return false
  if (fieldSelector !== undefined && fieldSelector !== `metadata.name=${name}`) return false
  return labelSelector === undefined || parseLabelSelector(labelSelector).matches(labels)
}
