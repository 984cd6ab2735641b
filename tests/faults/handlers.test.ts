import { until } from '@rxkube/testing'
import { sleep } from '@rxkube/clock'
import { deepCopy, type KubernetesObject } from '@rxkube/meta'
import { HandlerError, type ResourceEventHandlerRegistration } from '@rxkube/shared-informer'
import { config } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { ModelledInformer, pod } from '../support/modelled-informer.ts'
import { labelOf, Recorder } from '../support/recorder.ts'

describe('handlers', { timeout: 60_000 }, () => {
  it('FAULT-F1 that are slow cost what they have not seen of each key, and nobody else’s time', async () => {
    await using world = await new ModelledInformer().start('a', 'b', 'c')
    const slow = new Recorder()
    const registration = world.informer.addEventHandler(
      {
        updated: async (before, object, facts) => {
          await sleep(world.clock, 100)
          void slow.updated(before, object, facts)
        },
      },
      { name: 'slow' },
    )
    await world.clock.advance('1s')
    const fast: string[] = []
    world.informer.addEventHandler({ updated: (_, object) => fast.push(labelOf(object)) })
    const backlogs: number[] = []
    for (let burst = 0; burst < 10; burst += 1) {
      for (let round = 0; round < 500; round += 1) {
        for (const name of ['a', 'b', 'c']) world.source.modify(pod(name))
      }
      // oxlint-disable-next-line no-await-in-loop -- the watch has its turn between bursts
      await world.clock.settle()
      backlogs.push(registration.backlog)
    }
    expect(Math.max(...backlogs)).toBeLessThanOrEqual(3)
    expect(fast.at(-1)).toBe(`c${world.source.resourceVersion}`)
    expect(world.informer.status.handlers.find(({ name }) => name === 'slow')?.backlog).toBeGreaterThan(0)
    await world.clock.advance('2s')
    expect(registration.backlog).toBe(0)
    const last = slow.log.slice(-3).map((told) => told.replace(/.*>/, ''))
    expect(last.toSorted()).toEqual(['a15011', 'b15012', 'c15013'])
    expect(slow.log.length).toBeLessThan(20)
  })

  it('FAULT-F2 may remove themselves and add others from within a call', async () => {
    await using world = new ModelledInformer({ resyncPeriod: '2s' })
    const log: string[] = []
    const late = new Recorder()
    let mine: ResourceEventHandlerRegistration | undefined = undefined as
      | ResourceEventHandlerRegistration
      | undefined
    mine = world.informer.addEventHandler({
      added: async (object) => {
        log.push(labelOf(object))
        world.informer.addEventHandler(late)
        await mine?.remove()
      },
    })
    await world.start('a', 'b')
    world.source.modify(pod('a'))
    await world.clock.advance('10s')
    expect(log).toEqual(['a11'])
    expect(late.log.slice(0, 3)).toEqual(['+a11*', '+b12*', '~a11>a13'])
  })

  it('FAULT-F2 hear nothing once their removal has resolved', async () => {
    await using world = await new ModelledInformer().start('a')
    const registration = world.informer.addEventHandler(world.recorder)
    await world.clock.settle()
    await registration.remove()
    const before = world.log.length
    world.source.modify(pod('a'))
    await world.clock.advance('1s')
    expect(world.log.length - before).toBe(1)
  })

  it('FAULT-F3 are in sync when they have returned from the first population, not when it came', async () => {
    await using world = new ModelledInformer()
    world.recorder.stall()
    const registration = world.informer.addEventHandler(world.recorder)
    world.source.add(pod('a'))
    world.informer.start()
    await world.clock.advance('1s')
    expect([world.informer.hasSynced(), registration.hasSynced()]).toEqual([true, false])
    world.recorder.release()
    await world.clock.settle()
    expect(registration.hasSynced()).toBe(true)
  })

  it('FAULT-F4 that come late are told that what they see first is initial', async () => {
    await using world = await new ModelledInformer().start('a')
    const late = new Recorder()
    world.informer.addEventHandler(late)
    await world.clock.settle()
    world.source.add(pod('b'))
    await world.clock.settle()
    expect(late.log).toEqual(['+a11*', '+b12'])
  })

  it('FAULT-F7 cannot change what others see', async () => {
    await using world = new ModelledInformer({ freeze: 'eager' })
    const failures: unknown[] = []
    const attempt = (change: () => unknown) => {
      try {
        change()
      } catch (error) {
        failures.push(error)
      }
    }
    const second: unknown[] = []
    world.informer.addEventHandler({
      added: (cached) => {
        const object = cached as KubernetesObject
        attempt(() => Object.assign(object.metadata?.labels ?? {}, { node: 'stolen' }))
        attempt(() => delete object.metadata)
      },
    })
    world.informer.addEventHandler({ added: (object) => second.push(object.metadata?.labels) })
    await world.start('a')
    expect(failures).toEqual([expect.any(TypeError), expect.any(TypeError)])
    expect(second).toEqual([{ node: 'n1' }])
    expect(world.informer.lister.namespace('default').get('a').metadata?.labels).toEqual({ node: 'n1' })
  })

  it('FAULT-F7 change copies as they like', async () => {
    await using world = await new ModelledInformer({ freeze: 'eager' }).start('a')
    const mine = deepCopy(world.informer.lister.namespace('default').get('a'))
    mine.metadata = { ...mine.metadata, labels: { node: 'mine' } }
    expect(world.informer.indexer.getByKey('default/a')?.metadata?.labels).toEqual({ node: 'n1' })
  })

  it('FAULT-F15 that throw or reject are reported, skipped and called again after a pause', async () => {
    await using world = new ModelledInformer()
    const seen: string[] = []
    world.informer.addEventHandler(
      {
        added: (object) => {
          seen.push(labelOf(object))
          if (seen.length === 1) throw new Error('thrown')
          return Promise.reject(new Error('rejected'))
        },
      },
      { name: 'bad' },
    )
    await world.start('a', 'b', 'c')
    await world.clock.advance('5s')
    expect(seen).toEqual(['a11', 'b12', 'c13'])
    expect(world.log).toEqual(['+a11*', '+b12*', '+c13*'])
    expect(world.errors.map((error) => error instanceof HandlerError)).toEqual([true, true, true])
    expect(world.errors[0]?.message).toContain(
      'handler "bad" of the informer of pods failed at "added default/a": thrown',
    )
  })

  it('FAULT-F15 of streams may subscribe, unsubscribe and throw within a call, and order stays', async () => {
    await using world = await new ModelledInformer().start('a')
    const first: string[] = []
    const second: string[] = []
    const told = ({ type, ...rest }: { readonly type: string; readonly key?: string }) =>
      `${type} ${rest.key ?? ''}`
    world.informer.changes().subscribe({
      next: (change) => {
        first.push(told(change))
        if (change.type !== 'added' || !change.initial) return
        // Comes back into the informer from within a delivery.
        world.source.add(pod('b'))
        world.informer.changes().subscribe((other) => second.push(told(other)))
      },
    })
    await world.clock.settle()
    expect(first).toEqual(['added default/a', 'synced ', 'added default/b'])
    expect(second.toSorted()).toEqual(['added default/a', 'added default/b', 'synced '])
    expect(world.log).toEqual(['+a11*', '+b12'])
  })

  it('FAULT-F15 of one stream that throw are reported and leave the others and the informer as they are', async () => {
    const unhandled: unknown[] = []
    config.onUnhandledError = (error) => unhandled.push(error)
    await using world = await new ModelledInformer().start('a')
    const kept: string[] = []
    world.informer.changes().subscribe(() => {
      throw new Error('a subscriber that throws')
    })
    world.informer.changes().subscribe((change) => kept.push(change.type))
    await world.clock.settle()
    world.source.modify(pod('a'))
    await world.clock.settle()
    await until(() => unhandled.length === 3)
    config.onUnhandledError = null
    expect(kept).toEqual(['added', 'synced', 'updated'])
    expect(world.log).toEqual(['+a11*', '~a11>a12'])
    expect(String(unhandled[0])).toContain('a subscriber that throws')
  })

  it('FAULT-F15 of one stream that end it leave the others and the informer as they are', async () => {
    await using world = await new ModelledInformer().start('a')
    const kept: string[] = []
    world.informer.changes().subscribe((change) => kept.push(change.type))
    const gone = world.informer.changes().subscribe(() => gone.unsubscribe())
    await world.clock.settle()
    world.source.modify(pod('a'))
    await world.clock.settle()
    expect(kept).toEqual(['added', 'synced', 'updated'])
    expect(world.count('list')).toBe(1)
  })
})
