import { deepEqual, type Cached, type Pod, type Service } from '@rxkube/meta'

import { selects } from '../services.ts'
import { isPodReady } from './candidates.ts'

/** The Services that select a pod with these labels. */
export function servicesOf(
  labels: Readonly<Record<string, string>> | undefined,
  services: Iterable<Cached<Service>>,
): Set<Cached<Service>> {
  const found = new Set<Cached<Service>>()
  for (const service of services) if (selects(service, labels)) found.add(service)
  return found
}

/**
 * The Services whose addresses an update of a pod can change. `services` are those of its namespace.
 *
 * A change of labels alone touches the Services that select the pod either before or after, not those that do both.
 * A hostname or subdomain counts as a label, so a change of it alone touches none: upstream's quirk, kept.
 */
export function servicesToUpdate(
  before: Cached<Pod>,
  after: Cached<Pod>,
  services: readonly Cached<Service>[],
): Set<Cached<Service>> {
  if (before.metadata.resourceVersion === after.metadata.resourceVersion) return new Set()
  const relevant = changesAddress(before, after)
  const membership = changesMembership(before, after)
  if (!relevant && !membership) return new Set()
  const now = servicesOf(after.metadata.labels, services)
  if (!membership) return now
  return neededUpdates(servicesOf(before.metadata.labels, services), now, relevant)
}

/** Of what held before and what holds now: all of it when the pod changed, else only what is not in both. */
export function neededUpdates<T>(before: ReadonlySet<T>, after: ReadonlySet<T>, podChanged: boolean): Set<T> {
  return podChanged ? after.union(before) : after.symmetricDifference(before)
}

function changesAddress(before: Cached<Pod>, after: Cached<Pod>): boolean {
  if (before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp) return true
  if (isPodReady(before) !== isPodReady(after)) return true
  return !deepEqual(podIPs(before), podIPs(after))
}

function changesMembership(before: Cached<Pod>, after: Cached<Pod>): boolean {
  return (
    !deepEqual(before.metadata.labels ?? {}, after.metadata.labels ?? {}) ||
    (before.spec.hostname ?? '') !== (after.spec.hostname ?? '') ||
    (before.spec.subdomain ?? '') !== (after.spec.subdomain ?? '')
  )
}

function podIPs({ status }: Cached<Pod>): string[] {
  return (status?.podIPs ?? []).map(({ ip }) => ip)
}
