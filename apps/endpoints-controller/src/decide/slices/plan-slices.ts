import { addressTypesOf } from './address-types.ts'
import { planAddressType, type AddressTypeFacts, type AddressTypePlan } from './plan-address-type.ts'
import type { Slice } from './slice.ts'

/** What to do about the slices of a Service: each family on its own, then the slices of families that it has not. */
export interface SlicesPlan {
  readonly types: readonly AddressTypePlan[]
  readonly unsupported: readonly Slice[]
}

/** Compares what is with what should be. Equal facts give equal plans; what is right already is not written again. */
export function planSlices(facts: AddressTypeFacts): SlicesPlan {
  const { pods, existing, service, topology } = facts
  const ordered = pods.toSorted((a, b) => compareNames(a.metadata.name, b.metadata.name))
  const supported = addressTypesOf(service)
  let { populated } = topology
  const types = supported.map((addressType) => {
    const plan = planAddressType(addressType, {
      ...facts,
      pods: ordered,
      existing: existing.filter((slice) => slice.addressType === addressType),
      topology: { ...topology, populated },
    })
    // Families share what is remembered: the one that is planned last decides.
    populated = plan.hints !== undefined
    return plan
  })
  const known: readonly string[] = supported
  return { types, unsupported: existing.filter(({ addressType }) => !known.includes(addressType)) }
}

function compareNames(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0
}
