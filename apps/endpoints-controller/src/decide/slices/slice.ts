import type { Cached, EndpointSlice, KubernetesObject } from '@rxkube/meta'

import type { IPFamily } from '../pods/ip-family.ts'

/** A slice as it is, or as it should become; plans share parts with the cache, so nothing in it is ever changed. */
export type Slice = Cached<EndpointSlice>
/** One endpoint of a slice. */
export type Endpoint = NonNullable<Slice['endpoints']>[number]
/** One port of a slice. */
export type SlicePort = NonNullable<Slice['ports']>[number]
/** The families that slices are kept for; a slice of any other type (`FQDN`, the old `IP`) is deleted. */
export type AddressType = IPFamily

/** The endpoints of a slice; Go writes none as null. */
export function endpointsOf(slice: Slice): readonly Endpoint[] {
  return (slice as { readonly endpoints?: readonly Endpoint[] | null }).endpoints ?? []
}

/** The ports of a slice; Go writes none as null. */
export function portsOf(slice: Slice): readonly SlicePort[] {
  return (slice as { readonly ports?: readonly SlicePort[] | null }).ports ?? []
}

/** The same slice with other endpoints. */
export function withEndpoints(slice: Slice, endpoints: readonly Endpoint[]): Slice {
  return { ...slice, endpoints }
}

/** An endpoint that zones should use: `zone` alone, or none in particular. */
export function hintAt(endpoint: Endpoint, zone: string | undefined): Endpoint {
  const { hints: _before, ...rest } = endpoint
  return zone === undefined ? rest : { ...rest, hints: { forZones: [{ name: zone }] } }
}

/** Whether the endpoint takes new connections. */
export function isReadyEndpoint({ conditions }: Endpoint): boolean {
  return conditions?.ready === true
}

/** Whether the Service itself, not a deleted one of the same name, owns the object. */
export function isOwnedByService(object: Cached<KubernetesObject>, uid: string | undefined): boolean {
  return (object.metadata?.ownerReferences ?? []).some(
    (owner) => owner.uid === uid && owner.kind === 'Service' && owner.apiVersion === 'v1',
  )
}
