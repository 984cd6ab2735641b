import {
  boolYaml11Tag,
  CORE_SCHEMA,
  dump,
  floatYaml11Tag,
  intYaml11Tag,
  nullYaml11Tag,
  timestampTag,
} from 'js-yaml'
import { isObject, setOwn, type JsonObject } from './json.ts'

// Text that another reader would take for a time, a number or a boolean is quoted.
const schema = CORE_SCHEMA.withTags(boolYaml11Tag, intYaml11Tag, floatYaml11Tag, nullYaml11Tag, timestampTag)

/** Writes a JSON value as YAML the way Go's servers do: keys in order, lists not indented. */
export function writeYaml(value: unknown): string {
  return dump(sorted(value), { schema, seqNoIndent: true, quoteStyle: 'double', lineWidth: -1 })
}

/** Depth is bounded by what a body may nest. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const result: JsonObject = {}
  for (const key of Object.keys(value).toSorted()) setOwn(result, key, sorted(value[key]))
  return result
}
