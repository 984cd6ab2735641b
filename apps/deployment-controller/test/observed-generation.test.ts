import { describe, expect, it } from 'vitest'
import { World } from './support/world.ts'

/** What every write of an object left there: its generation, and the one that its status says was seen. */
interface Written {
  readonly key: string
  readonly generation: number
  readonly observed: number
}

/** Each write of Deployments and ReplicaSets that the server took, oldest first. */
function written({ env }: World): readonly Written[] {
  const kinds = env.server
    .snapshot({ history: true })
    .collections.filter(({ name }) => name === 'deployments.apps' || name === 'replicasets.apps')
  return kinds.flatMap(({ history }) =>
    (history?.events ?? []).map(({ object }) => {
      const { metadata, status } = object as {
        readonly metadata?: { readonly uid?: string; readonly name?: string; readonly generation?: number }
        readonly status?: { readonly observedGeneration?: number }
      }
      return {
        key: `${metadata?.name} ${metadata?.uid}`,
        generation: metadata?.generation ?? 0,
        observed: status?.observedGeneration ?? 0,
      }
    }),
  )
}

describe('the generation that a status speaks of', () => {
  it('INV-C5 is never one that is to come, and never goes back, of Deployments and ReplicaSets that are rolled and scaled', async () => {
    await using world = new World()
    await world.create({ replicas: 6, maxSurge: 2, maxUnavailable: 1 })
    await world.rollOut(4)
    await world.setImage('web:2')
    await world.rollOut(1)
    // Spec and status change side by side.
    await Promise.all([world.scale(9), world.allReady(), world.patch({ spec: { minReadySeconds: 1 } })])
    await world.rollOut(2)
    await world.setImage('web:3')
    await world.rollOut(10)
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 0, 'web:3': 9 })

    const writes = written(world)
    expect(writes.filter(({ generation, observed }) => observed > generation)).toEqual([])
    const last = new Map<string, number>()
    const back = writes.filter(({ key, observed }) => {
      const before = last.get(key) ?? 0
      last.set(key, observed)
      return observed < before
    })
    expect(back).toEqual([])
    expect(Math.max(...writes.map(({ observed }) => observed))).toBeGreaterThanOrEqual(5)
    const { metadata, status } = await world.get()
    expect(status?.observedGeneration).toBe(metadata.generation)
  })
})
