import { ConfigMap, Secret } from '@rxkube/client'
import { Manager, type Request } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'
import { Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }

describe('what fails around a reconcile', () => {
  it('is told and loses no request when it is the rate limiter', async () => {
    let looks = 0
    const rateLimiter = {
      when: (): number => {
        throw new Error('no limiter')
      },
      forget: () => undefined,
      numRequeues: () => 0,
    }
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('limited', ConfigMap)
        .options({ maxConcurrentReconciles: 2, rateLimiter })
        .reconcile(({ name }) => {
          if (name === 'a' && ++looks < 4) throw new Error('not yet')
        })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1m')
    expect(looks).toBe(4)
    expect(world.manager.phase).toBe('working')
    expect(new Set(world.errors.map(({ message }) => message))).toEqual(new Set(['no limiter']))
  })

  it('is told and tried again when it is the priority of a result', async () => {
    let looks = 0
    await using world = new ControllerWorld((manager) => {
      manager.controller('odd', ConfigMap).reconcile(({ name }) => {
        if (name !== 'a') return undefined
        looks += 1
        return looks === 1 ? { requeueAfter: '1s', priority: Number.NaN } : undefined
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1m')
    expect(looks).toBe(2)
    expect(world.outcomes.find(({ error }) => error)?.error?.message).toMatch(/returned priority: NaN/)
    expect(world.manager.phase).toBe('working')
  })

  it('is told and leaves a stream alive when it emits what is no request', async () => {
    const stream = new Subject<Request>()
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('streamed')
        .reconcileOn(stream)
        .reconcile(({ name }) => void seen.push(name))
    })
    await world.advance('1s')
    stream.next(undefined as unknown as Request)
    stream.next('default/a' as unknown as Request)
    stream.next(a)
    await world.advance('1s')
    expect(seen).toEqual(['a'])
    expect(world.errors.map(({ name }) => name)).toEqual(['InvalidRequestError', 'InvalidRequestError'])
  })

  it('keeps tracked reads awake for others when it is an index function', async () => {
    const woken: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('indexed', ConfigMap)
        .reads(Secret, {
          indexers: {
            tier: ({ metadata }) => {
              if (metadata.labels === undefined) throw new Error('no labels')
              return [metadata.labels['tier'] ?? '']
            },
          },
        })
        .options({ trackedReads: true })
        .reconcile(({ name }, { lister, causes }) => {
          if (name !== 'a') return
          lister(Secret).byIndex('tier', 'front')
          for (const { type, object = '' } of causes) if (type === 'dependency') woken.push(object)
        })
      manager.informers.acquire(Secret).informer.error$.subscribe(() => undefined)
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const secret = (name: string, metadata: object) => ({
      metadata: { name, namespace: 'default', ...metadata },
    })
    await Promise.all([
      world.client.create(Secret, secret('bad', {})),
      world.client.create(Secret, secret('good', { labels: { tier: 'front' } })),
    ])
    await world.advance('1s')
    expect(woken).toEqual(['default/good'])
  })

  it('is told by the manager when it is a map function', async () => {
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('mapping')
        .watches(ConfigMap, () => {
          throw new Error('no map')
        })
        .reconcile(() => undefined)
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1m')
    expect(world.errors.at(-1)).toMatchObject({ name: 'HandlerError', cause: { message: 'no map' } })
  })

  it('becomes a warning of the process, once for each kind, where nobody listens', async () => {
    const warned: string[] = []
    const listen = ({ message }: Error) => void warned.push(message)
    process.on('warning', listen)
    await using env = new TestEnv()
    env.start('deaf', async ({ client, signal }) => {
      const manager = new Manager({ client, recorder: false })
      const stream = new Subject<Request>()
      manager
        .controller('deaf', ConfigMap)
        .reconcileOn(stream, 'broken')
        .reconcile(() => {
          throw new Error('nobody hears this')
        })
      client.clock.setTimer(1000, () => stream.error(new Error('over')))
      await manager.start({ signal })
    })
    await env.client.create(ConfigMap, configMap('a'))
    await env.advance('5s')
    process.off('warning', listen)
    expect(warned).toEqual([
      expect.stringMatching(/^nobody hears this \(said once; the manager's outcomes\$ tells of each\)/),
      expect.stringMatching(/^the stream "broken" of deaf .*error\$ tells of each\)/),
    ])
  })
})

describe('reconciles that wait for nothing', () => {
  it('let the event loop have its turn, however many there are', async () => {
    let looks = 0
    await using world = new ControllerWorld((manager) => {
      manager.controller('busy', ConfigMap).reconcile(() => void (looks += 1))
    })
    await world.advance('1s')
    looks = 0
    for (let count = 0; count < 5000; count += 1) {
      world.manager.controllers.get('busy')?.enqueue({ name: `n-${count}`, namespace: 'default' })
    }
    await world.env.clock.yield()
    expect(looks).toBeLessThan(1000)
    await world.advance(1)
    expect(looks).toBe(5000)
  })

  it('let it have its turn with requeueAfter of 0, too', async () => {
    let looks = 0
    let stop = false
    await using world = new ControllerWorld((manager) => {
      manager.controller('again', ConfigMap).reconcile(({ name }) => {
        if (name !== 'a' || stop) return undefined
        looks += 1
        return { requeueAfter: 0 }
      })
    })
    await world.advance('1s')
    world.manager.controllers.get('again')?.enqueue(a)
    await world.env.clock.yield()
    await world.env.clock.yield()
    stop = true
    expect(looks).toBeGreaterThan(0)
  })
})
