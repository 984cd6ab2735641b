import type { ManagedFieldsEntry } from '@rxkube/meta'
import { asObject, type JsonObject } from '../codec/json.ts'
import { applyTo, type ApplyRequest } from './apply-request.ts'
import { FieldSet } from './field-set.ts'
import { ownerKey, writeOwners, type Owners, type Ownership } from './managed-fields.ts'
import type { Lens } from './ownership.ts'
import { fieldElement } from './path-element.ts'

// Every built-in kind with a scale has its replicas where the Scale has them.
const usual = ['spec', 'replicas']
const replicas = FieldSet.of(usual.map(fieldElement))
const scaleVersion = 'autoscaling/v1'

/**
 * Applies a Scale: the owners of the replicas of an object are those of its scale, in the version of the scale, and what
 * comes of it is written back to the object. Upstream: managedfields.ScaleHandler.
 */
export function applyScale(
  owners: Owners,
  parentVersion: string,
  live: JsonObject,
  lens: Lens,
  request: ApplyRequest,
  path: readonly string[] = usual,
): { readonly replicas: unknown; readonly managedFields: ManagedFieldsEntry[] } {
  const own = FieldSet.of(path.map(fieldElement))
  const before = viewed(owners, own, scaleVersion, replicas)
  const { object, owners: after } = applyTo(before, live, lens, scaleVersion, request, undefined)
  return {
    replicas: asObject(object['spec'])['replicas'],
    managedFields: writeOwners(back(owners, own, viewed(after, replicas, parentVersion, own))),
  }
}

/** Whether anybody owns the replicas, which are at `path`, of an object. */
export function ownsReplicas(owners: Owners, path: readonly string[], apiVersion: string): boolean {
  return viewed(owners, FieldSet.of(path.map(fieldElement)), apiVersion, replicas).size > 0
}

/** Who owns what of an object that was scaled to zero: a Scale without replicas says nothing of them. */
export function withoutReplicas(owners: Owners): ManagedFieldsEntry[] {
  return writeOwners(back(owners, replicas, new Map()))
}

/** The owners of the replicas at one place, as owners of those at another, in another version. */
function viewed(owners: Owners, from: FieldSet, apiVersion: string, to: FieldSet): Owners {
  const view = new Map<string, Ownership>()
  for (const owner of owners.values()) {
    if (owner.fields.intersection(from).isEmpty) continue
    const seen = { ...owner, apiVersion, fields: to }
    view.set(ownerKey(seen), seen)
  }
  return view
}

/** The owners of an object after those of its scale have changed. */
function back(owners: Owners, own: FieldSet, scale: Owners): Owners {
  const next = new Map<string, Ownership>()
  for (const [key, owner] of owners) {
    const fields = scale.has(key) ? owner.fields : owner.fields.difference(own)
    if (!fields.isEmpty) next.set(key, { ...owner, fields })
  }
  for (const [key, owner] of scale) if (!next.has(key)) next.set(key, owner)
  return next
}
