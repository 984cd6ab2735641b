import { faults, FakeControllerSource, statuses, type FakeFault } from '@rxkube/client/testing'
import { seededRandom, TestClock } from '@rxkube/clock'
import { metaNamespaceKey } from '@rxkube/meta'
import { reflect, reflector, type ReflectorStore } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { pod, type Pod } from './support/objects.ts'

class MapStore implements ReflectorStore<Pod> {
  objects = new Map<string, Pod>()
  replace(objects: ReadonlyMap<string, Pod>): void {
    this.objects = new Map(objects)
  }
  add(object: Pod): void {
    this.objects.set(metaNamespaceKey(object), object)
  }
  update(object: Pod): void {
    this.add(object)
  }
  delete(object: Pod): void {
    this.objects.delete(metaNamespaceKey(object))
  }
}

const listFaults: readonly FakeFault<Pod>[] = [
  faults.refused(),
  faults.reset(),
  faults.expired(),
  faults.tooLarge('cause'),
  faults.tooLarge('causeMessage'),
  faults.tooLarge('message'),
  faults.tooManyRequests(1),
  faults.forbidden(),
  faults.notFound(),
  faults.internalError(),
  faults.html(),
  faults.noResourceVersion(),
  faults.tableList(),
  faults.truncated(1),
]

const watchFaults: readonly FakeFault<Pod>[] = [
  faults.refused(),
  faults.reset(),
  faults.expired('Expired'),
  faults.expired('Gone'),
  faults.tooLarge(),
  faults.tooManyRequests(),
  faults.tooManyRequests(2),
  faults.forbidden(),
  faults.internalError(),
  faults.close(),
  faults.close(1),
  faults.close(3),
  faults.interrupt(),
  faults.interrupt(2),
  faults.silence(),
  faults.silence(2),
  faults.noInitialEventsEnd(),
  faults.repeat(2),
  faults.replay(1),
  faults.error(statuses.expired(), 1),
  faults.error(statuses.internalError()),
  faults.error(statuses.storageReadError(), 1),
  faults.error(statuses.tooManyRequests(), 2),
  faults.undecodable(1),
  faults.unknownType(1),
  faults.wrongType(1),
  faults.table(1),
]

async function survive(seed: number, rounds: number, watchList: boolean) {
  const random = seededRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next() * from.length)] as T
  const clock = new TestClock()
  const source = new FakeControllerSource<Pod>({ clock, apiVersion: 'v1', kind: 'Pod', watchList })
  source.view(1)
  const store = new MapStore()
  const delivered = new Set<string | undefined>(['', '0'])
  let errors = 0
  const subscription = reflector(source, {
    clock,
    random,
    pageSize: pick([0, 3]),
    expectedType: { apiVersion: 'v1', kind: 'Pod' },
    maxInternalErrorRetryDuration: pick([0, 10_000]),
  })
    .pipe(reflect(store))
    .subscribe((events) => {
      for (const event of events) {
        if (event.type === 'error') errors++
        if ('resourceVersion' in event) delivered.add(event.resourceVersion)
        if ('object' in event) delivered.add(event.object.metadata?.resourceVersion)
      }
    })

  for (let round = 0; round < rounds; round++) {
    if (random.next() < 0.5) source.failNext('list', pick(listFaults))
    else source.failNext('watch', pick(watchFaults))
    for (let writes = Math.floor(random.next() * 4); writes > 0; writes--) {
      const name = pick(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      const known = source.objects.get(`default/${name}`)
      if (!known) source.add(pod(name))
      else if (random.next() < 0.4) source.delete(known)
      else source.modify(known)
    }
    if (random.next() < 0.1) source.compact()
    if (random.next() < 0.1) source.sendBookmark()
    if (random.next() < 0.2) pick([() => source.closeStreams(), () => source.interruptStreams()])()
    if (random.next() < 0.1) source.useView(pick([0, 1]))
    if (random.next() < 0.1) source.view(1).lag = pick([0, 2, 5])
    await clock.advance(random.next() * 20_000)
    expect(source.streams).toBeLessThanOrEqual(1)
  }
  source.heal()
  await clock.advance('20m')
  const view = Object.fromEntries(store.objects)
  const truth = Object.fromEntries(source.objects)
  subscription.unsubscribe()
  await clock.settle()
  return { view, truth, errors, delivered, source, clock }
}

describe('a reflector under faults', () => {
  it.each([
    [1, true],
    [2, false],
  ])(
    'REF-33 INV-I12 INV-I13 converges after 1000 faults in a row (seed %i, WatchList %s)',
    async (seed, watchList) => {
      const { view, truth, errors, source, clock } = await survive(seed, 1000, watchList)
      expect(view).toEqual(truth)
      expect(errors).toBeGreaterThan(200)
      expect(source.streams).toBe(0)
      expect(clock.pending).toBe(0)
    },
    30_000,
  )

  it.each(Array.from({ length: 20 }, (_, seed) => [seed + 10]))(
    'REF-33 INV-I12 converges after 50 faults (seed %i)',
    async (seed) => {
      const { view, truth } = await survive(seed, 50, seed % 2 === 0)
      expect(view).toEqual(truth)
    },
  )

  it('INV-I10 never asks for a version that it has not seen', async () => {
    const { source, delivered } = await survive(99, 200, true)
    const asked = source.requests.map(({ options }) => options.resourceVersion ?? '')
    expect(asked.filter((version) => !delivered.has(version))).toEqual([])
    expect(new Set(asked).size).toBeGreaterThan(20)
  })

  it('FAULT-A16 finds out that the server was restored from a backup, and reads the newest state', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource<Pod>({
      clock,
      apiVersion: 'v1',
      kind: 'Pod',
      watchListUnsupported: true,
    })
    const store = new MapStore()
    source.add(pod('old'))
    const backup = Number(source.resourceVersion)
    for (const name of ['a', 'b', 'c', 'd']) source.add(pod(name))
    const subscription = reflector(source, { clock }).pipe(reflect(store)).subscribe()
    await clock.settle()
    expect(store.objects.size).toBe(5)
    source.restore(backup)
    // The watch from the future is silent until its timeout; the next is refused.
    await clock.advance('12m')
    expect([...store.objects.keys()]).toEqual(['default/old'])
    subscription.unsubscribe()
  })
})
