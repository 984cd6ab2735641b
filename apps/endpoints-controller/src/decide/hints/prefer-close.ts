import {
  endpointsOf,
  hintAt,
  isReadyEndpoint,
  type Endpoint,
  type Slice,
  withEndpoints,
} from '../slices/slice.ts'
import type { HintableSlices } from './without-hints.ts'

/** Each ready endpoint hints at its own zone (`trafficDistribution: PreferClose`); slices that say otherwise are written. */
export function preferClose({ create, update, unchanged }: HintableSlices): HintableSlices {
  const wrong = unchanged.filter((slice) => endpointsOf(slice).some(needsHint))
  return {
    create: create.map(hinted),
    update: [...update, ...wrong].map(hinted),
    unchanged: unchanged.filter((slice) => !wrong.includes(slice)),
  }
}

function needsHint(endpoint: Endpoint): boolean {
  if (!isReadyEndpoint(endpoint)) return false
  const zones = endpoint.hints?.forZones ?? []
  return zones.length !== 1 || zones[0]?.name !== (endpoint.zone ?? '')
}

function hinted(slice: Slice): Slice {
  const hint = (endpoint: Endpoint) =>
    isReadyEndpoint(endpoint) ? hintAt(endpoint, endpoint.zone ?? '') : endpoint
  return withEndpoints(slice, endpointsOf(slice).map(hint))
}
