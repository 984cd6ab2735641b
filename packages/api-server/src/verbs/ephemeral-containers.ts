import { collectionOf } from '../backend.ts'
import { asArray, asObject, asString, equalJson, type ApiObject } from '../codec/json.ts'
import { required } from '../registry/names.ts'
import { invalid, notFound, type FieldError } from '../status.ts'
import { hookOnUpdate } from './admission-hook.ts'
import { decodeBody, settled } from './body.ts'
import { checkName, checkNamespace, checkVersion, existing, show, type Call } from './call.ts'
import { writeOptions } from './options.ts'
import { patched } from './patch.ts'
import type { ApiResponse } from './request.ts'

/** Answers a request about the ephemeral containers of a pod: they can be added, and nothing else. */
export function ephemeralContainers(call: Call, verb: string): ApiResponse {
  const { backend, info, request, resource } = call
  const before = existing(call)
  if (verb === 'get') return show(call, before)
  const patches = verb === 'patch'
  const options = writeOptions(info.query, patches ? 'PatchOptions' : 'UpdateOptions')
  const { object, warnings } = patches
    ? patched(request, resource, before, options)
    : decodeBody(request, resource, options)
  checkName(info.name, object.metadata.name ?? '')
  checkNamespace(call, object)
  if ((object.metadata.uid ?? before.metadata.uid) !== before.metadata.uid)
    throw notFound(resource, info.name)
  checkVersion(call, before, object.metadata.resourceVersion ?? '', false)
  const list = asArray(asObject(object['spec'])['ephemeralContainers'])
  const spec = { ...asObject(before['spec']), ephemeralContainers: list }
  const after = settled(resource, { ...before, spec })
  const errors = problems(before, list)
  if (errors.length > 0) throw invalid(resource, info.name, errors)
  hookOnUpdate(call, before, after, 'main', options.dryRun)
  if (options.dryRun || equalJson(before, after)) return show(call, after, 200, warnings)
  const stored = collectionOf(backend, resource).set(`${info.namespace}/${info.name}`, after)
  return show(call, stored, 200, warnings)
}

function problems(before: ApiObject, list: readonly unknown[]): readonly FieldError[] {
  const errors: FieldError[] = []
  const field = 'spec.ephemeralContainers'
  const byName = new Map(list.map((each) => [asString(asObject(each)['name']), each]))
  for (const [at, container] of list.entries()) {
    const { name, image } = asObject(container)
    if (asString(name) === '') errors.push(required(`${field}[${at}].name`))
    if (asString(image) === '') errors.push(required(`${field}[${at}].image`))
  }
  for (const container of asArray(asObject(before['spec'])['ephemeralContainers'])) {
    const name = asString(asObject(container)['name'])
    const now = byName.get(name)
    if (now !== undefined && equalJson(now, container)) continue
    const what = now === undefined ? 'removed' : 'changed'
    const message = `Forbidden: existing ephemeral containers ${JSON.stringify(name)} may not be ${what}\n`
    errors.push({ field, reason: 'FieldValueForbidden', message })
  }
  return errors
}
