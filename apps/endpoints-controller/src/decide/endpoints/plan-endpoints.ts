import { deepCopy, deepEqual, type Cached, type Endpoints, type Pod, type Service } from '@rxkube/meta'

import { headlessLabel, overCapacityAnnotation } from '../../well-known.ts'
import { isHeadless } from '../services.ts'
import { withTriggerTime } from '../trigger-time.ts'
import type { EndpointSubset } from './address-of.ts'
import { desiredSubsets } from './desired-subsets.ts'
import { sameSubsets } from './same-subsets.ts'
import { countAddresses, maxCapacity, truncateSubsets } from './truncate.ts'

/** What to do about the Endpoints of a Service. */
export type EndpointsPlan =
  | { readonly type: 'none' }
  | { readonly type: 'create' | 'update'; readonly endpoints: Endpoints }

/** All that the plan depends on. */
export interface EndpointsFacts {
  readonly service: Cached<Service>
  /** Those that the Service selects. */
  readonly pods: readonly Cached<Pod>[]
  /** As the cache has them. */
  readonly current: Cached<Endpoints> | undefined
  /** For the annotation, in milliseconds since 1970. */
  readonly triggerTime: number | undefined
}

/** Compares what is with what should be. What is right already is not written again. */
export function planEndpoints({ service, pods, current, triggerTime }: EndpointsFacts): EndpointsPlan {
  const subsets = desiredSubsets(service, pods)
  if (current && isUpToDate(current, subsets, service)) return { type: 'none' }
  const { namespace, name } = service.metadata
  const metadata = current
    ? deepCopy(current).metadata
    : { ...(name === undefined ? {} : { name }), ...(namespace === undefined ? {} : { namespace }) }
  const truncated = truncateSubsets(subsets)
  const { [overCapacityAnnotation]: _before, ...annotations } = withTriggerTime(
    metadata.annotations,
    triggerTime,
  )
  if (truncated) annotations[overCapacityAnnotation] = 'truncated'
  const endpoints: Endpoints = {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { ...metadata, labels: labelsFor(service), annotations },
    subsets: truncated ?? subsets,
  }
  return { type: current ? 'update' : 'create', endpoints }
}

function isUpToDate(
  { metadata, subsets }: Cached<Endpoints>,
  desired: readonly EndpointSubset[],
  service: Cached<Service>,
): boolean {
  return (
    sameSubsets(subsets, desired) &&
    deepEqual(withoutHeadless(metadata.labels), withoutHeadless(service.metadata.labels)) &&
    countAddresses(subsets) <= maxCapacity &&
    metadata.annotations?.[overCapacityAnnotation] === undefined
  )
}

function labelsFor(service: Cached<Service>): Record<string, string> {
  const labels = withoutHeadless(service.metadata.labels)
  return isHeadless(service) ? { ...labels, [headlessLabel]: '' } : labels
}

function withoutHeadless(labels: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const { [headlessLabel]: _headless, ...others } = labels ?? {}
  return others
}
