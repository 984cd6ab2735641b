import type { Registry } from '../registry/registry.ts'
import type { ServedResource, Subresource } from '../registry/resource.ts'
import type { OpenApiDocument } from './document-source.ts'
import { reference, schemaNames, schemasFor } from './schemas.ts'

const meta = 'apimachinery.pkg.apis.meta.v1'
const codecs = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf']
const patches = [
  'application/apply-patch+yaml',
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
]
const collection = ['allowWatchBookmarks', 'continue', 'fieldSelector', 'labelSelector', 'limit']
const listing = [...collection, 'resourceVersion', 'resourceVersionMatch', 'sendInitialEvents']
const writing = ['dryRun', 'fieldManager', 'fieldValidation']

interface Verb {
  readonly method: string
  readonly action: string
  readonly parameters: readonly string[]
}

const onCollections = new Map<string, Verb>([
  ['list', { method: 'get', action: 'list', parameters: [...listing, 'timeoutSeconds', 'watch'] }],
  ['create', { method: 'post', action: 'post', parameters: writing }],
  ['deletecollection', { method: 'delete', action: 'deletecollection', parameters: listing }],
])
const onItems = new Map<string, Verb>([
  ['get', { method: 'get', action: 'get', parameters: [] }],
  ['update', { method: 'put', action: 'put', parameters: writing }],
  ['patch', { method: 'patch', action: 'patch', parameters: [...writing, 'force'] }],
  ['delete', { method: 'delete', action: 'delete', parameters: ['dryRun', 'gracePeriodSeconds'] }],
])
const onSubresources = new Map<string, Verb>([
  ['create', { method: 'post', action: 'post', parameters: writing }],
  ...onItems,
])

/** The document of a group's version: what is served, and the schemas of its kinds without descriptions. */
export function versionDocument(registry: Registry, group: string, version: string): OpenApiDocument {
  const prefix = group === '' ? `/api/${version}` : `/apis/${group}/${version}`
  const paths: Record<string, unknown> = {}
  const used = new Set([`${meta}.Status`])
  const operations = (verbs: readonly string[], known: ReadonlyMap<string, Verb>, kind: Kind) => {
    const found = verbs.flatMap((verb) => known.get(verb) ?? [])
    return Object.fromEntries(found.map((verb) => [verb.method, operation(verb, kind, used)]))
  }
  for (const resource of registry.of(group, version)) {
    const { namespaced, resource: plural, verbs } = resource
    const all = `${prefix}/${namespaced ? 'namespaces/{namespace}/' : ''}${plural}`
    const own = { group, version, kind: resource.kind }
    const many = operations(verbs, onCollections, own)
    const one = operations(verbs, onItems, own)
    if (Object.keys(many).length > 0) paths[all] = many
    if (Object.keys(one).length > 0) paths[`${all}/{name}`] = one
    for (const sub of resource.subresources.values()) {
      paths[`${all}/{name}/${sub.name}`] = operations(sub.verbs, onSubresources, kindOf(resource, sub))
    }
  }
  return { ...head, paths, components: { schemas: schemasFor(used) } }
}

/** The documents of the paths that serve discovery: `api`, `apis`, and each group. */
export function discoveryDocument(path: string): OpenApiDocument {
  const name = path === 'version' ? 'apimachinery.pkg.version.Info' : `${meta}.${listKind(path)}`
  const responses = { 200: { description: 'OK', content: content(['application/json'], name) } }
  const get = { tags: [path], responses }
  return { ...head, paths: { [`/${path}/`]: { get } }, components: { schemas: schemasFor([name]) } }
}

type Kind = Readonly<Record<'group' | 'version' | 'kind', string>>

const head = { openapi: '3.0.0', info: { title: 'Kubernetes', version: '1.32' } }

function listKind(path: string): string {
  if (path === 'api') return 'APIVersions'
  return path === 'apis' ? 'APIGroupList' : 'APIGroup'
}

function kindOf(resource: ServedResource, { group, version, kind }: Subresource): Kind {
  if (version !== '') return { group, version, kind }
  return { group: resource.group, version: resource.version, kind }
}

function operation({ method, action, parameters }: Verb, kind: Kind, used: Set<string>): unknown {
  const named = schemaNames.get(`${kind.group}/${kind.version}/${kind.kind}`)
  const deletes = action.startsWith('delete')
  const answer = deletes ? `${meta}.Status` : action === 'list' && named ? `${named}List` : named
  const sent = method === 'patch' ? `${meta}.Patch` : method === 'delete' ? `${meta}.DeleteOptions` : answer
  for (const name of [named, answer, sent]) if (name !== undefined) used.add(name)
  const types = method === 'patch' ? patches : ['*/*']
  const success = answer === undefined ? {} : { content: content(codecs, answer) }
  return {
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': kind,
    parameters: parameters.map((name) => ({
      name,
      in: 'query',
      schema: { type: 'string', uniqueItems: true },
    })),
    ...(method === 'get' || sent === undefined ? {} : { requestBody: { content: content(types, sent) } }),
    responses: { 200: { description: 'OK', ...success }, 401: { description: 'Unauthorized' } },
  }
}

function content(types: readonly string[], name: string): unknown {
  return Object.fromEntries(types.map((type) => [type, { schema: reference(name) }]))
}
