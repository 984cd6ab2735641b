import type { KubernetesObject } from '@rxkube/meta'
import type { User } from './request.ts'

/** A write as an admission hook is asked about it. Everything in it is a copy: changing it changes nothing. */
export interface AdmissionRequest {
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT'
  readonly user: User
  readonly group: string
  readonly version: string
  readonly resource: string
  readonly kind: string
  /** `status`, `scale`, `exec` and so on; empty for the object itself. */
  readonly subresource: string
  readonly namespace: string
  readonly name: string
  readonly dryRun: boolean
  /** What would be stored; of a deletion nothing, of a connection nothing. */
  readonly object: KubernetesObject | undefined
  /** What is stored now; of a creation nothing. */
  readonly oldObject: KubernetesObject | undefined
}

/** What an admission hook says. Nothing at all is a yes. */
export interface AdmissionResponse {
  /** Default true. */
  readonly allowed?: boolean | undefined
  /** Why not. Default: 403 Forbidden. */
  readonly status?:
    | {
        readonly code?: number | undefined
        readonly reason?: string | undefined
        readonly message?: string | undefined
      }
    | undefined
  /** What to store instead, of a creation or an update. Its name, namespace and system fields stay as they are. */
  readonly object?: KubernetesObject | undefined
  /** Texts for the client's `Warning` headers. */
  readonly warnings?: readonly string[] | undefined
}

/** Is asked about each write after the built-in admission and before validation; what it throws is a 500. */
export type Admit = (request: AdmissionRequest) => AdmissionResponse | undefined
