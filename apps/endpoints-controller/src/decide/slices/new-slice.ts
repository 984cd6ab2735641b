import { deepEqual, newControllerRef, Service, type Cached } from '@rxkube/meta'

import { portGroup } from './slice-ports.ts'
import { sliceLabels } from './slice-labels.ts'
import {
  endpointsOf,
  isOwnedByService,
  portsOf,
  type AddressType,
  type Endpoint,
  type Slice,
  type SlicePort,
} from './slice.ts'

/** A slice that is not there yet; the server makes its name of the Service's. */
export function newSlice(
  service: Cached<Service>,
  addressType: AddressType,
  ports: readonly SlicePort[],
  endpoints: readonly Endpoint[],
): Slice {
  const { namespace, name = '' } = service.metadata
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      generateName: generateName(name),
      ...(namespace === undefined ? {} : { namespace }),
      labels: sliceLabels(service),
      ownerReferences: [newControllerRef(service, Service)],
    },
    addressType,
    ports,
    endpoints,
  }
}

/** Whether a slice is all that a Service without endpoints needs: its own, and empty. */
export function isPlaceholder(slice: Slice, service: Cached<Service>): boolean {
  return (
    isOwnedByService(slice, service.metadata.uid) &&
    portGroup(portsOf(slice)) === '' &&
    endpointsOf(slice).length === 0 &&
    deepEqual(slice.metadata.labels ?? {}, sliceLabels(service))
  )
}

/** The dash is left out where it would make the prefix too long for a name. */
function generateName(name: string): string {
  return name.length < 253 ? `${name}-` : name
}
