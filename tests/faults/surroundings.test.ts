import { CacheSyncError, InformerNotSyncedError } from '@rxkube/shared-informer'
import { faults, FakeControllerSource } from '@rxkube/client/testing'
import { seededRandom, TestClock } from '@rxkube/clock'
import { replies, scriptStatus } from '@rxkube/testing'
import { SharedInformer } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { scriptedInformer } from '../support/scripted-informer.ts'

describe('the API around an informer', { timeout: 60_000 }, () => {
  it('FAULT-E1 that lost a custom resource is asked ever less often, and nobody else waits for it', async () => {
    const clock = new TestClock()
    const gone = new FakeControllerSource({ clock, watchListUnsupported: true })
    const there = new FakeControllerSource({ clock, watchListUnsupported: true })
    gone.failNext('list', faults.notFound(), 10_000)
    const make = (source: FakeControllerSource) =>
      new SharedInformer(source, { clock, random: seededRandom(3), watchErrorHandler: () => undefined })
    const [lost, other] = [make(gone), make(there)]
    lost.start()
    other.start()
    await clock.advance('10m')
    expect(other.hasSynced()).toBe(true)
    expect(lost.hasSynced()).toBe(false)
    const lastMinute = gone.requests.filter(({ at }) => at > clock.monotonic() - 60_000)
    expect(gone.requests.length).toBeGreaterThan(10)
    expect(lastMinute.length).toBeLessThanOrEqual(4)
    expect(lost.status.lastError?.message).toContain('404')
    await Promise.all([lost.stop(), other.stop()])
  })

  it('FAULT-E2 that has a custom resource anew is read anew: other uids, lower versions, the old ones deleted', async () => {
    await using world = await scriptedInformer(`
      L(0)500[a400 b450] W500: E410
      L(500)/404 L(500)/404 L(500)/504 L("")20[a'15 c18] W20: ~c21`)
    await world.play(() => world.log.includes('~c18>c21'))
    expect(world.cached).toEqual(["a'15", 'c21'])
    expect(world.log.slice(2)).toEqual(['-b450?', "~a400>a'15!", '+c18', '~c18>c21'])
    world.server.verify()
  })

  it('FAULT-E3 that answers 500 for ten minutes is waited for as long as one likes, and found again by itself', async () => {
    await using world = await scriptedInformer('')
    world.server.otherwise(replies.status(500))
    world.informer.start()
    const waiting = world.informer.waitForCacheSync({ timeout: '1m' }).then(
      () => undefined,
      (error: unknown) => error,
    )
    await world.pass(() => world.watchErrors.length >= 20)
    const error = await waiting
    expect(error).toBeInstanceOf(CacheSyncError)
    expect((error as CacheSyncError).errors[0]?.code).toBe(500)
    world.server.play('L10[a5] W10:')
    await world.pass(() => world.informer.hasSynced())
    expect(world.cached).toEqual(['a5'])
  })

  it('FAULT-E4 that forbids the list is named in what waiting for the cache rejects with', async () => {
    await using world = await scriptedInformer('')
    world.server.otherwise(replies.status(403))
    world.informer.start()
    const waiting = world.informer.waitForCacheSync({ timeout: '5s' }).then(
      () => undefined,
      (error: unknown) => error,
    )
    await world.pass(() => world.watchErrors.length > 0)
    await world.clock.advance('5s')
    const [lagging] = ((await waiting) as CacheSyncError).errors
    expect(lagging).toBeInstanceOf(InformerNotSyncedError)
    expect(lagging?.reason).toBe('Forbidden')
    expect(lagging?.message).toContain('RBAC')
    expect(world.informer.hasSynced()).toBe(false)
  })

  it('FAULT-E9 FEAT-B21 that deletes an object it cannot read is listed again, which tells of the deletion', async () => {
    await using world = await scriptedInformer('L(0)10[a5 b7]')
    world.server.answer('watch', async (exchange) => {
      exchange.head(200)
      const object = { ...scriptStatus(500), reason: 'StorageReadError', message: 'corrupt' }
      await exchange.write(`${JSON.stringify({ type: 'ERROR', object })}\n`)
      exchange.end()
    })
    world.server.play('L(10)12[b7] W12:')
    await world.play(() => world.watches.length === 2)
    expect(world.log).toEqual(['+a5*', '+b7*', '-a5?'])
    world.server.verify()
  })
})
