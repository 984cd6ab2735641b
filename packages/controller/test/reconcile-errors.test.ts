import { ConfigMap, Namespace } from '@rxkube/client'
import { ReconcileTimeoutError, TerminalError } from '@rxkube/controller'
import { sleep } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const times = (world: ControllerWorld) => world.outcomes.filter(({ request }) => request.name === 'a')

describe('a reconcile that fails', () => {
  it('FAULT-G6 is tried again after longer and longer, and forgiven when it succeeds', async () => {
    const at: number[] = []
    let broken = true
    await using world = new ControllerWorld((manager) => {
      manager.controller('failing', ConfigMap).reconcile(({ name }, { clock }) => {
        if (name !== 'a') return
        at.push(clock.monotonic())
        if (broken) throw new Error('not yet')
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    expect(at.length).toBe(8)
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0))
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(5 * 2 ** index)
      expect(pause).toBeLessThanOrEqual(6 * 2 ** index + 1)
    }
    expect(times(world).map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    broken = false
    await world.advance('10s')
    expect(times(world).at(-1)).toMatchObject({ result: 'success' })
    broken = true
    await world.client.patch(ConfigMap, { name: 'a', namespace: 'default' }, { data: { x: '1' } })
    await world.advance(1)
    expect(times(world).at(-1)).toMatchObject({ result: 'error', attempt: 0 })
  })

  it('FAULT-G6 is cut off when it never ends, its key comes again, and other keys go on', async () => {
    const begun: string[] = []
    let late = Promise.resolve<unknown>(undefined)
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('hanging', ConfigMap)
        .options({ reconcileTimeout: '30s' })
        .reconcile(async ({ name }, { client }) => {
          begun.push(name)
          if (name !== 'a' || begun.filter((one) => one === 'a').length > 1) return
          await new Promise<void>((resolve) => world.env.clock.setTimer(60_000, resolve))
          late = client.create(ConfigMap, configMap('written-too-late')).catch((error: unknown) => error)
        })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.client.create(ConfigMap, configMap('b'))
    await world.advance('34s')
    expect(begun).not.toContain('b')
    await world.advance('2s')
    expect(begun).toContain('b')
    expect(begun.filter((name) => name === 'a')).toHaveLength(2)
    const [first] = times(world)
    expect(first).toMatchObject({ result: 'timeout', error: { name: 'ReconcileTimeoutError', ended: false } })
    await world.advance('1m')
    await expect(late).resolves.toBeInstanceOf(ReconcileTimeoutError)
    expect(world.writes).toEqual([])
  })

  it('FAULT-G6 ends with its signal when it hands that on', async () => {
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('sleeping', ConfigMap)
        .options({ reconcileTimeout: '2s' })
        .reconcile(async ({ name }, { clock, signal, attempt }) => {
          if (name === 'a' && attempt === 0) await sleep(clock, '1h', { signal })
        })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('3s')
    expect(times(world).map(({ result }) => result)).toEqual(['timeout', 'success'])
    expect(times(world)[0]?.error).toMatchObject({ ended: true })
  })

  it('is not tried again after a TerminalError before something changes', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('terminal', ConfigMap).reconcile(({ name }) => {
        if (name === 'a') throw new TerminalError('spec.content is empty')
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1h')
    expect(times(world).map(({ result }) => result)).toEqual(['terminal'])
    await world.client.patch(ConfigMap, { name: 'a', namespace: 'default' }, { data: { x: '1' } })
    await world.advance('1s')
    expect(times(world)).toHaveLength(2)
  })

  it('keeps what was thrown and is no Error, and results that are none', async () => {
    let attempts = 0
    await using world = new ControllerWorld((manager) => {
      manager.controller('odd', ConfigMap).reconcile(({ name }) => {
        if (name !== 'a') return undefined
        attempts += 1
        // oxlint-disable-next-line no-throw-literal typescript/only-throw-error -- what is tested
        if (attempts === 1) throw 'text'
        return { requeueAfter: attempts === 2 ? 'soon' : '1h' }
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    expect(times(world).map(({ result, error }) => error?.message ?? result)).toEqual([
      'a string was thrown instead of an Error',
      'a reconcile returned requeueAfter: "soon": expected nothing, or { requeueAfter: \'30s\' }',
      'requeue_after',
    ])
  })

  it('comes again after requeueAfter, and not before', async () => {
    const at: number[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('again', ConfigMap).reconcile(({ name }, { clock }) => {
        if (name !== 'a') return undefined
        at.push(clock.monotonic())
        return { requeueAfter: '5m' }
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('11m')
    expect(at.map((time) => Math.round((time - (at[0] ?? 0)) / 1000))).toEqual([0, 300, 600])
  })

  it('FAULT-E5 is left at that when it wanted to create in a namespace that terminates', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('creating', ConfigMap)
          .reconcile(async ({ name, namespace }, { client, object }) => {
            if (name !== 'a' || object?.metadata.deletionTimestamp !== undefined) return
            await client.create(ConfigMap, { metadata: { generateName: 'b-', namespace } })
          })
      },
      { server: { controllers: [] } },
    )
    await world.client.create(Namespace, {
      metadata: { name: 'ending' },
      spec: { finalizers: ['kubernetes'] },
    })
    await world.client.create(ConfigMap, {
      metadata: { name: 'a', namespace: 'ending', finalizers: ['example.com/hold'] },
    })
    await world.client.delete(Namespace, { name: 'ending' })
    await world.advance(0)
    world.outcomes.length = 0
    world.env.audit.length = 0
    await world.client.patch(
      ConfigMap,
      { name: 'a', namespace: 'ending' },
      { metadata: { labels: { touched: 'true' } } },
    )
    await world.advance('1h')
    expect(times(world).map(({ result }) => result)).toEqual(['namespace_terminating'])
    expect(world.writes).toEqual(['POST /api/v1/namespaces/ending/configmaps'])
  })
})
