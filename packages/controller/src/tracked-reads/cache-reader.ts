import { lister, type Lister, type Selector } from '@rxkube/indexer'
import {
  LabelSelector,
  objectNameToString,
  parseLabelSelector,
  type Cached,
  type KubernetesObject,
  type Resource,
} from '@rxkube/meta'
import type { ReadSource } from '../read-your-writes/overlay.ts'
import type { Read } from './dependencies.ts'

/** What a reconcile reads a cache with: a lister that knows indices too. Objects are shared, never mutate them. */
export interface CacheReader<T> extends Lister<T> {
  /** By `namespace/name`, or by name in cluster scope; undefined when there is none. */
  getByKey(key: string): Cached<T> | undefined
  /** What an index has under a value. Throws `UnknownIndexError`. */
  byIndex(index: string, value: string): Cached<T>[]
}

/** A reader of the source that tells `record` of everything it is asked for. */
export function cacheReader<T extends KubernetesObject>(
  source: ReadSource<T>,
  resource: Resource<T>,
  record: (read: Read) => void = () => undefined,
): CacheReader<T> {
  const plain = lister(source, resource)
  const getRecorded = (namespace: string, name: string): void =>
    record({ by: 'key', key: objectNameToString({ namespace, name }) })
  return {
    getByKey: (key) => {
      record({ by: 'key', key })
      return source.getByKey(key)
    },
    byIndex: (index, value) => {
      record({ by: 'index', index, value })
      return source.byIndex(index, value)
    },
    list: (selector) => {
      record({ by: 'list', namespace: '', selector: comparable(selector) })
      return plain.list(selector)
    },
    get: (address) => {
      if (typeof address === 'string') getRecorded('', address)
      else getRecorded(address.namespace ?? '', address.name)
      return plain.get(address)
    },
    namespace: (namespace) => {
      const within = plain.namespace(namespace)
      return {
        list: (selector) => {
          record({ by: 'list', namespace, selector: comparable(selector) })
          return within.list(selector)
        },
        get: (name) => {
          getRecorded(namespace, name)
          return within.get(name)
        },
      }
    },
  }
}

/** Selectors that nothing is known of count as everything: one look too many, never one too few. */
function comparable(selector: Selector | undefined): LabelSelector | undefined {
  if (typeof selector === 'string') return parseLabelSelector(selector)
  return selector instanceof LabelSelector ? selector : undefined
}
