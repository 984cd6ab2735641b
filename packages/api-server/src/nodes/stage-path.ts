import { getOwn, isObject } from '../codec/json.ts'

/** Finds the values that a path leads to; absent ones and nulls are left out. */
export type StagePath = (object: unknown) => readonly unknown[]

type Step =
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'each' }
  | { readonly type: 'at'; readonly index: number }
  | { readonly type: 'select'; readonly path: StagePath; readonly equals: boolean; readonly value: string }

/** Reads the part of jq that rules of kwok use: fields, `[]`, `["key"]`, `[0]`, `|` and `select(path == "text")`. Throws a SyntaxError. */
export function stagePath(text: string): StagePath {
  const steps: Step[] = []
  const token =
    /\s*(?:\|\s*)?(?:select\(\s*(?<path>[^()=!]+?)\s*(?<operator>==|!=)\s*"(?<value>[^"]*)"\s*\)|\.?\[\s*(?:"(?<quoted>[^"]*)"|(?<index>\d+)|)\s*\]\??|\.(?<field>[A-Za-z_$][\w$-]*)\??|(?<dot>\.)(?=\s*(?:\||$)))\s*/y
  while (token.lastIndex < text.length) {
    const start = token.lastIndex
    const found = token.exec(text)
    if (found === null) throw new SyntaxError(`"${text}" is not a path, from column ${start + 1} on`)
    const { path, operator, value = '', quoted, index, field, dot } = found.groups ?? {}
    if (path !== undefined) {
      steps.push({ type: 'select', path: stagePath(path), equals: operator === '==', value })
    } else if (field !== undefined || quoted !== undefined) {
      steps.push({ type: 'field', name: field ?? quoted ?? '' })
    } else if (index !== undefined) steps.push({ type: 'at', index: Number(index) })
    else if (dot === undefined) steps.push({ type: 'each' })
  }
  if (text.trim() === '') throw new SyntaxError('a path is empty')
  if (steps.every((step) => step.type === 'field')) return fieldPath(steps.map((step) => step.name))
  return (object) => {
    let values: unknown[] = [object]
    for (const step of steps) values = values.flatMap((value) => follow(step, value))
    return values.filter((value) => value !== undefined && value !== null)
  }
}

/** The way to one value, which most rules take. */
function fieldPath(names: readonly string[]): StagePath {
  return (object) => {
    let value = object
    for (const name of names) {
      if (!isObject(value)) return nothing
      value = getOwn(value, name)
    }
    return value === undefined || value === null ? nothing : [value]
  }
}

const nothing: readonly unknown[] = []

function follow(step: Step, value: unknown): unknown[] {
  switch (step.type) {
    case 'field':
      return isObject(value) ? [getOwn(value, step.name)] : []
    case 'each':
      if (Array.isArray(value)) return value
      return isObject(value) ? Object.values(value) : []
    case 'at':
      return Array.isArray(value) ? [value[step.index]] : []
    case 'select':
    default:
      return step.path(value).some((each) => String(each) === step.value) === step.equals ? [value] : []
  }
}
