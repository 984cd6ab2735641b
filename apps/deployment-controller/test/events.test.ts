import type { Request, RequestQueue } from '@rxkube/controller'
import { deepCopy, type Deployment, type ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { replicaSetEvents } from '../src/watches/replica-set-events.ts'
import { deployment, replicaSet } from './support/objects.ts'

/** Three Deployments: the labels of `web` and `twin` fit the sets of these tests, those of `other` do not. */
const web = deployment({ name: 'web' })
const twin = deployment({ name: 'twin' })
const other = deployment({ name: 'other', spec: { selector: { matchLabels: { app: 'other' } } } })
const all: readonly Deployment[] = [web, twin, other]

const handler = replicaSetEvents({
  deployments: {
    resolve: (_, reference) => all.find(({ metadata }) => metadata.uid === reference?.uid),
    ofNamespace: () => all,
  },
})

/** The Deployments that an event wakes. */
function woken(tell: (queue: RequestQueue) => unknown): readonly string[] {
  const names: string[] = []
  tell({
    add: ({ name }: Request) => names.push(name),
    addAfter: ({ name }: Request) => names.push(name),
    requestsByIndex: () => [],
  })
  return names
}

const added = (object: ReplicaSet) =>
  woken((queue) => handler.added?.({ type: 'added', object, initial: false }, queue))
const deleted = (object: ReplicaSet) =>
  woken((queue) => handler.deleted?.({ type: 'deleted', object, finalStateUnknown: true }, queue))
const updated = (before: ReplicaSet, object: ReplicaSet) =>
  woken((queue) =>
    handler.updated?.({ type: 'updated', before, object, sync: false, replaced: false, own: false }, queue),
  )

/** The set as it is next. */
function next(set: ReplicaSet, change: (copy: ReplicaSet) => void): ReplicaSet {
  const copy = deepCopy(set)
  copy.metadata.resourceVersion = '2'
  change(copy)
  return copy
}

const owned = replicaSet('set', 1, { owner: web })
const orphan = next(owned, ({ metadata }) => delete metadata.ownerReferences)

describe('D-9 what is heard of ReplicaSets', () => {
  it('D-9 one that came with an owner wakes that one, without an owner those that it fits', () => {
    expect(added(owned)).toEqual(['web'])
    expect(added(orphan)).toEqual(['web', 'twin'])
    expect(added(next(orphan, ({ metadata }) => delete metadata.labels))).toEqual([])
  })

  it('D-9 one that is on its way out when it is first seen counts as gone', () => {
    const going = ({ metadata }: ReplicaSet) => (metadata.deletionTimestamp = '2025-01-01T00:00:00Z')
    expect(added(next(owned, going))).toEqual(['web'])
    expect(added(next(orphan, going))).toEqual([])
  })

  it('D-9 a change of one with an owner wakes that one, the same version nobody', () => {
    expect(
      updated(
        owned,
        next(owned, ({ spec }) => (spec.replicas = 2)),
      ),
    ).toEqual(['web'])
    expect(updated(owned, owned)).toEqual([])
  })

  it('D-9 another owner wakes both', () => {
    const taken = next(owned, ({ metadata }) => {
      metadata.ownerReferences = replicaSet('x', 1, { owner: twin }).metadata.ownerReferences ?? []
    })
    expect(updated(owned, taken)).toEqual(['web', 'twin'])
  })

  it('D-9 one that was let go wakes its owner and all that it fits', () => {
    expect(updated(owned, orphan)).toEqual(['web', 'web', 'twin'])
  })

  it('D-9 one without an owner wakes those that it fits when its labels change, and nobody otherwise', () => {
    const relabelled = next(orphan, ({ metadata }) => {
      metadata.resourceVersion = '3'
      metadata.labels = { app: 'other' }
    })
    expect(updated(orphan, relabelled)).toEqual(['other'])
    const scaled = next(orphan, ({ metadata, spec }) => {
      metadata.resourceVersion = '3'
      spec.replicas = 2
    })
    expect(updated(orphan, scaled)).toEqual([])
  })

  it('D-9 one that is gone wakes its owner, without one nobody', () => {
    expect(deleted(owned)).toEqual(['web'])
    expect(deleted(orphan)).toEqual([])
    const stranger = next(owned, ({ metadata }) => {
      for (const reference of metadata.ownerReferences ?? []) reference.uid = 'of-nobody'
    })
    expect(deleted(stranger)).toEqual([])
  })
})
