import { Deployment, Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { WholeCluster } from '../support/whole-cluster.ts'

const web = { name: 'web', namespace: 'default' }

describe('a rolling update behind a Service', () => {
  it('X-4: never has fewer ready addresses than wanted less maxUnavailable, and takes out what is being deleted', async () => {
    await using cluster = new WholeCluster(8)
    await cluster.start()
    await cluster.web(4)
    const { client } = cluster.env
    const ready: number[] = []
    let terminating = 0
    expect((await cluster.endpoints()).ready).toHaveLength(4)
    const image = [{ op: 'replace', path: '/spec/template/spec/containers/0/image', value: 'web:2' }]
    await client.patch(Deployment, web, image, { type: 'json' })
    for (let look = 0; look < 300; look += 1) {
      // oxlint-disable no-await-in-loop -- one look after another
      await cluster.env.advance(200)
      const endpoints = await cluster.endpoints()
      ready.push(endpoints.ready.length)
      for (const { metadata, status } of (await cluster.pods()).values()) {
        if (metadata.deletionTimestamp === undefined) continue
        terminating += 1
        const address = status?.podIP ?? ''
        expect([...endpoints.ready, ...endpoints.notReady]).not.toContain(address)
        expect(await cluster.sliceConditions(address)).toMatchObject({ ready: false, terminating: true })
      }
      // oxlint-enable no-await-in-loop
    }
    expect(Math.min(...ready)).toBeGreaterThanOrEqual(3)
    expect(terminating, 'pods were seen on their way out').toBeGreaterThan(0)
    const { items } = await client.list(Pod, { namespace: 'default', labelSelector: 'app=web' })
    expect(items.map(({ spec }) => spec.containers[0]?.image)).toEqual(['web:2', 'web:2', 'web:2', 'web:2'])
    expect((await cluster.endpoints()).ready).toHaveLength(4)
    cluster.env.verify()
  }, 30_000)
})
