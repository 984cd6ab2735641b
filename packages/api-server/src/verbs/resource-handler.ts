import { applyObject } from '../apply/apply-handler.ts'
import { cacheOf, collectionOf, type Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import { finalizerWarnings, requireVerb } from '../custom-resources/custom-requests.ts'
import { keyOf } from '../registry/resource.ts'
import { conflict, methodNotAllowed, notFound, notImplemented, resourceNotFound } from '../status.ts'
import { requestToken } from '../service-accounts/token-request.ts'
import { hookOnDelete } from './admission-hook.ts'
import { bindPod } from './binding.ts'
import { decodeBody, mediaType } from './body.ts'
import {
  checkName,
  checkNamespace,
  checkVersion,
  commit,
  createFor,
  existing,
  read,
  show,
  uidMismatch,
  type Call,
} from './call.ts'
import { componentStatuses } from './component-statuses.ts'
import { connect } from './connect.ts'
import { deleteOptions } from './delete-options.ts'
import { deleteObject } from './deleter.ts'
import { encodeItem, encodeMetadata } from './encode.ts'
import { ephemeralContainers } from './ephemeral-containers.ts'
import { evict } from './eviction.ts'
import { listPage } from './list.ts'
import { negotiate } from './negotiate.ts'
import { listOptions, revisionOf, writeOptions } from './options.ts'
import { patched } from './patch.ts'
import { podLog } from './pod-log.ts'
import { checkSegments } from './path-segments.ts'
import { deletionWarnings } from './propagation.ts'
import type { ApiRequest, ApiResponse, RequestInfo, User } from './request.ts'
import { jsonResponse, listBody, textResponse, warningHeaders } from './respond.ts'
import { scale } from './scale.ts'
import { selectionOf } from './selection.ts'
import { TableView } from './table.ts'
import { waitForCache } from './wait-for-revision.ts'
import { WatchFrames } from './watch-frames.ts'
import { openWatch } from './watch.ts'
import type { Part } from './writer.ts'

/** Subresources that lead to what runs on a node. */
const connections = new Set(['exec', 'attach', 'portforward', 'proxy'])

/** Objects of a deletion of many that are looked at before other work has its turn. */
const turn = 50

/** Answers a request about a resource. Throws the StatusError that refuses it. */
export async function handleResource(
  backend: Backend,
  request: ApiRequest,
  info: RequestInfo,
  user: User,
): Promise<ApiResponse> {
  const resource = backend.registry.get(info.group, info.version, info.resource)
  if (resource === undefined) {
    if (!backend.registry.isBuiltIn(info.group, info.version))
      return textResponse('404 page not found\n', 404)
    throw resourceNotFound()
  }
  checkSegments(info)
  const call = { backend, request, info, resource, user, warnings: [] }
  if (info.namespace !== '' && !resource.namespaced) throw resourceNotFound()
  if (resource.storage === 'componentstatuses' && request.method === 'GET') return componentStatuses(call)
  if (info.subresource !== '') return subresource(call)
  const verb = verbOf(call)
  requireVerb(resource, verb)
  switch (verb) {
    case 'get':
      return get(call)
    case 'list':
      return list(call)
    case 'watch':
      return watch(call)
    case 'create':
      return create(call)
    case 'update':
      return update(call, 'main')
    case 'patch':
      return patch(call, 'main')
    case 'delete':
      return remove(call)
    case 'deletecollection':
      return removeAll(call)
    default:
      throw methodNotAllowed()
  }
}

/** The verb of a request, or a 405 for one that its path does not have. */
function verbOf({ info, resource }: Call): string {
  const { verb, name, namespace } = info
  const item = name !== ''
  const scoped = !resource.namespaced || namespace !== ''
  if (verb === 'create') {
    if (item || !scoped) throw methodNotAllowed()
  } else if (verb === 'update' || verb === 'patch' || verb === 'delete' || verb === 'get') {
    if (!item || !scoped) throw methodNotAllowed()
  } else if (verb === 'deletecollection' && !scoped) throw methodNotAllowed()
  return verb
}

async function subresource(call: Call): Promise<ApiResponse> {
  const { resource, info, request } = call
  const found = resource.subresources.get(info.subresource)
  if (found === undefined) throw resourceNotFound()
  const verb = request.method === 'POST' ? 'create' : info.verb
  if (!found.verbs.includes(verb)) throw methodNotAllowed()
  if (info.subresource === 'scale') return scale(call, verb)
  if (info.subresource === 'binding') return bindPod(call)
  if (info.subresource === 'eviction') return evict(call)
  if (info.subresource === 'ephemeralcontainers') return ephemeralContainers(call, verb)
  if (info.subresource === 'token') return requestToken(call)
  if (info.subresource === 'log') return podLog(call)
  if (connections.has(info.subresource)) return connect(call)
  if (info.subresource !== 'status' && info.subresource !== 'finalize') {
    existing(call)
    throw notImplemented(`the subresource ${resource.resource}/${info.subresource}`)
  }
  if (verb === 'get') return get(call)
  if (verb === 'update') return update(call, info.subresource)
  return patch(call, info.subresource)
}

async function get(call: Call): Promise<ApiResponse> {
  const { backend, info, request } = call
  const asked = info.query.get('resourceVersion') ?? ''
  const revision = revisionOf(asked)
  if (revision === undefined) return show(call, existing(call))
  await waitForCache(backend, call.resource, revision, asked, request.signal)
  const cached = cacheOf(backend, call.resource).get(keyOf(call.resource, info.namespace, info.name))
  if (cached === undefined) throw notFound(call.resource, info.name)
  return show(call, cached)
}

async function list(call: Call): Promise<ApiResponse> {
  const { backend, request, info, resource } = call
  const { kind, apiVersion } = resource
  const view = negotiate(request.headers['accept'], 'list', `${kind}List`)
  const options = listOptions(info.query, false)
  const selection = selectionOf(resource, info.namespace, options)
  const table = new TableView(resource, info.query, view, () => backend.clock.now())
  const { metadata, objects } = await listPage(backend, resource, options, selection, request.signal)
  const shown = view.as === 'metadata' ? 'PartialObjectMetadataList' : `${kind}List`
  const version = view.as === 'metadata' ? `meta.k8s.io/${view.version}` : apiVersion
  const plain = `{"kind":"${shown}","apiVersion":"${version}","metadata":${JSON.stringify(metadata)},"items":[`
  const custom = view.as === 'object' ? resource.custom : undefined
  const head = custom?.listHead ?? (view.as === 'table' ? table.head(metadata) : plain)
  const encode = (object: ApiObject): string => {
    if (view.as === 'table') return table.row(object)
    return view.as === 'metadata' ? encodeMetadata(object, view.version) : encodeItem(resource, object)
  }
  const tail = custom?.listTail(metadata) ?? ']}\n'
  const body = await listBody(backend.clock, head, objects, encode, tail)
  return { status: 200, headers: { 'content-type': 'application/json' }, body }
}

async function watch(call: Call): Promise<ApiResponse> {
  const { backend, request, info, resource } = call
  const view = negotiate(request.headers['accept'], 'watch', resource.kind)
  const options = listOptions(info.query, true)
  const selection = selectionOf(resource, info.namespace, options, info.name)
  const table =
    view.as === 'table' ? new TableView(resource, info.query, view, () => backend.clock.now()) : undefined
  const frames = new WatchFrames(resource, view, table)
  const body = await openWatch(backend, resource, options, selection, frames, request.signal)
  resource.custom?.follow(body)
  return { status: 200, headers: { 'content-type': 'application/json' }, body }
}

function create(call: Call): ApiResponse {
  const { request, info, resource } = call
  if (resource.storage === 'bindings') return bindPod(call)
  if (!resource.verbs.includes('get')) throw notImplemented(`creating ${resource.resource}`)
  const options = writeOptions(info.query, 'CreateOptions')
  const { object, warnings } = decodeBody(request, resource, options)
  const created = createFor(call, object, options.dryRun)
  return show(call, created, 201, [...warnings, ...finalizerWarnings(resource, created)])
}

function update(call: Call, part: Part): ApiResponse {
  const { request, info, resource } = call
  const options = writeOptions(info.query, 'UpdateOptions')
  const { object, warnings } = decodeBody(request, resource, options)
  checkName(info.name, object.metadata.name ?? '')
  const before = read(call)
  if (before === undefined) {
    if (part !== 'main' || !resource.strategy.createOnUpdate) throw notFound(resource, info.name)
    return show(call, createFor(call, object, options.dryRun), 201, warnings)
  }
  const { uid = '', resourceVersion = '' } = object.metadata
  checkNamespace(call, object)
  if (uid !== '' && uid !== before.metadata.uid)
    throw conflict(resource, info.name, uidMismatch(resource, before, uid))
  checkVersion(call, before, resourceVersion, part === 'main')
  const after = commit(call, before, object, part, options.dryRun)
  return show(call, after, 200, [...warnings, ...finalizerWarnings(resource, after, before)])
}

function patch(call: Call, part: Part): ApiResponse {
  const { request, info, resource } = call
  if (mediaType(request) === 'application/apply-patch+yaml') return applyObject(call, part)
  const options = writeOptions(info.query, 'PatchOptions')
  const before = existing(call)
  const { object, warnings } = patched(request, resource, before, options)
  checkName(info.name, object.metadata.name ?? '')
  checkNamespace(call, object)
  checkVersion(call, before, object.metadata.resourceVersion ?? '', false)
  const after = commit(call, before, object, part, options.dryRun)
  return show(call, after, 200, [...warnings, ...finalizerWarnings(resource, after, before)])
}

function remove(call: Call): ApiResponse {
  const { backend, request, info, resource } = call
  const options = deleteOptions(request, info.query)
  const before = existing(call)
  hookOnDelete(call, before, options.dryRun)
  const { object, gone } = deleteObject(backend, resource, before, options)
  const warnings = deletionWarnings(resource, options)
  const code = gone || !options.asynchronous ? 200 : 202
  if (!gone || resource.strategy.returnsDeleted) return show(call, object, code, warnings)
  const { name = '', uid } = object.metadata
  const group = resource.group === '' ? {} : { group: resource.group }
  const details = { name, ...group, kind: resource.resource, uid }
  const status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details }
  return jsonResponse(JSON.stringify(status), 200, warningHeaders([...warnings, ...call.warnings]))
}

