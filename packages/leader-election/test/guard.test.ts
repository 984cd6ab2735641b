import { Client, ConfigMap, Lease, type Transport } from '@rxkube/client'
import { sleep } from '@rxkube/clock'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { leaseOf, startElector, stopped, type Started } from './support/electors.ts'

const map = (name: string) => ({ metadata: { namespace: 'default', name } })

/** A client whose writes the elector guards. */
function guarded(env: TestEnv, { elector }: Started, transport: Transport = env.server.transport()): Client {
  return new Client({ transport: elector.guardTransport(transport), clock: env.clock, qps: -1 })
}

describe('the transport of a leader', () => {
  it('INV-E2 lets writes through while the last renewal is younger than renewDeadline, and refuses them after', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.settle()
    const client = guarded(env, a)
    a.process.freeze()
    await env.advance('9999ms')
    await client.create(ConfigMap, map('in-time'))
    await env.advance('1ms')
    const refused = await client.create(ConfigMap, map('late')).catch((error: unknown) => error)
    expect(refused).toMatchObject({ cause: { name: 'LeadershipLostError', reason: 'renewDeadline' } })
    const { items } = await env.client.list(ConfigMap, { namespace: 'default' })
    expect(items.map(({ metadata }) => metadata.name).filter((name) => name !== 'kube-root-ca.crt')).toEqual([
      'in-time',
    ])
    a.process.thaw()
  })

  it('lets reads through at any time', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    const client = guarded(env, a)
    await env.settle()
    await stopped(env, a)
    await expect(client.get(Lease, { namespace: 'default', name: 'controller' })).resolves.toBeDefined()
    const cause = { name: 'LeadershipLostError' }
    await expect(client.create(ConfigMap, map('late'))).rejects.toMatchObject({ cause })
  })

  it('checks each repetition of a write anew', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.settle()
    const client = guarded(env, a)
    const busy = env.faults.tooManyRequests({ verb: 'create', resource: 'configmaps', count: 1 }, 12)
    const write = client.create(ConfigMap, map('late')).catch((error: unknown) => error)
    await env.advance('1s')
    a.process.freeze()
    await env.advance('12s')
    expect(busy.strikes).toBe(1)
    expect(await write).toMatchObject({ cause: { name: 'LeadershipLostError' } })
    a.process.thaw()
  })

  it('gives up a write under way when leading ends, and heeds the signal of the request as well', async () => {
    await using env = new TestEnv()
    const a = startElector(env, 'a')
    await env.settle()
    const client = guarded(env, a)
    env.faults.hang({ verb: 'create', resource: 'configmaps' })
    const own = new AbortController()
    const [first, second] = [map('first'), map('second')].map((object, index) =>
      client
        .create(ConfigMap, object, index === 0 ? { signal: own.signal } : {})
        .catch((error: unknown) => error),
    )
    await env.advance('1s')
    own.abort(new Error('changed my mind'))
    expect(await first).toMatchObject({ message: 'changed my mind' })
    env.faults.refuseConnections('a')
    await env.advance('11s')
    expect(await second).toMatchObject({ cause: { name: 'LeadershipLostError' } })
  })

  it('lets work write while it stops, as long as the lease is held', async () => {
    await using env = new TestEnv()
    const writes: string[] = []
    const a = startElector(env, 'a', {
      work: async ({ signal }, { process, elector }) => {
        await sleep(process.clock, '1h', { signal }).catch(() => undefined)
        await sleep(process.clock, '12s')
        await elector.guard(() => void writes.push('last words'))
      },
      onStoppedLeading: () => void writes.push('stopped'),
    })
    await env.advance('1s')
    await stopped(env, a, '15s')
    expect(writes).toEqual(['last words', 'stopped'])
    expect((await leaseOf(env)).spec?.holderIdentity).toBe('')
    await expect(a.elector.guard(() => undefined)).rejects.toMatchObject({ reason: 'notLeading' })
  })
})
