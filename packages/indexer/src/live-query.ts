import { deepEqual } from '@rxkube/meta'
import type { World } from './world.ts'

/** A query that follows the store. */
export interface LiveQuery<T> {
  /** `key` was written, and may have changed the answer. */
  touch(key: string): void
  /** The whole content was replaced. */
  rebase(): void
  /** Emits the answer that `world` gives, if it is another one than last time. */
  emit(world: World<T>): void
  /** The query cannot be answered, and is over. */
  fail(error: unknown): void
}

/**
 * The same state of the same object, though parsed twice: a relist brings unchanged objects again. A server that was
 * restored may give one version to two states.
 */
export function sameState(before: unknown, after: unknown): boolean {
  if (before === after) return true
  const [was, is] = [version(before), version(after)]
  return (
    was !== undefined &&
    was.uid === is?.uid &&
    was.resourceVersion === is.resourceVersion &&
    deepEqual(before, after)
  )
}

function version(object: unknown): { uid: string; resourceVersion: string } | undefined {
  const { uid, resourceVersion } =
    (object as { metadata?: { uid?: string; resourceVersion?: string } } | null)?.metadata ?? {}
  return uid && resourceVersion ? { uid, resourceVersion } : undefined
}
