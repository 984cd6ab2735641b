import { collectionOf, nowOf } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest } from '../status.ts'
import { hookOnSubresource } from './admission-hook.ts'
import { decodeBody, settled } from './body.ts'
import { existing, type Call } from './call.ts'
import { readDeleteOptions, type DeleteOptions } from './delete-options.ts'
import { deleteObject } from './deleter.ts'
import { allowDisruption } from './disruption-budget.ts'
import { writeOptions } from './options.ts'
import { checkPreconditions } from './preconditions.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse } from './respond.ts'

/** Deletes a pod unless its disruption budget forbids it: then a 429. */
export function evict(call: Call): ApiResponse {
  const { backend, info, request, resource } = call
  const { dryRun } = writeOptions(info.query, 'CreateOptions')
  const { object } = decodeBody(request, evictionOf(call), { dryRun, fieldValidation: 'Ignore' })
  const own = object.metadata.name ?? ''
  const pod = existing(call)
  if (own !== '' && own !== info.name) {
    throw badRequest('name in URL does not match name in Eviction object')
  }
  const asked = readDeleteOptions(asObject(object['deleteOptions']), info.query)
  const options: DeleteOptions = { ...asked, dryRun: asked.dryRun || dryRun }
  checkPreconditions(resource, pod, options)
  hookOnSubresource(call, evictionOf(call), object, options.dryRun)
  const evicted = canIgnoreBudget(pod) ? pod : disrupted(call, pod, options)
  deleteObject(backend, resource, evicted, options)
  const success = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }
  return jsonResponse(JSON.stringify(success), 201)
}

/** Clients may send the kind in the version that it had before it was stable. */
function evictionOf({ resource, request }: Call): ServedResource {
  const old = Buffer.from(request.body).includes('policy/v1beta1')
  const version = old ? 'v1beta1' : 'v1'
  const names = { group: 'policy', version, apiVersion: `policy/${version}`, kind: 'Eviction' }
  const strategy = { ...resource.strategy, defaults: undefined }
  return { ...resource, ...names, storage: 'evictions', strategy }
}

/** A pod that does nothing, or is about to go, disrupts nobody. */
function canIgnoreBudget(pod: ApiObject): boolean {
  const phase = asString(asObject(pod['status'])['phase'])
  return pod.metadata.deletionTimestamp !== undefined || ['Succeeded', 'Failed', 'Pending'].includes(phase)
}

/** Asks the budget, and notes on the pod why it goes. */
function disrupted({ backend, resource, info }: Call, pod: ApiObject, { dryRun }: DeleteOptions): ApiObject {
  allowDisruption(backend, pod, dryRun)
  const status = asObject(pod['status'])
  const others = asArray(status['conditions']).filter(
    (each) => !isObject(each) || each['type'] !== 'DisruptionTarget',
  )
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    lastTransitionTime: nowOf(backend),
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
  }
  if (dryRun) return pod
  const after = settled(resource, { ...pod, status: { ...status, conditions: [...others, condition] } })
  return collectionOf(backend, resource).set(`${info.namespace}/${info.name}`, after)
}
