import {
  boolYaml11Tag,
  CORE_SCHEMA,
  floatYaml11Tag,
  intYaml11Tag,
  load,
  mergeTag,
  nullYaml11Tag,
  YAMLException,
} from 'js-yaml'
import { isObject } from './json.ts'
import { parseJson } from './scan-json.ts'
import { badRequest } from '../status.ts'

// Go's YAML is version 1.1, where `y` and `on` are booleans; dates stay text.
const schema = CORE_SCHEMA.withTags(boolYaml11Tag, intYaml11Tag, floatYaml11Tag, nullYaml11Tag, mergeTag)

const maxDepth = 1000
const maxValues = 1_000_000

/** Reads YAML, which JSON is too, as plain JSON values. Throws a 400 StatusError. */
export function parseYaml(text: string): unknown {
  const json = fromJson(text)
  if (json !== undefined) return json
  let value: unknown
  try {
    value = load(text, { schema })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    throw Object.assign(badRequest(`error decoding YAML: ${error.message}`), { cause: error })
  }
  checkSize(value)
  return value
}

/** Most clients send JSON, which is read faster as such; undefined for what is none. */
function fromJson(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    return parseJson(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

/** Aliases make a small text stand for a value without end, or nearly. */
function checkSize(root: unknown): void {
  const stack: [unknown, number][] = [[root, 0]]
  let values = 0
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const [value, depth] = top
    if (depth > maxDepth) throw badRequest(`error decoding YAML: exceeded max depth ${maxDepth}`)
    if (++values > maxValues) throw badRequest('error decoding YAML: document contains excessive aliasing')
    const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []
    for (const item of inner) if (typeof item === 'object') stack.push([item, depth + 1])
  }
}
