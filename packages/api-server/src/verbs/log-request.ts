import type { KubernetesObject } from '@rxkube/meta'

/** Whose logs a client wants, and how much of them. Upstream: PodLogOptions. */
export interface LogRequest {
  readonly namespace: string
  readonly pod: string
  readonly container: string
  /** The pod as it is stored; a copy. */
  readonly object: KubernetesObject
  /** Whether the client stays for what is still to come. */
  readonly follow: boolean
  /** Whether it is about the container before the last restart. */
  readonly previous: boolean
  readonly timestamps: boolean
  readonly sinceSeconds: number | undefined
  readonly sinceTime: string | undefined
  readonly tailLines: number | undefined
  readonly limitBytes: number | undefined
  /** Aborted when the client went away or the server closes. */
  readonly signal: AbortSignal
}

/** Gives the text of a container's log: at once, or piece by piece. */
export type Logs = (request: LogRequest) => string | Iterable<string> | AsyncIterable<string | Uint8Array>
