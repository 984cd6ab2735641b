import { apiVersionOf } from '@rxkube/meta'
import type { CustomResource, CustomObjectOf } from './custom-resource.ts'
import type { CustomResourceVersionOptions } from './custom-resource-options.ts'

/**
 * Checks that something is an object of a custom resource, in the version that its `apiVersion` names, or in the
 * storage version when it has none, as `parse` of that version does. Throws an InvalidCustomResourceError.
 */
export function parseCustomResource<Versions extends readonly CustomResourceVersionOptions[]>(
  resource: CustomResource<Versions>,
  object: unknown,
): CustomObjectOf<Versions[number]> {
  const { apiVersion } = (object ?? {}) as { readonly apiVersion?: unknown }
  const { group, versions } = resource.crd.spec
  const named = versions.find(({ name }) => apiVersionOf({ group, version: name }) === apiVersion)
  const { name } = named ?? { name: resource.version }
  return resource.at(name).parse(object)
}
