import {
  asArray,
  asNumber,
  asObject,
  asString,
  equalJson,
  isObject,
  type ApiObject,
  type JsonObject,
} from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { goDiff } from './go-diff.ts'
import { goSyntax } from './go-syntax.ts'
import { invalidValue } from './names.ts'

type Check = (object: ApiObject, before: ApiObject) => readonly FieldError[]

const checks = new Map<string, Check>([
  ['pods', pod],
  ['statefulsets.apps', statefulSet],
  ['jobs.batch', job],
  [
    'secrets',
    (object, before) => {
      const type = asString(object['type'])
      return type === before['type'] ? [] : [invalidValue('type', type, 'field is immutable')]
    },
  ],
  [
    'priorityclasses.scheduling.k8s.io',
    (object, before) =>
      object['value'] === before['value'] ? [] : [forbidden('value', 'may not be changed in an update.')],
  ],
])

/** What an update changes although it may not. */
export function immutabilityErrors(
  resource: string,
  object: ApiObject,
  before: ApiObject | undefined,
): readonly FieldError[] {
  return before === undefined ? [] : (checks.get(resource)?.(object, before) ?? [])
}

function forbidden(field: string, why: string): FieldError {
  return { field, reason: 'FieldValueForbidden', message: `Forbidden: ${why}` }
}

const podFields =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)'

function pod(object: ApiObject, before: ApiObject): readonly FieldError[] {
  const spec = asObject(object['spec'])
  const old = asObject(before['spec'])
  if (equalJson(spec, old)) return []
  const gates = new Set(asArray(old['schedulingGates']).map((gate) => asString(asObject(gate)['name'])))
  const errors: FieldError[] = []
  for (const [at, gate] of asArray(spec['schedulingGates']).entries()) {
    const name = asString(asObject(gate)['name'])
    if (gates.has(name)) continue
    const why = `only deletion is allowed, but found new scheduling gate '${name}'`
    errors.push(forbidden(`spec.schedulingGates[${at}].name`, why))
  }
  const kept = asArray(old['tolerations']).every((each) =>
    asArray(spec['tolerations']).some((one) => sameToleration(one, each)),
  )
  if (!kept) {
    errors.push(
      forbidden('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds'),
    )
  }
  const graceful =
    asNumber(old['terminationGracePeriodSeconds']) < 0 && spec['terminationGracePeriodSeconds'] === 1
  if (!equalJson(fixedPart(spec, graceful), fixedPart(old, graceful))) {
    const difference = goDiff('core.PodSpec', old, withAllowed(spec, old, graceful))
    errors.push(forbidden('spec', `${podFields}\n${difference}`))
  }
  return errors
}

/** A new spec in which what an update may change is as it was. */
function withAllowed(spec: JsonObject, old: JsonObject, graceful: boolean): JsonObject {
  const fields = ['activeDeadlineSeconds', 'tolerations', 'schedulingGates']
  if (graceful) fields.push('terminationGracePeriodSeconds')
  const munged = { ...spec, ...Object.fromEntries(fields.map((field) => [field, old[field]])) }
  for (const field of ['containers', 'initContainers'] as const) {
    const before = asArray(old[field])
    if (!Array.isArray(munged[field])) continue
    const containers: unknown[] = []
    for (const [at, container] of asArray(munged[field]).entries()) {
      const image = asObject(before[at])['image']
      containers.push(isObject(container) && image !== undefined ? { ...container, image } : container)
    }
    munged[field] = containers
  }
  return munged
}

function sameToleration(one: unknown, other: unknown): boolean {
  const { tolerationSeconds: _one, ...left } = asObject(one)
  const { tolerationSeconds: _other, ...right } = asObject(other)
  return equalJson(left, right)
}

/** A pod's spec without what an update may change. */
function fixedPart(spec: JsonObject, graceful: boolean): JsonObject {
  const {
    activeDeadlineSeconds: _deadline,
    tolerations: _tolerations,
    schedulingGates: _gates,
    ...rest
  } = spec
  if (graceful) delete rest['terminationGracePeriodSeconds']
  for (const field of ['containers', 'initContainers']) {
    if (!Array.isArray(rest[field])) continue
    rest[field] = asArray(rest[field]).map(withoutImage)
  }
  return rest
}

function withoutImage(container: unknown): unknown {
  return isObject(container) ? { ...container, image: '' } : container
}

const statefulFields = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
]

function statefulSet(object: ApiObject, before: ApiObject): readonly FieldError[] {
  const others = (of: ApiObject) =>
    Object.fromEntries(Object.entries(asObject(of['spec'])).filter(([key]) => !statefulFields.includes(key)))
  if (equalJson(others(object), others(before))) return []
  const named = statefulFields.map((field) => `'${field}'`)
  const list = `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
  return [forbidden('spec', `updates to statefulset spec for fields other than ${list} are forbidden`)]
}

/** Completions of an indexed job follow its parallelism, and a suspended job that never ran may be placed elsewhere. */
function job(object: ApiObject, before: ApiObject): readonly FieldError[] {
  const errors: FieldError[] = []
  const spec = asObject(object['spec'])
  const old = asObject(before['spec'])
  const elastic = spec['completionMode'] === 'Indexed' && spec['completions'] === spec['parallelism']
  if (!elastic && spec['completions'] !== old['completions']) {
    errors.push(invalidValue('spec.completions', spec['completions'], 'field is immutable'))
  }
  for (const field of ['selector', 'template', 'completionMode'] as const) {
    if (field === 'template' && old['suspend'] === true && before['status'] !== undefined) continue
    if (equalJson(spec[field], old[field])) continue
    if (field === 'template') {
      const value = goSyntax('core.PodTemplateSpec', spec[field])
      const message = `Invalid value: ${value}: field is immutable`
      errors.push({ field: `spec.${field}`, reason: 'FieldValueInvalid', message })
    } else errors.push(invalidValue(`spec.${field}`, spec[field], 'field is immutable'))
  }
  return errors
}
