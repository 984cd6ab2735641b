import type { Cached, Pod } from '@rxkube/meta'
import { podDeletionCost } from './deletion-cost.ts'
import { isPodReady, podReadyTime, timeOf } from './pod-conditions.ts'

/** What of a pod counts, read once: comparing reads it often. */
interface Traits {
  readonly uid: string
  readonly assigned: boolean
  readonly phase: number
  readonly ready: boolean
  readonly readySince: number | undefined
  readonly created: number | undefined
  readonly restarts: number
  readonly sidecarRestarts: number
  readonly cost: number
  readonly rank: number
}

/** Less than 0 when the first goes first; undefined when this does not tell. */
type Comparison = (a: Traits, b: Traits) => number

/**
 * Orders pods by which to delete first: not assigned to a node; pending before running; not ready; ready for a shorter
 * time; restarted more often; younger. For `sort`. Upstream: `ActivePods`.
 */
export function compareActivePods(a: Cached<Pod>, b: Cached<Pod>): number {
  return activeOrder(traitsOf(a), traitsOf(b))
}

/** The other way round: which pod's logs are worth reading most. For `sort`. Upstream: `ByLogging`. */
export function comparePodsForLogging(a: Cached<Pod>, b: Cached<Pod>): number {
  const [x, y] = [traitsOf(a), traitsOf(b)]
  return (
    // More restarts are more worth reading, as they are more worth deleting.
    -stage(x, y) ||
    -youngerFirst(x.readySince, y.readySince) ||
    moreRestarts(x, y) ||
    -youngerFirst(x.created, y.created)
  )
}

/**
 * Pods in the order in which to delete them, in a new array. As `compareActivePods`; but pods of the same readiness go by
 * their annotation `controller.kubernetes.io/pod-deletion-cost`, lower first, and then by rank, higher first. Given
 * `now`, in milliseconds since 1970, times in the same power of two of nanoseconds ago count as equal, and the lower uid
 * decides: who is deleted is then no matter of seconds. Upstream: `ActivePodsWithRanks`.
 */
export function sortActivePodsWithRanks<P extends Cached<Pod>>(
  pods: readonly P[],
  ranks: readonly number[],
  now?: number,
): P[] {
  const order = rankedOrder(now)
  return pods
    .map((pod, index) => ({ pod, traits: traitsOf(pod, ranks[index]) }))
    .toSorted((a, b) => order(a.traits, b.traits))
    .map(({ pod }) => pod)
}

const activeOrder: Comparison = (a, b) =>
  stage(a, b) ||
  (a.ready && b.ready ? youngerFirst(a.readySince, b.readySince) : 0) ||
  moreRestarts(a, b) ||
  youngerFirst(a.created, b.created)

function rankedOrder(now: number | undefined): Comparison {
  return (a, b) =>
    stage(a, b) ||
    a.cost - b.cost ||
    b.rank - a.rank ||
    (a.ready && b.ready ? byAge(a, b, a.readySince, b.readySince, now) : 0) ||
    moreRestarts(a, b) ||
    byAge(a, b, a.created, b.created, now)
}

function stage(a: Traits, b: Traits): number {
  return Number(a.assigned) - Number(b.assigned) || a.phase - b.phase || Number(a.ready) - Number(b.ready)
}

/** What has no time comes before what has one. */
function youngerFirst(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0
  if (a === undefined) return -1
  return b === undefined ? 1 : b - a
}

function byAge(
  a: Traits,
  b: Traits,
  timeOfA: number | undefined,
  timeOfB: number | undefined,
  now: number | undefined,
): number {
  if (timeOfA === timeOfB || now === undefined || timeOfA === undefined || timeOfB === undefined)
    return youngerFirst(timeOfA, timeOfB)
  const difference = bucket(now - timeOfA) - bucket(now - timeOfB)
  if (difference !== 0) return difference
  return a.uid < b.uid ? -1 : Number(a.uid > b.uid)
}

/** Of an age in milliseconds; upstream counts in nanoseconds. */
function bucket(age: number): number {
  return age > 0 ? Math.floor(Math.log2(age * 1e6)) : -1
}

function moreRestarts(a: Traits, b: Traits): number {
  return b.restarts - a.restarts || b.sidecarRestarts - a.sidecarRestarts
}

function traitsOf(pod: Cached<Pod>, rank = 0): Traits {
  const { metadata, spec, status } = pod
  const sidecars = new Set(
    spec.initContainers?.flatMap(({ name, restartPolicy }) => (restartPolicy === 'Always' ? [name] : [])),
  )
  return {
    uid: metadata.uid ?? '',
    assigned: Boolean(spec.nodeName),
    phase: phaseOrder.get(status?.phase ?? '') ?? 0,
    ready: isPodReady(pod),
    readySince: podReadyTime(pod),
    created: timeOf(metadata.creationTimestamp),
    restarts: most(status?.containerStatuses),
    sidecarRestarts: most(status?.initContainerStatuses?.filter(({ name }) => sidecars.has(name))),
    cost: podDeletionCost(pod),
    rank,
  }
}

const phaseOrder = new Map([
  ['Pending', 0],
  ['Unknown', 1],
  ['Running', 2],
])

function most(statuses: readonly { readonly restartCount: number }[] | undefined): number {
  let restarts = 0
  for (const { restartCount } of statuses ?? []) restarts = Math.max(restarts, restartCount)
  return restarts
}
