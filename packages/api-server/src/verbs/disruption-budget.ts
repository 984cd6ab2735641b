import { managedOnUpdate } from '../apply/tracking.ts'
import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asNumber, asObject, asString, type ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import { budgetsFor, budgetsOf, disruptionConditions, isReady } from '../registry/budgets.ts'
import { rawError, tooManyRequests } from '../status.ts'
import { settled } from './body.ts'

const several =
  'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.'

/** Takes one disruption from the budget of a pod. Throws a 429 when there is none left, a 500 for a second budget. */
export function allowDisruption(backend: Backend, pod: ApiObject, dryRun: boolean): void {
  const [budget, second] = budgetsFor(backend, pod)
  if (second !== undefined) throw rawError(several)
  if (budget === undefined || needsNone(budget, pod)) return
  const { name = '', namespace = '', generation = 0 } = budget.metadata
  const status = asObject(budget['status'])
  if (asNumber(status['observedGeneration']) < generation) {
    throw refused(`The disruption budget ${name} is still being processed by the server.`, 10)
  }
  const allowed = asNumber(status['disruptionsAllowed']) - 1
  if (allowed < 0) {
    const needs = `needs ${asNumber(status['desiredHealthy'])} healthy pods`
    throw refused(
      `The disruption budget ${name} ${needs} and has ${asNumber(status['currentHealthy'])} currently`,
    )
  }
  if (dryRun) return
  const now = nowOf(backend)
  const disruptedPods = { ...asObject(status['disruptedPods']), [pod.metadata.name ?? '']: now }
  const conditions = allowed > 0 ? status['conditions'] : disruptionConditions(budget, 0, now)
  const resource = budgetsOf(backend)
  const changed = { ...budget, status: { ...status, disruptedPods, disruptionsAllowed: allowed, conditions } }
  const after = settled(resource, changed)
  // The API server writes the status as a client of itself.
  const { apiVersion } = resource
  const writer = { manager: 'kube-apiserver', apiVersion, subresource: 'status', time: now }
  const managedFields = managedOnUpdate(resource, budget, after, undefined, writer)
  const stored = { ...after, metadata: arrange({ ...after.metadata, managedFields }) }
  collectionOf(backend, resource).set(`${namespace}/${name}`, stored)
}

/** A pod that is not ready may go when its budget says so, or when enough others are ready. */
function needsNone(budget: ApiObject, pod: ApiObject): boolean {
  if (isReady(pod)) return false
  if (asString(asObject(budget['spec'])['unhealthyPodEvictionPolicy']) === 'AlwaysAllow') return true
  const { currentHealthy, desiredHealthy } = asObject(budget['status'])
  const desired = asNumber(desiredHealthy)
  return desired > 0 && asNumber(currentHealthy) >= desired
}

function refused(message: string, retryAfterSeconds?: number) {
  const why = "Cannot evict pod as it would violate the pod's disruption budget."
  return tooManyRequests(why, [{ reason: 'DisruptionBudget', message }], retryAfterSeconds)
}
