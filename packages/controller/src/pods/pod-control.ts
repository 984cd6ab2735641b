import { ApiError, isNotFound, type Client, type Preconditions } from '@rxkube/client'
import { Pod, type Cached, type KubernetesObject, type OwnerReference } from '@rxkube/meta'
import type { EventRecorderLike } from '../event-sink.ts'
import { isNamespaceTerminating, PodControlError } from './pod-control-errors.ts'
import { podFromTemplate, requireLabels, type PodTemplateSpec } from './pod-template.ts'

/** What calls of a PodControl take. */
export interface PodCallOptions {
  readonly signal?: AbortSignal | undefined
}

/** How a pod is created. */
export interface CreatePodOptions extends PodCallOptions {
  /** In place of the owner's name and a dash. */
  readonly generateName?: string | undefined
}

/** How a pod is deleted. */
export interface DeletePodOptions extends PodCallOptions {
  /** Deletes only the very pod that was seen: for pods whose names are not generated, and may come again. */
  readonly preconditions?: Preconditions | undefined
}

/** What controllers do to pods; an interface, so that tests can do it without a server. Upstream: `PodControlInterface`. */
export interface PodControl {
  /** Creates a pod from a template, and resolves with it as stored. Upstream: `CreatePods`, which creates one as well. */
  createPod(
    namespace: string,
    template: Cached<PodTemplateSpec>,
    owner: Cached<KubernetesObject>,
    controllerRef: Readonly<OwnerReference>,
    options?: CreatePodOptions,
  ): Promise<Pod>
  /** Deletes a pod. `owner` hears of it in an event. */
  deletePod(
    namespace: string,
    name: string,
    owner: Cached<KubernetesObject>,
    options?: DeletePodOptions,
  ): Promise<void>
  /** Changes a pod by a strategic merge patch. */
  patchPod(namespace: string, name: string, patch: unknown, options?: PodCallOptions): Promise<Pod>
}

/** What a RealPodControl works with. */
export interface RealPodControlOptions {
  readonly client: Pick<Client, 'create' | 'delete' | 'patch'>
  /** Told of what was created and deleted, and of what failed. */
  readonly recorder?: EventRecorderLike | undefined
}

/**
 * Creates, deletes and patches pods on a server, and tells their owner in events.
 *
 * Creating rejects with an `InvalidControllerRefError`, a `MissingPodLabelsError`, or a `PodControlError` around what the
 * server said. Deleting what is not there rejects with the server's `NotFound` as it is, without an event.
 */
export class RealPodControl implements PodControl {
  readonly #client: RealPodControlOptions['client']
  readonly #recorder: EventRecorderLike | undefined

  constructor({ client, recorder }: RealPodControlOptions) {
    this.#client = client
    this.#recorder = recorder
  }

  async createPod(
    namespace: string,
    template: Cached<PodTemplateSpec>,
    owner: Cached<KubernetesObject>,
    controllerRef: Readonly<OwnerReference>,
    { generateName, signal }: CreatePodOptions = {},
  ): Promise<Pod> {
    const pod = podFromTemplate(template, owner, controllerRef)
    if (generateName !== undefined) pod.metadata.generateName = generateName
    requireLabels(pod)
    try {
      const created = await this.#client.create(Pod, pod, { namespace, signal })
      this.#tell(owner, 'Normal', 'SuccessfulCreate', `Created pod: ${created.metadata.name ?? ''}`)
      return created
    } catch (error) {
      if (signal?.aborted && error === signal.reason) throw error
      // In a namespace that goes away nobody needs to be told, hundreds of times, that nothing is created there.
      if (!isNamespaceTerminating(error))
        this.#tell(owner, 'Warning', 'FailedCreate', `Error creating: ${messageOf(error)}`)
      throw new PodControlError('create', namespace, error)
    }
  }

  async deletePod(
    namespace: string,
    name: string,
    owner: Cached<KubernetesObject>,
    { signal, preconditions }: DeletePodOptions = {},
  ): Promise<void> {
    try {
      await this.#client.delete(Pod, { namespace, name }, { preconditions, signal })
      this.#tell(owner, 'Normal', 'SuccessfulDelete', `Deleted pod: ${name}`)
    } catch (error) {
      if (isNotFound(error) || (signal?.aborted && error === signal.reason)) throw error
      this.#tell(owner, 'Warning', 'FailedDelete', `Error deleting: ${messageOf(error)}`)
      throw new PodControlError('delete', namespace, error)
    }
  }

  patchPod(namespace: string, name: string, patch: unknown, { signal }: PodCallOptions = {}): Promise<Pod> {
    return this.#client.patch(Pod, { namespace, name }, patch, { type: 'strategic', signal })
  }

  #tell(owner: Cached<KubernetesObject>, type: 'Normal' | 'Warning', reason: string, message: string): void {
    this.#recorder?.recordEvent(owner, type, reason, message)
  }
}

/** In the server's own words: events are read by people, and compared with those of kube-controller-manager. */
function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.statusMessage
  return error instanceof Error ? error.message : String(error)
}
