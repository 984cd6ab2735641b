import type { Deltas, Queue } from '@rxkube/delta-fifo'
import fc from 'fast-check'
import { Cache, thing, words, type Thing } from './things.ts'

/**
 * What a server, its reflector and a consumer do. `write` and `remove` are seen by the watch; `miss` changes the
 * server unseen, until the next `relist`. `pop` and `popBatch` work off what waits.
 */
export type Step =
  | { readonly type: 'write' | 'remove'; readonly name: string; readonly seen: boolean }
  | { readonly type: 'relist' | 'resync' | 'bookmark' | 'pop' | 'popBatch' }

const name = fc.constantFrom('a', 'b', 'c', 'd')

export const history: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constant('write' as const), name, seen: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant('remove' as const), name, seen: fc.boolean() }) },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constantFrom('relist' as const, 'resync', 'bookmark', 'pop', 'pop', 'popBatch', 'popBatch'),
      }),
    },
  ),
  { maxLength: 60 },
)

/** What came of a history, after a last relist, when all is worked off. */
export interface Outcome {
  readonly cache: Cache
  readonly server: Record<string, string>
  readonly popped: readonly string[]
  readonly appended: readonly string[]
  readonly batches: readonly Deltas<Thing>[]
  readonly regressions: readonly string[]
  readonly flags: readonly { readonly initial: boolean; readonly synced: boolean }[]
}

export async function play(make: (cache: Cache) => Queue<Thing>, steps: readonly Step[]): Promise<Outcome> {
  const cache = new Cache()
  const queue = make(cache)
  const server = new Map<string, Thing>()
  // What the watch has told so far: what it misses, it is not told of later either, but by a relist.
  let watched = new Map<string, Thing>()
  let version = 0
  const popped: string[] = []
  const appended: string[] = []
  const batches: Deltas<Thing>[] = []
  const regressions: string[] = []
  const flags: { initial: boolean; synced: boolean }[] = []

  const work = (deltas: Deltas<Thing>, initial: boolean): void => {
    flags.push({ initial, synced: queue.hasSynced() })
    batches.push(deltas)
    popped.push(...words(deltas))
    for (const delta of deltas) {
      const before = new Map(cache.objects)
      cache.apply([delta])
      for (const [key, object] of cache.objects) {
        const was = before.get(key)
        if (was && Number(was.metadata.resourceVersion) > Number(object.metadata.resourceVersion))
          regressions.push(`${key}: ${was.metadata.resourceVersion} to ${object.metadata.resourceVersion}`)
      }
    }
  }
  const relist = (): void => {
    watched = new Map(server)
    queue.replace([...server.values()], String(version))
    appended.push(
      `ReplacedAll ${version} ${[...server].map(([key, object]) => key + object.metadata.resourceVersion).join(',')}`,
    )
  }
  const act = async (step: Step): Promise<void> => {
    switch (step.type) {
      case 'write': {
        const object = thing(step.name, ++version)
        server.set(step.name, object)
        if (!step.seen) return
        const type = watched.has(step.name) ? 'Updated' : 'Added'
        if (type === 'Added') queue.add(object)
        else queue.update(object)
        watched.set(step.name, object)
        appended.push(`${type} ${step.name}${version}`)
        return
      }
      case 'remove': {
        if (!server.delete(step.name) || !step.seen) return
        queue.delete(thing(step.name, ++version))
        watched.delete(step.name)
        appended.push(`Deleted ${step.name}${version}`)
        return
      }
      case 'relist':
        return relist()
      case 'resync':
        return queue.resync()
      case 'bookmark':
        queue.bookmark(String(version))
        appended.push(`Bookmark ${version}`)
        return
      case 'pop':
        return queue.size > 0 ? queue.pop(work) : undefined
      case 'popBatch':
        return queue.size > 0 ? queue.popBatch(work, work) : undefined
    }
  }

  for (const step of steps) await act(step)
  relist()
  while (queue.size > 0) await queue.popBatch(work, work)
  const versions = [...server].map(([key, object]) => [key, object.metadata.resourceVersion])
  return {
    cache,
    server: Object.fromEntries(versions) as Record<string, string>,
    popped,
    appended,
    batches,
    regressions,
    flags,
  }
}
