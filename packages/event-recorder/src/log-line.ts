import type { Event } from '@rxkube/meta'

/** An event as one line of text, as client-go logs it. */
export function logLine({ involvedObject, type = '', reason = '', message = '' }: Event): string {
  const { kind, namespace, name, uid, apiVersion, resourceVersion, fieldPath } = involvedObject
  const fields = {
    Kind: kind,
    Namespace: namespace,
    Name: name,
    UID: uid,
    APIVersion: apiVersion,
    ResourceVersion: resourceVersion,
    FieldPath: fieldPath,
  }
  const reference = Object.entries(fields).map(([field, value = '']) => `${field}:${JSON.stringify(value)}`)
  return `Event(v1.ObjectReference{${reference.join(', ')}}): type: '${type}' reason: '${reason}' ${message}`
}
