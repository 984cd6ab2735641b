import type { ManagedFieldsEntry } from '@rxkube/meta'
import type { Writer } from '../apply/ownership.ts'
import { managedOnCreate, managedOnUpdate, managerOf, withManagers } from '../apply/tracking.ts'
import { collectionOf, nowOf, type Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import { keyOf, type ServedResource } from '../registry/resource.ts'
import { badRequest, conflict, invalid, notFound } from '../status.ts'
import { admitUpdate } from './admission.ts'
import { hookOnCreate, hookOnUpdate } from './admission-hook.ts'
import { encodeMetadata, encodeObject } from './encode.ts'
import { negotiate } from './negotiate.ts'
import { revisionOf } from './options.ts'
import type { ApiRequest, ApiResponse, RequestInfo, User } from './request.ts'
import { jsonResponse, warningHeaders } from './respond.ts'
import { TableView } from './table.ts'
import { commitUpdate, createObject, merged, type Part } from './writer.ts'

/** A request about a resource that is served. */
export interface Call {
  readonly backend: Backend
  readonly request: ApiRequest
  readonly info: RequestInfo
  readonly resource: ServedResource
  readonly user: User
  /** What an admission hook wants the client to be warned of. */
  readonly warnings: string[]
}

export function read({ backend, resource, info }: Call): ApiObject | undefined {
  const object = collectionOf(backend, resource).get(keyOf(resource, info.namespace, info.name))
  return object === undefined || resource.custom === undefined ? object : resource.custom.read(object)
}

export function existing(call: Call): ApiObject {
  const found = read(call)
  if (found === undefined) throw notFound(call.resource, call.info.name)
  return found
}

/** One object in the view that the client asked for. */
export function show(
  call: Call,
  object: ApiObject,
  status = 200,
  warnings: readonly string[] = [],
): ApiResponse {
  const { backend, request, info, resource } = call
  const view = negotiate(request.headers['accept'], 'object', resource.kind)
  const headers = warningHeaders([...warnings, ...call.warnings])
  if (view.as === 'metadata') return jsonResponse(encodeMetadata(object, view.version), status, headers)
  if (view.as === 'object') return jsonResponse(encodeObject(resource, object), status, headers)
  const table = new TableView(resource, info.query, view, () => backend.clock.now())
  return jsonResponse(table.single(object), status, headers)
}

/** Who sends a request, as the list of managers will name it. */
function writerOf({ backend, info, request, resource }: Call): Writer {
  const manager = managerOf(info.query, request.headers['user-agent'])
  // What the scale of an object says of its managers has no times.
  const time = info.subresource === 'scale' ? undefined : nowOf(backend)
  return { manager, apiVersion: resource.apiVersion, subresource: info.subresource, time }
}

/** Creates what a request sent, and writes down who it was. */
export function createFor(call: Call, object: ApiObject, dryRun: boolean): ApiObject {
  const { backend, info, resource } = call
  const managers = (given: ApiObject) => managedOnCreate(resource, given, writerOf(call))
  return createObject(backend, resource, info.namespace, object, dryRun, managers, hookOnCreate(call, dryRun))
}

/** Stores what a request made of an object; its managers are those of an update unless they are given. */
export function commit(
  call: Call,
  before: ApiObject,
  given: ApiObject,
  part: Part,
  dryRun: boolean,
  managedFields?: ManagedFieldsEntry[],
): ApiObject {
  const { backend, resource } = call
  const next = merged(resource, before, given, part)
  if (part === 'main') admitUpdate(resource, next, before)
  const managers =
    managedFields ?? managedOnUpdate(resource, before, next, given.metadata.managedFields, writerOf(call))
  const asked = hookOnUpdate(call, before, withManagers(before, next, managers), part, dryRun)
  return commitUpdate(backend, resource, before, asked, dryRun)
}

export function checkName(url: string, name: string): void {
  if (name === '') {
    throw badRequest(`the name of the object (${url} based on URL) was undeterminable: name must be provided`)
  }
  if (name !== url) {
    throw badRequest(`the name of the object (${name}) does not match the name on the URL (${url})`)
  }
}

export function checkNamespace({ info, resource }: Call, { metadata }: ApiObject): void {
  const own = metadata.namespace ?? ''
  if (resource.namespaced && own !== '' && own !== info.namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request')
  }
}

/** Why a write that names another uid than the stored one is a conflict. */
export function uidMismatch(resource: ServedResource, { metadata }: ApiObject, asked: string): string {
  const { namespace = '', name = '', uid = '' } = metadata
  const key = `/registry/${resource.resource}/${keyOf(resource, namespace, name)}`
  return `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${asked}, UID in object meta: ${uid}`
}

export function checkVersion(
  { resource, info }: Call,
  before: ApiObject,
  version: string,
  put: boolean,
): void {
  const asked = revisionOf(version, false)
  if (asked === undefined || asked === 0) {
    if (!put || !resource.strategy.versionRequired) return
    const message = 'Invalid value: 0x0: must be specified for an update'
    const field = 'metadata.resourceVersion'
    // A real server has no kind at hand here.
    throw invalid({ group: resource.group, kind: resource.resource }, info.name, [
      { field, reason: 'FieldValueInvalid', message },
    ])
  }
  if (version !== before.metadata.resourceVersion) throw conflict(resource, info.name)
}
