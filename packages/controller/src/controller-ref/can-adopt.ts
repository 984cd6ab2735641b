import { isNotFound, type Client } from '@rxkube/client'
import type { Cached, KubernetesObject, Resource } from '@rxkube/meta'

/** Something may not be adopted: its would-be owner is being deleted, or is not there any more under its uid. */
export class AdoptionRefusedError extends Error {
  override readonly name = 'AdoptionRefusedError'
  readonly owner: string

  constructor(owner: string, why: string, options?: ErrorOptions) {
    super(`nothing is adopted by ${owner}: ${why}`, options)
    this.owner = owner
  }
}

/** Resolves when the owner may adopt; rejects, saying why, when it may not. */
export type CanAdopt = (options: { readonly signal?: AbortSignal | undefined }) => Promise<void>

/**
 * Asks the server itself, past all caches, whether the owner is still there under its uid and is not being deleted. What
 * adopts without it may adopt for an owner that is gone. Upstream: `RecheckDeletionTimestamp`.
 */
export function recheckOwner(
  client: Pick<Client, 'get'>,
  resource: Resource,
  owner: Cached<KubernetesObject>,
): CanAdopt {
  const { name = '', namespace = '', uid } = owner.metadata ?? {}
  const called = `${resource.kind} ${namespace === '' ? name : `${namespace}/${name}`}`
  return async ({ signal }) => {
    const address = resource.namespaced ? { name, namespace } : { name }
    // Without a resourceVersion a GET is answered from the database, not from a cache of the server's.
    const fresh = await client.get(resource, address, { signal }).catch((error: unknown) => {
      throw isNotFound(error) ? new AdoptionRefusedError(called, 'it is gone', { cause: error }) : error
    })
    if (fresh.metadata?.uid !== uid)
      throw new AdoptionRefusedError(called, 'another object has its name by now, with another uid')
    if (fresh.metadata?.deletionTimestamp !== undefined)
      throw new AdoptionRefusedError(called, `it is being deleted since ${fresh.metadata.deletionTimestamp}`)
  }
}
