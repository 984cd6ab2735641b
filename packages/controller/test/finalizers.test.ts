import { ApiError, isNotFound } from '@rxkube/client'
import {
  addFinalizer,
  containsFinalizer,
  finalizer,
  removeFinalizer,
  StaleObjectError,
} from '@rxkube/controller'
import { ConfigMap, deepFreeze, type Cached } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { cluster, type Cluster } from './support/cluster.ts'
import { installWidgets, Widget, widget } from './support/widgets.ts'

const namespace = 'default'
const [mine, theirs] = ['example.com/mine', 'example.com/theirs']
const address = { namespace, name: 'a' }

async function create(env: Cluster, finalizers: string[] = []): Promise<Cached<ConfigMap>> {
  const created = await env.client.create(ConfigMap, { metadata: { ...address, finalizers } })
  env.forget()
  return deepFreeze(created)
}

const stored = async (env: Cluster): Promise<readonly string[] | undefined> =>
  (await env.client.get(ConfigMap, address)).metadata.finalizers

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error: unknown) => error,
  )

describe('addFinalizer', () => {
  it('adds to no list and to a list, and sends nothing when it is there', async () => {
    await using env = cluster()
    const empty = await create(env)
    const first = await addFinalizer(env.client, ConfigMap, empty, mine)
    const second = await addFinalizer(env.client, ConfigMap, first, theirs)
    expect([containsFinalizer(empty, mine), containsFinalizer(second, mine)]).toEqual([false, true])
    expect(await stored(env)).toEqual([mine, theirs])
    env.forget()
    expect(await addFinalizer(env.client, ConfigMap, second, mine)).toBe(second)
    expect(env.requests).toEqual([])
  })

  it('takes nothing from a list that others changed meanwhile, and says that what was read is too old', async () => {
    await using env = cluster()
    const cached = await create(env)
    await addFinalizer(env.client, ConfigMap, cached, theirs)
    const error = await caught(addFinalizer(env.client, ConfigMap, cached, mine))
    expect(error).toBeInstanceOf(StaleObjectError)
    expect(error).toMatchObject({ resource: 'configmaps', key: 'default/a', cause: expect.any(ApiError) })
    expect(await stored(env)).toEqual([theirs])
  })

  it('is not disturbed by other changes', async () => {
    await using env = cluster()
    const cached = await create(env, [theirs])
    await env.client.patch(ConfigMap, address, { data: { x: '1' } })
    await addFinalizer(env.client, ConfigMap, cached, mine)
    expect(await stored(env)).toEqual([theirs, mine])
  })

  it('does not touch another object of the same name', async () => {
    await using env = cluster()
    const cached = await create(env)
    await env.client.delete(ConfigMap, address)
    await create(env)
    expect(await caught(addFinalizer(env.client, ConfigMap, cached, mine))).toBeInstanceOf(StaleObjectError)
    expect(await stored(env)).toBeUndefined()
  })

  it("leaves the server's own refusals as they are: a name that is none, an object that is gone", async () => {
    await using env = cluster()
    const cached = await create(env)
    const error = await caught(addFinalizer(env.client, ConfigMap, cached, 'no name'))
    expect(error).toMatchObject({ name: 'ApiError', code: 422 })
    await env.client.delete(ConfigMap, address)
    expect(isNotFound(await caught(addFinalizer(env.client, ConfigMap, cached, mine)))).toBe(true)
  })

  it('works for custom resources', async () => {
    await using env = cluster()
    await installWidgets(env.client)
    const created = await env.client.create(Widget, widget('w'))
    const held = await addFinalizer(env.client, Widget, created, mine)
    expect(held.metadata.finalizers).toEqual([mine])
    expect((await removeFinalizer(env.client, Widget, held, mine))?.metadata.finalizers ?? []).toEqual([])
  })
})

