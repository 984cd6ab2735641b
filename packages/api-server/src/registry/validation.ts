import { asArray, asNumber, asObject, asString, equalJson, isObject, type ApiObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { eventErrors, newEventErrors } from './event-validation.ts'
import { goMap } from './go-syntax.ts'
import { immutabilityErrors } from './immutability.ts'
import { labels } from './metadata-validation.ts'
import { invalidValue, nameErrors, required } from './names.ts'
import type { Strategy } from './strategy.ts'

type Validate = Strategy['validate']

const configKey = /^[-._a-zA-Z0-9]+$/
const keyMessage =
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.' " +
  "(e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"
const dataLimit = 1024 * 1024

const validations = new Map<string, Validate>([
  ['configmaps', data('data', 'binaryData')],
  ['secrets', data('data')],
  ['pods', (object) => podErrors(asObject(object['spec']), 'spec', ['Always', 'OnFailure', 'Never'])],
  ['deployments.apps', workload],
  ['replicasets.apps', twice(workload)],
  ['statefulsets.apps', workload],
  ['daemonsets.apps', twice(workload)],
  ['services', service],
  ['events', (object, before) => (before === undefined ? eventErrors(object) : [])],
  ['events.events.k8s.io', newEventErrors],
  [
    'leases.coordination.k8s.io',
    (object) => {
      const seconds = asObject(object['spec'])['leaseDurationSeconds']
      if (typeof seconds !== 'number' || seconds > 0) return []
      return [invalidValue('spec.leaseDurationSeconds', seconds, 'must be greater than 0')]
    },
  ],
])

/** Some kinds check an object that is updated as a new one as well, and report both. */
function twice(validate: Validate): Validate {
  return (object, before) => [...(before === undefined ? [] : validate(object)), ...validate(object, before)]
}

/** What a resource checks beyond metadata. */
export function validationOf(resource: string): Validate {
  const validate = validations.get(resource)
  return (object, before) => [
    ...(validate?.(object, before) ?? []),
    ...immutabilityErrors(resource, object, before),
  ]
}

function data(...fields: string[]): Validate {
  return (object, before) => {
    const errors: FieldError[] = []
    let size = 0
    for (const field of fields) {
      for (const [key, value] of Object.entries(asObject(object[field]))) {
        size += asString(value).length
        if (!configKey.test(key)) errors.push(invalidValue(`${field}[${key}]`, key, keyMessage))
      }
    }
    if (size > dataLimit) {
      const message = `Too long: may not be more than ${dataLimit} bytes`
      errors.push({ field: '[]', reason: 'FieldValueTooLong', message })
    }
    if (before?.['immutable'] === true && fields.some((field) => !equalJson(object[field], before[field]))) {
      const message = 'Forbidden: field is immutable when `immutable` is set'
      errors.push({ field: 'data', reason: 'FieldValueForbidden', message })
    }
    return errors
  }
}

function unsupported(field: string, value: unknown, supported: readonly string[]): FieldError {
  const list = supported.map((each) => JSON.stringify(each)).join(', ')
  const message = `Unsupported value: ${JSON.stringify(value)}: supported values: ${list}`
  return { field, reason: 'FieldValueNotSupported', message }
}

function podErrors(spec: Record<string, unknown>, path: string, policies: readonly string[]): FieldError[] {
  const errors: FieldError[] = []
  const containers = asArray(spec['containers'])
  if (containers.length === 0) errors.push(required(`${path}.containers`))
  const names = new Set<string>()
  for (const [at, container] of containers.entries()) {
    const field = `${path}.containers[${at}]`
    const { name, image, ports } = asObject(container)
    const text = asString(name)
    if (text === '') errors.push(required(`${field}.name`))
    else errors.push(...nameErrors('label', text, `${field}.name`))
    if (names.has(text)) {
      const message = `Duplicate value: ${JSON.stringify(text)}`
      errors.push({ field: `${field}.name`, reason: 'FieldValueDuplicate', message })
    }
    names.add(text)
    if (asString(image) === '') errors.push(required(`${field}.image`))
    for (const [index, port] of asArray(ports).entries()) {
      const value = asNumber(asObject(port)['containerPort'])
      if (value >= 1 && value <= 65535) continue
      const why = 'must be between 1 and 65535, inclusive'
      errors.push(invalidValue(`${field}.ports[${index}].containerPort`, value, why))
    }
  }
  const policy = asString(spec['restartPolicy'])
  if (!policies.includes(policy)) errors.push(unsupported(`${path}.restartPolicy`, policy, policies))
  return errors
}

/** A label selector as Go prints it in errors. */
function goSelector({ matchLabels, matchExpressions }: Record<string, unknown>): string {
  const type = '[]v1.LabelSelectorRequirement'
  const text = (value: unknown) => JSON.stringify(asString(value))
  const expressions = asArray(matchExpressions).map((each) => {
    const { key, operator, values } = asObject(each)
    const list = values === undefined ? '[]string(nil)' : `[]string{${asArray(values).map(text).join(', ')}}`
    return `v1.LabelSelectorRequirement{Key:${text(key)}, Operator:${text(operator)}, Values:${list}}`
  })
  const requirements = expressions.length === 0 ? `${type}(nil)` : `${type}{${expressions.join(', ')}}`
  const labelMap = isObject(matchLabels) ? goMap(matchLabels) : 'map[string]string(nil)'
  return `v1.LabelSelector{MatchLabels:${labelMap}, MatchExpressions:${requirements}}`
}

function workload(object: ApiObject, before?: ApiObject): readonly FieldError[] {
  const errors: FieldError[] = []
  const spec = asObject(object['spec'])
  const replicas = asNumber(spec['replicas'])
  if (replicas < 0) {
    errors.push(invalidValue('spec.replicas', replicas, 'must be greater than or equal to 0'))
  }
  const strategy = asObject(spec['strategy'])
  if (strategy['type'] === 'Recreate' && strategy['rollingUpdate'] !== undefined) {
    const message = "Forbidden: may not be specified when strategy `type` is 'Recreate'"
    errors.push({ field: 'spec.strategy.rollingUpdate', reason: 'FieldValueForbidden', message })
  }
  const selector = asObject(spec['selector'])
  const matchLabels = asObject(selector['matchLabels'])
  const template = asObject(spec['template'])
  const templateLabels = asObject(asObject(template['metadata'])['labels'])
  if (!isObject(spec['selector'])) errors.push(required('spec.selector'))
  else if (Object.keys(matchLabels).length === 0 && asArray(selector['matchExpressions']).length === 0) {
    errors.push(invalidValue('spec.selector', {}, 'empty selector is invalid for deployment'))
  }
  if (Object.entries(matchLabels).some(([key, value]) => templateLabels[key] !== value)) {
    const message = `Invalid value: ${goMap(templateLabels)}: \`selector\` does not match template \`labels\``
    errors.push({ field: 'spec.template.metadata.labels', reason: 'FieldValueInvalid', message })
  }
  errors.push(...labels('spec.template.metadata.labels', templateLabels as Record<string, string>))
  errors.push(...podErrors(asObject(template['spec']), 'spec.template.spec', ['Always']))
  if (before !== undefined && !equalJson(selector, asObject(before['spec'])['selector'])) {
    const message = `Invalid value: ${goSelector(selector)}: field is immutable`
    errors.push({ field: 'spec.selector', reason: 'FieldValueInvalid', message })
  }
  return errors
}

function service(object: ApiObject): readonly FieldError[] {
  const errors: FieldError[] = []
  const spec = asObject(object['spec'])
  const ports = asArray(spec['ports'])
  const headless = spec['clusterIP'] === 'None' || spec['type'] === 'ExternalName'
  if (ports.length === 0 && !headless) errors.push(required('spec.ports'))
  for (const [at, port] of ports.entries()) {
    const { name, port: number } = asObject(port)
    if (ports.length > 1 && asString(name) === '') errors.push(required(`spec.ports[${at}].name`))
    const value = asNumber(number)
    if (value < 1 || value > 65535) {
      errors.push(invalidValue(`spec.ports[${at}].port`, value, 'must be between 1 and 65535, inclusive'))
    }
  }
  return errors
}
