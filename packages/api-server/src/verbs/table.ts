import type { ApiObject } from '../codec/json.ts'
import { columnsOf, type Column } from '../registry/columns.ts'
import { podConditions } from '../registry/pod-printer.ts'
import { cellsOf } from '../registry/printers.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest } from '../status.ts'
import { encodeMetadata, encodeObject } from './encode.ts'
import type { View } from './negotiate.ts'

/** Turns objects of one resource into rows, and rows into tables. */
export class TableView {
  readonly #resource: ServedResource
  readonly #include: 'None' | 'Metadata' | 'Object'
  readonly #version: View['version']
  readonly #now: () => number
  readonly #columns: readonly Column[]

  constructor(resource: ServedResource, query: URLSearchParams, view: View, now: () => number) {
    const include = query.get('includeObject') ?? ''
    if (!['', 'None', 'Metadata', 'Object'].includes(include)) {
      const why = `includeObject: Invalid value: ${JSON.stringify(include)}: must be 'Metadata', 'Object', 'None', or empty`
      throw badRequest(`Unable to convert to Table as requested: ${why}`)
    }
    this.#resource = resource
    this.#include = include === 'None' || include === 'Object' ? include : 'Metadata'
    this.#version = view.version
    this.#now = now
    this.#columns = resource.custom?.columns ?? columnsOf(resource)
  }

  /** What rows depend on besides their objects: those who share it share the rows. Ages count in seconds. */
  get form(): string {
    return `${this.#version} ${this.#include} ${Math.floor(this.#now() / 1000)}`
  }

  /** What comes before the rows. `columns` false writes null: later tables of a watch leave them out. */
  head(metadata: unknown, columns = true): string {
    const definitions = columns ? this.#columns : null
    const start = `{"kind":"Table","apiVersion":"meta.k8s.io/${this.#version}"`
    return `${start},"metadata":${JSON.stringify(metadata)},"columnDefinitions":${JSON.stringify(definitions)},"rows":[`
  }

  row(object: ApiObject): string {
    const { custom } = this.#resource
    const now = this.#now()
    const cells = JSON.stringify(custom?.cells(object, now) ?? cellsOf(this.#resource, object, now))
    const conditions = this.#resource.storage === 'pods' ? podConditions(object) : undefined
    const ended = conditions === undefined ? '' : `,"conditions":${JSON.stringify(conditions)}`
    return `{"cells":${cells}${ended},"object":${this.#object(object)}}`
  }

  /** A table of one row. */
  single(object: ApiObject, columns = true): string {
    const { resourceVersion } = object.metadata
    return `${this.head({ resourceVersion }, columns)}${this.row(object)}]}`
  }

  #object(object: ApiObject): string {
    if (this.#include === 'None') return 'null'
    if (this.#include === 'Object') return encodeObject(this.#resource, object)
    return encodeMetadata(object, this.#version)
  }
}
