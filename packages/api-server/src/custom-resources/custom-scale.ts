import { applyScale, ownsReplicas } from '../apply/scale-fields.ts'
import { readConfig } from '../apply/apply-request.ts'
import { lensOf, ownersOf, versioned } from '../apply/tracking.ts'
import { asNumber, asObject, type ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, internalError, notFound } from '../status.ts'
import { decodeBody, mediaType } from '../verbs/body.ts'
import { checkName, checkVersion, commit, read, show, type Call } from '../verbs/call.ts'
import { writeOptions } from '../verbs/options.ts'
import { patched } from '../verbs/patch.ts'
import { flag, type ApiResponse } from '../verbs/request.ts'
import { simplePath } from './json-path.ts'
import { valueAt, withValueAt, type ScalePaths } from './scale-paths.ts'

/** Stands for replicas that are nowhere. */
const unset = -2_147_483_648

/** Answers a request about the `scale` of a custom resource, which is wherever its definition says. */
export function customScale(call: Call, verb: string, paths: ScalePaths): ApiResponse {
  const { info, request, resource } = call
  const before = read(call)
  if (before === undefined) throw notFound(resource, info.name)
  const view: Call = { ...call, resource: scaleResource(resource) }
  const scale = scaleOf(before, paths)
  if (verb === 'get') {
    if (replicasOf(scale) === unset) {
      throw internalError(new Error(`the spec replicas field "${paths.spec}" does not exist`))
    }
    return show(view, scale)
  }
  const patches = verb === 'patch'
  const applies = patches && mediaType(request) === 'application/apply-patch+yaml'
  const written = applies ? applied(call, view, before, paths) : sent(call, view, before, paths)
  const { object, dryRun, managedFields, warnings = [] } = written
  const { resourceVersion = '' } = object.metadata
  checkVersion(call, before, resourceVersion, false)
  const replicas = replicasOf(object)
  if (replicas === unset) throw badRequest(`the spec replicas field "${paths.spec}" cannot be empty`)
  const given = withValueAt(before, simplePath(paths.spec), replicas) as ApiObject
  const after = commit(call, before, given, 'main', dryRun, managedFields)
  return show(view, scaleOf(after, paths), 200, warnings)
}

interface Written {
  readonly object: ApiObject
  readonly dryRun: boolean
  readonly managedFields?: NonNullable<ApiObject['metadata']['managedFields']>
  readonly warnings?: readonly string[]
}

/** What a PUT or a patch makes of the scale. */
function sent({ info, request, resource }: Call, view: Call, before: ApiObject, paths: ScalePaths): Written {
  const patches = info.verb === 'patch'
  const options = writeOptions(info.query, patches ? 'PatchOptions' : 'UpdateOptions')
  const { object, warnings } = patches
    ? patched(request, view.resource, scaleOf(before, paths), options)
    : decodeBody(request, view.resource, options)
  checkName(info.name, object.metadata.name ?? '')
  const { managedFields = [] } = before.metadata
  // Who scales what nobody is known to own is not written down either.
  const tracked = ownsReplicas(ownersOf(before), simplePath(paths.spec), resource.apiVersion)
  return { object, dryRun: options.dryRun, warnings, ...(tracked ? {} : { managedFields }) }
}

/** What a server-side apply makes of the scale. */
function applied(
  { info, request, resource }: Call,
  view: Call,
  before: ApiObject,
  paths: ScalePaths,
): Written {
  const { dryRun } = writeOptions(info.query, 'ApplyOptions')
  const config = readConfig(view.resource, request.body)
  const metadata = asObject(config['metadata']) as ApiObject['metadata']
  checkName(info.name, metadata.name ?? info.name)
  const live = versioned(view.resource, scaleOf(before, paths))
  const { replicas, managedFields } = applyScale(
    ownersOf(before),
    resource.apiVersion,
    live,
    lensOf(view.resource, ''),
    {
      config,
      manager: info.query.get('fieldManager') ?? '',
      force: flag(info.query, 'force'),
      subresource: 'scale',
    },
    simplePath(paths.spec),
  )
  return { object: { metadata, spec: { replicas } }, dryRun, managedFields }
}

function replicasOf(scale: ApiObject): number {
  return asNumber(asObject(scale['spec'])['replicas'])
}

function scaleResource(parent: ServedResource): ServedResource {
  const names = { group: 'autoscaling', version: 'v1', apiVersion: 'autoscaling/v1', kind: 'Scale' }
  const { strategy } = parent
  return { ...parent, ...names, storage: 'scale', strategy, conversion: undefined, custom: undefined }
}

function scaleOf(object: ApiObject, paths: ScalePaths): ApiObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata
  const found = valueAt(object, paths.spec)
  const replicas = found === undefined ? unset : asNumber(found)
  const selector = paths.selector === '' ? undefined : valueAt(object, paths.selector)
  return {
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp } as ApiObject['metadata'],
    spec: replicas === 0 ? {} : { replicas },
    status: {
      replicas: asNumber(valueAt(object, paths.status)),
      ...(typeof selector === 'string' && selector !== '' ? { selector } : {}),
    },
  }
}
