import { createHash } from 'node:crypto'
import type { Registry } from '../registry/registry.ts'
import type { ServedResource, Subresource } from '../registry/resource.ts'
import { notAcceptable, resourceNotFound } from '../status.ts'
import { acceptClauses, requirePlain, requireServed } from './negotiate.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse, textResponse } from './respond.ts'

/** Answers a path of discovery: `/api`, `/apis`, a group, or a version; undefined for any other path. */
export function discovery(
  registry: Registry,
  path: string,
  headers: Readonly<Record<string, string>>,
): ApiResponse | undefined {
  const [root = '', first, second, ...rest] = path.replace(/^\//, '').replace(/\/$/, '').split('/')
  if ((root !== 'api' && root !== 'apis') || rest.length > 0) return undefined
  if (first === undefined) return index(registry, root, headers)
  if (root === 'api') {
    if (second !== undefined) return undefined
    if (first !== 'v1') throw resourceNotFound()
    requireServed(headers['accept'])
    requirePlain(headers['accept'])
    return jsonResponse(JSON.stringify(resourceList(registry, '', 'v1')))
  }
  const versions = registry.groups().get(first)
  if (first === '' || versions === undefined) return textResponse('404 page not found\n', 404)
  if (second === undefined) {
    return jsonResponse(JSON.stringify({ kind: 'APIGroup', apiVersion: 'v1', ...group(first, versions) }))
  }
  if (!versions.includes(second)) {
    if (!versions.some((version) => registry.isBuiltIn(first, version))) {
      return textResponse('404 page not found\n', 404)
    }
    throw resourceNotFound()
  }
  return jsonResponse(JSON.stringify(resourceList(registry, first, second)))
}

function index(registry: Registry, root: string, headers: Readonly<Record<string, string>>): ApiResponse {
  for (const { type, parameters } of acceptClauses(headers['accept'])) {
    const as = parameters.get('as')
    const plain = as === undefined && (type === 'application/yaml' || type.endsWith('.protobuf'))
    if (type !== 'application/json' && type !== '*/*' && !plain) continue
    if (as === undefined) return jsonResponse(JSON.stringify(legacyIndex(registry, root)))
    const version = parameters.get('v')
    const known = version === 'v2' || version === 'v2beta1'
    if (as !== 'APIGroupDiscoveryList' || parameters.get('g') !== 'apidiscovery.k8s.io' || !known) continue
    const body = `${JSON.stringify(aggregated(registry, root, version))}\n`
    const etag = `"${createHash('sha512').update(body).digest('hex').toUpperCase()}"`
    if (headers['if-none-match'] === etag) return { status: 304, headers: { etag, vary: 'Accept' }, body: '' }
    const contentType = `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`
    return jsonResponse(body, 200, { 'content-type': contentType, etag, vary: 'Accept' })
  }
  throw notAcceptable()
}

function legacyIndex(registry: Registry, root: string): unknown {
  if (root === 'api') {
    const serverAddressByClientCIDRs = [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1' }]
    return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs }
  }
  const groups = [...registry.groups()]
    .filter(([name]) => name !== '')
    .map(([name, versions]) => group(name, versions))
  return { kind: 'APIGroupList', apiVersion: 'v1', groups }
}

function group(name: string, versions: readonly string[]): object {
  const all = versions.map((version) => ({ groupVersion: `${name}/${version}`, version }))
  return { name, versions: all, preferredVersion: all[0] }
}

function resourceList(registry: Registry, name: string, version: string): unknown {
  const resources: unknown[] = []
  for (const resource of registry.of(name, version)) {
    resources.push(legacyEntry(resource))
    for (const subresource of resource.subresources.values()) {
      resources.push(legacySubresource(resource, subresource))
    }
  }
  const groupVersion = name === '' ? version : `${name}/${version}`
  const head = name === '' ? { kind: 'APIResourceList' } : { kind: 'APIResourceList', apiVersion: 'v1' }
  return { ...head, groupVersion, resources }
}

function legacyEntry(resource: ServedResource): unknown {
  const { shortNames, categories, storageVersionHash } = resource
  return {
    name: resource.resource,
    singularName: resource.singular,
    namespaced: resource.namespaced,
    kind: resource.kind,
    verbs: resource.verbs,
    ...(shortNames.length === 0 ? {} : { shortNames }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(storageVersionHash === '' ? {} : { storageVersionHash }),
  }
}

function legacySubresource(
  resource: ServedResource,
  { name, group: of, version, kind, verbs }: Subresource,
): unknown {
  return {
    name: `${resource.resource}/${name}`,
    singularName: '',
    namespaced: resource.namespaced,
    ...(of === '' ? {} : { group: of }),
    ...(version === '' ? {} : { version }),
    kind,
    verbs,
  }
}

function aggregated(registry: Registry, root: string, version: string): unknown {
  const items = [...registry.groups()]
    .filter(([name]) => (name === '') === (root === 'api'))
    .map(([name, versions]) => ({
      metadata: name === '' ? { creationTimestamp: null } : { name, creationTimestamp: null },
      versions: versions.map((each) => ({
        version: each,
        resources: registry.of(name, each).map(aggregatedEntry),
        freshness: 'Current',
      })),
    }))
  return { kind: 'APIGroupDiscoveryList', apiVersion: `apidiscovery.k8s.io/${version}`, metadata: {}, items }
}

function aggregatedEntry(resource: ServedResource): unknown {
  const { shortNames, categories, subresources } = resource
  const { group: inGroup, version: inVersion, custom } = resource
  // Of custom resources a real server names both.
  const at = custom === undefined ? { group: '', version: '' } : { group: inGroup, version: inVersion }
  const subs = [...subresources.values()].map(({ name, group: of, version: own, kind, verbs }) => ({
    subresource: name,
    responseKind: own === '' ? { ...at, kind } : { group: of, version: own, kind },
    verbs,
  }))
  return {
    resource: resource.resource,
    responseKind: { ...at, kind: resource.kind },
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs: resource.verbs,
    ...(shortNames.length === 0 ? {} : { shortNames }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(subs.length === 0 ? {} : { subresources: subs }),
  }
}
