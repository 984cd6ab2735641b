import type { ManagedFieldsEntry } from '@rxkube/meta'
import { asObject, type JsonObject } from '../codec/json.ts'
import { applyTo, type ApplyRequest } from './apply-request.ts'
import { FieldSet } from './field-set.ts'
import { ownerKey, writeOwners, type Owners, type Ownership } from './managed-fields.ts'
import type { Lens } from './ownership.ts'
import { fieldElement } from './path-element.ts'

// Every built-in kind with a scale has its replicas where the Scale has them.
const replicas = FieldSet.of([fieldElement('spec'), fieldElement('replicas')])
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
): { readonly replicas: unknown; readonly managedFields: ManagedFieldsEntry[] } {
  const before = viewed(owners, scaleVersion)
  const { object, owners: after } = applyTo(before, live, lens, scaleVersion, request, undefined)
  return {
    replicas: asObject(object['spec'])['replicas'],
    managedFields: writeOwners(back(owners, viewed(after, parentVersion))),
  }
}

/** The owners of the replicas, with nothing but these and in another version. */
function viewed(owners: Owners, apiVersion: string): Owners {
  const view = new Map<string, Ownership>()
  for (const owner of owners.values()) {
    const fields = owner.fields.intersection(replicas)
    if (fields.isEmpty) continue
    const seen = { ...owner, apiVersion, fields }
    view.set(ownerKey(seen), seen)
  }
  return view
}

/** The owners of an object after those of its scale have changed. */
function back(owners: Owners, scale: Owners): Owners {
  const next = new Map<string, Ownership>()
  for (const [key, owner] of owners) {
    const fields = scale.has(key) ? owner.fields : owner.fields.difference(replicas)
    if (!fields.isEmpty) next.set(key, { ...owner, fields })
  }
  for (const [key, owner] of scale) if (!next.has(key)) next.set(key, owner)
  return next
}