async function removeAll(call: Call): Promise<ApiResponse> {
  const { backend, request, info, resource } = call
  const options = deleteOptions(request, info.query)
  const listed = listOptions(info.query, false)
  const selection = selectionOf(resource, info.namespace, listed)
  const { metadata, objects } = await listPage(backend, resource, listed, selection, request.signal)
  const collection = collectionOf(backend, resource)
  let looked = 0
  for (const object of objects) {
    // oxlint-disable-next-line no-await-in-loop
    if (++looked % turn === 0) await backend.clock.yield()
    if (object === undefined) continue
    const { metadata: of } = object
    const current = collection.get(keyOf(resource, of.namespace ?? '', of.name ?? ''))
    if (current === undefined) continue
    hookOnDelete(call, current, options.dryRun)
    deleteObject(backend, resource, current, options)
  }
  const { kind, apiVersion } = resource
  const plain = `{"kind":"${kind}List","apiVersion":"${apiVersion}","metadata":${JSON.stringify(metadata)},"items":[`
  const head = resource.custom?.listHead ?? plain
  const tail = resource.custom?.listTail(metadata) ?? ']}\n'
  const encode = (object: ApiObject) => encodeItem(resource, object)
  const body = await listBody(backend.clock, head, objects, encode, tail)
  return { status: 200, headers: { 'content-type': 'application/json' }, body }
}
