import { ConfigMap } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }

describe('two writers of one object', () => {
  it('FAULT-E6 both get everything in, by reading again, and never write over each other', async () => {
    await using env = new TestEnv()
    const steps = 20
    for (const name of ['one', 'two']) {
      env.start(
        name,
        async ({ client, signal }) => {
          const manager = new Manager({ client, recorder: false })
          manager.controller(name, ConfigMap).reconcile(async (request, { object, client: own }) => {
            const count = Number(object?.data?.[name] ?? 0)
            if (request.name !== 'a' || !object || count >= steps) return
            const { resourceVersion } = object.metadata
            const data = { ...object.data, [name]: String(count + 1) }
            await own.update(ConfigMap, configMap('a', data, { resourceVersion }))
          })
          await manager.start({ signal })
        },
        { latency: 40 },
      )
    }
    await env.client.create(ConfigMap, configMap('a'))
    await env.advance('10m')
    const { data } = await env.client.get(ConfigMap, a)
    expect(data).toEqual({ one: '20', two: '20' })
    const answers = env.audit.filter(({ method }) => method === 'PUT').map(({ status }) => status)
    expect(answers.filter((status) => status === 200)).toHaveLength(2 * steps)
    expect(answers).toContain(409)
    expect(answers.length).toBeLessThan(8 * steps)
  })
})
