import {
  requestKey,
  UIDTrackingControllerExpectations,
  type Request,
  type RequestQueue,
} from '@rxkube/controller'
import { deepCopy, type Pod, type ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { podEvents } from '../src/watches/pod-events.ts'
import { replicaSetEvents } from '../src/watches/replica-set-events.ts'
import { controlledBy, pod, replicaSet, running } from './support/objects.ts'

/** ReplicaSets that a cache shows, and what the events of pods make of them. */
function world(...sets: readonly ReplicaSet[]) {
  const expectations = new UIDTrackingControllerExpectations()
  const handler = podEvents(
    {
      resolve: (_, reference) =>
        sets.find(({ metadata }) => metadata.name === reference?.name && metadata.uid === reference?.uid),
      ofNamespace: () => sets,
    },
    expectations,
  )
  const queue = () => {
    const names: string[] = []
    const told: RequestQueue = {
      add: (request: Request) => names.push(request.name),
      addAfter: ({ name }: Request, delay) => names.push(`${name} in ${delay}`),
      requestsByIndex: () => [],
    }
    return { names, told }
  }
  return {
    expectations,
    key: requestKey({ namespace: 'default', name: sets[0]?.metadata.name ?? '' }),
    open: () => expectations.counts.getExpectations('default/a'),
    added: (object: Pod) => {
      const { names, told } = queue()
      void handler.added?.({ type: 'added', object, initial: false }, told)
      return names
    },
    updated: (before: Pod, object: Pod, replaced = false) => {
      const { names, told } = queue()
      void handler.updated?.({ type: 'updated', before, object, replaced, sync: false, own: false }, told)
      return names
    },
    deleted: (object: Pod) => {
      const { names, told } = queue()
      void handler.deleted?.({ type: 'deleted', object, finalStateUnknown: true }, told)
      return names
    },
  }
}

const [a, b] = [replicaSet('a', 1), replicaSet('b', 1, { spec: { selector: { matchLabels: { app: 'b' } } } })]

let version = 1
/** The pod as it is next. */
function next(before: Pod, change: (copy: Pod) => unknown): Pod {
  const copy = deepCopy(before)
  copy.metadata.resourceVersion = String(++version)
  change(copy)
  return copy
}

const terminating = ({ metadata }: Pod) => (metadata.deletionTimestamp = '2025-01-01T00:00:00Z')

describe('what is heard of pods', () => {
  it('RS-2 one that is gone, also if that was only found out later, wakes its owner', () => {
    expect(world(a).deleted(pod('p', { owner: a }))).toEqual(['a'])
    expect(world(a).deleted(pod('p'))).toEqual([])
    expect(world(a).deleted(pod('p', { owner: replicaSet('nobody', 1) }))).toEqual([])
  })

  it('RS-6 one without an owner wakes those that it fits, and is no creation that was expected', () => {
    const sets = world(a, b)
    sets.expectations.expectCreations('default/a', 1)
    expect(sets.added(pod('p'))).toEqual(['a'])
    expect(sets.added(pod('p', { labels: {} }))).toEqual([])
    expect(sets.open()).toEqual({ creations: 1, deletions: 0 })
    expect(sets.added(pod('p', { owner: a }))).toEqual(['a'])
    expect(sets.open()).toEqual({ creations: 0, deletions: 0 })
  })

  it('RS-7 other labels of one with an owner wake that one alone', () => {
    const before = pod('p', { owner: a })
    const after = next(before, ({ metadata }) => (metadata.labels = { app: 'b' }))
    expect(world(a, b).updated(before, after)).toEqual(['a'])
  })

  it('RS-7 one that was let go wakes its owner, and those that it fits', () => {
    const letGo = ({ metadata }: Pod) => delete metadata.ownerReferences
    const ownedByB = pod('p', { owner: b, labels: { app: 'b' } })
    expect(world(a, b).updated(ownedByB, next(ownedByB, letGo))).toEqual(['b', 'b'])
    const ownedByA = pod('p', { owner: a, labels: { app: 'b' } })
    expect(world(a, b).updated(ownedByA, next(ownedByA, letGo))).toEqual(['a', 'b'])
  })

  it('RS-7 one that was taken over wakes both owners, one without an owner only by its labels', () => {
    const before = pod('p', { owner: a })
    const taken = next(before, ({ metadata }) => {
      metadata.ownerReferences = [controlledBy('ReplicaSet', 'b')]
    })
    expect(world(a, b).updated(before, taken)).toEqual(['a', 'b'])
    const orphan = pod('p')
    expect(
      world(a, b).updated(
        orphan,
        next(orphan, ({ spec }) => (spec.nodeName = 'n')),
      ),
    ).toEqual([])
    const relabelled = next(orphan, ({ metadata }) => (metadata.labels = { app: 'b' }))
    expect(world(a, b).updated(orphan, relabelled)).toEqual(['b'])
  })

  it('RS-7 the same version wakes nobody', () => {
    const before = next(pod('p', { owner: a }), () => undefined)
    expect(world(a).updated(before, before)).toEqual([])
  })

  it('RS-12 of nine with one selector, only the owner is woken', () => {
    const nine = Array.from({ length: 9 }, (_, index) => replicaSet(`set-${index}`, 1))
    const owner = nine[3] ?? a
    expect(world(...nine).added(pod('p', { owner }))).toEqual(['set-3'])
    expect(world(...nine).added(pod('p'))).toHaveLength(9)
  })

  it('RS-13 one that is on its way out when it is first seen is a deletion, not a creation', () => {
    const sets = world(a)
    sets.expectations.expectDeletions('default/a', ['default/p'])
    expect(sets.added(next(pod('p', { owner: a }), terminating))).toEqual(['a'])
    expect(sets.open()).toEqual({ creations: 0, deletions: 0 })
  })

  it('RS-13 a deletion counts once, when it begins, and never for another pod', () => {
    const sets = world(a)
    const before = pod('p', { owner: a })
    const going = next(before, terminating)
    sets.expectations.expectDeletions('default/a', ['default/p', 'default/other'])
    expect(sets.updated(before, going)).toEqual(['a'])
    expect(sets.open()).toEqual({ creations: 0, deletions: 1 })
    sets.updated(
      going,
      next(going, ({ spec }) => (spec.nodeName = 'n')),
    )
    sets.deleted(going)
    expect(sets.open()).toEqual({ creations: 0, deletions: 1 })
  })

  it('RS-13 one that comes back under its name between two looks is both', () => {
    const sets = world(a)
    sets.expectations.expectDeletions('default/a', ['default/p'])
    const before = pod('p', { owner: a })
    const after = next(before, ({ metadata }) => (metadata.uid = 'another'))
    expect(sets.updated(before, after, true)).toEqual(['a', 'a'])
    expect(sets.open()).toEqual({ creations: -1, deletions: 0 })
  })

  it('RS-33 one that became ready has its owner woken again, a second after it is available', () => {
    const slow = replicaSet('a', 1, { spec: { minReadySeconds: 10 } })
    const before = pod('p', { owner: slow })
    const ready = next(before, (copy) => (copy.status = running('2025-01-01T00:00:00Z')))
    expect(world(slow).updated(before, ready)).toEqual(['a', 'a in 11000'])
    expect(
      world(slow).updated(
        ready,
        next(ready, () => undefined),
      ),
    ).toEqual(['a'])
    expect(world(a).updated(before, ready)).toEqual(['a'])
  })
})

describe('what is heard of ReplicaSets', () => {
  it('RS-11 one that is gone, or came back, waits for nothing any more', () => {
    const expectations = new UIDTrackingControllerExpectations()
    const handler = replicaSetEvents(expectations)
    const names: string[] = []
    const queue: RequestQueue = {
      add: ({ name }) => names.push(name),
      addAfter: () => undefined,
      requestsByIndex: () => [],
    }
    const change = { type: 'updated', before: a, object: a, sync: false, own: false } as const
    expectations.expectCreations('default/a', 1)
    void handler.updated?.({ ...change, replaced: false }, queue)
    expect(expectations.satisfiedExpectations('default/a')).toBe(false)
    void handler.updated?.({ ...change, replaced: true }, queue)
    expect(expectations.satisfiedExpectations('default/a')).toBe(true)
    expectations.expectCreations('default/a', 1)
    void handler.deleted?.({ type: 'deleted', object: a, finalStateUnknown: false }, queue)
    expect(expectations.counts.getExpectations('default/a')).toBeUndefined()
    // What is observed late does not make them up again.
    expectations.creationObserved('default/a')
    expect(expectations.counts.getExpectations('default/a')).toBeUndefined()
    expect(names).toEqual(['a', 'a'])
  })
})
