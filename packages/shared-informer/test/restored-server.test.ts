import { faults } from '@rxkube/client/testing'
import { describe, expect, it } from 'vitest'
import { podOf, recorder, setUp, started, type SetUpOptions } from './support/informer.ts'

/** An informer whose server went back, and then gave the version that is cached to another state. */
async function restored(options: SetUpOptions) {
  const setup = await started(setUp({ pods: ['a', 'b'], ...options }))
  const { source, clock, informer } = setup
  const backup = Number(source.resourceVersion)
  source.modify(podOf('a', { value: 1 }))
  await clock.settle()
  source.restore(backup)
  source.modify(podOf('a', { value: 2 }))
  const relist = async () => {
    source.compact()
    source.closeStreams()
    source.failNext('watch', faults.expired())
    await clock.advance('5m')
  }
  const value = () => informer.lister.namespace('default').get('a').spec?.value
  return { ...setup, relist, value }
}

describe.each(['RealFIFO', 'DeltaFIFO'] as const)('an informer on a %s after a restore of etcd', (queue) => {
  it('FAULT-A16 GUAR-G4 shows what the server has, also where the version is that of another state', async () => {
    const { relist, value, informer } = await restored({ queue })
    expect(value()).toBe(1)
    await relist()
    expect(value()).toBe(2)
    await informer.stop()
  })

  it('FAULT-A16 tells handlers of such an object as of any change, and of others as unchanged', async () => {
    const { relist, informer, clock } = await restored({ queue })
    const handler = recorder()
    informer.addEventHandler(handler)
    await clock.settle()
    handler.log.length = 0
    await relist()
    expect(handler.log.toSorted()).toEqual(['updated a 4->4', 'updated b 3->3 sync'])
    await informer.stop()
  })

  it('heals by a relist what a reader has changed in the cache, and keeps what nobody changed', async () => {
    const setup = await started(setUp({ pods: ['a', 'b'], queue, freeze: 'off' }))
    const { source, clock, informer } = setup
    const pods = informer.lister.namespace('default')
    const [a, b] = [pods.get('a'), pods.get('b')]
    Object.assign(a.spec ?? {}, { value: 666 })
    source.failNext('watch', faults.expired())
    source.closeStreams()
    await clock.advance('5m')
    expect(pods.get('a').spec).toEqual({})
    expect(pods.get('b')).toBe(b)
    await informer.stop()
  })
})
