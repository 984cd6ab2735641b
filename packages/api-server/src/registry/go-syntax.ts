import { asObject, isObject } from '../codec/json.ts'
import { goFields } from './go-structs.ts'

const pointer = '0xc000000000'

/** A value as Go prints it with `%#v`; pointers have an address that means nothing. */
export function goSyntax(type: string, value: unknown): string {
  const unset = value === undefined || value === null
  if (type === 's') return JSON.stringify(value ?? '')
  if (type === 'b') return String(value === true)
  if (type === 'i') return JSON.stringify(value ?? 0)
  if (type === 'time') return 'time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)'
  if (type === '*time') return '<nil>'
  if (type.startsWith('*')) return `(${type})(${unset ? 'nil' : pointer})`
  if (type === 'map') return unset ? 'map[string]string(nil)' : goMap(asObject(value))
  if (type.startsWith('[]')) {
    const list = Array.isArray(value) ? value : []
    if (list.length === 0) return `${type}(nil)`
    const of = type.slice(2)
    return `${type}{${list.map((item) => (of === 'string' ? JSON.stringify(item) : goSyntax(of, item))).join(', ')}}`
  }
  if (type === 'core.ResourceList' && unset) return `${type}(nil)`
  if (type === 'any') return typeof value === 'object' ? `(${pointer})` : JSON.stringify(value)
  const object = isObject(value) ? value : {}
  const fields = goFields(type, object).map(
    (field) => `${field.name}:${goSyntax(field.type, object[field.json])}`,
  )
  return `${type}{${fields.join(', ')}}`
}

/** A map of strings, such as labels, as Go prints it. */
export function goMap(map: Readonly<Record<string, unknown>>): string {
  const entries = Object.keys(map)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(map[key])}`)
  return `map[string]string{${entries.join(', ')}}`
}
