import { equalJson } from '../codec/json.ts'
import { compare, ignoring, type Comparison } from './compare.ts'
import type { Conflicts } from './conflict.ts'
import { FieldSet } from './field-set.ts'
import { capped, ownerKey, type Owners, type Ownership } from './managed-fields.ts'
import { merge, withoutPaths } from './merge.ts'
import { fieldElement } from './path-element.ts'
import { childShape, declares, type Shape } from './shape.ts'
import { toFieldSet } from './to-field-set.ts'

/** Who writes an object, through what, and when. */
export interface Writer {
  readonly manager: string
  readonly apiVersion: string
  readonly subresource: string
  readonly time: string | undefined
}

/** How an object is looked at: its shape, and what a write cannot change through the path that it takes. */
export interface Lens {
  readonly shape: Shape
  readonly ignored: FieldSet
}

const top = ['apiVersion', 'kind', 'metadata'].map((name) => [fieldElement(name)])
const system = ['name', 'namespace', 'creationTimestamp', 'selfLink', 'uid', 'generation', 'resourceVersion']
const untracked = FieldSet.of(
  ...top,
  ...[...system, 'clusterName', 'managedFields'].map((name) => [
    fieldElement('metadata'),
    fieldElement(name),
  ]),
)

/** Who owns what after an update: what it changed is the writer's, what it removed is nobody's. */
export function updated(owners: Owners, before: unknown, after: unknown, lens: Lens, writer: Writer): Owners {
  const comparison = ignoring(compare(lens.shape, before, after), lens.ignored)
  const changed = comparison.added.union(comparison.modified)
  const next = released(owners, changed, comparison)
  const taken = changed.difference(untracked)
  if (!taken.isEmpty) {
    const owner: Ownership = { ...writer, operation: 'Update', fields: taken }
    const key = ownerKey(owner)
    const fields = taken.union(next.get(key)?.fields ?? FieldSet.empty)
    next.set(key, { ...owner, fields })
  }
  return capped(next)
}

/** What an apply makes of an object and its owners, or the conflicts that keep it from doing so. */
export type Applied =
  | { readonly type: 'applied'; readonly object: unknown; readonly owners: Owners }
  | { readonly type: 'conflicts'; readonly conflicts: Conflicts }

/**
 * Applies a configuration: what it says is merged in, what the writer applied before and no longer says is taken out
 * unless others own it. Upstream: merge.Updater.Apply.
 */
export function apply(
  owners: Owners,
  live: unknown,
  config: unknown,
  lens: Lens,
  writer: Writer,
  force: boolean,
): Applied {
  const { shape, ignored } = lens
  const fields = toFieldSet(shape, config).without(ignored)
  const mine: Ownership = { ...writer, operation: 'Apply', fields }
  const key = ownerKey(mine)
  const previous = owners.get(key)
  const claimed = new Map(owners).set(key, mine)
  const merged = merge(shape, live, config)
  const object = prune(shape, merged, claimed, previous?.fields ?? FieldSet.empty)
  const comparison = ignoring(compare(shape, live, object), ignored)
  const changed = comparison.added.union(comparison.modified)
  if (!force) {
    const conflicts = conflictsOf(owners, key, changed)
    if (conflicts.size > 0) return { type: 'conflicts', conflicts }
  }
  const next = released(owners, changed, comparison, key)
  const kept = fields.difference(untracked)
  const time = equalJson(live, object) ? previous?.time : writer.time
  if (kept.isEmpty) next.delete(key)
  else next.set(key, { ...mine, fields: kept, time })
  return { type: 'applied', object, owners: next }
}

function conflictsOf(owners: Owners, self: string, changed: FieldSet): Conflicts {
  const conflicts = new Map<string, { owner: Ownership; fields: FieldSet }>()
  for (const [key, owner] of owners) {
    const fields = key === self ? FieldSet.empty : owner.fields.intersection(changed)
    if (!fields.isEmpty) conflicts.set(key, { owner, fields })
  }
  return conflicts
}

/** The owners without what was changed or removed under them; `self` is left as it is. */
function released(
  owners: Owners,
  changed: FieldSet,
  { removed }: Comparison,
  self = '',
): Map<string, Ownership> {
  const next = new Map<string, Ownership>()
  for (const [key, owner] of owners) {
    const fields = key === self ? owner.fields : owner.fields.difference(changed).difference(removed)
    if (!fields.isEmpty) next.set(key, { ...owner, fields })
  }
  return next
}

/** Takes out what the writer owned, except for what it or somebody else owns now. */
function prune(shape: Shape, merged: unknown, owners: Owners, last: FieldSet): unknown {
  if (last.isEmpty) return merged
  const whole = named(shape, toFieldSet(shape, merged))
  const lastNamed = named(shape, last)
  const stripped = withoutPaths(shape, merged, lastNamed)
  let owned = FieldSet.empty
  for (const { fields } of owners.values()) owned = owned.union(fields)
  const left = named(shape, toFieldSet(shape, stripped)).union(named(shape, owned))
  const withOwned = withoutPaths(shape, merged, whole.difference(left))
  // What nobody owns went with what lay around it; only what the writer owned may go.
  const gone = whole.difference(named(shape, toFieldSet(shape, withOwned)))
  return withoutPaths(shape, merged, gone.intersection(lastNamed))
}

/** The set with the fields of structs that lead to its paths as members. Upstream: EnsureNamedFieldsAreMembers. */
function named(shape: Shape, set: FieldSet): FieldSet {
  if (set.children.size === 0) return set
  const children = new Map<string, FieldSet>()
  for (const [element, child] of set.children) {
    const key = element.slice(2)
    const field = element.startsWith('f:')
    const inner = field ? childShape(shape, key) : shape.at === 'list' ? shape.of : undefined
    const full = named(inner ?? { at: 'any' }, child)
    const declared = field && declares(shape, key)
    children.set(element, declared ? full.union(FieldSet.leaf) : full)
  }
  return new FieldSet(set.member, children)
}
