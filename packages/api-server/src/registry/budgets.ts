import { labelSelectorFrom } from '@rxkube/meta'
import { collectionOf, type Backend } from '../backend.ts'
import { asArray, asObject, isObject, type ApiObject } from '../codec/json.ts'
import type { ServedResource } from './resource.ts'

export function budgetsOf({ registry }: Backend): ServedResource {
  const budgets = registry.get('policy', 'v1', 'poddisruptionbudgets')
  if (budgets === undefined) throw new TypeError('the registry serves no poddisruptionbudgets')
  return budgets
}

/** The disruption budgets that select a pod. */
export function budgetsFor(backend: Backend, pod: ApiObject): readonly ApiObject[] {
  const { keys, get } = collectionOf(backend, budgetsOf(backend)).list(`${pod.metadata.namespace ?? ''}/`)
  return keys.flatMap((key) => {
    const budget = get(key)
    return budget !== undefined && selects(budget, pod) ? [budget] : []
  })
}

/** Whether a budget selects a pod; one without a selector selects none. */
export function selects(budget: ApiObject, { metadata }: ApiObject): boolean {
  const { selector } = asObject(budget['spec'])
  return isObject(selector) && labelSelectorFrom(selector).matches(metadata.labels ?? {})
}

export function isReady(pod: ApiObject): boolean {
  return asArray(asObject(pod['status'])['conditions']).some(
    (each) => isObject(each) && each['type'] === 'Ready' && each['status'] === 'True',
  )
}

/** A budget's conditions with DisruptionAllowed as it is now. */
export function disruptionConditions(
  budget: ApiObject,
  allowed: number,
  now: string,
): readonly Record<string, unknown>[] {
  const before = asArray(asObject(budget['status'])['conditions']).filter(isObject)
  const old = before.find((each) => each['type'] === 'DisruptionAllowed')
  const status = allowed > 0 ? 'True' : 'False'
  const condition = {
    type: 'DisruptionAllowed',
    status,
    observedGeneration: budget.metadata.generation,
    lastTransitionTime: old?.['status'] === status ? old['lastTransitionTime'] : now,
    reason: allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
    message: '',
  }
  return [...before.filter((each) => each !== old), condition]
}
