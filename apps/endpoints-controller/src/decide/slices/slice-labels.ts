import { deepEqual, type Cached, type Service } from '@rxkube/meta'

import { headlessLabel, managedBy, managedByLabel, serviceNameLabel } from '../../well-known.ts'
import { isHeadless } from '../services.ts'
import type { Slice } from './slice.ts'

type Labels = Readonly<Record<string, string>>

/** The labels of every slice of a Service: the Service's own but for the reserved three, which are the controller's. */
export function sliceLabels(service: Cached<Service>): Record<string, string> {
  return {
    ...unreserved(service.metadata.labels),
    ...(isHeadless(service) ? { [headlessLabel]: '' } : {}),
    [serviceNameLabel]: service.metadata.name ?? '',
    [managedByLabel]: managedBy,
  }
}

/** Whether a slice lacks the labels of its Service. A difference in reserved labels alone does not count. */
export function labelsDiffer(slice: Slice, service: Cached<Service>): boolean {
  return !deepEqual(unreserved(slice.metadata.labels), unreserved(service.metadata.labels))
}

function unreserved(labels: Labels | undefined): Record<string, string> {
  const {
    [headlessLabel]: _headless,
    [serviceNameLabel]: _name,
    [managedByLabel]: _by,
    ...others
  } = labels ?? {}
  return others
}
