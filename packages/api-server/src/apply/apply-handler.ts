import { asObject, asString, type ApiObject } from '../codec/json.ts'
import { conflict, notFound } from '../status.ts'
import { hookOnCreate } from '../verbs/admission-hook.ts'
import { decodeObject } from '../verbs/body.ts'
import {
  checkName,
  checkNamespace,
  checkVersion,
  commit,
  read,
  show,
  uidMismatch,
  type Call,
} from '../verbs/call.ts'
import { writeOptions } from '../verbs/options.ts'
import { flag, type ApiResponse } from '../verbs/request.ts'
import { createObject, type Part } from '../verbs/writer.ts'
import { applied, readConfig, type ApplyRequest } from './apply-request.ts'

/** Reads what an apply asks for. Throws the 400, 422 or 500 that refuses it. */
function applyRequest({ info, request, resource }: Call, part: Part): ApplyRequest {
  return {
    config: readConfig(resource, request.body),
    manager: info.query.get('fieldManager') ?? '',
    force: flag(info.query, 'force'),
    subresource: part === 'main' ? '' : part,
  }
}

/** Answers a server-side apply: creates the object, or merges into it. */
export function applyObject(call: Call, part: Part): ApiResponse {
  const { backend, info, resource } = call
  const options = writeOptions(info.query, 'ApplyOptions')
  const before = read(call)
  if (before === undefined && part !== 'main') throw notFound(resource, info.name)
  const request = applyRequest(call, part)
  const { object, managedFields } = applied(backend, resource, before, request)
  const decoded = decodeObject(resource, object, options, [])
  if (before === undefined) return applyNew(call, request, decoded.object, managedFields, options.dryRun)
  checkName(info.name, decoded.object.metadata.name ?? '')
  checkNamespace(call, decoded.object)
  const { uid = '', resourceVersion = '' } = decoded.object.metadata
  if (uid !== before.metadata.uid) throw conflict(resource, info.name, uidMismatch(resource, before, uid))
  checkVersion(call, before, resourceVersion, false)
  return show(call, commit(call, before, decoded.object, part, options.dryRun, managedFields))
}

function applyNew(
  call: Call,
  { config }: ApplyRequest,
  object: ApiObject,
  managedFields: NonNullable<ApiObject['metadata']['managedFields']>,
  dryRun: boolean,
): ApiResponse {
  const { backend, info, resource } = call
  const uid = asString(asObject(config['metadata'])['uid'])
  if (uid !== '') {
    const why = `uid mismatch: the provided object specified uid ${uid}, and no existing object was found`
    throw conflict(resource, info.name, why)
  }
  const { name = info.name, resourceVersion: _version, ...metadata } = object.metadata
  checkName(info.name, name)
  const given = { ...object, metadata: { ...metadata, name } }
  return show(
    call,
    createObject(
      backend,
      resource,
      info.namespace,
      given,
      dryRun,
      () => managedFields,
      hookOnCreate(call, dryRun),
    ),
    201,
  )
}
