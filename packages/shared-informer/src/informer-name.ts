import { channel } from 'node:diagnostics_channel'
import type { QueueMetrics } from '@rxkube/delta-fifo'

/** The group, version and plural of what an informer watches. Upstream: `GroupVersionResource`. */
export interface GroupVersionResource {
  readonly group: string
  readonly version: string
  readonly resource: string
}

/** Thrown for a name that is empty or that another InformerName of this process has. */
export class InformerNameError extends Error {
  override readonly name = 'InformerNameError'
  readonly informerName: string

  constructor(informerName: string) {
    super(
      informerName === ''
        ? 'the name of an informer is empty; give one that tells it apart in metrics'
        : `the name "${informerName}" is taken; release() the other one, or choose another`,
    )
    this.informerName = informerName
  }
}

/** Reported when one name is used for two informers of the same resource: the second one has no metrics. */
export class DuplicateInformerError extends Error {
  override readonly name = 'DuplicateInformerError'
  readonly informerName: string
  readonly resource: string

  constructor(informerName: string, resource: string) {
    super(
      `"${informerName}" has an informer of ${resource} already: this one has no metrics; give it another name`,
    )
    this.informerName = informerName
    this.resource = resource
  }
}

/** Who an informer is in metrics. Upstream: `InformerNameAndResource`. */
export interface InformerIdentity {
  readonly name: string
  readonly resource: GroupVersionResource
  /** Whether metrics may carry this identity now: nobody else has it, and its name was not released. */
  isReserved(): boolean
}

const taken = new Set<string>()
const errors = channel('rxkube:informer:error')

/**
 * A name for the informers of one factory, unique in the process until it is released. Throws InformerNameError.
 * Upstream: `NewInformerName`.
 */
export class InformerName implements Disposable {
  readonly name: string
  readonly #resources = new Set<string>()
  #released = false

  constructor(name: string) {
    if (name === '' || taken.has(name)) throw new InformerNameError(name)
    taken.add(name)
    this.name = name
  }

  /**
   * The identity of an informer of that resource. The first one is reserved; later ones are not, which is told on the
   * diagnostics channel `rxkube:informer:error`.
   */
  withResource(resource: GroupVersionResource): InformerIdentity {
    const text = `${resource.group}/${resource.version}/${resource.resource}`
    const first = !this.#released && !this.#resources.has(text)
    if (first) this.#resources.add(text)
    else errors.publish({ informer: resource.resource, error: new DuplicateInformerError(this.name, text) })
    return { name: this.name, resource, isReserved: () => first && !this.#released }
  }

  /** Frees the name and ends the metrics of all its identities. Harmless when done before. */
  release(): void {
    if (this.#released) return
    this.#released = true
    this.#resources.clear()
    taken.delete(this.name)
  }

  [Symbol.dispose](): void {
    this.release()
  }
}

/** The identity of an informer without a name: never reserved. */
export function unnamedInformer(resource: GroupVersionResource): InformerIdentity {
  return { name: '', resource, isReserved: () => false }
}

/** Where the metrics of informers go, one call each time a value changes. */
export interface InformerMetricsProvider {
  /** Deltas that wait in the queue of an informer. */
  queuedDeltas(identity: InformerIdentity, count: number): void
  /** How long one pop or batch was worked off. */
  processingLatency(identity: InformerIdentity, seconds: number): void
  /** The last 15 digits of the version that the cache is at. */
  storeResourceVersion(identity: InformerIdentity, version: number): void
}

/** Thrown when the metrics provider of the process is set a second time. */
export class MetricsProviderError extends Error {
  override readonly name = 'MetricsProviderError'

  constructor() {
    super('the metrics provider of the process is set already; set it once, or give informers their own')
  }
}

let processProvider: InformerMetricsProvider | undefined

/** Sets where informers without a provider of their own send their metrics. Throws MetricsProviderError but once. */
export function setInformerMetricsProvider(provider: InformerMetricsProvider): void {
  if (processProvider !== undefined) throw new MetricsProviderError()
  processProvider = provider
}

/** What one informer tells of itself. */
export interface InformerMetrics extends QueueMetrics {
  /** What has no digits to count leaves the gauge as it was; `''` is 0. */
  storeResourceVersion(resourceVersion: string): void
}

const digits = /^[0-9]+$/
const exactDigits = 15

/** Metrics of one informer; they reach the provider, its own or that of the process, while its identity is reserved. */
export function informerMetrics(identity: InformerIdentity, own?: InformerMetricsProvider): InformerMetrics {
  const provider = (): InformerMetricsProvider | undefined =>
    identity.isReserved() ? (own ?? processProvider) : undefined
  return {
    queuedDeltas: (count) => provider()?.queuedDeltas(identity, count),
    processingLatency: (seconds) => provider()?.processingLatency(identity, seconds),
    storeResourceVersion(resourceVersion) {
      if (resourceVersion !== '' && !digits.test(resourceVersion)) return
      provider()?.storeResourceVersion(identity, Number(resourceVersion.slice(-exactDigits)))
    },
  }
}
