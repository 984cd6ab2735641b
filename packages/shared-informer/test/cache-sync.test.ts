import { faults } from '@rxkube/client/testing'
import { CacheSyncError, InformerNotSyncedError } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { setUp, started } from './support/informer.ts'

const plainList = { watchListUnsupported: true }

async function failureOf(setup: ReturnType<typeof setUp>): Promise<CacheSyncError> {
  await started(setup)
  const waiting = setup.informer.waitForCacheSync({ timeout: '1m' }).catch((error: unknown) => error)
  await setup.clock.advance('1m')
  await setup.informer.stop()
  return (await waiting) as CacheSyncError
}

describe('waitForCacheSync', () => {
  it('resolves when the cache is whole, and leaves no timer', async () => {
    const { informer, clock } = setUp({ pods: ['a'] })
    const synced = informer.waitForCacheSync({ timeout: '1m' })
    informer.start()
    await clock.settle()
    await synced
    await informer.stop()
    expect(clock.pending).toBe(0)
  })

  it('says that listing is forbidden, how often it was tried and what to do', async () => {
    const setup = setUp({ source: plainList })
    setup.source.failNext('list', faults.forbidden('pods'), 100)
    const error = await failureOf(setup)
    expect(error).toBeInstanceOf(CacheSyncError)
    const [cause] = error.errors
    expect(cause).toBeInstanceOf(InformerNotSyncedError)
    expect(cause).toMatchObject({ informer: 'pods', reason: 'Forbidden', code: 403 })
    expect(cause?.attempts).toBeGreaterThan(2)
    expect(cause?.message).toMatch(/grant the verbs list and watch on pods/)
    expect(error.message).toContain(cause?.message ?? 'nothing')
  })

  it('says that the server does not serve it', async () => {
    const setup = setUp({ source: plainList })
    setup.source.failNext('list', faults.notFound(), 100)
    const [cause] = (await failureOf(setup)).errors
    expect(cause).toMatchObject({ reason: 'NotFound', code: 404 })
    expect(cause?.message).toMatch(/install its CustomResourceDefinition/)
  })

  it('says that nothing listens at the address', async () => {
    const setup = setUp({ source: plainList })
    setup.source.failNext('list', faults.refused(), 100)
    const [cause] = (await failureOf(setup)).errors
    expect(cause).toMatchObject({ reason: 'refused', code: undefined })
    expect(cause?.message).toMatch(/check that the API server is up/)
  })

  it('says that a list is still under way, or that it was never started', async () => {
    const setup = setUp({ source: plainList })
    setup.source.failNext('list', faults.hang(), 100)
    expect((await failureOf(setup)).errors[0]).toMatchObject({ reason: 'still listing', attempts: 0 })
    const { informer } = setUp()
    await expect(informer.waitForCacheSync()).rejects.toMatchObject({ errors: [{ reason: 'not started' }] })
    await expect(informer.waitForCacheSync({ timeout: '1m' })).rejects.toThrow(
      /\(not started\); call its start\(\)/,
    )
  })

  it('waits for an informer that a stream runs, or that is started in the same turn', async () => {
    const { informer } = setUp()
    const subscription = informer.changes().subscribe()
    await informer.waitForCacheSync()
    expect(informer.hasSynced()).toBe(true)
    subscription.unsubscribe()
    await informer.stop()
    const other = setUp()
    const waiting = other.informer.waitForCacheSync()
    other.informer.start()
    await waiting
    expect(other.informer.hasSynced()).toBe(true)
    await other.informer.stop()
  })

  it('rejects at once when the informer is stopped', async () => {
    const { informer } = setUp()
    const waiting = informer.waitForCacheSync().catch((error: unknown) => error)
    await informer.stop()
    expect(await waiting).toMatchObject({ errors: [{ reason: 'stopped' }] })
  })

  it('rejects with the reason of the signal, and listens to it no more', async () => {
    const { informer, clock } = setUp()
    const stop = new AbortController()
    const reason = new Error('enough')
    const waiting = informer
      .waitForCacheSync({ timeout: '1m', signal: stop.signal })
      .catch((error: unknown) => error)
    stop.abort(reason)
    expect(await waiting).toBe(reason)
    expect(clock.pending).toBe(0)
    await expect(informer.waitForCacheSync({ signal: stop.signal })).rejects.toBe(reason)
  })
})
