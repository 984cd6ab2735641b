import type { Cached, KubernetesObject, Resource } from '@rxkube/meta'
import { finalizer } from '../finalizers/finalizer.ts'
import type { ReconcileContext, Reconciler } from '../reconcile/reconciler.ts'
import type { Request } from '../request.ts'
import type { Result } from '../result.ts'

/** Undoes what was done for an object that is being deleted. Nothing says that it is done, a result that it is not yet. */
export type Cleanup<T extends KubernetesObject = KubernetesObject> = (
  request: Request,
  context: ReconcileContext<T> & { readonly object: Cached<T> },
) => Promise<Result | void> | Result | void

/** The reconcile, with a finalizer on every object that it sees, and the cleanup in its place at the end. */
export function underFinalizer(
  name: string,
  resource: Resource,
  cleanup: Cleanup,
  reconciler: Reconciler,
): Reconciler {
  return async (request, context) => {
    const { object, client, signal } = context
    if (!object) return reconciler(request, context)
    const run = finalizer<KubernetesObject, Result>(name, {
      client,
      resource,
      cleanup: async (held) => cleanup(request, { ...context, object: held }),
    })
    return run(object, async (held) => reconciler(request, { ...context, object: held }), { signal })
  }
}
