import type { ListMeta } from '@rxkube/meta'
import type { Shape } from '../apply/shape.ts'
import { equalJson, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { FieldError } from '../status.ts'
import type { Decoded } from '../verbs/body.ts'
import type { WriteOptions } from '../verbs/options.ts'
import type { ApiRequest } from '../verbs/request.ts'
import type { WatchStream } from '../verbs/watch-stream.ts'
import { ruleErrors } from './cel/rules.ts'
import { decodeCustom, decodeCustomBody } from './decode-custom.ts'
import type { Definition, DefinitionVersion } from './definition.ts'
import { duplicateErrors } from './list-uniqueness.ts'
import { embeddedErrors } from './embedded-resources.ts'
import { fieldError } from './field-errors.ts'
import { printerColumns, type PrinterColumn } from './printer-columns.ts'
import { pruned } from './prune.ts'
import { scaleErrors, scalePaths, type ScalePaths } from './scale-paths.ts'
import { anySchema, readSchema, type Schema } from './schema.ts'
import { resourceShape } from './schema-shape.ts'
import { schemaErrors } from './schema-validator.ts'
import { withDefaults } from './set-defaults.ts'
import { sorted, sortedJson } from './sorted-json.ts'

// What keeps rules from being evaluated: they could not rely on the types of what they read.
const blocking = new Set([
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
])

/** One version of a kind that a definition made: all that is special about its objects. */
export class CustomKind {
  readonly apiVersion: string
  readonly kind: string
  readonly listKind: string
  /** Its schema as the definition has it. */
  readonly json: unknown
  readonly schema: Schema
  readonly shape: Shape
  readonly columns: readonly PrinterColumn[]
  readonly hasStatus: boolean
  readonly scale: ScalePaths | undefined
  /** What every request is warned of; empty for nothing. */
  readonly deprecation: string
  /** Tells it from the kind that the definition made before it was changed. */
  readonly id: string
  readonly #hasRules: boolean
  readonly #watches = new Set<WatchStream>()
  readonly #read = new WeakMap<ApiObject, ApiObject>()
  #ended = false

  constructor(definition: Definition, version: DefinitionVersion, id: string) {
    const { group, accepted } = definition
    this.apiVersion = `${group}/${version.name}`
    this.kind = accepted.kind
    this.listKind = accepted.listKind
    this.id = id
    this.json = version.schema
    this.schema = readSchema(version.schema)
    this.shape = resourceShape(this.schema)
    this.columns = printerColumns(version.json)
    this.hasStatus = version.subresources['status'] !== undefined
    this.scale = scalePaths(version.subresources['scale'])
    this.deprecation = version.deprecation
    this.#hasRules = anySchema(this.schema, ({ cel }) => cel.length > 0)
  }

  /** An object that was stored, maybe under another version or an older schema, as this version shows it. */
  read(object: ApiObject): ApiObject {
    const known = this.#read.get(object)
    if (known !== undefined) return known
    const content = pruned(object, this.schema)
    const shown = withDefaults(content, this.schema) as ApiObject
    this.#read.set(object, shown)
    return shown
  }

  /** Reads the body of a create or update. Throws a 400, 415 or 422. */
  decodeBody(request: ApiRequest, resource: ServedResource, options: WriteOptions): Decoded {
    return decodeCustomBody(request, resource, this, options)
  }

  /** Prunes and defaults a JSON value. Throws a 400. */
  decode(
    resource: ServedResource,
    value: JsonObject,
    options: WriteOptions,
    duplicates: readonly string[],
  ): Decoded {
    return decodeCustom(resource, this, value, options, duplicates)
  }

  /** The object with the keys of its content in order, as it is stored. */
  arranged(object: ApiObject): ApiObject {
    const { metadata, ...content } = object
    return { ...(sorted(content) as ApiObject), metadata }
  }

  /** The object as JSON, with its kind, all keys in order. */
  encode(object: ApiObject): string {
    const shown = this.read(object)
    const fields = new Map<string, string>([
      ['apiVersion', JSON.stringify(this.apiVersion)],
      ['kind', JSON.stringify(this.kind)],
    ])
    for (const key of Object.keys(shown)) {
      const value = shown[key]
      // Content was stored in order; what has defaults since may be out of it.
      fields.set(key, shown === object && key !== 'metadata' ? JSON.stringify(value) : sortedJson(value))
    }
    const entries = [...fields.keys()].toSorted().map((key) => `${JSON.stringify(key)}:${fields.get(key)}`)
    return `{${entries.join(',')}}`
  }

  /** What comes before the items of a list. */
  get listHead(): string {
    return `{"apiVersion":${JSON.stringify(this.apiVersion)},"items":[`
  }

  /** What comes after them. */
  listTail({ continue: token = '', ...metadata }: ListMeta): string {
    const kind = JSON.stringify(this.listKind)
    return `],"kind":${kind},"metadata":${sortedJson({ ...metadata, continue: token })}}\n`
  }

  /** The cells of an object's row. */
  cells(object: ApiObject, now: number): readonly unknown[] {
    const shown = this.read(object)
    return this.columns.map(({ cell }) => cell(shown, now))
  }

  /** What is wrong with an object that is to be stored. Upstream: customResourceStrategy.Validate. */
  errors(object: ApiObject, before?: ApiObject): readonly FieldError[] {
    const value = this.#typed(object)
    const errors: FieldError[] = []
    const statusOnly =
      this.hasStatus && before !== undefined && !equalJson(before['status'], object['status'])
    const status = this.schema.properties.get('status')
    if (!statusOnly) {
      errors.push(...schemaErrors(value, this.schema, before && this.#typed(before)))
    } else if (status !== undefined && object['status'] !== undefined) {
      errors.push(...schemaErrors(object['status'], status, before['status'], 'status'))
    }
    if (this.scale !== undefined) errors.push(...scaleErrors(object, this.scale))
    errors.push(...embeddedErrors(object, this.schema), ...duplicateErrors(object, this.schema))
    if (this.#hasRules && errors.some(({ reason }) => blocking.has(reason))) {
      const why =
        'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation'
      errors.push(fieldError.invalid('<nil>', null, why))
    } else if (this.#hasRules) errors.push(...ruleErrors(value, this.schema, before && this.#typed(before)))
    return errors
  }

  /** Ends a watch with the kind. */
  follow(watch: WatchStream): void {
    if (this.#ended) watch.end()
    if (watch.ended) return
    this.#watches.add(watch)
    watch.onEnd(() => this.#watches.delete(watch))
  }

  /** Ends its watches: the definition was changed or is gone. */
  end(): void {
    this.#ended = true
    for (const watch of this.#watches) watch.end()
  }

  #typed(object: ApiObject): ApiObject {
    return { apiVersion: this.apiVersion, kind: this.kind, ...object }
  }
}
