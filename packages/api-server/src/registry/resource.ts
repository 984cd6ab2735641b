import type { ApiObject } from '../codec/json.ts'
import type { CustomKind } from '../custom-resources/custom-kind.ts'
import type { Named } from '../status.ts'
import type { Strategy } from './strategy.ts'

/** A subresource such as `deployments/scale`, with the kind of its body. */
export interface Subresource {
  readonly name: string
  readonly group: string
  readonly version: string
  readonly kind: string
  readonly verbs: readonly string[]
}

/** Between an object as this version shows it and as the store holds it. */
export interface Conversion {
  toStorage(object: ApiObject): ApiObject
  fromStorage(object: ApiObject): ApiObject
}

/** A resource as it is served in one version of its group. */
export interface ServedResource extends Named {
  readonly version: string
  /** `apps/v1`, or `v1` for the core group. */
  readonly apiVersion: string
  readonly singular: string
  readonly namespaced: boolean
  readonly verbs: readonly string[]
  readonly shortNames: readonly string[]
  readonly categories: readonly string[]
  readonly storageVersionHash: string
  readonly subresources: ReadonlyMap<string, Subresource>
  /** The name of its collection in the store; versions of one resource share it. */
  readonly storage: string
  readonly strategy: Strategy
  readonly conversion: Conversion | undefined
  /** What is special about its objects when a CustomResourceDefinition made it. */
  readonly custom?: CustomKind | undefined
}

/** Where an object is in its collection. */
export function keyOf({ namespaced }: ServedResource, namespace: string, name: string): string {
  return namespaced ? `${namespace}/${name}` : name
}
