import { asObject, asString, type ApiObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { invalidValue, required } from './names.ts'

/** An event is in the namespace of what it is about; of what has none, in `default`. */
export function eventErrors({ metadata, involvedObject }: ApiObject): readonly FieldError[] {
  const about = asString(asObject(involvedObject)['namespace'])
  if (about === (metadata.namespace ?? '') || (about === '' && metadata.namespace === 'default')) return []
  return [invalidValue('involvedObject.namespace', about, 'does not match event.namespace')]
}

/** What events.k8s.io asks for beyond that. */
export function newEventErrors(event: ApiObject, before?: ApiObject): readonly FieldError[] {
  if (before !== undefined) return []
  const errors = [...eventErrors(event)]
  const type = asString(event['type'])
  if (asString(event['eventTime']) === '') errors.push(required('eventTime'))
  if (type !== 'Normal' && type !== 'Warning') {
    errors.push(invalidValue('type', type, `has invalid value: ${type}`))
  }
  return errors
}
