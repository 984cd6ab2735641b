import type { Cached, Node } from '@rxkube/meta'
import { zoneKey } from './zone-key.ts'

/** What is different about the nodes since the last pass. */
export interface MembershipChange {
  readonly added: readonly Cached<Node>[]
  /** The names of nodes that are gone, with their uids. */
  readonly deleted: ReadonlyMap<string, string>
  /** The zones of known nodes that nobody has counted yet. */
  readonly newZones: ReadonlySet<string>
}

/** Compares the nodes with those known by name, and their zones with those known. */
export function membershipChange(
  nodes: readonly Cached<Node>[],
  known: ReadonlyMap<string, string>,
  zones: { has(zone: string): boolean },
): MembershipChange {
  const added: Cached<Node>[] = []
  const newZones = new Set<string>()
  const deleted = new Map(known)
  for (const node of nodes) {
    if (!deleted.delete(node.metadata.name ?? '')) added.push(node)
    else if (!zones.has(zoneKey(node))) newZones.add(zoneKey(node))
  }
  return { added, deleted, newZones }
}
