import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { StoreEvent } from '../store/history.ts'
import { encodeMetadata, encodeObject, utf8 } from './encode.ts'
import type { View } from './negotiate.ts'
import type { TableView } from './table.ts'

/** Turns events into the lines of one watch, sharing what other watches of the same view already encoded. */
export class WatchFrames {
  readonly #resource: ServedResource
  readonly #view: View
  readonly #table: TableView | undefined
  readonly #shared: string
  #columnsSent = false

  constructor(resource: ServedResource, view: View, table: TableView | undefined) {
    this.#resource = resource
    this.#view = view
    this.#table = table
    this.#shared = `${resource.apiVersion} ${resource.custom?.id ?? ''} ${view.as} ${view.version}`
  }

  /** The line for an event that a watcher with these selectors sees, if it sees any. */
  event(event: StoreEvent, matches: (object: ApiObject) => boolean): Uint8Array | undefined {
    const { type, object, previous, revision } = event
    const before = previous !== undefined && matches(previous)
    const after = type !== 'DELETED' && matches(object)
    if (!before && !after) return undefined
    if (after) return this.#line(event, before ? 'MODIFIED' : 'ADDED', object)
    if (type === 'DELETED') return this.#line(event, 'DELETED', object)
    // It left the selection: what the watcher last saw of it, with the version of what it does not see.
    const metadata = { ...previous?.metadata, resourceVersion: String(revision) }
    return this.#line(event, 'DELETED', { ...previous, metadata })
  }

  added(object: ApiObject): Uint8Array {
    return utf8(`{"type":"ADDED","object":${this.#encode(object)}}\n`)
  }

  /** A bookmark; the first one after the initial events says so. */
  bookmark(revision: number, initialEventsEnd = false): Uint8Array {
    const { kind, apiVersion } = this.#resource
    const list = { kind: `${kind}List`, apiVersion, metadata: {}, items: null }
    const annotations = {
      'k8s.io/initial-events-end': 'true',
      'kubernetes.io/initial-events-list-blueprint': Buffer.from(`${JSON.stringify(list)}\n`).toString(
        'base64',
      ),
    }
    const metadata = {
      resourceVersion: String(revision),
      creationTimestamp: null,
      ...(initialEventsEnd ? { annotations } : {}),
    }
    let object: unknown = { kind, apiVersion, metadata }
    if (this.#view.as === 'metadata') {
      object = { kind: 'PartialObjectMetadata', apiVersion: `meta.k8s.io/${this.#view.version}`, metadata }
    }
    if (this.#table !== undefined) {
      object = JSON.parse(`${this.#table.head({ resourceVersion: String(revision) }, this.#columns())}]}`)
    }
    return utf8(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`)
  }

  #line(event: StoreEvent, type: string, object: ApiObject): Uint8Array {
    // The first table of a watch has its columns, and is like no other.
    if (this.#table !== undefined && !this.#columnsSent) {
      return utf8(`{"type":"${type}","object":${this.#encode(object)}}\n`)
    }
    const key = `${this.#shared} ${this.#table?.form ?? ''} ${type}`
    let line = event.frames.get(key)
    if (line === undefined) {
      line = utf8(`{"type":"${type}","object":${this.#encode(object)}}\n`)
      event.frames.set(key, line)
    }
    return line
  }

  #encode(object: ApiObject): string {
    if (this.#table !== undefined) return this.#table.single(object, this.#columns())
    if (this.#view.as === 'metadata') return encodeMetadata(object, this.#view.version)
    return encodeObject(this.#resource, object)
  }

  #columns(): boolean {
    const first = !this.#columnsSent
    this.#columnsSent = true
    return first
  }
}
