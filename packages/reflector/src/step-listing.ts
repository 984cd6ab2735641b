import type { KubernetesObject } from '@rxkube/meta'
import type { ReflectorEffect } from './effect.ts'
import { ListFailedError, SkippedError, StaleListError, UnusableListError } from './errors.ts'
import type { ReflectorEvent } from './event.ts'
import { isTable, misfit, otherType } from './expected-type.ts'
import { failureOf, type Failure } from './failure.ts'
import type { ReflectorInput } from './input.ts'
import { nameless } from './reading.ts'
import type { Listing } from './state.ts'
import { emitting, init, list, openWatch, relist, type Step } from './transitions.ts'
import { isOlder } from './version-order.ts'

/** While a LIST is under way. */
export function stepListing<T extends KubernetesObject>(state: Listing, input: ReflectorInput<T>): Step<T> {
  if (input.type === 'listItems') return otherList(state, input) ?? takeItems(state, input.items)
  if (input.type === 'listRestarted') return [state, emitting([init(state.memory)])]
  if (input.type === 'listEnd') return endList(state, input)
  if (input.type === 'listFailed') return fail(state, input, input.failure)
  return [state, []]
}

/** Replacing a cache with what is left of a list of something else would delete all of it. */
function otherList<T extends KubernetesObject>(
  state: Listing,
  input: Extract<ReflectorInput<T>, { readonly type: 'listItems' }>,
): Step<T> | undefined {
  const { expectedType } = state.settings
  for (const item of input.items) {
    const other = otherType(item, expectedType)
    if (other === undefined) continue
    const error = new ListFailedError(state.resourceVersion, new UnusableListError(`of an item: ${other}`))
    return relist(state, input, error, { cleanUp: [{ type: 'abortList' }], handled: true })
  }
  return undefined
}

function takeItems<T extends KubernetesObject>(state: Listing, items: readonly T[]): Step<T> {
  const { expectedType } = state.settings
  const skipped: SkippedError[] = []
  const objects = items.filter((item) => {
    const reason = misfit(item, expectedType) ?? nameless(item)
    if (reason !== undefined) skipped.push(new SkippedError('ITEM', reason))
    return reason === undefined
  })
  const events: ReflectorEvent<T>[] = skipped.map((error) => ({ type: 'error', error, retryIn: 0 }))
  if (objects.length > 0) events.push({ type: 'initApply', objects })
  const effects: ReflectorEffect<T>[] = [...emitting(events)]
  if (skipped.length > 0) effects.push({ type: 'report', report: { type: 'skipped', errors: skipped } })
  return [state, effects]
}

function endList<T extends KubernetesObject>(
  state: Listing,
  input: Extract<ReflectorInput<T>, { readonly type: 'listEnd' }>,
): Step<T> {
  const resourceVersion = input.metadata.resourceVersion ?? ''
  const unusable = unusableReason(input, resourceVersion)
  if (unusable !== undefined) return fail(state, input, failureOf(new UnusableListError(unusable)))
  if (isOlder(resourceVersion, state.resourceVersion)) {
    const error = new StaleListError(state.resourceVersion, resourceVersion)
    return fail(state, input, { kind: 'tooLargeResourceVersion', error, retryAfter: 0 })
  }
  const { settings } = state
  const memory = {
    ...state.memory,
    resourceVersion,
    synced: true,
    unavailable: false,
    paginated: state.memory.paginated || (state.resourceVersion === '0' && input.paginated),
  }
  const [watching, effects] = openWatch<T>({ settings, memory }, input, undefined)
  return [
    watching,
    [
      ...emitting<T>([{ type: 'initDone', resourceVersion }]),
      { type: 'report', report: { type: 'synced', resourceVersion, by: 'list' } },
      ...effects,
      ...resyncTimer(settings.resyncPeriod),
    ],
  ]
}

/** The resync timer runs beside the watches of a session only. */
export function resyncTimer(resyncPeriod: number): readonly ReflectorEffect<never>[] {
  return resyncPeriod > 0 ? [{ type: 'setTimer', timer: 'resyncDue', delay: resyncPeriod }] : []
}

function unusableReason(
  end: { readonly apiVersion?: string | undefined; readonly kind?: string | undefined },
  resourceVersion: string,
): string | undefined {
  if (isTable(end)) return `it is a Table of ${end.apiVersion}`
  return resourceVersion === '' ? 'it has no resourceVersion' : undefined
}

function fail<T extends KubernetesObject>(
  state: Listing,
  input: ReflectorInput<T>,
  { kind, error, retryAfter }: Failure,
): Step<T> {
  const failed = new ListFailedError(state.resourceVersion, error)
  if ((kind === 'expired' || kind === 'tooLargeResourceVersion') && !state.retried) {
    const { settings } = state
    const memory = { ...state.memory, unavailable: true }
    const refused: ReflectorEvent<T> = { type: 'error', error: failed, retryIn: 0 }
    const [next, effects] = list<T>({ settings, memory }, '', [refused], state.limit)
    return [next, [...effects, { type: 'report', report: { type: 'failed', error: failed, retryIn: 0 } }]]
  }
  return relist(state, input, failed, { retryAfter, handled: true })
}
