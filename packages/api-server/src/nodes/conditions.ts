import { asArray, asString, isObject, type JsonObject } from '../codec/json.ts'

/** What a condition becomes. */
export interface NextCondition {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason?: string
  readonly message?: string
}

/** The conditions of a status with these in front: one whose status stays keeps its time; others stay as they are. */
export function withConditions(
  status: JsonObject,
  next: readonly NextCondition[],
  now: string,
  more: JsonObject = {},
): readonly JsonObject[] {
  const old = asArray(status['conditions']).filter(isObject)
  const types = new Set(next.map(({ type }) => type))
  const conditions = next.map(({ type, status: is, reason, message }): JsonObject => {
    const was = old.find((each) => each['type'] === type)
    const since = was?.['status'] === is ? asString(was['lastTransitionTime']) : ''
    return {
      type,
      status: is,
      ...more,
      lastTransitionTime: since === '' ? now : since,
      ...(reason === undefined ? {} : { reason }),
      ...(message === undefined ? {} : { message }),
    }
  })
  return [...conditions, ...old.filter((each) => !types.has(asString(each['type'])))]
}
