import type { Cached, Node, Pod, Service } from '@rxkube/meta'

import type { HintsByZone } from '../hints/allocations.ts'
import { planHints, type Topology } from '../hints/plan-hints.ts'
import type { PlannedEvent } from '../hints/zone-hints.ts'
import { desiredGroups, type MissingNode } from './desired-groups.ts'
import { isPlaceholder, newSlice } from './new-slice.ts'
import { pack } from './pack.ts'
import { recycle, type SliceWrites } from './recycle.ts'
import { portGroup } from './slice-ports.ts'
import { isOwnedByService, portsOf, type AddressType, type Slice } from './slice.ts'

/** All that the plan for one family depends on. */
export interface AddressTypeFacts {
  readonly service: Cached<Service>
  /** Those that the Service selects. */
  readonly pods: readonly Cached<Pod>[]
  /** The slices of this family, as the cache has them. */
  readonly existing: readonly Slice[]
  readonly nodeOf: (name: string) => Cached<Node> | undefined
  readonly maxEndpointsPerSlice: number
  readonly topology: Topology
}

/** How many endpoints share one list of ports, and in how many slices they are. */
export interface PortGroupSize {
  readonly endpoints: number
  readonly slices: number
}

/** What to do about the slices of one family. */
export interface AddressTypePlan extends SliceWrites {
  readonly addressType: AddressType
  readonly missing: readonly MissingNode[]
  readonly events: readonly PlannedEvent[]
  readonly hints: HintsByZone | undefined
  readonly added: number
  readonly removed: number
  readonly groups: readonly PortGroupSize[]
}

/** Compares the slices of one family with what they should be. */
export function planAddressType(addressType: AddressType, facts: AddressTypeFacts): AddressTypePlan {
  const { service, pods, existing, nodeOf, topology } = facts
  const { groups, missing } = desiredGroups(service, pods, addressType, nodeOf)
  const { byPorts, foreign } = byPortGroup(existing, service)
  const sizes: PortGroupSize[] = []
  const create: Slice[] = []
  const update: Slice[] = []
  let deletes = [...foreign]
  let added = 0
  let removed = 0
  for (const [key, { ports, endpoints }] of groups) {
    const own = byPorts.get(key) ?? []
    const packing = pack({
      service,
      addressType,
      ports,
      desired: endpoints,
      existing: own,
      maxEndpointsPerSlice: facts.maxEndpointsPerSlice,
    })
    create.push(...packing.create)
    update.push(...packing.update)
    deletes.push(...packing.delete)
    added += packing.added
    removed += packing.removed
    const slices = own.length + packing.create.length - packing.delete.length
    sizes.push({ endpoints: endpoints.length, slices })
  }
  for (const [key, own] of byPorts) if (!groups.has(key)) deletes.push(...own)

  if (deletes.length === existing.length && create.length === 0) {
    const [only] = deletes
    if (deletes.length === 1 && only && isPlaceholder(only, service)) deletes = []
    else create.push(newSlice(service, addressType, [], []))
    sizes.push({ endpoints: 0, slices: 1 })
  }
  const changed = new Set([...update, ...deletes].map(({ metadata }) => metadata.name))
  const unchanged = existing.filter(({ metadata }) => !changed.has(metadata.name))
  const hinted = planHints(service, addressType, { create, update, unchanged }, topology)
  return {
    addressType,
    ...recycle({ create: hinted.create, update: hinted.update, delete: deletes }, service),
    missing,
    events: hinted.events,
    hints: hinted.hints,
    added,
    removed,
    groups: sizes,
  }
}

/** Slices by their ports. Those of a former Service of the same name are foreign. */
function byPortGroup(existing: readonly Slice[], service: Cached<Service>) {
  const byPorts = new Map<string, Slice[]>()
  const foreign: Slice[] = []
  for (const slice of existing) {
    if (!isOwnedByService(slice, service.metadata.uid)) {
      foreign.push(slice)
      continue
    }
    const key = portGroup(portsOf(slice))
    const same = byPorts.get(key)
    if (same) same.push(slice)
    else byPorts.set(key, [slice])
  }
  return { byPorts, foreign }
}
