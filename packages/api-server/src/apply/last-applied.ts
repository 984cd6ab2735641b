import { asObject, asString, isObject, setOwn, type JsonObject } from '../codec/json.ts'
import { parseJson } from '../codec/scan-json.ts'
import { compare } from './compare.ts'
import type { Conflicts } from './conflict.ts'
import { FieldSet } from './field-set.ts'
import type { Shape } from './shape.ts'
import { toFieldSet } from './to-field-set.ts'

const annotation = 'kubectl.kubernetes.io/last-applied-configuration'

function annotationsOf(object: unknown): JsonObject {
  return asObject(asObject(asObject(object)['metadata'])['annotations'])
}

/**
 * The conflicts that stay when kubectl goes over from client-side apply: what its annotation says, and what is still so,
 * is its own.
 */
export function afterLastApplied(
  conflicts: Conflicts,
  live: JsonObject,
  shape: Shape,
  apiVersion: string,
): Conflicts {
  const own = lastApplied(live, shape, apiVersion)
  const left = [...conflicts]
    .map(([key, { owner, fields }]) => [key, { owner, fields: fields.difference(own) }] as const)
    .filter(([, { fields }]) => !fields.isEmpty)
  return new Map(left)
}

function lastApplied(live: JsonObject, shape: Shape, apiVersion: string): FieldSet {
  const text = asString(annotationsOf(live)[annotation])
  if (text === '') return FieldSet.empty
  let config: unknown
  try {
    config = parseJson(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return FieldSet.empty
  }
  if (!isObject(config) || config['apiVersion'] !== apiVersion) return FieldSet.empty
  const { added, modified, removed } = compare(shape, config, live)
  return toFieldSet(shape, config).difference(modified).difference(added).difference(removed)
}

/** The object with its annotation of client-side apply, if it has one, brought level with what kubectl applies. */
export function withLastApplied(object: JsonObject, config: JsonObject): JsonObject {
  const annotations = annotationsOf(object)
  if (asString(annotations[annotation]) === '') return object
  const { [annotation]: _last, ...others } = annotationsOf(config)
  const kept = Object.keys(others).length === 0 ? {} : { annotations: others }
  const { annotations: _annotations, ...metadata } = asObject(config['metadata'])
  const text = `${JSON.stringify(sorted({ ...config, metadata: { ...metadata, ...kept } }))}\n`
  return {
    ...object,
    metadata: { ...asObject(object['metadata']), annotations: { ...annotations, [annotation]: text } },
  }
}

/** As Go writes maps: keys in order. Depth is bounded by what a body may nest. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const result: JsonObject = {}
  for (const key of Object.keys(value).toSorted()) setOwn(result, key, sorted(value[key]))
  return result
}
