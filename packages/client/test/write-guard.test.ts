import { Client, Pod } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { FakeTransport } from './support/fake-transport.ts'

const at = { name: 'web-0', namespace: 'default' }
const pod = { metadata: at, spec: { containers: [{ name: 'c', image: 'i' }] } }

describe('the guard of a write', () => {
  it('is asked of every write when it leaves, and keeps what it refuses from leaving', async () => {
    const transport = new FakeTransport(() => ({ body: { kind: 'Pod' } }))
    const client = new Client({ transport, clock: new TestClock(), qps: -1 })
    const refused = new Error('not the leader')
    const guard = (): void => {
      throw refused
    }
    const scale = { metadata: at, spec: { replicas: 1 } }
    const writes = [
      client.create(Pod, pod, { guard }),
      client.update(Pod, pod, { guard }),
      client.patch(Pod, at, {}, { guard }),
      client.apply(Pod, pod, { guard }),
      client.delete(Pod, at, { guard }),
      client.deleteCollection(Pod, { namespace: 'default', guard }),
      client.updateStatus(Pod, pod, { guard }),
      client.patchStatus(Pod, at, {}, { guard }),
      client.updateScale(Pod, scale, { guard }),
      client.patchScale(Pod, at, {}, { guard }),
      client.evict(at, { guard }),
      client.bind(at, 'node-1', { guard }),
      client.request({ method: 'POST', path: '/x', guard }),
    ]
    const outcomes = await Promise.allSettled(writes)
    expect(outcomes).toEqual(writes.map(() => ({ status: 'rejected', reason: refused })))
    expect(transport.requests).toEqual([])
  })

  it('is asked again before a repetition', async () => {
    const clock = new TestClock()
    const transport = new FakeTransport(() => ({ status: 429, headers: { 'retry-after': '1' } }))
    const client = new Client({ transport, clock, qps: -1 })
    let asked = 0
    const guard = (): void => {
      asked += 1
      if (asked === 3) throw new Error('not the leader')
    }
    const outcome = client.create(Pod, pod, { guard }).catch((error: unknown) => error)
    await clock.advance('5s')
    expect(await outcome).toMatchObject({ message: 'not the leader' })
    expect(transport.requests).toHaveLength(2)
  })
})
