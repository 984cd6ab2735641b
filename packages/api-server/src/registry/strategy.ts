import type { ApiObject, JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'

/** What is special about a kind of object: everything else is the same for all of them. */
export interface Strategy {
  /**
   * When metadata.generation counts: never (`none`: the client's number is kept), on a change of spec, on a change of
   * spec or annotations, on a change of anything but metadata, or only once on create.
   */
  readonly generation: 'none' | 'spec' | 'spec-or-annotations' | 'content' | 'once'
  /** Whether status is written through `/status` alone; `kept-on-create` for nodes. */
  readonly status: 'none' | 'split' | 'kept-on-create'
  /** Whether a PUT of what does not exist creates it. */
  readonly createOnUpdate: boolean
  /** Whether a PUT has to say which resourceVersion it replaces. */
  readonly versionRequired: boolean
  /** Whether a DELETE answers with the object instead of a Status. */
  readonly returnsDeleted: boolean
  /** What a name must look like. */
  readonly names: 'subdomain' | 'label' | 'label-1035' | 'path'
  /** Whether a finalizer may be any name, without a `/`. */
  readonly freeFinalizers?: boolean
  /** Field selectors beyond metadata.name and metadata.namespace, with the value of each on an object. */
  readonly selectable: ReadonlyMap<string, (object: ApiObject) => string>
  /** What the server says to any other field selector. */
  readonly unselectable: (field: string) => string
  /** Fills in defaults, in place, on an object that was just decoded. */
  readonly defaults: ((object: JsonObject) => void) | undefined
  /** What a new object starts with beyond defaults (its status, its finalizers), in place. */
  readonly prepare: (object: ApiObject) => void
  /** What an update changes by itself beyond generation and status, in place. */
  readonly prepareUpdate?: (object: ApiObject, before: ApiObject) => void
  /** Fields that a JSON value has too much, where its type alone does not say so. */
  readonly unknownFields?: (value: JsonObject) => readonly string[]
  /** What a client that writes an object should be warned of, once it is decoded. */
  readonly warnings?: (object: JsonObject) => readonly string[]
  /** What is wrong with an object that is to be stored; `before` is there for updates. */
  readonly validate: (object: ApiObject, before?: ApiObject) => readonly FieldError[]
}
