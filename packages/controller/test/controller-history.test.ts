import {
  compareControllerRevisions,
  ControllerHistory,
  controllerRevisionHashLabel,
  controllerRevisionName,
  equalControllerRevisions,
  findEqualControllerRevisions,
  hashControllerRevision,
  newControllerRevision,
} from '@rxkube/controller'
import { ControllerRevision, LabelSelector, labelSelectorFrom, StatefulSet } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const parent = (name: string, uid = `uid-of-${name}`) => ({ metadata: { name, namespace: 'default', uid } })

const revisionOf = (owner: ReturnType<typeof parent>, data: Record<string, unknown>, revision = 1) =>
  newControllerRevision({
    parent: owner,
    parentResource: StatefulSet,
    labels: { app: owner.metadata.name },
    data,
    revision,
    collisionCount: 0,
  })

const keeping = (
  data: Record<string, unknown>,
  facts: Partial<ControllerRevision> = {},
): ControllerRevision => ({
  metadata: {},
  revision: 1,
  data,
  ...facts,
})

async function world() {
  // No garbage collector: it would delete what belongs to parents that are not there.
  const env = new TestEnv({ server: { controllers: [] } })
  const cache: ControllerRevision[] = []
  const history = new ControllerHistory({
    client: env.client,
    parentResource: StatefulSet,
    list: (_, selector) => cache.filter(({ metadata }) => selector.matches(metadata.labels)),
  })
  return { env, cache, history }
}

describe('H-6 the name of a revision', () => {
  it.each([
    [{ a: 1 }, undefined, '69966c9df7'],
    [{ a: 1 }, 0, 'd55c4ff5f'],
    [{ a: 1 }, 1, 'd55c4ff5d'],
    [undefined, undefined, '65bb57b6b5'],
  ])('H-6 of %j and %s collisions has the hash %s', (data, collisions, hash) => {
    expect(hashControllerRevision({ ...keeping({}), data }, collisions)).toBe(hash)
  })

  it('H-6 is cut so that it stays below 235 characters', () => {
    const name = controllerRevisionName('a'.repeat(300), '65bb57b6b5')
    expect(name).toBe(`${'a'.repeat(223)}-65bb57b6b5`)
    expect(name.length).toBeLessThanOrEqual(234)
  })
})

describe('H-1 the history of a parent', () => {
  it('H-1 is its own revisions and those of nobody, never those of another one', async () => {
    const { env, cache, history } = await world()
    await using _ = env
    const [own, other] = [parent('a'), parent('b')]
    const orphan = { ...revisionOf(own, { v: 2 }, 2) }
    orphan.metadata = { ...orphan.metadata, name: 'orphan' }
    delete orphan.metadata.ownerReferences
    const theirs = revisionOf(other, { v: 3 }, 3)
    theirs.metadata.labels = { app: 'a' }
    cache.push(theirs, orphan, revisionOf(own, { v: 1 }, 1))
    const selector = labelSelectorFrom({ matchLabels: { app: 'a' } })
    expect(history.list(own, selector).map(({ data }) => data)).toEqual([{ v: 1 }, { v: 2 }])
    expect(history.list(own, LabelSelector.nothing)).toEqual([])
  })
})

describe('H-2 a revision that is created', () => {
  it('H-2 has its name, which does not clash with that of another parent', async () => {
    const { env, history } = await world()
    await using _ = env
    const [a, b] = [parent('a'), parent('b')]
    const first = await history.create(a, revisionOf(a, { v: 1 }), 0)
    const second = await history.create(b, revisionOf(b, { v: 1 }), 0)
    expect([first.collisionCount, second.collisionCount]).toEqual([0, 0])
    expect(first.revision.metadata.name).toBe(revisionOf(a, { v: 1 }).metadata.name)
    expect(second.revision.metadata.name).toMatch(/^b-/)
  })

  it('H-2 under a name that other data has gets another one, and is found again', async () => {
    const { env, history } = await world()
    await using _ = env
    const a = parent('a')
    const wanted = revisionOf(a, { v: 1 })
    await env.client.create(ControllerRevision, {
      ...keeping({ other: true }),
      metadata: { name: wanted.metadata.name ?? '', namespace: 'default' },
    })
    const created = await history.create(a, wanted, 0)
    expect(created.collisionCount).toBe(1)
    expect(created.revision.metadata.name).toBe(`a-${hashControllerRevision(wanted, 1)}`)
    // Its label is not made anew.
    expect(created.revision.metadata.labels?.[controllerRevisionHashLabel]).toBe(
      hashControllerRevision(wanted, 0),
    )
    expect(await history.create(a, wanted, 1)).toEqual(created)
  })
})

