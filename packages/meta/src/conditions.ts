import { deepEqual } from './deep-equal.ts'
import { timestamp } from './timestamps.ts'

/** A condition in the status of an object. */
export interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
  readonly lastTransitionTime?: string
  readonly observedGeneration?: number
}

/** The condition of a type. */
export function findCondition<C extends Pick<Condition, 'type'>>(
  conditions: readonly C[] | undefined,
  type: string,
): C | undefined {
  return conditions?.find((condition) => condition.type === type)
}

/** Whether the condition of a type is there and `True`; `Unknown` is not. */
export function isConditionTrue(
  conditions: readonly Pick<Condition, 'type' | 'status'>[] | undefined,
  type: string,
): boolean {
  return findCondition(conditions, type)?.status === 'True'
}

/** Whether the condition of a type is there and `False`; `Unknown` is not. */
export function isConditionFalse(
  conditions: readonly Pick<Condition, 'type' | 'status'>[] | undefined,
  type: string,
): boolean {
  return findCondition(conditions, type)?.status === 'False'
}

/**
 * Conditions with `condition` in them, in the place of the one of its type. When the status changes,
 * `lastTransitionTime` becomes the one given, or else `now` (milliseconds since 1970); otherwise it stays.
 *
 * Gives the same array back when nothing changes, so that a write can be left out. Upstream: meta.SetStatusCondition.
 */
export function setCondition<C extends Condition>(
  conditions: readonly C[] | undefined,
  condition: NoInfer<C>,
  now: number,
): readonly C[] {
  const all = conditions ?? []
  const before = findCondition(all, condition.type)
  const changed = before?.status !== condition.status
  const lastTransitionTime =
    (changed ? condition.lastTransitionTime : before.lastTransitionTime) ?? timestamp(now)
  const after = { ...condition, lastTransitionTime }
  if (before === undefined) return [...all, after]
  if (deepEqual(before, after)) return all
  return all.map((each) => (each === before ? after : each))
}

/** Conditions without the one of a type; the same array when there is none. */
export function removeCondition<C extends Pick<Condition, 'type'>>(
  conditions: readonly C[],
  type: string,
): readonly C[] {
  return findCondition(conditions, type) ? conditions.filter((each) => each.type !== type) : conditions
}
