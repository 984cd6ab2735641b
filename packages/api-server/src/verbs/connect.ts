import { asArray, asObject, asString, type ApiObject } from '../codec/json.ts'
import { badRequest, notFound, rawError, StatusError } from '../status.ts'
import { hookOnConnect } from './admission-hook.ts'
import { existing, type Call } from './call.ts'
import type { ApiResponse } from './request.ts'

/**
 * Answers exec, attach, portforward and proxy: there is no kubelet and no network behind this server, and it says so as
 * a real one that does not reach them.
 */
export function connect(call: Call): ApiResponse {
  const { info, resource } = call
  const object = existing(call)
  hookOnConnect(call)
  if (resource.storage === 'services') {
    const message = `no endpoints available for service ${JSON.stringify(info.name)}`
    throw new StatusError(503, 'ServiceUnavailable', message)
  }
  const node = resource.storage === 'nodes' ? info.name : nodeOf(call, object)
  throw rawError(`error dialing backend: dial tcp: lookup ${node} on this server: no kubelet listens there`)
}

/** The node of a pod. Throws a 400 when it has none, and a 404, of the node under the pod's kind as a real server does, when it is not there. */
export function nodeOf({ backend, resource }: Call, pod: ApiObject): string {
  const node = asString(asObject(pod['spec'])['nodeName'])
  if (node === '') throw badRequest(`pod ${pod.metadata.name ?? ''} does not have a host assigned`)
  if (backend.store.collection('nodes').get(node) === undefined) throw notFound(resource, node)
  return node
}

/** The names of a pod's containers of all sorts. */
export function containerNames(pod: ApiObject): readonly string[] {
  const spec = asObject(pod['spec'])
  return ['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) =>
    asArray(spec[list]).map((each) => asString(asObject(each)['name'])),
  )
}
