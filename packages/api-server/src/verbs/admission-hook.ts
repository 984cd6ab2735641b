import type { KubernetesObject } from '@rxkube/meta'
import type { ApiObject, JsonObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import type { ServedResource } from '../registry/resource.ts'
import { StatusError } from '../status.ts'
import type { AdmissionRequest, AdmissionResponse } from './admit.ts'
import { decodeObject } from './body.ts'
import type { Call } from './call.ts'
import { encodeObject } from './encode.ts'
import { merged, type Part } from './writer.ts'

const lenient = { dryRun: false, fieldValidation: 'Ignore' } as const

interface Asked {
  readonly operation: AdmissionRequest['operation']
  readonly dryRun: boolean
  readonly name: string
  readonly object?: ApiObject | undefined
  readonly oldObject?: ApiObject | undefined
}

/** Asks the server's hook about a creation, and gives what is to be stored. Throws the StatusError of a no. */
export function hookOnCreate(call: Call, dryRun: boolean): ((object: ApiObject) => ApiObject) | undefined {
  if (call.backend.admit === undefined) return undefined
  return (object) => {
    const said = ask(call, { operation: 'CREATE', dryRun, name: object.metadata.name ?? '', object })
    if (said === undefined) return object
    const changed = decoded(call, said)
    const {
      name,
      generateName,
      namespace,
      uid,
      resourceVersion,
      generation,
      creationTimestamp,
      managedFields,
    } = object.metadata
    const kept = {
      name,
      generateName,
      namespace,
      uid,
      resourceVersion,
      generation,
      creationTimestamp,
      managedFields,
    }
    const metadata = arrange({ ...changed.metadata, ...kept })
    const { status: _status, ...rest } = changed
    if (call.resource.strategy.status === 'none') return { ...changed, metadata }
    return { ...rest, ...(object['status'] === undefined ? {} : { status: object['status'] }), metadata }
  }
}

/** Asks it about an update. */
export function hookOnUpdate(
  call: Call,
  before: ApiObject,
  after: ApiObject,
  part: Part,
  dryRun: boolean,
): ApiObject {
  if (call.backend.admit === undefined) return after
  const name = before.metadata.name ?? ''
  const said = ask(call, { operation: 'UPDATE', dryRun, name, object: after, oldObject: before })
  if (said === undefined) return after
  const { managedFields, uid, deletionTimestamp, deletionGracePeriodSeconds } = after.metadata
  const kept = { uid, deletionTimestamp, deletionGracePeriodSeconds }
  const given = decoded(call, said)
  const whole = { ...given, metadata: arrange({ ...given.metadata, ...kept }) }
  const next = merged(call.resource, before, whole, part)
  return { ...next, metadata: arrange({ ...next.metadata, managedFields }) }
}

/** Asks it about a deletion. */
export function hookOnDelete(call: Call, object: ApiObject, dryRun: boolean): void {
  ask(call, { operation: 'DELETE', dryRun, name: object.metadata.name ?? '', oldObject: object })
}

/** Asks it about what is sent to a subresource that has a kind of its own; it may say no, and change nothing. */
export function hookOnSubresource(
  call: Call,
  resource: ServedResource,
  object: ApiObject,
  dryRun: boolean,
): void {
  ask({ ...call, resource }, { operation: 'CREATE', dryRun, name: call.info.name, object })
}

/** Asks it about a connection to what a pod, a node or a service runs. */
export function hookOnConnect(call: Call): void {
  ask(call, { operation: 'CONNECT', dryRun: false, name: call.info.name })
}

/** The object that the hook wants instead; undefined when it wants none. */
function ask(
  call: Call,
  { operation, dryRun, name, object, oldObject }: Asked,
): KubernetesObject | undefined {
  const { backend, info, resource, user } = call
  if (backend.admit === undefined) return undefined
  const copy = (of: ApiObject | undefined) =>
    of === undefined ? undefined : (JSON.parse(encodeObject(resource, of)) as KubernetesObject)
  const { group, version, kind } = resource
  const response = backend.admit({
    operation,
    user,
    group,
    version,
    kind,
    resource: resource.resource,
    subresource: info.subresource,
    namespace: info.namespace,
    name,
    dryRun,
    object: copy(object),
    oldObject: copy(oldObject),
  })
  call.warnings.push(...(response?.warnings ?? []))
  if (response?.allowed === false) throw refusal(response)
  return response?.object
}

function refusal({ status = {} }: AdmissionResponse): StatusError {
  const { code = 403, message, reason = code === 403 ? 'Forbidden' : '' } = status
  const why = message === undefined ? ' without explanation' : `: ${message}`
  return new StatusError(code, reason, `admission hook denied the request${why}`)
}

/** What a hook gave, as the store would hold it; the hook's own object is never stored. */
function decoded({ resource }: Call, given: KubernetesObject): ApiObject {
  const copy = JSON.parse(JSON.stringify(given)) as JsonObject
  return decodeObject(resource, copy, lenient, []).object
}
