import { getOwn, isObject, setOwn, type JsonObject } from '../codec/json.ts'

/** Applies an RFC 7386 merge patch; neither argument is changed. Depth is bounded by what a body may nest. */
export function applyMergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const merged: JsonObject = isObject(target) ? { ...target } : {}
  for (const key of Object.keys(patch)) {
    const value = patch[key]
    if (value === null) delete merged[key]
    else setOwn(merged, key, applyMergePatch(getOwn(merged, key), value))
  }
  return merged
}
