import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Deployment } from '@rxkube/meta'
import { expect, it } from 'vitest'

it('a write of the status of a Deployment takes its annotations as well, and neither labels nor spec', async () => {
  const clock = new TestClock()
  await using server = new ApiServer({ clock })
  await using client = new Client({ transport: server.transport(), clock, qps: -1 })
  const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } }
  const created = await client.create(Deployment, {
    metadata: { name: 'web', namespace: 'default', annotations: { kept: 'no' } },
    spec: { replicas: 1, selector: { matchLabels: { a: 'b' } }, template },
  })
  const after = await client.updateStatus(Deployment, {
    ...created,
    metadata: { ...created.metadata, annotations: { revision: '1' }, labels: { new: 'x' } },
    spec: { ...created.spec, replicas: 9 },
    status: { observedGeneration: 1 },
  })
  expect(after.metadata.annotations).toEqual({ revision: '1' })
  expect(after.metadata.labels).toBeUndefined()
  expect(after.metadata.generation).toBe(created.metadata.generation)
  expect(after.spec).toEqual(created.spec)
  expect(after.status).toEqual({ observedGeneration: 1 })
})