describe('H-3 the number of a revision', () => {
  it('H-3 is changed, also where others write at the same time', async () => {
    const { env, history } = await world()
    await using _ = env
    const a = parent('a')
    const { revision } = await history.create(a, revisionOf(a, { v: 1 }), 0)
    await env.client.patch(
      ControllerRevision,
      { namespace: 'default', name: revision.metadata.name ?? '' },
      { metadata: { labels: { more: 'x' } } },
    )
    const updated = history.update(revision, 5)
    await env.advance('1s')
    expect(await updated).toMatchObject({ revision: 5, metadata: { labels: { more: 'x' } } })
  })

  it('H-3 that it has already is not written, and other failures end it', async () => {
    const { env, history } = await world()
    await using _ = env
    const a = parent('a')
    const unknown = revisionOf(a, { v: 1 }, 7)
    expect(await history.update(unknown, 7)).toBe(unknown)
    await expect(history.update(unknown, 8)).rejects.toMatchObject({ reason: 'NotFound' })
  })
})

describe('H-4 who a revision belongs to', () => {
  it('H-4 one without a controller is adopted, one with a controller is not', async () => {
    const { env, history } = await world()
    await using _ = env
    const set = await env.client.create(StatefulSet, {
      metadata: { name: 'a', namespace: 'default' },
      spec: {
        serviceName: 'a',
        selector: { matchLabels: { app: 'a' } },
        template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'c', image: 'i' }] } },
      },
    })
    const orphan = await env.client.create(ControllerRevision, {
      ...keeping({ v: 1 }),
      metadata: { name: 'orphan', namespace: 'default' },
    })
    const adopted = await history.adopt(set, orphan)
    expect(adopted.metadata.ownerReferences).toMatchObject([{ uid: set.metadata.uid, controller: true }])
    await expect(history.adopt(set, adopted)).rejects.toMatchObject({ name: 'RevisionHasControllerError' })
    const released = await history.release(set, adopted)
    expect(released?.metadata.ownerReferences).toBeUndefined()
    await history.delete(orphan)
    expect(await history.release(set, adopted)).toBeUndefined()
  })
})

describe('H-5 revisions', () => {
  it('H-5 are the same when they keep the same, whatever the order of keys', () => {
    const one = keeping({ a: 1, b: 2 })
    expect(equalControllerRevisions(one, keeping({ b: 2, a: 1 }, { revision: 9 }))).toBe(true)
    expect(equalControllerRevisions(one, keeping({ a: 1 }))).toBe(false)
    expect(equalControllerRevisions(undefined, undefined)).toBe(true)
    expect(equalControllerRevisions(one, undefined)).toBe(false)
    const hashed = (hash: string) =>
      keeping({}, { metadata: { labels: { [controllerRevisionHashLabel]: hash } } })
    expect(equalControllerRevisions(hashed('1'), hashed('2'))).toBe(false)
    expect(equalControllerRevisions(hashed('x1'), hashed('x2'))).toBe(true)
    const found = findEqualControllerRevisions([one, keeping({}), keeping({ b: 2, a: 1 })], one)
    expect(found).toEqual([one, keeping({ b: 2, a: 1 })])
  })

  it('H-5 are sorted by number, then age, then name', () => {
    const made = (name: string, revision: number, creationTimestamp = '2025-01-01T00:00:00Z') =>
      keeping({}, { revision, metadata: { name, creationTimestamp } })
    const sorted = [made('d', 2), made('c', 1, '2025-01-02T00:00:00Z'), made('b', 1), made('a', 1)].toSorted(
      compareControllerRevisions,
    )
    expect(sorted.map(({ metadata }) => metadata.name)).toEqual(['a', 'b', 'c', 'd'])
  })
})
