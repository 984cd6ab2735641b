import type { CustomResourceDefinition } from '@rxkube/meta'
import type { CustomResourceOptions, CustomResourceVersionOptions } from './custom-resource-options.ts'
import { inspectPaths } from './inspect-paths.ts'
import { schemaFromZod } from './schema-from-zod.ts'
import type { SchemaProblems } from './schema-problems.ts'
import type { StructuralSchema } from './structural-schema.ts'

type Options = CustomResourceOptions<readonly CustomResourceVersionOptions[]> & { readonly plural: string }

/** The manifest of a CustomResourceDefinition. */
export function definitionManifest(options: Options, problems: SchemaProblems): CustomResourceDefinition {
  const { group, kind, plural, singular, shortNames, categories, scope, conversion } = options
  const { labels, annotations } = options
  const manifest = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}`, labels, annotations },
    spec: {
      group,
      names: {
        kind,
        plural,
        singular: singular ?? kind.toLowerCase(),
        listKind: `${kind}List`,
        shortNames,
        categories,
      },
      scope,
      versions: options.versions.map((version) => versionManifest(version, problems)),
      conversion,
    },
  }
  // A copy of its own, without what was not said.
  return JSON.parse(JSON.stringify(manifest)) as CustomResourceDefinition
}

function versionManifest(version: CustomResourceVersionOptions, problems: SchemaProblems): object {
  const { name, served, storage, deprecated = false, scale, status } = version
  const schema = objectSchema(version, problems)
  inspectPaths(version, schema, problems)
  const subresources = {
    ...(status === undefined ? {} : { status: {} }),
    ...(scale === undefined ? {} : { scale }),
  }
  return {
    name,
    served,
    storage,
    ...(deprecated === false ? {} : { deprecated: true }),
    ...(typeof deprecated === 'string' ? { deprecationWarning: deprecated } : {}),
    schema: { openAPIV3Schema: schema },
    ...(Object.keys(subresources).length === 0 ? {} : { subresources }),
    additionalPrinterColumns: version.printerColumns,
    selectableFields: version.selectableFields?.map((jsonPath) => ({ jsonPath })),
  }
}

function objectSchema(version: CustomResourceVersionOptions, problems: SchemaProblems): StructuralSchema {
  const { name, spec, status, description, validations } = version
  const part = (key: 'spec' | 'status', schema: CustomResourceVersionOptions['spec']): StructuralSchema => {
    const derived = schemaFromZod(schema, `${name} ${key}`, problems)
    if (derived.type !== 'object') problems.add(`${name} ${key}`, 'is not an object')
    return derived
  }
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { type: 'object' },
      spec: part('spec', spec),
      ...(status === undefined ? {} : { status: part('status', status) }),
    },
    required: ['spec'],
    ...(validations === undefined ? {} : { 'x-kubernetes-validations': [...validations] }),
  }
}
