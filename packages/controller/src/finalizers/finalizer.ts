import type { CallOptions, Client } from '@rxkube/client'
import type { Cached, KubernetesObject, Resource } from '@rxkube/meta'
import { addFinalizer, containsFinalizer, removeFinalizer } from './finalizer-patches.ts'

/** What a finalizer is about, and what is to be done before an object goes away. */
export interface FinalizerOptions<T extends KubernetesObject, Result> {
  readonly client: Pick<Client, 'patch'>
  readonly resource: Resource<T>
  /**
   * Undoes what was done for an object. Resolving with nothing says that it is done; with a result, such as
   * `{ requeueAfter: '10s' }`, that it is not done yet. Must be fit to be called again for what is undone already.
   */
  readonly cleanup: (object: Cached<T>, options: CallOptions) => Promise<Result | undefined | void>
}

/** Reconciles an object under a finalizer: `apply` while it is wanted, the finalizer's `cleanup` once it is being deleted. */
export type FinalizerRun<T extends KubernetesObject, Result> = (
  object: Cached<T>,
  apply: (object: Cached<T>, options: CallOptions) => Promise<Result | undefined | void>,
  options?: CallOptions,
) => Promise<Result | undefined>

/**
 * Makes sure that `cleanup` is called, until it has succeeded, for each object that `apply` was ever called for. `name` is
 * like `example.com/bucket`.
 *
 * An object without the finalizer gets it first, and `apply` gets the object as it is then; so whatever `apply` does is
 * undone one day, also if this process ends in the middle of it. When the object is being deleted, `cleanup` is called,
 * and the finalizer taken off after it. An object that is being deleted and does not have the finalizer is left alone.
 *
 * Rejects with what `apply` and `cleanup` reject with, and with a `StaleObjectError` when the cached object was too old:
 * to be tried again. kube-rs: `finalizer`.
 */
export function finalizer<T extends KubernetesObject, Result = never>(
  name: string,
  { client, resource, cleanup }: FinalizerOptions<T, Result>,
): FinalizerRun<T, Result> {
  return async (object, apply, options = {}) => {
    const { metadata } = object as Cached<KubernetesObject>
    if (metadata?.deletionTimestamp === undefined) {
      const held = await addFinalizer(client, resource, object, name, options)
      return (await apply(held, options)) ?? undefined
    }
    if (!containsFinalizer(object, name)) return undefined
    const notDone = (await cleanup(object, options)) ?? undefined
    if (notDone === undefined) await removeFinalizer(client, resource, object, name, options)
    return notDone
  }
}
