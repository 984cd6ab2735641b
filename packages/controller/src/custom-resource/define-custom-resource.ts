import { deepFreeze, type Resource } from '@rxkube/meta'
import type { CustomResource } from './custom-resource.ts'
import type { CustomResourceOptions, CustomResourceVersionOptions } from './custom-resource-options.ts'
import { customResourceParser } from './custom-resource-parser.ts'
import { definitionManifest } from './definition-manifest.ts'
import { InvalidCustomResourceDefinitionError } from './errors.ts'
import { SchemaProblems } from './schema-problems.ts'

/**
 * A custom resource of one's own, by its schema: the manifest of its CustomResourceDefinition, the types of its
 * objects, and a resource for clients, informers and controllers.
 *
 * Throws an InvalidCustomResourceDefinitionError that tells every part of the schema that servers cannot express.
 * kubebuilder: markers and controller-gen; kube-rs: `#[derive(CustomResource)]`.
 */
export function defineCustomResource<const Versions extends readonly CustomResourceVersionOptions[]>(
  options: CustomResourceOptions<Versions>,
): CustomResource<Versions> {
  const { group, kind, scope, plural = pluralOf(kind) } = options
  const problems = new SchemaProblems()
  const versions = withDefaults(options.versions, problems)
  const crd = definitionManifest({ ...options, plural, versions }, problems)
  const storage = versions.find((version) => version.storage === true)
  if (storage === undefined || problems.found.length > 0) {
    throw new InvalidCustomResourceDefinitionError(`${plural}.${group}`, problems.found)
  }
  const resource = ({ name }: CustomResourceVersionOptions): Resource => ({
    group,
    version: name,
    kind,
    resource: plural,
    namespaced: scope === 'Namespaced',
  })
  const all = new Map(
    versions.map((version) => [
      version.name,
      Object.freeze({ ...resource(version), ...customResourceParser(resource(version), version) }),
    ]),
  )
  const at = (version: string) => {
    const found = all.get(version)
    if (found === undefined) {
      throw new RangeError(
        `${plural}.${group} has no version ${version} (it has ${[...all.keys()].join(', ')})`,
      )
    }
    return found
  }
  // What zod infers is checked by the schema at run time; the compiler cannot follow it through the map.
  return Object.freeze({
    ...at(storage.name),
    crd: deepFreeze(crd),
    at,
  }) as unknown as CustomResource<Versions>
}

function withDefaults(
  versions: readonly CustomResourceVersionOptions[],
  problems: SchemaProblems,
): readonly CustomResourceVersionOptions[] {
  const all = versions.map((version) => ({
    ...version,
    served: version.served ?? true,
    storage: version.storage ?? versions.length === 1,
  }))
  const stored = all.filter(({ storage }) => storage)
  if (stored.length !== 1) {
    problems.add('versions', `exactly one has to have storage: true; ${stored.length} of ${all.length} have`)
  }
  for (const { name, served } of stored) {
    if (!served)
      problems.add(name, 'is the storage version, which the resource stands for, and is not served')
  }
  if (new Set(all.map(({ name }) => name)).size < all.length)
    problems.add('versions', 'two have the same name')
  return all
}

/** As kube-rs and kubebuilder have it: enough for most kinds, `plural` is there for the others. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase()
  if (/(?:s|x|z|ch|sh)$/.test(name)) return `${name}es`
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`
}
