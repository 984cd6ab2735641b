import type { Resource } from '@rxkube/meta'

/** One resource as an API server tells of it. */
export interface ApiResource extends Resource {
  readonly singular: string
  readonly shortNames: readonly string[]
  readonly categories: readonly string[]
  readonly verbs: readonly string[]
  /** Such as `status` and `scale`. */
  readonly subresources: readonly string[]
}

/** What an API server serves, most preferred versions first. */
export interface ApiResources {
  readonly resources: readonly ApiResource[]
  /** `group/version`s that are served but whose server did not answer, with why. */
  readonly unavailable: ReadonlyMap<string, Error>
}
