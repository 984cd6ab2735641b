import {
  awaitCondition,
  ConditionNotMetError,
  exists,
  hasCondition,
  isDeleted,
  ObjectCondition,
  polledObjects,
  watchedObjects,
} from '@rxkube/controller'
import { Pod, type Cached } from '@rxkube/meta'
import { SharedInformerFactory, type SharedInformer } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { cluster, type Cluster } from './support/cluster.ts'
import { podLike } from './support/pods.ts'

const namespace = 'default'
const address = { namespace, name: 'web-0' }
const isRunning = new ObjectCondition(
  'is running',
  (pod: Cached<Pod> | undefined) => pod?.status?.phase === 'Running',
)

async function create(env: Cluster): Promise<Pod> {
  return env.client.create(Pod, { metadata: address, spec: { containers: [{ name: 'a', image: 'a' }] } })
}

const setPhase = (env: Cluster, phase: string): Promise<Pod> =>
  env.client.patchStatus(Pod, address, {
    status: {
      phase,
      conditions: [{ type: 'Ready', status: phase === 'Running' ? 'True' : 'False', reason: `It${phase}` }],
    },
  })

function informerOf(env: Cluster): {
  readonly pods: SharedInformer<Pod>
  readonly stop: () => Promise<void>
} {
  const factory = new SharedInformerFactory(env.client, { clock: env.clock })
  const pods = factory.informerFor(Pod)
  factory.start()
  return { pods, stop: () => factory.shutdown() }
}

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error: unknown) => error,
  )