describe('removeFinalizer', () => {
  it('takes out its own alone, wherever it stands, and sends nothing when it is not there', async () => {
    await using env = cluster()
    const cached = await create(env, [theirs, mine])
    const left = await removeFinalizer(env.client, ConfigMap, cached, mine)
    expect(await stored(env)).toEqual([theirs])
    env.forget()
    expect(left && (await removeFinalizer(env.client, ConfigMap, left, mine))).toBe(left)
    expect(env.requests).toEqual([])
  })

  it('never takes out that of another when the list has moved', async () => {
    await using env = cluster()
    const cached = await create(env, [mine, theirs])
    await removeFinalizer(env.client, ConfigMap, cached, mine)
    expect(await caught(removeFinalizer(env.client, ConfigMap, cached, mine))).toBeInstanceOf(
      StaleObjectError,
    )
    expect(await stored(env)).toEqual([theirs])
  })

  it('lets the object go, and is content when it is gone', async () => {
    await using env = cluster()
    await create(env, [mine])
    await env.client.delete(ConfigMap, address)
    const deleted = await env.client.get(ConfigMap, address)
    await removeFinalizer(env.client, ConfigMap, deleted, mine)
    expect(isNotFound(await caught(env.client.get(ConfigMap, address)))).toBe(true)
    expect(await removeFinalizer(env.client, ConfigMap, deleted, mine)).toBeUndefined()
  })
})

describe('finalizer', () => {
  interface Again {
    readonly requeueAfter: string
  }

  function setUp(env: Cluster, cleanup: () => Promise<Again | undefined | void> = async () => undefined) {
    const calls: string[] = []
    const run = finalizer<ConfigMap, Again>(mine, {
      client: env.client,
      resource: ConfigMap,
      cleanup: async (object) => {
        calls.push(`cleanup ${object.metadata.name}`)
        return cleanup()
      },
    })
    const apply = async (object: Cached<ConfigMap>): Promise<Again> => {
      calls.push(`apply with ${object.metadata.finalizers?.join() ?? 'none'}`)
      return { requeueAfter: '5m' }
    }
    return { calls, reconcile: async () => run(await env.client.get(ConfigMap, address), apply) }
  }

  it('adds the finalizer, then applies; and only applies the next time', async () => {
    await using env = cluster()
    await create(env)
    const { calls, reconcile } = setUp(env)
    expect(await reconcile()).toEqual({ requeueAfter: '5m' })
    env.forget()
    await reconcile()
    expect(calls).toEqual([`apply with ${mine}`, `apply with ${mine}`])
    expect(env.requests.map((request) => request.split(' ')[0])).toEqual(['get'])
  })

  it('cleans up once the object is being deleted, and then lets it go', async () => {
    await using env = cluster()
    await create(env)
    const { calls, reconcile } = setUp(env)
    await reconcile()
    await env.client.delete(ConfigMap, address)
    expect(await reconcile()).toBeUndefined()
    expect(calls.slice(1)).toEqual(['cleanup a'])
    expect(isNotFound(await caught(env.client.get(ConfigMap, address)))).toBe(true)
  })

  it('keeps the object while its cleanup fails or says that it is not done', async () => {
    await using env = cluster()
    await create(env, [mine, theirs])
    await env.client.delete(ConfigMap, address)
    const outcomes: (() => Promise<Again | undefined>)[] = [
      () => Promise.reject(new Error('bucket not empty')),
      async () => ({ requeueAfter: '10s' }),
      async () => undefined,
    ]
    const { calls, reconcile } = setUp(env, async () => outcomes.shift()?.())
    await expect(reconcile()).rejects.toThrow('bucket not empty')
    expect(await stored(env)).toEqual([mine, theirs])
    expect(await reconcile()).toEqual({ requeueAfter: '10s' })
    expect(await stored(env)).toEqual([mine, theirs])
    await reconcile()
    expect(await stored(env)).toEqual([theirs])
    // It is held by another one now: nothing is left to be done.
    expect(await reconcile()).toBeUndefined()
    expect(calls).toHaveLength(3)
  })

  it('does nothing for an object that is being deleted and was never applied', async () => {
    await using env = cluster()
    await create(env, [theirs])
    await env.client.delete(ConfigMap, address)
    env.forget()
    const { calls, reconcile } = setUp(env)
    await reconcile()
    expect([calls, env.requests.length]).toEqual([[], 1])
  })

  it('applies nothing when the finalizer could not be added', async () => {
    await using env = cluster()
    await create(env)
    env.server.faults.respond({ verb: 'patch' }, 500)
    const { calls, reconcile } = setUp(env)
    await expect(reconcile()).rejects.toThrow(ApiError)
    expect(calls).toEqual([])
  })
})
