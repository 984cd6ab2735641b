import { describe, expect, it } from 'vitest'
import { Client, isNotFound } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { CustomResourceDefinition, defineResource, type KubernetesObject } from '@rxkube/meta'
import { ApiServer } from '@rxkube/api-server'
import { definition, fields } from './support/definitions.ts'

interface Gadget extends KubernetesObject {
  readonly spec?: { readonly size?: number }
}

const Gadget = defineResource<Gadget>({
  group: 'ex.io',
  version: 'v1',
  kind: 'Gadget',
  resource: 'gadgets',
  namespaced: true,
})

describe('the client', () => {
  it('watches custom resources until their definition goes', async () => {
    const clock = new TestClock()
    await using server = new ApiServer({ clock })
    await using client = new Client({ transport: server.transport(), clock })
    const { metadata, spec } = definition(fields({ size: { type: 'integer' } }))
    await client.create(CustomResourceDefinition, { metadata, spec })
    const namespace = 'default'
    const created = await client.create(Gadget, { metadata: { name: 'g', namespace }, spec: { size: 1 } })
    const watch = await client.watch(Gadget, { resourceVersion: created.metadata?.resourceVersion ?? '' })
    await client.patch(Gadget, { name: 'g', namespace }, { spec: { size: 2 } })
    await client.delete(CustomResourceDefinition, { name: 'gadgets.ex.io' })
    await clock.advance(1000)
    const seen: string[] = []
    for await (const events of watch) for (const { type } of events) seen.push(type)
    expect(seen).toEqual(['MODIFIED', 'DELETED'])
    await expect(client.list(Gadget, { namespace })).rejects.toSatisfy(isNotFound)
  })
})
