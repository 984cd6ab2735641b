import { readConfig } from '../apply/apply-request.ts'
import { applyScale, withoutReplicas } from '../apply/scale-fields.ts'
import { lensOf, ownersOf, versioned } from '../apply/tracking.ts'
import { asNumber, asObject, type ApiObject } from '../codec/json.ts'
import { customScale } from '../custom-resources/custom-scale.ts'
import type { ServedResource } from '../registry/resource.ts'
import { mapText, selectorText } from '../registry/selector-text.ts'
import { invalid, notFound } from '../status.ts'
import { decodeBody, mediaType } from './body.ts'
import { checkName, checkVersion, commit, read, show, type Call } from './call.ts'
import { writeOptions } from './options.ts'
import { patched } from './patch.ts'
import { flag, type ApiResponse } from './request.ts'

/** Answers a request about the `scale` of an object: its replicas as an autoscaling/v1 Scale. */
export function scale(call: Call, verb: string): ApiResponse {
  const { info, request, resource } = call
  if (resource.custom?.scale !== undefined) return customScale(call, verb, resource.custom.scale)
  const before = read(call)
  if (before === undefined) throw notFound(resource, info.name, 'scale')
  const view: Call = { ...call, resource: scaleResource(resource) }
  if (verb === 'get') return show(view, scaleOf(resource, before))
  const patches = verb === 'patch'
  if (patches && mediaType(request) === 'application/apply-patch+yaml') return apply(call, view, before)
  const options = writeOptions(info.query, patches ? 'PatchOptions' : 'UpdateOptions')
  const { object, warnings } = patches
    ? patched(request, view.resource, scaleOf(resource, before), options)
    : decodeBody(request, view.resource, options)
  checkName(info.name, object.metadata.name ?? '')
  checkVersion(call, before, object.metadata.resourceVersion ?? '', false)
  const replicas = asNumber(asObject(object['spec'])['replicas'])
  requireNatural(view, replicas)
  const given = { ...before, spec: { ...asObject(before['spec']), replicas } }
  const managers = replicas === 0 ? withoutReplicas(ownersOf(before)) : undefined
  const after = commit(call, before, given, 'main', options.dryRun, managers)
  return show(view, scaleOf(resource, after), 200, warnings)
}

/** Answers a server-side apply of a Scale. */
function apply(call: Call, view: Call, before: ApiObject): ApiResponse {
  const { info, request, resource } = call
  const options = writeOptions(info.query, 'ApplyOptions')
  const config = readConfig(view.resource, request.body)
  const asked = {
    config,
    manager: info.query.get('fieldManager') ?? '',
    force: flag(info.query, 'force'),
    subresource: 'scale',
  }
  const { name = info.name, resourceVersion = '' } = asObject(config['metadata']) as ApiObject['metadata']
  checkName(info.name, name)
  checkVersion(call, before, resourceVersion, false)
  const live = versioned(view.resource, scaleOf(resource, before))
  const lens = lensOf(view.resource, '')
  const applied = applyScale(ownersOf(before), resource.apiVersion, live, lens, asked)
  const replicas = asNumber(applied.replicas)
  requireNatural(view, replicas)
  const given = { ...before, spec: { ...asObject(before['spec']), replicas } }
  const after = commit(call, before, given, 'main', options.dryRun, applied.managedFields)
  return show(view, scaleOf(resource, after))
}

function requireNatural({ info, resource }: Call, replicas: number): void {
  if (replicas >= 0) return
  const message = `Invalid value: ${replicas}: must be greater than or equal to 0`
  throw invalid(resource, info.name, [{ field: 'spec.replicas', reason: 'FieldValueInvalid', message }])
}

function scaleResource(parent: ServedResource): ServedResource {
  const names = { group: 'autoscaling', version: 'v1', apiVersion: 'autoscaling/v1', kind: 'Scale' }
  return { ...parent, ...names, storage: 'scale', strategy: { ...parent.strategy, defaults: undefined } }
}

function scaleOf({ storage }: ServedResource, object: ApiObject): ApiObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata
  const spec = asObject(object['spec'])
  const replicas = asNumber(spec['replicas'])
  const text =
    storage === 'replicationcontrollers' ? mapText(spec['selector']) : selectorText(spec['selector'])
  const metadata = { name, namespace, uid, resourceVersion, creationTimestamp } as ApiObject['metadata']
  return {
    metadata,
    spec: replicas === 0 ? {} : { replicas },
    status: {
      replicas: asNumber(asObject(object['status'])['replicas']),
      selector: text === '<none>' ? '' : text,
    },
  }
}
