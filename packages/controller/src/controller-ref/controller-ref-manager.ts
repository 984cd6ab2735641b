import { isInvalid, isNotFound, type Client, type PatchOptions } from '@rxkube/client'
import {
  builtInResources,
  controllerOf,
  type Cached,
  type KubernetesObject,
  type LabelSelector,
  type Resource,
} from '@rxkube/meta'
import { staleOr } from '../stale-object-error.ts'
import { recheckOwner, type CanAdopt } from './can-adopt.ts'
import { ClaimError } from './claim-error.ts'
import { adoptPatch, releasePatch, type Owner, type OwnershipPatch } from './ownership-patches.ts'

/** Whose children a ControllerRefManager claims, and which. */
export interface ControllerRefManagerOptions<T extends KubernetesObject> {
  readonly client: Pick<Client, 'get' | 'patch'>
  /** What the children are. */
  readonly resource: Resource<T>
  /** As the sync that this manager is for has read it. */
  readonly owner: Cached<KubernetesObject>
  readonly ownerResource: Resource
  /** Children that it matches should be the owner's. One that selects nothing adopts nothing. */
  readonly selector: LabelSelector
  /** Asked before the first adoption; `recheckOwner` unless told. */
  readonly canAdopt?: CanAdopt | undefined
  /** Put on what is adopted, and taken off what is released. */
  readonly finalizers?: readonly string[] | undefined
  /** Does the patching; the client unless told, a PodControl in tests. */
  readonly patch?: ((child: Cached<T>, body: unknown, options: PatchOptions) => Promise<unknown>) | undefined
}

/** What claiming takes. */
export interface ClaimOptions {
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes ownership follow the selector: adopts orphans that match, releases what is the owner's and does not match any
 * more, and leaves alone what another controller has. Make one for each sync: the question whether the owner may adopt
 * goes to the server at most once in the life of a manager, and only if there is something to adopt.
 *
 * Patches of built-in kinds are strategic, those of custom resources guarded JSON patches; all name the uid of the child,
 * so that they never hit another object of the same name. Upstream: `PodControllerRefManager` and its siblings.
 */
export class ControllerRefManager<T extends KubernetesObject> {
  readonly #options: ControllerRefManagerOptions<T>
  readonly #owner: Owner
  readonly #patchType: OwnershipPatch['type']
  #mayAdopt: Promise<void> | undefined

  constructor(options: ControllerRefManagerOptions<T>) {
    this.#options = options
    const { owner, ownerResource, finalizers = [] } = options
    this.#owner = { object: owner, resource: ownerResource, finalizers }
    this.#patchType = isBuiltIn(options.resource) ? 'strategic' : 'json'
  }

  /**
   * Those of `objects` that are the owner's now. Rejects with a `ClaimError`, which has them as well, when something could
   * not be adopted or released, and with `signal.reason`.
   */
  async claim(
    objects: Iterable<Cached<T>>,
    filters: readonly ((object: Cached<T>) => boolean)[] = [],
    options: ClaimOptions = {},
  ): Promise<Cached<T>[]> {
    const { selector } = this.#options
    const matches = (object: Cached<T>): boolean =>
      selector.matches(object.metadata?.labels ?? {}) && filters.every((filter) => filter(object))
    const claimed: Cached<T>[] = []
    const errors: unknown[] = []
    for (const object of objects) {
      options.signal?.throwIfAborted()
      try {
        if (await this.claimObject(object, matches, options)) claimed.push(object)
      } catch (error) {
        options.signal?.throwIfAborted()
        errors.push(error)
      }
    }
    if (errors.length > 0) throw new ClaimError(claimed, errors)
    return claimed
  }

  /** Whether an object is the owner's now. Adopts or releases it where that is due, and rejects when that fails. */
  async claimObject(
    object: Cached<T>,
    matches: (object: Cached<T>) => boolean,
    options: ClaimOptions = {},
  ): Promise<boolean> {
    const owner = this.#owner.object.metadata
    const isOwnerDeleted = owner?.deletionTimestamp !== undefined
    const controller = controllerOf(object)
    if (controller !== undefined) {
      if (controller.uid !== owner?.uid) return false
      // Nothing has to be done about what is ours and matches: also an owner that is being deleted keeps it.
      if (matches(object)) return true
      if (!isOwnerDeleted) await this.#unlessGone(this.release(object, options))
      return false
    }
    if (isOwnerDeleted || !matches(object) || object.metadata?.deletionTimestamp !== undefined) return false
    if (owner?.namespace && object.metadata?.namespace !== owner.namespace) return false
    // Apart from the patch: a NotFound of the owner does not mean that the child is gone.
    await this.#mayBeAdopted(options)
    return this.#unlessGone(this.adopt(object, options))
  }

  /** Makes the owner the controller of an object. Rejects with an `AdoptionRefusedError`, or with what the server says. */
  async adopt(object: Cached<T>, options: ClaimOptions = {}): Promise<void> {
    await this.#mayBeAdopted(options)
    await this.#send(object, adoptPatch(this.#owner, object, this.#patchType), options)
  }

  /** Ends the owner's control of an object. Resolves as well when the object is gone, or is another one by now. */
  async release(object: Cached<T>, options: ClaimOptions = {}): Promise<void> {
    try {
      await this.#send(object, releasePatch(this.#owner, object, this.#patchType), options)
    } catch (error) {
      if (isNotFound(error)) return
      // To a strategic patch this says: another uid, or no owner references. Guards of a JSON patch may fail for more.
      if (this.#patchType === 'strategic' && isInvalid(error)) return
      throw error
    }
  }

  #mayBeAdopted(options: ClaimOptions): Promise<void> {
    const {
      client,
      ownerResource,
      owner,
      canAdopt = recheckOwner(client, ownerResource, owner),
    } = this.#options
    this.#mayAdopt ??= canAdopt(options)
    return this.#mayAdopt
  }

  async #send(object: Cached<T>, { type, body }: OwnershipPatch, { signal }: ClaimOptions): Promise<void> {
    const { client, resource, patch } = this.#options
    const options = { type, signal }
    try {
      if (patch !== undefined) await patch(object, body, options)
      else await client.patch(resource, addressOf(resource, object), body, options)
    } catch (error) {
      throw type === 'json' ? staleOr(error, resource, object) : error
    }
  }

  /** Whether it was done: false when the object was not there any more. */
  async #unlessGone(done: Promise<void>): Promise<boolean> {
    try {
      await done
      return true
    } catch (error) {
      if (isNotFound(error)) return false
      throw error
    }
  }
}

function isBuiltIn({ group, resource }: Resource): boolean {
  return builtInResources.some((known) => known.group === group && known.resource === resource)
}

function addressOf(
  resource: Resource,
  { metadata }: Cached<KubernetesObject>,
): { name: string; namespace?: string } {
  const name = metadata?.name ?? ''
  return resource.namespaced ? { name, namespace: metadata?.namespace ?? '' } : { name }
}
