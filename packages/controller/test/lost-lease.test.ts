import { ConfigMap } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap } from './support/controller-world.ts'

describe('a leader that was frozen while its writes waited for their turn', () => {
  it('FAULT-H4, INV-E1 sends none of them once its lease is over, whichever timer fires first', async () => {
    await using env = new TestEnv()
    const failed: string[] = []
    await env.client.create(ConfigMap, configMap('a'))
    const frozen = env.start(
      'frozen',
      async ({ client, signal }) => {
        const leaderElection = { leaseName: 'l', leaseNamespace: 'kube-system', identity: 'frozen' }
        const manager = new Manager({ client, recorder: false, leaderElection })
        manager.controller('writing', ConfigMap).reconcile(async ({ name }, { client: own }) => {
          if (name !== 'a') return
          const names = Array.from({ length: 30 }, (_, count) => `w-${count}`)
          await Promise.all(names.map((each) => own.create(ConfigMap, configMap(each))))
        })
        await manager.start({ signal }).catch(({ name }: Error) => failed.push(name))
      },
      { qps: 1 },
    )
    await env.advance('12s')
    const writes = () =>
      env.audit.filter(({ method, path }) => method === 'POST' && path.includes('configmaps')).length
    const before = writes()
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(30)
    frozen.freeze()
    await env.advance('1m')
    frozen.thaw()
    await env.advance('1m')
    expect(writes()).toBe(before)
    expect(failed).toEqual(['LeadershipLostError'])
  })
})
