import { countFlag, durationFlag, type ControllerDescriptor } from '@rxkube/controller'
import { endpointSliceControllerName, setupEndpointSlices } from './endpoint-slice-controller.ts'
import { endpointsControllerName, setupEndpoints } from './endpoints-controller.ts'

const endpointsFlags = {
  'concurrent-endpoint-syncs': countFlag(5, 'How many Services are worked on at once, for their Endpoints'),
  'endpoint-updates-batch-period': durationFlag(
    '0s',
    'How long changes of pods are collected, for Endpoints',
  ),
}

/** The Endpoints controller, for programs. */
export const endpointsController: ControllerDescriptor<typeof endpointsFlags> = {
  name: endpointsControllerName,
  aliases: ['endpoint'],
  flags: endpointsFlags,
  setUp(manager, values) {
    setupEndpoints(manager, {
      concurrentSyncs: values['concurrent-endpoint-syncs'],
      updatesBatchPeriod: values['endpoint-updates-batch-period'],
    })
  },
}

const sliceFlags = {
  'concurrent-service-endpoint-syncs': countFlag(
    5,
    'How many Services are worked on at once, for their EndpointSlices',
  ),
  'max-endpoints-per-slice': countFlag(100, 'How many endpoints an EndpointSlice has at most', { max: 1000 }),
  'endpointslice-updates-batch-period': durationFlag(
    '0s',
    'How long changes of pods are collected, for EndpointSlices',
  ),
}

/** The EndpointSlice controller, for programs. */
export const endpointSliceController: ControllerDescriptor<typeof sliceFlags> = {
  name: endpointSliceControllerName,
  aliases: ['endpointslice'],
  flags: sliceFlags,
  setUp(manager, values) {
    setupEndpointSlices(manager, {
      concurrentSyncs: values['concurrent-service-endpoint-syncs'],
      maxEndpointsPerSlice: values['max-endpoints-per-slice'],
      updatesBatchPeriod: values['endpointslice-updates-batch-period'],
    })
  },
}
