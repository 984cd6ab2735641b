// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind Event of events.k8s.io/v1, as it is on the wire. */
export interface EventsV1Event extends Raw<k8s.EventsV1Event> {}

/** Where API servers serve events of events.k8s.io/v1. */
export const EventsV1Event: Resource<EventsV1Event> = defineResource({
  group: 'events.k8s.io',
  version: 'v1',
  kind: 'Event',
  resource: 'events',
  namespaced: true,
})
