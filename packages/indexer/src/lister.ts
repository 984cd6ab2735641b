import { channel } from 'node:diagnostics_channel'
import {
  type Cached,
  type KubernetesObject,
  MissingMetadataError,
  objectNameToString,
  type Resource,
} from '@rxkube/meta'
import { NotFoundError } from './errors.ts'
import { namespaceIndex } from './index-func.ts'
import { namespaceOf } from './routes.ts'
import { parsed, type Selector } from './selector.ts'

/** What listers read: an indexer, or anything that answers like one. */
export interface ListerSource<T> {
  list(selector?: Selector): Cached<T>[]
  getByKey(key: string): Cached<T> | undefined
  index(name: string, object: T): Cached<T>[]
}

/** Reads the objects of one namespace. Upstream: `GenericNamespaceLister`. */
export interface NamespaceLister<T> {
  /** Those that `selector` selects, in no order that one may count on; they are shared, never mutate them. */
  list(selector?: Selector): Cached<T>[]
  /** Throws `NotFoundError`. */
  get(name: string): Cached<T>
}

/** Reads all objects of one resource. Upstream: `GenericLister`. */
export interface Lister<T> {
  /** Those that `selector` selects, in no order that one may count on; they are shared, never mutate them. */
  list(selector?: Selector): Cached<T>[]
  /** By name in cluster scope, or by namespace and name. Throws `NotFoundError`. */
  get(name: string | { readonly namespace?: string; readonly name: string }): Cached<T>
  /** The objects of one namespace; `''` is all of them for `list`. Upstream: `ByNamespace`. */
  namespace(namespace: string): NamespaceLister<T>
}

/** Published on the diagnostics channel `rxkube:indexer:full-scan` when a namespace is listed by looking at all objects. */
export interface FullScan {
  readonly namespace: string
  /** Why the index `namespace` gave no answer: `UnknownIndexError` or `IndexFuncError`. */
  readonly error: unknown
}

const fullScans = channel('rxkube:indexer:full-scan')

/** A lister of `resource` over `source`. */
export function lister<T extends KubernetesObject>(
  source: ListerSource<T>,
  resource: Pick<Resource<T>, 'group' | 'resource'>,
): Lister<T> {
  const groupResource = resource.group === '' ? resource.resource : `${resource.resource}.${resource.group}`
  const get = (namespace: string, name: string) => {
    const object = source.getByKey(objectNameToString({ namespace, name }))
    if (object === undefined) throw new NotFoundError(groupResource, namespace, name)
    return object
  }
  return {
    list: (selector) => listAll(source, selector),
    get: (name) => (typeof name === 'string' ? get('', name) : get(name.namespace ?? '', name.name)),
    namespace: (namespace) => ({
      list: (selector) => listAllByNamespace(source, namespace, selector),
      get: (name) => get(namespace, name),
    }),
  }
}

/**
 * All objects that `selector` selects. Reads nothing for a selector that selects nothing, and no labels for one that
 * selects everything; throws `MissingMetadataError` for an object whose labels it needs. Upstream: `ListAll`.
 */
export function listAll<T>(source: Pick<ListerSource<T>, 'list'>, selector?: Selector): Cached<T>[] {
  const labels = parsed(selector)
  if (labels?.isNothing === true) return []
  return labels === undefined
    ? source.list()
    : source.list().filter((object) => labels.matches(labelsOf(object)))
}

/**
 * As `listAll`, in one namespace; `''` is all. Asks the index `namespace`; where there is none, or it fails, looks at
 * all objects and says so on a diagnostics channel. Upstream: `ListAllByNamespace`.
 */
export function listAllByNamespace<T>(
  source: Pick<ListerSource<T>, 'list' | 'index'>,
  namespace: string,
  selector?: Selector,
): Cached<T>[] {
  if (namespace === '') return listAll(source, selector)
  const labels = parsed(selector)
  if (labels?.isNothing === true) return []
  const found = inNamespace(source, namespace)
  return labels === undefined ? found : found.filter((object) => labels.matches(labelsOf(object)))
}

function inNamespace<T>(source: Pick<ListerSource<T>, 'list' | 'index'>, namespace: string): Cached<T>[] {
  try {
    // Nothing but a namespace: index functions under this name must cope with it.
    return source.index(namespaceIndex, { metadata: { namespace } } as T)
  } catch (error) {
    fullScans.publish({ namespace, error } satisfies FullScan)
    return source.list().filter((object) => namespaceOf(object) === namespace)
  }
}

function labelsOf(object: unknown): Readonly<Record<string, string>> {
  const { metadata } = object as { metadata?: { labels?: Record<string, string> } | null }
  if (metadata === undefined || metadata === null) throw new MissingMetadataError()
  return metadata.labels ?? {}
}
