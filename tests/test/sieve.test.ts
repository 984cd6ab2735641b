import { isAlreadyExists, isConflict, isNotFound } from '@rxkube/client'
import { seededRandom } from '@rxkube/clock'
import type { Cached, KubernetesObject } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'
import { SieveCrashError, sieve, type SieveOptions, type SieveWorld, type SieveWriter } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

/** A parent wants so many children; a child says whose it is. */
interface Thing extends KubernetesObject {
  readonly replicas?: number
  readonly owner?: string
}

const namespace = 'default'
const parent = (replicas: number): Thing => ({ metadata: { name: 'web', namespace }, replicas })
const child = (name: string, owner: string): Thing => ({ metadata: { name, namespace }, owner })

type Reconcile = (cache: SharedInformer<Thing, string>, writer: SieveWriter<Thing>) => Promise<void>

/** An informer, and `reconcile` after each change, one at a time; what fails is tried again. */
function controller(reconcile: Reconcile) {
  return ({ source, writer, clock }: SieveWorld<Thing>) => {
    const informer = new SharedInformer<Thing, string>(source, {
      clock,
      random: seededRandom(1),
      freeze: 'off',
    })
    let last = Promise.resolve()
    let stopped = false
    const again = (): void => {
      last = last.then(act)
    }
    const act = async (): Promise<void> => {
      if (stopped || !informer.hasSynced()) return
      try {
        await reconcile(informer, writer)
      } catch (error) {
        if (error instanceof SieveCrashError) return
        if (!isNotFound(error) && !isConflict(error) && !isAlreadyExists(error)) throw error
        clock.setTimer(1000, again)
      }
    }
    informer.addEventHandler({ added: again, updated: again, deleted: again })
    informer.start()
    void informer.synced.then(again, () => undefined)
    return {
      stop: async () => {
        stopped = true
        await informer.stop()
        await last
      },
    }
  }
}

function wanted(cache: SharedInformer<Thing, string>): readonly string[] {
  const { replicas = 0 } = cache.indexer.getByKey(`${namespace}/web`) ?? {}
  return Array.from({ length: replicas }, (_, at) => `web-${at}`)
}

const childrenIn = (cache: SharedInformer<Thing, string>): readonly Cached<Thing>[] =>
  cache.indexer.list().filter(({ owner }) => owner === 'web')

/** Names follow from what is wanted, and what is deleted is what was seen. */
const careful: Reconcile = async (cache, writer) => {
  const names = wanted(cache)
  const there = new Set(childrenIn(cache).map(({ metadata }) => metadata?.name))
  for (const name of names) if (!there.has(name)) await writer.add(child(name, 'web'))
  for (const each of childrenIn(cache)) {
    if (!names.includes(each.metadata?.name ?? '')) await writer.delete(each as Thing)
  }
}

const steps: SieveOptions<Thing>['steps'] = [
  (server) => server.add(parent(3)),
  (server) => server.modify(parent(1)),
  (server) => server.modify(parent(2)),
  (server) => server.delete(parent(2)),
]

describe('sieve', { timeout: 60_000 }, () => {
  it('finds nothing in a controller that is level-triggered and careful', async () => {
    const report = await sieve({ start: controller(careful), steps })
    expect(report.findings).toEqual([])
    expect(report.writes).toBeGreaterThanOrEqual(8)
    expect(report.plans).toBe(2 * report.writes + 3 + 3)
  })

  it('finds a controller that names its children anew after a crash (intermediate state)', async () => {
    let made = 0
    const forgetful: Reconcile = async (cache, writer) => {
      const missing = wanted(cache).length - childrenIn(cache).length
      // Two writes for one thing: what is between them is lost.
      for (let at = 0; at < missing; at++) {
        const name = `child-${++made}`
        await writer.add(child(name, ''))
        await writer.modify(child(name, 'web'))
      }
    }
    const outcome = ({ owner, replicas }: Thing) => ({ owner, replicas })
    const end = ({ metadata, ...rest }: Thing) => ({ ...outcome(rest), named: metadata?.name !== undefined })
    const report = await sieve({ start: controller(forgetful), steps: steps.slice(0, 1), outcome: end })
    expect(new Set(report.findings.map(({ plan }) => plan.kind))).toContain('crashAfter')
  })

  it('finds a controller that deletes by what an old cache says (stale state)', async () => {
    const reckless: Reconcile = async (cache, writer) => {
      await careful(cache, {
        ...writer,
        // Without uid and version, and never again.
        delete: (object) => writer.delete(child(object.metadata?.name ?? '', 'web')),
      })
    }
    // What the controller may not lose: children keep the uid that they had first.
    const outcome = ({ metadata, owner }: Thing) => (owner === 'web' ? metadata?.uid : 'parent')
    const breathing: SieveOptions<Thing>['steps'] = [
      (server) => server.add(parent(2)),
      (server) => server.modify(parent(1)),
      (server) => server.modify(parent(2)),
    ]
    const report = await sieve({ start: controller(reckless), steps: breathing, outcome })
    expect(report.findings.map(({ plan }) => plan.kind)).toContain('stale')
    const safe = await sieve({ start: controller(careful), steps: breathing, outcome })
    expect(safe.findings.filter(({ plan }) => plan.kind === 'stale')).toEqual([])
  })

  it('finds a controller that counts on seeing every change (unobserved state)', async () => {
    const edge = (world: SieveWorld<Thing>) => {
      const informer = new SharedInformer<Thing, string>(world.source, {
        clock: world.clock,
        freeze: 'off',
      })
      const ignore = (): undefined => undefined
      informer.addEventHandler({
        updated: (before, after) => {
          if ((before.replicas ?? 0) <= (after.replicas ?? 0)) return
          void world.writer.add(child(`shrunk-${before.replicas}`, 'web')).catch(ignore)
        },
      })
      informer.start()
      return { stop: () => informer.stop() }
    }
    const report = await sieve({ start: edge, steps: steps.slice(0, 3) })
    expect(report.findings.map(({ plan }) => plan.kind)).toContain('unobserved')
  })
})
