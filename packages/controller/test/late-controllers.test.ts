import { ConfigMap, Secret } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { ControllerWorld } from './support/controller-world.ts'

const cachesOf = ({ manager }: ControllerWorld) =>
  manager.informers.informers.map(({ resource, held }) => `${resource.resource} ${held}`)

describe('a controller that is made while its manager runs', () => {
  it('works in the next term when leadership was lost while its caches filled', async () => {
    await using env = new TestEnv()
    const looks: string[] = []
    const managers: Manager[] = []
    const process = env.start('leader', async ({ client, signal }) => {
      const manager = new Manager({
        client,
        recorder: false,
        leaderElection: {
          leaseName: 'l',
          leaseNamespace: 'kube-system',
          identity: 'leader',
          onLost: 'contend',
        },
      })
      managers.push(manager)
      manager.controller('first', ConfigMap).reconcile(() => undefined)
      await manager.start({ signal })
    })
    await env.client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
    await env.advance('5s')
    const [manager] = managers
    const fault = env.faults.respond({ view: 'leader', resource: 'secrets' }, 503)
    const late = manager?.controller('late', Secret).reconcile(({ name }) => void looks.push(name))
    await env.advance('1s')
    process.freeze()
    await env.advance('1m')
    process.thaw()
    await env.advance(0)
    expect(manager?.elector?.isLeader()).toBe(false)
    await env.advance('1m')
    expect(manager?.elector?.isLeader()).toBe(true)
    expect(late?.status.phase).toBe('syncing')
    fault.remove()
    await env.advance('2m')
    expect(late?.status.phase).toBe('working')
    expect(looks).toContain('s')
  })

  it('may be removed and made again at once with other index functions of the same names', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('first', ConfigMap).reconcile(() => undefined)
    })
    const make = () =>
      world.manager
        .controller('late', Secret, { indexers: { all: () => ['1'] } })
        .reconcile((_, { lister }) => void seen.push(`${lister(Secret).byIndex('all', '1').length}`))
    await world.client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
    await world.advance('1s')
    const made = make()
    await world.advance('1s')
    await Promise.all([world.manager.remove(made), world.advance('1s')])
    make()
    await world.advance('1s')
    expect(seen).toEqual(['1', '1'])
    expect(cachesOf(world)).toEqual(['configmaps 1', 'secrets 1'])
  })

  it('leaves no cache behind when it cannot be made', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('first', Secret, { indexers: { all: () => ['1'] } }).reconcile(() => undefined)
    })
    await world.advance('1s')
    const make = () =>
      world.manager
        .controller('late', ConfigMap)
        .reads(Secret, { indexers: { all: () => ['2'] } })
        .reconcile(() => undefined)
    expect(make).toThrow(/index function "all"/)
    await world.advance('1m')
    expect(cachesOf(world)).toEqual(['secrets 1'])
  })
})

describe('a controller that is removed before its manager starts', () => {
  it('leaves no cache behind that would be filled and waited for', async () => {
    await using env = new TestEnv()
    const managers: Manager[] = []
    env.start('removing', async ({ client, signal }) => {
      const manager = new Manager({ client, recorder: false })
      managers.push(manager)
      manager.controller('kept', ConfigMap).reconcile(() => undefined)
      await manager.remove(manager.controller('removed', Secret).reconcile(() => undefined))
      await manager.start({ signal })
    })
    await env.advance('5s')
    expect(managers[0]?.phase).toBe('working')
    expect(env.audit.filter(({ path }) => path.includes('secrets'))).toEqual([])
  })
})