describe('awaitCondition', () => {
  it('resolves with the object when an informer sees the condition come true', async () => {
    await using env = cluster()
    const { pods, stop } = informerOf(env)
    const done = awaitCondition(pods, address, isRunning, { clock: env.clock, timeout: '1m' })
    await env.clock.advance('1s')
    await create(env)
    await setPhase(env, 'Pending')
    await env.clock.advance('1s')
    await setPhase(env, 'Running')
    await env.clock.advance('1s')
    expect((await done)?.status?.phase).toBe('Running')
    await stop()
    expect(env.clock.pending).toBe(0)
  })

  it('resolves at once with what is true already, and with nothing where the absence is what is wanted', async () => {
    await using env = cluster()
    const { pods, stop } = informerOf(env)
    const created = await create(env)
    await env.clock.settle()
    expect((await awaitCondition(pods, 'default/web-0', exists))?.metadata.uid).toBe(created.metadata.uid)
    const gone = awaitCondition(pods, address, isDeleted(created.metadata.uid ?? ''))
    await env.client.delete(Pod, address, { gracePeriodSeconds: 0 })
    await create(env)
    await env.clock.settle()
    expect((await gone)?.metadata.uid).not.toBe(created.metadata.uid)
    expect(await awaitCondition(pods, 'default/other', exists.not())).toBeUndefined()
    await stop()
  })

  it('watches the one object itself, and ends its watch', async () => {
    await using env = cluster()
    await create(env)
    const done = awaitCondition(watchedObjects(env.client, Pod), address, isRunning, { clock: env.clock })
    await env.clock.settle()
    await setPhase(env, 'Running')
    await env.clock.settle()
    expect((await done)?.metadata.name).toBe('web-0')
    await env.clock.settle()
    expect(env.clock.pending).toBe(0)
  })

  it('asks a lister again and again', async () => {
    let phase = 'Pending'
    await using env = cluster()
    const lister = { get: (): Cached<Pod> => podLike('web-0', { phase }) }
    const source = polledObjects<Pod>(lister, { clock: env.clock, interval: '5s' })
    const done = awaitCondition(source, address, isRunning, { clock: env.clock })
    await env.clock.advance('9s')
    phase = 'Running'
    await env.clock.advance('1s')
    expect((await done)?.status?.phase).toBe('Running')
    await env.clock.settle()
    expect(env.clock.pending).toBe(0)
  })

  it('says what was seen last when the time is over, and nothing of the content', async () => {
    await using env = cluster()
    const { pods, stop } = informerOf(env)
    await create(env)
    const { metadata } = await setPhase(env, 'Pending')
    const wanted = isRunning.and(hasCondition('Ready'))
    const failed = caught(awaitCondition(pods, address, wanted, { clock: env.clock, timeout: '30s' }))
    await env.clock.advance('31s')
    const error = await failed
    expect(error).toBeInstanceOf(ConditionNotMetError)
    expect(error).toMatchObject({
      reason: 'timeout',
      wasSeen: true,
      lastSeen: { metadata: { name: 'web-0' } },
      message:
        'waited 30 s until "default/web-0" (is running and is Ready), in vain, the time is over; ' +
        `last seen: at version ${metadata.resourceVersion}, phase Pending, Ready=False (ItPending)`,
    })
    await stop()
  })

  it('says that the object was not there, or what it is held by', async () => {
    await using env = cluster()
    const { pods, stop } = informerOf(env)
    const finalizers = ['example.com/held']
    await env.client.create(Pod, {
      metadata: { ...address, finalizers },
      spec: { containers: [{ name: 'a', image: 'a' }] },
    })
    await env.client.delete(Pod, address)
    const options = { clock: env.clock, timeout: '1s' }
    const failures = Promise.all([
      caught(awaitCondition(pods, 'default/other', exists, options)),
      caught(awaitCondition(pods, address, exists.not(), options)),
    ])
    await env.clock.advance('2s')
    const [other, held] = (await failures) as Error[]
    expect(other?.message).toMatch(/until "default\/other" exists, .*; last seen: not there$/)
    expect(held?.message).toMatch(/being deleted since 2025-01-01T12:00:00Z, held by example.com\/held$/)
    await stop()
  })

  it('says why nothing was ever seen', async () => {
    await using env = cluster()
    env.server.faults.respond(
      { resource: 'pods' },
      { status: 403, reason: 'Forbidden', message: 'no pods for you' },
    )
    const options = { clock: env.clock, timeout: '10s' }
    const failed = caught(awaitCondition(watchedObjects(env.client, Pod), address, exists, options))
    await env.clock.advance('10s')
    const error = (await failed) as ConditionNotMetError
    expect([error.wasSeen, error.message]).toEqual([
      false,
      expect.stringMatching(/no pods for you.*nothing was seen/),
    ])
    await env.clock.settle()
    expect(env.clock.pending).toBe(0)
  })

  it('rejects with the reason of an abort, and leaves nothing behind', async () => {
    await using env = cluster()
    const options = { clock: env.clock, timeout: '10s' }
    const end = new AbortController()
    const source = watchedObjects(env.client, Pod)
    const failed = caught(awaitCondition(source, address, exists, { ...options, signal: end.signal }))
    await env.clock.settle()
    end.abort('enough')
    expect(await failed).toBe('enough')
    await env.clock.settle()
    expect(env.clock.pending).toBe(0)
    expect(await caught(awaitCondition(source, address, exists, { ...options, signal: end.signal }))).toBe(
      'enough',
    )
    expect(env.clock.pending).toBe(0)
  })

  it('rejects when its informer stops, and when the condition throws', async () => {
    await using env = cluster()
    const { pods, stop } = informerOf(env)
    await env.clock.settle()
    const thrower = (): boolean => {
      throw new TypeError('no status')
    }
    const thrown = await caught(awaitCondition(pods, address, thrower, { clock: env.clock }))
    expect(thrown).toMatchObject({ reason: 'failed', cause: expect.any(TypeError), condition: 'is thrower' })
    const ended = caught(awaitCondition(pods, address, exists, { clock: env.clock }))
    await env.clock.settle()
    await stop()
    expect(await ended).toMatchObject({ reason: 'ended' })
  })
})

describe('conditions', () => {
  const ready = podLike('a', { ready: true })
  const not = podLike('b')

  it('combine, in words too', () => {
    const either = hasCondition('Ready').or(exists.not())
    expect(either.description).toBe('(is Ready or not exists)')
    expect([ready, not, undefined].map((pod) => either.isTrue(pod))).toEqual([true, false, true])
    const both = exists.and(hasCondition('Ready', 'False').not())
    expect([ready, not, undefined].map((pod) => both.isTrue(pod))).toEqual([true, true, false])
  })

  it('do not count what was observed of an older generation', () => {
    const conditions = [{ type: 'Ready', status: 'True', observedGeneration: 1 }]
    const at = (generation: number) => ({ metadata: { generation }, status: { conditions } })
    expect([1, 2].map((generation) => hasCondition('Ready').isTrue(at(generation)))).toEqual([true, false])
    const odd = ['odd', [null, 'Ready']].map((all) => ({ metadata: {}, status: { conditions: all } }))
    expect(odd.map((object) => hasCondition('Ready').isTrue(object))).toEqual([false, false])
  })
})
