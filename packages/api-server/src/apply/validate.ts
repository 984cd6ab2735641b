import { isObject } from '../codec/json.ts'
import { displayPath, fieldElement, type PathElement } from './path-element.ts'
import { childShape, itemElement, type Expectation, type Shape } from './shape.ts'

/** What is wrong with a value for its shape, in upstream's words; undefined when nothing is. */
export function problemsOf(shape: Shape, value: unknown): string | undefined {
  const problems: string[] = []
  validate(shape, value, [], problems)
  if (problems.length < 2) return problems[0]
  return ['errors:', ...problems.map((problem) => `  ${problem}`)].join('\n')
}

function validate(shape: Shape, value: unknown, path: readonly PathElement[], problems: string[]): void {
  if (value === null || value === undefined) return
  const report = (message: string, at = path): void => {
    problems.push(at.length === 0 ? message : `${displayPath(at)}: ${message}`)
  }
  switch (shape.at) {
    case 'any':
      break
    case 'leaf':
      validateLeaf(shape.expect, value, path, problems, report)
      break
    case 'list':
      if (Array.isArray(value)) validateItems(shape, value, path, problems, report)
      else report(`expected list, got &{${shown(value)}}`)
      break
    case 'struct':
    case 'object':
    case 'map':
      validateFields(shape, value, path, problems, report)
      break
  }
}

type Report = (message: string, at?: readonly PathElement[]) => void

function validateFields(
  shape: Shape,
  value: unknown,
  path: readonly PathElement[],
  problems: string[],
  report: Report,
): void {
  if (!isObject(value)) {
    report(`expected map, got &{${shown(value)}}`)
    return
  }
  for (const key of Object.keys(value)) {
    const child = childShape(shape, key)
    const at = [...path, fieldElement(key)]
    if (child === undefined) {
      report('field not declared in schema', at)
      return
    }
    validate(child, value[key], at, problems)
  }
}

function validateItems(
  shape: Shape & { at: 'list' },
  list: readonly unknown[],
  path: readonly PathElement[],
  problems: string[],
  report: Report,
): void {
  const { keys, of } = shape
  const seen = new Set<PathElement>()
  for (const [index, item] of list.entries()) {
    const element = itemElement(shape, item)
    if (element === undefined) {
      report(`element ${index}: ${whyNoElement(keys, item)}`)
      return
    }
    if (seen.has(element)) report(`duplicate entries for key ${displayPath([element])}`)
    seen.add(element)
    validate(of, item, [...path, element], problems)
  }
}

function whyNoElement(keys: readonly string[], item: unknown): string {
  if (keys.length === 0) {
    return isObject(item)
      ? "associative list without keys has an element that's a map type"
      : "associative list without keys has an element that's an explicit null"
  }
  if (item === null) return 'associative list with keys may not have a null element'
  if (!isObject(item)) return 'associative list with keys may not have non-map elements'
  const names = keys.map((key) => JSON.stringify(key)).join(' ')
  return `associative list with keys has an element that omits all key fields [${names}] (and doesn't have default values for any key fields)`
}

function validateLeaf(
  expect: Expectation,
  value: unknown,
  path: readonly PathElement[],
  problems: string[],
  report: Report,
): void {
  if (typeof expect === 'object') {
    if ('fields' in expect) validate(expect.fields, value, path, problems)
    else if (!Array.isArray(value)) report(`expected list, got &{${shown(value)}}`)
    else
      for (const [index, item] of value.entries())
        validate(expect.items, item, [...path, `i:${index}`], problems)
    return
  }
  if (expect === 'scalar') {
    if (typeof value === 'object') report(`expected any scalar, got &{${shown(value)}}`)
  } else if (typeof value !== expect) {
    const type = typeof value === 'boolean' ? 'bool' : typeof value
    if (expect === 'number') report(`expected numeric (int or float), got ${type}`)
    if (expect === 'boolean') report(`expected boolean, got &{${shown(value)}}`)
    if (expect === 'string')
      report(`expected string, got &value.valueUnstructured{Value:${JSON.stringify(value)}}`)
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
