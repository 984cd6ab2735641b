import {
  defaultBackoff,
  isAlreadyExists,
  isInvalid,
  isNotFound,
  retryOnConflict,
  type CallOptions,
  type Client,
} from '@rxkube/client'
import {
  controllerOf,
  ControllerRevision,
  deepCopy,
  isControlledBy,
  type Cached,
  type KubernetesObject,
  type LabelSelector,
  type Resource,
} from '@rxkube/meta'
import { adoptPatch, releasePatch, type Owner } from '../controller-ref/ownership-patches.ts'
import {
  compareControllerRevisions,
  controllerRevisionName,
  equalControllerRevisions,
  hashControllerRevision,
} from './controller-revision.ts'

/** A revision was to be adopted that has a controller already. */
export class RevisionHasControllerError extends Error {
  override readonly name = 'RevisionHasControllerError'
  readonly revision: string

  constructor(revision: string) {
    super(`the ControllerRevision ${revision} has a controller: release it from that one first`)
    this.revision = revision
  }
}

/** What a history works with. */
export interface ControllerHistoryOptions {
  readonly client: Pick<Client, 'get' | 'create' | 'update' | 'delete' | 'patch' | 'clock' | 'random'>
  /** What the revisions are of. */
  readonly parentResource: Resource
  /** Revisions of a namespace, from a cache; `ctx.lister(ControllerRevision).namespace(…).list` will do. */
  readonly list: (namespace: string, selector: LabelSelector) => readonly Cached<ControllerRevision>[]
}

/** A revision as stored, and the collision count that led to its name. */
export interface CreatedRevision {
  readonly revision: ControllerRevision
  readonly collisionCount: number
}

/**
 * The history of parents in ControllerRevisions, as StatefulSets and DaemonSets keep it. Upstream: `history.Interface`.
 */
export class ControllerHistory {
  readonly #options: ControllerHistoryOptions

  constructor(options: ControllerHistoryOptions) {
    this.#options = options
  }

  /** The revisions that the selector selects and that are the parent's, or nobody's, oldest first. */
  list(parent: Cached<KubernetesObject>, selector: LabelSelector): readonly Cached<ControllerRevision>[] {
    return this.#options
      .list(parent.metadata?.namespace ?? '', selector)
      .filter((revision) => !controllerOf(revision) || isControlledBy(revision, parent))
      .toSorted(compareControllerRevisions)
  }

  /**
   * Stores a revision under a name made of its parent's and its hash. A name that is taken by a revision of other data is
   * counted as a collision, and the next name tried; one with the same data is what is wanted already.
   */
  async create(
    parent: Cached<KubernetesObject>,
    revision: ControllerRevision,
    collisionCount: number,
    { signal }: CallOptions = {},
  ): Promise<CreatedRevision> {
    const { client } = this.#options
    const { name: prefix = '', namespace = '' } = parent.metadata ?? {}
    for (let count = collisionCount; ; count++) {
      signal?.throwIfAborted()
      const name = controllerRevisionName(prefix, hashControllerRevision(revision, count))
      const wanted = { ...revision, metadata: { ...revision.metadata, namespace, name } }
      try {
        return {
          revision: await client.create(ControllerRevision, wanted, { signal }),
          collisionCount: count,
        }
      } catch (error) {
        if (!isAlreadyExists(error)) throw error
        const found = await client.get(ControllerRevision, { namespace, name }, { signal })
        const isSame = equalControllerRevisions({ ...found, metadata: {} }, { ...wanted, metadata: {} })
        if (isSame) return { revision: found, collisionCount: count }
      }
    }
  }

  /** Gives a revision another number, on what the server has by now where others write it as well. */
  async update(
    revision: Cached<ControllerRevision>,
    newRevision: number,
    { signal }: CallOptions = {},
  ): Promise<Cached<ControllerRevision>> {
    const { client } = this.#options
    const { namespace = '', name = '' } = revision.metadata
    let current = revision
    const attempt = async (): Promise<Cached<ControllerRevision>> => {
      if (current.revision === newRevision) return current
      try {
        const wanted = { ...deepCopy(current), revision: newRevision }
        return await client.update(ControllerRevision, wanted, { signal })
      } catch (error) {
        if (!isNotFound(error))
          current = await client.get(ControllerRevision, { namespace, name }, { signal })
        throw error
      }
    }
    const { clock, random } = client
    return retryOnConflict(attempt, { backoff: defaultBackoff, clock, random, signal })
  }

  /** Deletes a revision. */
  async delete({ metadata }: Cached<ControllerRevision>, { signal }: CallOptions = {}): Promise<void> {
    const { namespace = '', name = '' } = metadata
    await this.#options.client.delete(ControllerRevision, { namespace, name }, { signal })
  }

  /** Makes the parent the controller of a revision. Rejects with a `RevisionHasControllerError` for one that has one. */
  async adopt(
    parent: Cached<KubernetesObject>,
    revision: Cached<ControllerRevision>,
    options: CallOptions = {},
  ): Promise<ControllerRevision> {
    const { namespace = '', name = '' } = revision.metadata
    if (controllerOf(revision)) throw new RevisionHasControllerError(`${namespace}/${name}`)
    const { body } = adoptPatch(this.#owner(parent), revision, 'strategic')
    return this.#patch(revision, body, options)
  }

  /** Ends the parent's control of a revision; undefined when the revision is gone, or is another one by now. */
  async release(
    parent: Cached<KubernetesObject>,
    revision: Cached<ControllerRevision>,
    options: CallOptions = {},
  ): Promise<ControllerRevision | undefined> {
    try {
      const { body } = releasePatch(this.#owner(parent), revision, 'strategic')
      return await this.#patch(revision, body, options)
    } catch (error) {
      if (isNotFound(error) || isInvalid(error)) return undefined
      throw error
    }
  }

  #owner(object: Cached<KubernetesObject>): Owner {
    return { object, resource: this.#options.parentResource, finalizers: [] }
  }

  #patch(
    { metadata: { namespace = '', name = '' } }: Cached<ControllerRevision>,
    body: unknown,
    { signal }: CallOptions,
  ): Promise<ControllerRevision> {
    const address = { namespace, name }
    return this.#options.client.patch(ControllerRevision, address, body, { type: 'strategic', signal })
  }
}
