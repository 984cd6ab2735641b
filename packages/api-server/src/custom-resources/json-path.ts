import { asArray, equalJson, isObject } from '../codec/json.ts'

/** One step of a JSON path: from values to those that it finds in them. */
type Step = (value: unknown) => readonly unknown[]

/** A path to values of an object, in the subset of JSONPath that kubectl has: `.spec.items[0].name`. */
export class JsonPath {
  readonly #steps: readonly Step[]

  /** Throws a SyntaxError for what is none. */
  constructor(text: string) {
    this.#steps = parse(text)
  }

  /** The first value at the path; undefined for none. */
  first(root: unknown): unknown {
    return this.all(root)[0]
  }

  all(root: unknown): readonly unknown[] {
    let values: readonly unknown[] = [root]
    for (const step of this.#steps) values = values.flatMap((value) => step(value))
    return values
  }
}

/** The steps of a path that names fields only, such as `.spec.replicas`. */
export function simplePath(text: string): readonly string[] {
  return text.replace(/^\./, '').split('.')
}

const field =
  (key: string): Step =>
  (value) =>
    isObject(value) && Object.hasOwn(value, key) ? [value[key]] : []
const every: Step = (value) => (isObject(value) ? Object.values(value) : asArray(value))
const slice =
  (from: number | undefined, to: number | undefined, by: number): Step =>
  (value) =>
    asArray(value)
      .slice(from, to)
      .filter((_item, at) => at % by === 0)
const item =
  (index: number): Step =>
  (value) =>
    asArray(value).slice(index, index === -1 ? undefined : index + 1)

function parse(text: string): readonly Step[] {
  const steps: Step[] = []
  let rest = text.startsWith('$') ? text.slice(1) : text
  while (rest !== '') {
    const [step, length] = next(rest)
    if (step !== undefined) steps.push(step)
    rest = rest.slice(length)
  }
  return steps
}

function next(rest: string): readonly [Step | undefined, number] {
  const read = (pattern: RegExp) => pattern.exec(rest)
  const named = read(/^\.((?:[^.[\]'"*()\\]|\\.)+)/)
  if (named !== null) return [field((named[1] ?? '').replaceAll(/\\(.)/g, '$1')), named[0].length]
  const star = read(/^(?:\.\*|\[\*\])/)
  if (star !== null) return [every, star[0].length]
  if (rest === '.' || rest.startsWith('.[')) return [undefined, 1]
  const quoted = read(/^\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/)
  if (quoted !== null) {
    return [field((quoted[1] ?? quoted[2] ?? '').replaceAll(/\\(.)/g, '$1')), quoted[0].length]
  }
  const index = read(/^\[(-?\d{1,9})\]/)
  if (index !== null) return [item(Number(index[1])), index[0].length]
  const range = read(/^\[(-?\d{1,9})?:(-?\d{1,9})?(?::(\d{1,9}))?\]/)
  if (range !== null) {
    const bound = (each: string | undefined) => (each === undefined ? undefined : Number(each))
    return [slice(bound(range[1]), bound(range[2]), Math.max(1, Number(range[3] ?? 1))), range[0].length]
  }
  const filter = read(/^\[\?\(([^()]*)\)\]/)
  if (filter !== null) return [filtered(filter[1] ?? ''), filter[0].length]
  throw new SyntaxError(`unrecognized JSON path at "${rest.slice(0, 40)}"`)
}

/** `@.type=="Ready"`, `@.count>3` or `@.name` alone. */
function filtered(condition: string): Step {
  const [, left = '', operator = '', right = ''] =
    /^\s*(@[^=!<>]*?)\s*(?:(==|!=|<=|>=|<|>)\s*(.*?)\s*)?$/s.exec(condition) ?? []
  if (!left.startsWith('@')) throw new SyntaxError(`unrecognized filter "${condition.slice(0, 40)}"`)
  const path = new JsonPath(left.slice(1))
  if (operator === '') return (value) => asArray(value).filter((each) => path.all(each).length > 0)
  const wanted = literal(right)
  return (value) => asArray(value).filter((each) => compares(path.first(each), operator, wanted))
}

function literal(text: string): unknown {
  const quoted = /^(?:'(.*)'|"(.*)")$/s.exec(text)
  if (quoted !== null) return quoted[1] ?? quoted[2]
  if (text === 'true' || text === 'false') return text === 'true'
  const number = Number(text)
  if (text === '' || Number.isNaN(number))
    throw new SyntaxError(`unrecognized literal "${text.slice(0, 40)}"`)
  return number
}

function compares(value: unknown, operator: string, wanted: unknown): boolean {
  if (value === undefined) return false
  if (operator === '==') return equalJson(value, wanted)
  if (operator === '!=') return !equalJson(value, wanted)
  if (typeof value !== typeof wanted) return false
  const [left, right] = [value as number | string, wanted as number | string]
  if (operator === '<') return left < right
  if (operator === '>') return left > right
  return operator === '<=' ? left <= right : left >= right
}
