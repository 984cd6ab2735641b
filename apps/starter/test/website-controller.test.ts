import { ConfigMap, Deployment, Event, isNotFound } from '@rxkube/client'
import { installCustomResources, Manager } from '@rxkube/controller'
import { CustomResourceDefinition } from '@rxkube/meta'
import { sieveCluster, TestEnv, type ProcessMain } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { setUpWebsites } from '../src/website-controller.ts'
import { Website } from '../src/website.ts'

const shop = { namespace: 'default', name: 'shop' }
const website = (html: string) => Website.of({ metadata: shop, spec: { html } })

const main: ProcessMain = async ({ client, signal }) => {
  const manager = new Manager({ client })
  setUpWebsites(manager)
  // What fails here fails on purpose, and is seen in what becomes of it.
  manager.outcomes$.subscribe()
  manager.error$.subscribe()
  await manager.start({ signal })
}

/** A server in this process, and the controller on it; no time passes but what a test lets pass. */
async function cluster(): Promise<TestEnv> {
  const env = new TestEnv()
  await installCustomResources(env.client, [Website])
  env.start('controller', main)
  return env
}

describe('the website controller', () => {
  it('makes a ConfigMap and a Deployment, and says so', async () => {
    await using env = await cluster()
    await env.client.create(Website, website('<h1>Shop</h1>'))
    await env.advance('10s')
    const { data } = await env.client.get(ConfigMap, shop)
    expect(data).toEqual({ 'index.html': '<h1>Shop</h1>' })
    const { spec } = await env.client.get(Deployment, shop)
    expect(spec.replicas).toBe(1)
    const { items } = await env.client.list(Event, { namespace: 'default' })
    expect(items.map(({ reason }) => reason)).toEqual(['Published'])
    env.verify()
  })

  it('tells in the status how many pods are ready', async () => {
    await using env = await cluster()
    await env.client.create(Website, website('<h1>Shop</h1>'))
    await env.advance('10s')
    await env.client.patchStatus(Deployment, shop, { status: { replicas: 1, readyReplicas: 1 } })
    await env.advance('10s')
    const { status } = await env.client.get(Website, shop)
    expect(status).toEqual({ observedGeneration: 1, readyReplicas: 1 })
  })

  it('writes nothing when there is nothing to do, and mends what others break', async () => {
    await using env = await cluster()
    await env.client.create(Website, website('<h1>Shop</h1>'))
    await env.advance('1m')
    const writes = () => env.audit.filter(({ method }) => method !== 'GET').length
    const before = writes()
    await env.client.patch(Website, shop, { metadata: { labels: { team: 'a' } } })
    await env.advance('1m')
    expect(writes()).toBe(before)
    await env.client.delete(ConfigMap, shop)
    await env.client.patch(Deployment, shop, { spec: { replicas: 9 } })
    await env.advance('1m')
    expect((await env.client.get(ConfigMap, shop)).data).toEqual({ 'index.html': '<h1>Shop</h1>' })
    expect((await env.client.get(Deployment, shop)).spec.replicas).toBe(1)
  })

  it('leaves to the garbage collector what it made', async () => {
    await using env = await cluster()
    await env.client.create(Website, website('<h1>Shop</h1>'))
    await env.advance('10s')
    await env.client.delete(Website, shop)
    await env.advance('1m')
    const gone = await env.client.get(ConfigMap, shop).catch((error: unknown) => error)
    expect(isNotFound(gone)).toBe(true)
  })

  it('does not touch a ConfigMap of somebody else', async () => {
    await using env = await cluster()
    await env.client.create(ConfigMap, { metadata: shop, data: { mine: 'yes' } })
    await env.client.create(Website, website('<h1>Shop</h1>'))
    await env.advance('1m')
    expect((await env.client.get(ConfigMap, shop)).data).toEqual({ mine: 'yes' })
  })

  it('ends alike after a crash or a lost answer at any write, and with caches that lag behind', async () => {
    const { findings, writes } = await sieveCluster({
      processes: { controller: { main } },
      // Time stands still in a set-up: the definition is established when it is first needed.
      setUp: ({ client }) => client.create(CustomResourceDefinition, Website.crd),
      steps: [
        ({ client }) => client.create(Website, website('<h1>Shop</h1>')),
        ({ client }) => client.patch(Website, shop, { spec: { html: '<h1>Sale</h1>', replicas: 2 } }),
      ],
      settle: '1m',
    })
    expect(findings).toEqual([])
    expect(writes).toBeGreaterThanOrEqual(6)
  }, 60_000)
})
