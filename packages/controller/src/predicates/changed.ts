import { deepEqual, type Cached, type KubernetesObject, type LabelSelector } from '@rxkube/meta'
import type { Predicate, WatchedEvent } from './predicate.ts'

type Named = KubernetesObject

/**
 * Updates that changed the generation: changes of the spec, and the begin of a deletion. Changes of labels, annotations,
 * finalizers and status are held back, and so is a resync. controller-runtime: `GenerationChangedPredicate`.
 */
export function generationChangedPredicate<T extends Named>(): Predicate<T> {
  // Kinds without a generation show the begin of a deletion nowhere else.
  return changed(({ metadata }) => [metadata?.generation, metadata?.deletionTimestamp !== undefined])
}

/** Updates that changed labels. controller-runtime: `LabelChangedPredicate`. */
export function labelChangedPredicate<T extends Named>(): Predicate<T> {
  return changed(({ metadata }) => metadata?.labels)
}

/** Updates that changed annotations. controller-runtime: `AnnotationChangedPredicate`. */
export function annotationChangedPredicate<T extends Named>(): Predicate<T> {
  return changed(({ metadata }) => metadata?.annotations)
}

/** Updates that changed anything: all but those of resyncs. controller-runtime: `ResourceVersionChangedPredicate`. */
export function resourceVersionChangedPredicate<T extends Named>(): Predicate<T> {
  return changed(({ metadata }) => metadata?.resourceVersion)
}

/** Updates that changed what `read` gives; values are compared in depth. */
export function changedPredicate<T extends Named>(read: (object: Cached<T>) => unknown): Predicate<T> {
  return {
    updated: ({ before, object, replaced }) => replaced || !deepEqual(read(before), read(object)),
  }
}

/**
 * Updates that somebody else had a part in: the echoes of this controller's own writes are held back, and nothing else
 * is. A write counts as one's own while it is known what it replaced: an update with a `resourceVersion`; a patch is
 * let through. Not for a reconcile that writes and leaves the rest to its next look.
 */
export function ignoreOwnWritesPredicate<T extends Named>(): Predicate<T> {
  return { updated: ({ own }) => !own }
}

/** Events of objects with these labels, or that had them before. controller-runtime: `LabelSelectorPredicate`. */
export function labelSelectorPredicate<T extends Named>(selector: LabelSelector): Predicate<T> {
  const test = (event: WatchedEvent<T>): boolean =>
    hasLabels(selector, event.object) || (event.type === 'updated' && hasLabels(selector, event.before))
  return { added: test, updated: test, deleted: test }
}

function changed<T extends Named>(read: (object: Cached<KubernetesObject>) => unknown): Predicate<T> {
  return changedPredicate((object) => read(object as Cached<KubernetesObject>))
}

function hasLabels<T extends Named>(selector: LabelSelector, object: Cached<T>): boolean {
  const { metadata } = object as Cached<KubernetesObject>
  return selector.matches(metadata?.labels ?? {})
}
