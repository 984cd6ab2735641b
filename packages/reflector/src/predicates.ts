import { createHash } from 'node:crypto'
import type { KubernetesObject } from '@rxkube/meta'

/** What of an object counts as a change; undefined: anything does. kube-rs: `predicates`. */
export type Predicate<T extends KubernetesObject = KubernetesObject> = (
  object: T,
) => string | number | undefined

/** The spec was changed: servers count it up with every change of what is wanted, not of the status. */
export const generation: Predicate = ({ metadata }) => metadata?.generation

/** Anything was changed. */
export const resourceVersion: Predicate = ({ metadata }) => metadata?.resourceVersion

/** A label was changed; their order does not count. */
export const labels: Predicate = ({ metadata }) => digest(sorted(metadata?.labels))

/** An annotation was changed; their order does not count. */
export const annotations: Predicate = ({ metadata }) => digest(sorted(metadata?.annotations))

/** A finalizer was added or removed. */
export const finalizers: Predicate = ({ metadata }) => digest(metadata?.finalizers ?? [])

/** A change of one of them is a change; undefined when it is for each. */
export function combine<T extends KubernetesObject>(...predicates: readonly Predicate<T>[]): Predicate<T> {
  return (object) => {
    const values = predicates.map((predicate) => predicate(object) ?? null)
    return values.every((value) => value === null) ? undefined : digest(values)
  }
}

/** The first that is not undefined: `fallback(generation, resourceVersion)` for kinds without a generation. */
export function fallback<T extends KubernetesObject>(...predicates: readonly Predicate<T>[]): Predicate<T> {
  return (object) => {
    for (const predicate of predicates) {
      const value = predicate(object)
      if (value !== undefined) return value
    }
    return undefined
  }
}

function sorted(map: Readonly<Record<string, string>> | undefined): [string, string][] {
  return Object.entries(map ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

// Annotations may be 256 KiB an object: what is remembered of them is not.
function digest(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 64 ? createHash('sha256').update(text).digest('base64url') : text
}
