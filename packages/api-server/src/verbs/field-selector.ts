import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest } from '../status.ts'
import type { Scope } from '../store/listeners.ts'

/** A parsed field selector: what it matches, and the one name or namespace it is limited to, if it is. */
export interface FieldSelector {
  readonly matches: (object: ApiObject) => boolean
  readonly name: string | undefined
  /** A value that everything selected has, and what reads it. */
  readonly value: Scope['value'] | undefined
  readonly namespace: string | undefined
}

const withoutNamespace = new Set(['nodes', 'namespaces', 'certificatesigningrequests.certificates.k8s.io'])

/** Parses `a.b=c,d!=e`. Throws a 400 StatusError for what the resource cannot be selected by. */
export function fieldSelector(text: string, resource: ServedResource): FieldSelector {
  const terms: ((object: ApiObject) => boolean)[] = []
  let name: string | undefined
  let namespace: string | undefined
  let indexed: Scope['value'] | undefined
  for (const term of split(text)) {
    const match = /^(.*?)(==|!=|=)(.*)$/s.exec(term)
    if (match === null) throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`)
    const [, field = '', operator = '', raw = ''] = match
    const value = raw.replaceAll(/\\([\\,=])/g, '$1')
    const read = reader(field, resource)
    if (read === undefined) throw badRequest(resource.strategy.unselectable(field))
    if (operator === '!=') terms.push((object) => read(object) !== value)
    else {
      terms.push((object) => read(object) === value)
      if (field === 'metadata.name') name = value
      if (field === 'metadata.namespace') namespace = value
      else indexed = { field, read, is: value }
    }
  }
  return { matches: (object) => terms.every((term) => term(object)), name, namespace, value: indexed }
}

const nameOf = ({ metadata }: ApiObject): string => metadata.name ?? ''
const namespaceOf = ({ metadata }: ApiObject): string => metadata.namespace ?? ''

function reader(field: string, resource: ServedResource): ((object: ApiObject) => string) | undefined {
  if (field === 'metadata.name') return nameOf
  if (field === 'metadata.namespace' && !withoutNamespace.has(resource.storage)) {
    return namespaceOf
  }
  return resource.strategy.selectable.get(field)
}

/** Terms between commas that are not escaped; empty ones mean nothing. */
function split(text: string): readonly string[] {
  return text.split(/(?<!\\),/).filter((term) => term !== '')
}
