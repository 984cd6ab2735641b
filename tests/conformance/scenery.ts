import type { Step } from './inferred.ts'
import { sceneries } from './sceneries.ts'

/**
 * Something that happened between two recorded exchanges: a write, a compaction, the end of the server, a load that it
 * could not take, or milliseconds that passed.
 */
export type Act = Step | 'compact' | 'shutdown' | 'overload' | number

/** How the recorded server was started, where it was not as for most recordings. */
export interface Configuration {
  /** False with an etcd that was too old. */
  readonly watchList?: boolean
  readonly serviceAccounts?: true | { readonly algorithm: 'RS256' }
  readonly authorize?: 'rbac'
}

/** What the recording of an area does not show, by the number of an exchange. */
export interface Scenery {
  /** Namespaces that are not there although paths name them. */
  readonly absent?: readonly string[]
  readonly before?: ReadonlyMap<number, readonly Act[]>
  /** What happened while a watch was open. */
  readonly during?: ReadonlyMap<number, readonly Act[]>
  /** Watches that were open at the same time: the first and the last of them. */
  readonly together?: readonly [number, number]
  /** Who sent a request; the administrator unless told. */
  readonly users?: ReadonlyMap<number, string>
  readonly headers?: ReadonlyMap<number, Readonly<Record<string, string>>>
  /** Bodies of which the recording shows a part only. */
  readonly bodies?: ReadonlyMap<number, string>
  /** What to change in the object as it is now for a PUT whose body the recording shows a part of. */
  readonly changes?: ReadonlyMap<number, unknown>
  /** The recorded version that stands for the beginning. */
  readonly start?: number
  readonly configuration?: Configuration
  /** True when everything is told here, and nothing is to be concluded from answers. */
  readonly complete?: boolean
}

export function sceneryOf(area: string): Scenery {
  return sceneries.get(area) ?? {}
}
