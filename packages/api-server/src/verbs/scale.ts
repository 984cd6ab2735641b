import { asNumber, asObject, type ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { mapText, selectorText } from '../registry/selector-text.ts'
import { invalid, notFound } from '../status.ts'
import { decodeBody } from './body.ts'
import { checkName, checkVersion, commit, read, show, type Call } from './call.ts'
import { writeOptions } from './options.ts'
import { patched } from './patch.ts'
import type { ApiResponse } from './request.ts'

/** Answers a request about the `scale` of an object: its replicas as an autoscaling/v1 Scale. */
export function scale(call: Call, verb: string): ApiResponse {
  const { info, request, resource } = call
  const before = read(call)
  if (before === undefined) throw notFound(resource, info.name, 'scale')
  const view: Call = { ...call, resource: scaleResource(resource) }
  if (verb === 'get') return show(view, scaleOf(resource, before))
  const patches = verb === 'patch'
  const options = writeOptions(info.query, patches ? 'PatchOptions' : 'UpdateOptions')
  const { object, warnings } = patches
    ? patched(request, view.resource, scaleOf(resource, before), options)
    : decodeBody(request, view.resource, options)
  checkName(info.name, object.metadata.name ?? '')
  checkVersion(call, before, object.metadata.resourceVersion ?? '', false)
  const replicas = asNumber(asObject(object['spec'])['replicas'])
  if (replicas < 0) {
    const message = `Invalid value: ${replicas}: must be greater than or equal to 0`
    throw invalid(view.resource, info.name, [
      { field: 'spec.replicas', reason: 'FieldValueInvalid', message },
    ])
  }
  const given = { ...before, spec: { ...asObject(before['spec']), replicas } }
  const after = commit(call, before, given, 'main', options.dryRun)
  return show(view, scaleOf(resource, after), 200, warnings)
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
