import { collectionOf, nowOf } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, conflict, notFound, rawError } from '../status.ts'
import { hookOnSubresource } from './admission-hook.ts'
import { decodeBody, settled } from './body.ts'
import { checkName, uidMismatch, type Call } from './call.ts'
import { writeOptions } from './options.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse } from './respond.ts'

/** Puts a pod on a node, as a scheduler asks for with a Binding. */
export function bindPod(call: Call): ApiResponse {
  const { backend, info, request } = call
  const pods = backend.registry.get('', 'v1', 'pods')
  const bindings = backend.registry.get('', 'v1', 'bindings')
  if (pods === undefined || bindings === undefined) throw new TypeError('the registry serves no pods')
  const options = writeOptions(info.query, 'CreateOptions')
  const { object } = decodeBody(request, bindings, options)
  const name = object.metadata.name ?? ''
  if (info.subresource === 'binding') checkName(info.name, name)
  const own = object.metadata.namespace ?? ''
  if (own !== '' && own !== info.namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request')
  }
  const node = asString(asObject(object['target'])['name'])
  const kind = asString(asObject(object['target'])['kind'])
  if (kind !== '' && kind !== 'Node') {
    throw rawError(
      `target.kind: Unsupported value: ${JSON.stringify(kind)}: supported values: "Node", "<empty>"`,
    )
  }
  if (node === '') throw rawError('target.name: Required value')
  const collection = collectionOf(backend, pods)
  const key = `${info.namespace}/${name}`
  const pod = collection.get(key)
  if (pod === undefined) throw notFound(pods, name)
  refuse(pods, pod, object, name)
  hookOnSubresource(call, bindings, object, options.dryRun)
  const bound = settled(pods, assigned(pod, node, object.metadata.annotations, nowOf(backend)))
  if (!options.dryRun) collection.set(key, bound)
  return jsonResponse(
    JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }),
    201,
  )
}

/** Throws a 409 for a pod that cannot be bound. */
function refuse(pods: ServedResource, pod: ApiObject, { metadata }: ApiObject, name: string): void {
  const about = { ...pods, resource: 'pods/binding' }
  const spec = asObject(pod['spec'])
  const { uid = '', deletionTimestamp } = pod.metadata
  const wanted = metadata.uid ?? ''
  if (wanted !== '' && wanted !== uid) {
    throw conflict(pods, name, uidMismatch(pods, pod, wanted))
  }
  if (deletionTimestamp !== undefined) {
    throw conflict(about, name, `pod ${name} is being deleted, cannot be assigned to a host`)
  }
  const node = asString(spec['nodeName'])
  if (node !== '')
    throw conflict(about, name, `pod ${name} is already assigned to node ${JSON.stringify(node)}`)
  if (asArray(spec['schedulingGates']).length > 0) {
    throw conflict(about, name, `pod ${name} has non-empty .spec.schedulingGates`)
  }
}

/** A pod that has its node. */
export function assigned(
  pod: ApiObject,
  nodeName: string,
  annotations: Readonly<Record<string, string>> | undefined,
  lastTransitionTime: string,
): ApiObject {
  const { metadata } = pod
  const status = asObject(pod['status'])
  const others = asArray(status['conditions']).filter(
    (each) => !isObject(each) || each['type'] !== 'PodScheduled',
  )
  const scheduled = { type: 'PodScheduled', status: 'True', lastTransitionTime }
  const merged =
    annotations === undefined ? metadata.annotations : { ...metadata.annotations, ...annotations }
  return {
    ...pod,
    metadata: arrange({ ...metadata, annotations: merged }),
    spec: { ...asObject(pod['spec']), nodeName },
    status: { ...status, conditions: [...others, scheduled] },
  }
}
