import { asObject, isObject, setOwn, type JsonObject } from '../codec/json.ts'
import type { DocumentSource, OpenApiDocument, SchemasFor } from '../openapi/document-source.ts'
import type { ServedResource } from '../registry/resource.ts'

const meta = 'apimachinery.pkg.apis.meta.v1'
const metaReference = (kind: string) => ({ $ref: `#/components/schemas/io.k8s.${meta}.${kind}` })
const patchTypes = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/apply-patch+yaml',
]

/** The OpenAPI documents of custom resources: what kubectl explains them with and checks their fields against. */
export class CustomDocuments implements DocumentSource {
  readonly #served: () => readonly ServedResource[]

  constructor(served: () => readonly ServedResource[]) {
    this.#served = served
  }

  paths(): Iterable<string> {
    return new Set(this.#served().map(pathOf))
  }

  document(path: string, schemasFor: SchemasFor): OpenApiDocument | undefined {
    const resources = this.#served().filter((resource) => pathOf(resource) === path)
    if (resources.length === 0) return undefined
    const paths: JsonObject = {}
    const schemas: JsonObject = schemasFor([`${meta}.ObjectMeta`, `${meta}.ListMeta`, `${meta}.Status`])
    for (const resource of resources) {
      Object.assign(paths, operationsOf(resource, path))
      Object.assign(schemas, schemasOf(resource))
    }
    return {
      openapi: '3.0.0',
      info: { title: 'Kubernetes CRD Swagger', version: 'v0.1.0' },
      paths,
      components: { schemas },
    }
  }
}

function pathOf({ group, version }: ServedResource): string {
  return `apis/${group}/${version}`
}

function operationsOf(resource: ServedResource, path: string): JsonObject {
  const { namespaced, resource: plural, subresources } = resource
  const all = `/${path}/${namespaced ? 'namespaces/{namespace}/' : ''}${plural}`
  const paths: JsonObject = {
    [all]: {
      get: operation(resource, 'list', []),
      post: operation(resource, 'post', ['dryRun', 'fieldManager', 'fieldValidation']),
      delete: operation(resource, 'deletecollection', []),
    },
    [`${all}/{name}`]: itemOperations(resource),
  }
  for (const { name } of subresources.values()) paths[`${all}/{name}/${name}`] = itemOperations(resource)
  return paths
}

function itemOperations(resource: ServedResource): JsonObject {
  const writing = ['dryRun', 'fieldManager', 'fieldValidation']
  return {
    get: operation(resource, 'get', []),
    put: operation(resource, 'put', writing),
    patch: operation(resource, 'patch', [...writing, 'force']),
    delete: operation(resource, 'delete', ['dryRun', 'gracePeriodSeconds', 'propagationPolicy']),
  }
}

function operation(resource: ServedResource, action: string, parameters: readonly string[]): JsonObject {
  const { group, version, kind } = resource
  const schema = { $ref: `#/components/schemas/${schemaName(resource, kind)}` }
  const patch = { schema: metaReference('Patch') }
  return {
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group, version, kind },
    parameters: parameters.map((name) => ({
      name,
      in: 'query',
      schema: { type: 'string', uniqueItems: true },
    })),
    ...(action === 'patch'
      ? { requestBody: { content: Object.fromEntries(patchTypes.map((type) => [type, patch])) } }
      : {}),
    responses: { 200: { description: 'OK', content: { 'application/json': { schema } } } },
  }
}

/** `ex.io/v1 Widget` is `io.ex.v1.Widget`. */
function schemaName({ group, version }: ServedResource, kind: string): string {
  return [...group.split('.').toReversed(), version, kind].join('.')
}

function schemasOf(resource: ServedResource): JsonObject {
  const { group, version, kind, custom } = resource
  const listKind = custom?.listKind ?? `${kind}List`
  const own = asObject(published(custom?.json))
  const schema: JsonObject = {
    type: 'object',
    ...own,
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: { allOf: [metaReference('ObjectMeta')] },
      ...withoutTypeAndMetadata(own['properties']),
    },
    'x-kubernetes-group-version-kind': [{ group, version, kind }],
  }
  const list: JsonObject = {
    type: 'object',
    required: ['items'],
    properties: {
      apiVersion: { type: 'string' },
      items: {
        type: 'array',
        items: { allOf: [{ $ref: `#/components/schemas/${schemaName(resource, kind)}` }] },
      },
      kind: { type: 'string' },
      metadata: { allOf: [metaReference('ListMeta')] },
    },
    'x-kubernetes-group-version-kind': [{ group, version, kind: listKind }],
  }
  return { [schemaName(resource, kind)]: schema, [schemaName(resource, listKind)]: list }
}

function withoutTypeAndMetadata(properties: unknown): JsonObject {
  const { apiVersion: _version, kind: _kind, metadata: _metadata, ...others } = asObject(properties)
  return others
}

/** A schema as it is published: embedded resources say what they are. */
function published(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((each) => published(each))
  if (!isObject(schema)) return schema
  const copy: JsonObject = {}
  for (const key of Object.keys(schema))
    setOwn(copy, key, key === 'default' ? schema[key] : published(schema[key]))
  if (schema['x-kubernetes-embedded-resource'] !== true) return copy
  const type = { type: 'string' }
  return {
    ...copy,
    properties: {
      ...asObject(copy['properties']),
      apiVersion: type,
      kind: type,
      metadata: { allOf: [metaReference('ObjectMeta')] },
    },
  }
}
