import { deepEqual, deepFreeze, type EndpointSlice, type Node, type Pod, type Service } from '@rxkube/meta'
import { expect } from 'vitest'

import { planSlices, type SlicesPlan } from '../../src/decide/slices/plan-slices.ts'
import type { CpuRatios } from '../../src/decide/hints/cpu-ratios.ts'
import { node, sizes } from './objects.ts'

/** What a plan is made of besides the Service and its pods. */
export interface PlanFacts {
  readonly existing?: readonly EndpointSlice[]
  readonly nodes?: readonly Node[]
  readonly max?: number
  readonly ratios?: CpuRatios
  readonly populated?: boolean
}

/** The plan for a Service; fails when it changes anything that belongs to the cache. */
export function slicesPlan(svc: Service, pods: readonly Pod[], facts: PlanFacts = {}): SlicesPlan {
  const { existing = [], nodes = [node('node-1')], max = 100, populated = false } = facts
  const given = { service: svc, pods: [...pods], existing: [...existing] }
  const before = structuredClone(given)
  const byName = new Map(nodes.map((each) => [each.metadata.name, each]))
  const plan = planSlices({
    ...deepFreeze(given),
    nodeOf: (name) => byName.get(name),
    maxEndpointsPerSlice: max,
    topology: { ratios: facts.ratios, populated },
  })
  expect(deepEqual(given, before)).toBe(true)
  return plan
}

/** How many slices a plan creates, updates and deletes. */
export function actions({ types, unsupported }: SlicesPlan): Record<'create' | 'update' | 'delete', number> {
  const count = (kind: 'create' | 'update' | 'delete') =>
    types.reduce((sum, type) => sum + type[kind].length, 0)
  return { create: count('create'), update: count('update'), delete: count('delete') + unsupported.length }
}

/** The slices that a cache has after a plan was written; new ones get the names `<prefix>0`, `<prefix>1`. */
export function written(
  existing: readonly EndpointSlice[],
  plan: SlicesPlan,
  prefix = 'foo-',
): EndpointSlice[] {
  const byName = new Map(existing.map((slice) => [slice.metadata.name, slice]))
  for (const { metadata } of plan.unsupported) byName.delete(metadata.name)
  let next = 0
  for (const type of plan.types) {
    for (const { metadata } of type.delete) byName.delete(metadata.name)
    for (const slice of [...type.create, ...type.update]) {
      const name = slice.metadata.name ?? `${prefix}${next++}`
      const copy = structuredClone(slice) as EndpointSlice
      byName.set(name, { ...copy, metadata: { ...copy.metadata, name, uid: `uid-${name}`, generation: 1 } })
    }
  }
  return [...byName.values()]
}

/** Sizes of the slices after the plan was written, the largest first. */
export function sizesAfter(existing: readonly EndpointSlice[], plan: SlicesPlan): number[] {
  return sizes(written(existing, plan))
}

/** One slice for each list of pods, as a first plan writes them. */
export function slicesOf(svc: Service, ...lists: readonly (readonly Pod[])[]): EndpointSlice[] {
  return lists.flatMap((pods, n) => written([], slicesPlan(svc, pods, { max: 1000 }), `slice-${n}-`))
}
