import { ConfigMap, isNotFound, Lease } from '@rxkube/client'
import { sleep } from '@rxkube/clock'
import { ProcessFailedError, TestEnv, type ProcessContext } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const namespace = 'default'

/** Writes one ConfigMap after the other, a second apart, until it is asked to end. */
async function writer({ client, clock, signal }: ProcessContext): Promise<void> {
  for (let number = 1; !signal.aborted; number++) {
    await client.create(ConfigMap, { metadata: { name: `c-${number}`, namespace } })
    await sleep(clock, 1000, { signal })
  }
}

async function written({ client }: TestEnv): Promise<number> {
  return (await client.list(ConfigMap, { namespace, labelSelector: '!made-by' })).items.filter(
    ({ metadata }) => metadata.name?.startsWith('c-'),
  ).length
}

describe('a test environment', () => {
  it('is the same run, request by request, for the same seed', async () => {
    const run = async (seed: number): Promise<string> => {
      await using env = new TestEnv({ seed })
      env.start('one', writer, { latency: 50 })
      env.start('two', writer, { latency: 50 })
      await env.advance('20s')
      const { items } = await env.client.list(ConfigMap, { namespace })
      return JSON.stringify([env.audit, items])
    }
    expect(await run(1)).toBe(await run(1))
    expect(await run(1)).not.toBe(await run(2))
  })

  it('tells what was requested, by whom, when, and what came of it', async () => {
    await using env = new TestEnv()
    env.start('one', writer)
    await env.advance('1500ms')
    const path = `/api/v1/namespaces/${namespace}/configmaps`
    const common = { process: 'one', method: 'POST', path, watch: false, status: 201 }
    expect(env.audit).toEqual([
      { ...common, number: 1, at: 0 },
      { ...common, number: 2, at: 1000 },
    ])
  })

  it('kills a process before a request leaves it, and nobody hears of it again', async () => {
    await using env = new TestEnv()
    const process = env.start('one', writer)
    process.killAt(3, 'before')
    await env.advance('1h')
    expect([process.running, await written(env)]).toEqual([false, 2])
    expect(env.audit).toHaveLength(3)
    env.verify()
  })

  it('kills a process after the server has done what it asked for, and before it knows', async () => {
    await using env = new TestEnv()
    let known = 0
    const process = env.start('one', async ({ client }) => {
      for (;;) {
        await client.create(ConfigMap, { metadata: { generateName: 'c-', namespace } })
        known++
      }
    })
    process.killAt(3, 'after')
    await env.settle()
    expect([known, await written(env)]).toEqual([2, 3])
  })

  it('ends the watches of a process that is killed, on the server too', async () => {
    await using env = new TestEnv()
    let told = 0
    const process = env.start('one', async ({ client, signal }) => {
      for await (const events of await client.watch(ConfigMap, { namespace, signal })) told += events.length
    })
    await env.settle()
    await env.client.create(ConfigMap, { metadata: { name: 'c-1', namespace } })
    await env.settle()
    process.kill()
    await env.client.create(ConfigMap, { metadata: { name: 'c-2', namespace } })
    await env.advance('1h')
    expect(told).toBe(1)
    env.verify()
  })

  it('starts a process again under its name, with nothing of the one before', async () => {
    await using env = new TestEnv()
    const first = env.start('one', writer)
    await env.settle()
    const second = env.start('one', async ({ client }) => {
      await client.get(ConfigMap, { namespace, name: 'c-1' })
    })
    await env.advance('1m')
    expect([first.running, second.running, await written(env)]).toEqual([false, false, 1])
    expect(second.effects.map(({ number }) => number)).toEqual([1])
  })

  it('holds a process while its machine is suspended; its clock goes on', async () => {
    await using env = new TestEnv()
    const process = env.start('one', writer)
    await env.advance('1500ms')
    process.freeze()
    await env.advance('1m')
    expect(await written(env)).toBe(2)
    expect(process.clock.monotonic()).toBe(61_500)
    process.thaw()
    await env.settle()
    expect(await written(env)).toBe(3)
  })

  it('gives a process a clock that is wrong, and runs at its own pace', async () => {
    await using env = new TestEnv({ start: '2026-01-01T00:00:00Z' })
    const times: number[] = []
    const process = env.start(
      'one',
      async ({ clock }) => {
        times.push(clock.now())
        await sleep(clock, 60_000)
        times.push(clock.now())
      },
      { skew: 3_600_000, rate: 1.5 },
    )
    await env.settle()
    const began = Date.parse('2026-01-01T01:00:00Z')
    expect(times).toEqual([began])
    await env.advance('39s')
    expect(times).toHaveLength(1)
    await env.advance('1s')
    expect(times).toEqual([began, began + 60_000])
    process.clock.jump(-5000)
    expect(process.clock.now()).toBe(began + 55_000)
  })

  it('strikes one process with a fault, and no other', async () => {
    await using env = new TestEnv()
    const refused = env.faults.respond({ view: 'two' }, 503)
    env.start('one', writer)
    env.start('two', writer)
    await env.settle()
    expect(env.audit.map(({ process, status }) => [process, status])).toEqual([
      ['one', 201],
      ['two', 503],
    ])
    expect(refused.strikes).toBe(1)
    expect(() => env.verify()).toThrow(ProcessFailedError)
  })

  it('leaves nothing running when it is stopped', async () => {
    const env = new TestEnv()
    let ended = false
    env.start('one', async ({ client, clock, signal }) => {
      await client.create(Lease, { metadata: { name: 'l', namespace } })
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      await sleep(clock, 5000)
      ended = true
    })
    env.start('stuck', () => new Promise(() => undefined))
    await env.settle()
    await env.stop()
    expect([ended, env.clock.pending]).toEqual([true, 0])
    const late = await env.client.get(Lease, { namespace, name: 'l' }).catch((error: unknown) => error)
    expect([late instanceof Error, isNotFound(late)]).toEqual([true, false])
  })
})
