import assert from 'node:assert/strict'
import type { ListerWatcher, ListOptions, WatchEvent } from '@rxkube/client'
import { compareResourceVersion, type KubernetesObject } from '@rxkube/meta'
import type { TestRegistrar } from './test-registrar.ts'

/** A collection to be listed and watched, and a way to write to it. Each write resolves when the server has it. */
export interface ContractCollection {
  readonly source: ListerWatcher
  readonly create: (name: string) => unknown
  readonly update: (name: string) => unknown
  readonly remove: (name: string) => unknown
  /** Called at the end of each test. */
  readonly close?: () => unknown
}

/**
 * Registers what a reflector needs of what it lists and watches through, for upstream's contract of
 * `cache.ListerWatcher` and of API servers. `make` gives an empty collection.
 */
export function passesListerWatcher(
  test: TestRegistrar,
  name: string,
  make: () => ContractCollection | Promise<ContractCollection>,
): void {
  const it = (what: string, body: (collection: ContractCollection) => Promise<void>): void => {
    test(`${name}: ${what}`, async () => {
      const collection = await make()
      try {
        await body(collection)
      } finally {
        await collection.close?.()
      }
    })
  }

  it('lists every object, and then one end with the version of the list', async ({ source, create }) => {
    for (const each of ['a', 'b', 'c']) await create(each)
    const { names, versions, ends } = await listed(source)
    assert.deepEqual(names, ['a', 'b', 'c'])
    assert.equal(ends.length, 1)
    for (const version of versions) assert.ok(compareResourceVersion(version, ends[0] ?? '') <= 0)
  })

  it('lists nothing with a version, too', async ({ source }) => {
    const { names, ends } = await listed(source)
    assert.deepEqual(names, [])
    assert.match(ends[0] ?? '', /./)
  })

  it('watches everything after the version of a list, nothing before it, in order', async (collection) => {
    const { source, create, update, remove } = collection
    await create('a')
    const { ends } = await listed(source)
    await create('b')
    await update('a')
    const events = await watched(collection, { resourceVersion: ends[0] ?? '' }, () => remove('b'))
    assert.deepEqual(events.map(wordOf), ['ADDED b', 'MODIFIED a', 'DELETED b'])
    const versions = events.map(versionOf)
    for (const [at, version] of versions.entries())
      assert.ok(at === 0 || compareResourceVersion(version, versions[at - 1] ?? '') > 0)
  })

  it('tells of objects with name, uid and version', async (collection) => {
    const { source, create } = collection
    const { ends } = await listed(source)
    const [event] = await watched(collection, { resourceVersion: ends[0] ?? '' }, () => create('a'))
    assert.ok(event)
    const { name: named, uid, resourceVersion } = metaOf(event) ?? {}
    assert.equal(named, 'a')
    assert.ok(uid)
    assert.ok(resourceVersion)
  })

  it('begins with the state where a WatchList is asked for, and says where that ends', async (collection) => {
    const { source, create, remove } = collection
    if (source.watchListUnsupported === true) return
    await create('a')
    await create('b')
    await remove('a')
    const options = {
      sendInitialEvents: true,
      allowWatchBookmarks: true,
      resourceVersionMatch: 'NotOlderThan',
    } as const
    const [first, end] = await watched(collection, options)
    assert.equal(first && wordOf(first), 'ADDED b')
    assert.equal(end?.type, 'BOOKMARK')
    const { annotations } = end.object.metadata ?? {}
    assert.equal(annotations?.['k8s.io/initial-events-end'], 'true')
  })

  it('ends a watch that is stopped, as often as one likes', async ({ source }) => {
    const { ends } = await listed(source)
    const stream = await source.watch({ resourceVersion: ends[0] ?? '' }, call())
    const reading = stream[Symbol.asyncIterator]().next()
    stream.stop()
    stream.stop()
    assert.equal((await reading).done, true)
  })

  it('rejects with the reason of a signal that was aborted', async ({ source }) => {
    const reason = new Error('enough')
    const aborted = { signal: AbortSignal.abort(reason) }
    const isReason = (error: unknown): boolean => error === reason
    await assert.rejects(Array.fromAsync(source.list({}, aborted)), isReason)
    await assert.rejects(source.watch({}, aborted), isReason)
  })
}

const call = (): { readonly signal: AbortSignal } => ({ signal: new AbortController().signal })

async function listed(source: ListerWatcher) {
  const names: string[] = []
  const versions: string[] = []
  const ends: string[] = []
  for await (const part of source.list({}, call())) {
    if (part.type === 'end') ends.push(part.metadata.resourceVersion ?? '')
    else {
      for (const { metadata } of part.items) {
        names.push(metadata?.name ?? '')
        versions.push(metadata?.resourceVersion ?? '')
      }
    }
  }
  return { names: names.toSorted(), versions, ends }
}

type Event = WatchEvent<KubernetesObject>

const metaOf = ({ object }: Event): KubernetesObject['metadata'] => object.metadata
const wordOf = (event: Event): string => `${event.type} ${metaOf(event)?.name}`
const versionOf = ({ object }: Event): string => object.metadata?.resourceVersion ?? ''

const fence = 'zz-last'

/** What a watch tells until all that was written has come, without plain bookmarks; `meanwhile` happens once it is open. */
async function watched(
  { source, create }: ContractCollection,
  options: ListOptions,
  meanwhile?: () => unknown,
): Promise<Event[]> {
  const stream = await source.watch(options, call())
  const taken: Event[] = []
  try {
    await meanwhile?.()
    // What is lost would be waited for without end, were it not for something that comes after it.
    await create(fence)
    for await (const events of stream) {
      for (const event of events) if (!isPlainBookmark(event)) taken.push(event)
      if (taken.some((event) => wordOf(event) === `ADDED ${fence}`)) break
    }
  } finally {
    stream.stop()
  }
  return taken.filter((event) => wordOf(event) !== `ADDED ${fence}`)
}

function isPlainBookmark({ type, object }: Event): boolean {
  return type === 'BOOKMARK' && object.metadata?.annotations === undefined
}
