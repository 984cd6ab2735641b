import type { Backend } from '../backend.ts'
import { asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import { schema } from '../codec/schema.ts'
import { recordEvent } from '../controllers/record-event.ts'
import type { ServedResource } from '../registry/resource.ts'
import { decodeObject, settled } from '../verbs/body.ts'
import { deleteObject, plain } from '../verbs/deleter.ts'
import { encodeObject } from '../verbs/encode.ts'
import { applyJsonPatch } from '../verbs/json-patch.ts'
import { applyMergePatch } from '../verbs/merge-patch.ts'
import { applyStrategicMerge } from '../verbs/strategic-merge.ts'
import { commitUpdate, isFinished, merged } from '../verbs/writer.ts'
import type { StageContext, StageNext, StagePatch } from './stage.ts'
import { filled } from './stage-template.ts'

const ignorant = { dryRun: false, fieldValidation: 'Ignore' } as const

/** Does to an object what a rule says. Throws the StatusError of a write that is refused. */
export function playStage(
  backend: Backend,
  resource: ServedResource,
  object: ApiObject,
  next: StageNext,
  contextOf: (object: ApiObject) => StageContext,
): void {
  let current = object
  const write = (after: ApiObject): void => {
    current = commitUpdate(backend, resource, current, after, false)
  }
  if (next.event !== undefined) {
    const { type, reason = '', message = '' } = next.event
    const node = asString(asObject(object['spec'])['nodeName'])
    const said = asString(asObject(filled({ message }, contextOf(current)))['message'])
    recordEvent(backend, resource, object, {
      type: type === 'Warning' ? 'Warning' : 'Normal',
      reason,
      message: said,
      reportingController: 'kubelet',
      reportingInstance: node,
    })
  }
  if (next.finalizers !== undefined) write(withFinalizers(current, next.finalizers))
  if (isFinished(current)) return
  if (next.statusTemplate !== undefined) {
    const patch: StagePatch = { subresource: 'status', root: 'status', template: next.statusTemplate }
    write(patched(resource, current, patch, contextOf(current)))
  }
  for (const patch of next.patches ?? []) write(patched(resource, current, patch, contextOf(current)))
  if (next.delete !== true) return
  const { uid = '' } = current.metadata
  const grace = resource.storage === 'pods' ? { gracePeriodSeconds: 0 } : {}
  deleteObject(backend, resource, current, { ...plain, ...grace, preconditions: { uid } })
}

function withFinalizers(
  object: ApiObject,
  { add = [], remove = [], empty }: NonNullable<StageNext['finalizers']>,
): ApiObject {
  const kept = new Set(empty === true ? [] : (object.metadata.finalizers ?? []))
  for (const { value } of remove) kept.delete(value)
  for (const { value } of add) kept.add(value)
  return { ...object, metadata: arrange({ ...object.metadata, finalizers: [...kept] }) }
}

function patched(
  resource: ServedResource,
  before: ApiObject,
  { template, subresource, root = '', type }: StagePatch,
  context: StageContext,
): ApiObject {
  const said = filled(template, context)
  const part = subresource === 'status' ? 'status' : 'main'
  const patch = root === '' || Array.isArray(said) ? said : { [root]: said }
  const message = schema.root(resource.apiVersion, resource.kind)
  if (type === 'merge' && part === 'status' && message !== undefined && resource.conversion === undefined) {
    // What all pods of a cluster go through again and again takes the short way.
    const { status } = asObject(applyMergePatch({ status: before['status'] }, patch))
    return settled(resource, { ...before, status })
  }
  // Through text, so that the patch works on a copy.
  const target = JSON.parse(encodeObject(resource, before)) as JsonObject
  let result: unknown
  if (type === 'json') result = applyJsonPatch(target, Array.isArray(patch) ? patch : [patch])
  else if (type !== 'merge' && message !== undefined && isObject(patch)) {
    result = applyStrategicMerge(target, patch, message)
  } else result = applyMergePatch(target, patch)
  const { object } = decodeObject(resource, asObject(result), ignorant, [])
  const after = merged(resource, before, object, part)
  return part === 'status' ? settled(resource, after) : after
}
