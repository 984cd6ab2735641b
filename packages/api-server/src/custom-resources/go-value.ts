import { isObject } from '../codec/json.ts'

/** A JSON value as an error names it: texts in quotes, null as `"null"`, lists and objects in the syntax of Go. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '"null"'
  if (typeof value === 'object') return goSyntax(value)
  return JSON.stringify(value)
}

/** What Go's `%#v` makes of a JSON value. */
function goSyntax(value: unknown): string {
  if (value === null || value === undefined) return 'interface {}(nil)'
  if (Array.isArray(value)) return `[]interface {}{${value.map((each) => goSyntax(each)).join(', ')}}`
  if (isObject(value)) {
    const keys = Object.keys(value).toSorted()
    const entries = keys.map((key) => `${JSON.stringify(key)}:${goSyntax(value[key])}`)
    return `map[string]interface {}{${entries.join(', ')}}`
  }
  return JSON.stringify(value)
}

/** Go's `%#v` of a list of strings, nil when it is absent. */
export function goStrings(list: readonly string[] | undefined): string {
  if (list === undefined) return '[]string(nil)'
  return `[]string{${list.map((each) => JSON.stringify(each)).join(', ')}}`
}
