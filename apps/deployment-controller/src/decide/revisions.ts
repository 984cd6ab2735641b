import type { Cached, Deployment, ReplicaSet } from '@rxkube/meta'
import {
  annotationsOf,
  revisionAnnotation,
  revisionHistoryAnnotation,
  withAnnotationsOf,
} from './annotations.ts'

// An annotation has room for more, but all of an object's annotations share 256 KiB.
const maxHistoryLength = 2000

/** A whole number as annotations carry it; undefined for anything else. */
export function parseRevision(text: string): number | undefined {
  const value = /^[-+]?\d+$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? value : undefined
}

/** Which revision a ReplicaSet is: 0 when it does not say, undefined when it cannot be read. Upstream: Revision. */
export function revisionOf(replicaSet: Cached<ReplicaSet>): number | undefined {
  const text = annotationsOf(replicaSet)[revisionAnnotation]
  return text === undefined ? 0 : parseRevision(text)
}

/** The highest revision of them, 0 when there is none. Upstream: MaxRevision. */
export function maxRevision(sets: readonly Cached<ReplicaSet>[]): number {
  return sets.reduce((highest, set) => Math.max(highest, revisionOf(set) ?? 0), 0)
}

/** The second highest revision of them; the highest one when two have it; 0 for none. Upstream: LastRevision. */
export function lastRevision(sets: readonly Cached<ReplicaSet>[]): number {
  let [highest, second] = [0, 0]
  for (const set of sets) {
    const revision = revisionOf(set)
    if (revision === undefined) continue
    if (revision >= highest) [highest, second] = [revision, highest]
    else second = Math.max(second, revision)
  }
  return second
}

/** The annotations of the new ReplicaSet, and whether that says anything new. */
export interface NewAnnotations {
  readonly annotations: Readonly<Record<string, string>>
  readonly changed: boolean
}

/**
 * The annotations that make a ReplicaSet the one of `revision`: those of the Deployment, the revision (which is never
 * lowered), and the revision that it was before at the end of its history. Upstream: SetNewReplicaSetAnnotations.
 */
export function newReplicaSetAnnotations(
  deployment: Cached<Deployment>,
  replicaSet: Cached<ReplicaSet>,
  revision: number,
  historyLength: number = maxHistoryLength,
): NewAnnotations {
  const before = annotationsOf(replicaSet)
  const annotations: Record<string, string> = { ...withAnnotationsOf(deployment, before) }
  const text = before[revisionAnnotation]
  const own = text ? parseRevision(text) : 0
  // A revision that cannot be read was not written by us: nothing is said to have changed.
  if (own === undefined) return { annotations, changed: false }
  if (own < revision) {
    annotations[revisionAnnotation] = String(revision)
    if (text !== undefined) {
      annotations[revisionHistoryAnnotation] = historyWith(
        before[revisionHistoryAnnotation] ?? '',
        text,
        historyLength,
      )
    }
  }
  return { annotations, changed: Object.keys(annotations).some((name) => annotations[name] !== before[name]) }
}

/** A history with one revision more; the oldest ones go where it would become too long. */
function historyWith(history: string, revision: string, limit: number): string {
  const revisions = history.split(',')
  if (revisions[0] === '') return revision
  let length = history.length + revision.length + 1
  let first = 0
  while (length > limit && first < revisions.length) {
    length -= (revisions[first]?.length ?? 0) + 1
    first++
  }
  return length <= limit ? [...revisions.slice(first), revision].join(',') : history
}
