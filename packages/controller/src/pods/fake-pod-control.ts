import type { Cached, KubernetesObject, OwnerReference, Pod } from '@rxkube/meta'
import type { CreatePodOptions, PodControl } from './pod-control.ts'
import { podFromTemplate, type PodTemplateSpec } from './pod-template.ts'

/** Thrown by a FakePodControl that has created as many pods as it may. */
export class CreateLimitError extends Error {
  override readonly name = 'CreateLimitError'
  readonly limit: number

  constructor(limit: number) {
    super(`not creating a pod: the limit of ${limit} creations is reached`)
    this.limit = limit
  }
}

/** A PodControl for tests: writes down what it is asked for, and does nothing. Upstream: `FakePodControl`. */
export class FakePodControl implements PodControl {
  /** What pods were to be made of, in the order of the calls. */
  readonly templates: Cached<PodTemplateSpec>[] = []
  readonly controllerRefs: Readonly<OwnerReference>[] = []
  /** Names of pods that were to be deleted. */
  readonly deletedPodNames: string[] = []
  readonly patches: unknown[] = []
  /** Calls of `createPod`, refused ones too. */
  createCallCount = 0
  /** How many calls of `createPod` succeed; all unless set. */
  createLimit = Infinity
  /** What every call is refused with, when it is set. */
  error: Error | undefined

  async createPod(
    namespace: string,
    template: Cached<PodTemplateSpec>,
    owner: Cached<KubernetesObject>,
    controllerRef: Readonly<OwnerReference>,
    { generateName }: CreatePodOptions = {},
  ): Promise<Pod> {
    if (++this.createCallCount > this.createLimit) throw new CreateLimitError(this.createLimit)
    const pod = podFromTemplate(template, owner, controllerRef)
    this.templates.push(template)
    this.controllerRefs.push(controllerRef)
    if (this.error !== undefined) throw this.error
    pod.metadata.name = `${generateName ?? pod.metadata.generateName}${this.createCallCount}`
    pod.metadata.namespace = namespace
    return pod
  }

  async deletePod(_namespace: string, name: string): Promise<void> {
    this.deletedPodNames.push(name)
    if (this.error !== undefined) throw this.error
  }

  async patchPod(namespace: string, name: string, patch: unknown): Promise<Pod> {
    this.patches.push(patch)
    if (this.error !== undefined) throw this.error
    return { metadata: { name, namespace }, spec: { containers: [] } }
  }

  /** Forgets what it was asked for; limits and errors stay. */
  clear(): void {
    this.templates.length = 0
    this.controllerRefs.length = 0
    this.deletedPodNames.length = 0
    this.patches.length = 0
    this.createCallCount = 0
  }
}
