import { Pod } from '@rxkube/meta'
import { TestEnv, type ProcessEffect } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { evictPod, type EvictedPod } from '../src/writes/evict-pod.ts'

const address = { namespace: 'default', name: 'web' }

async function pod(env: TestEnv): Promise<EvictedPod> {
  const created = await env.client.create(Pod, {
    metadata: { ...address, finalizers: ['example.com/keep'] },
    spec: { containers: [{ name: 'web', image: 'web' }] },
  })
  return { ...address, uid: created.metadata.uid ?? '', nodeName: 'n', tolerations: [] }
}

/** Evicts from a process of its own; gives what came of it and the requests that took. */
async function evict(env: TestEnv, evicted: EvictedPod): Promise<{ outcome: unknown; requests: string[] }> {
  let outcome: unknown = 'still running'
  const process = env.start('taint', async (context) => {
    outcome = await evictPod(evicted, context).catch((error: Error) => error.message)
  })
  await env.advance('1s')
  return { outcome, requests: process.effects.map(request) }
}

function request({ method, path }: ProcessEffect): string {
  return `${method} ${path.replace('/api/v1/namespaces/default/', '').replace(/\?.*/, '')}`
}

const attempt = ['GET pods/web', 'PATCH pods/web/status', 'DELETE pods/web']

describe('evicting a pod', () => {
  it('T-2: says why in its status, then deletes it', async () => {
    await using env = new TestEnv()
    const evicted = await pod(env)
    expect(await evict(env, evicted)).toEqual({ outcome: true, requests: attempt })
    const { metadata, status } = await env.client.get(Pod, address)
    expect(metadata.deletionTimestamp).toBeDefined()
    expect(status?.conditions).toEqual([
      {
        type: 'DisruptionTarget',
        lastProbeTime: null,
        status: 'True',
        reason: 'DeletionByTaintManager',
        message: 'Taint manager: deleting due to NoExecute taint',
        lastTransitionTime: '2025-01-01T00:00:00Z',
      },
    ])
  })

  it('T-2: repeats all of it after a failure, without saying twice what was said', async () => {
    await using env = new TestEnv()
    const evicted = await pod(env)
    env.faults.respond({ verb: 'delete', count: 1 }, 500)
    expect(await evict(env, evicted)).toEqual({
      outcome: true,
      requests: [...attempt, 'GET pods/web', 'DELETE pods/web'],
    })
  })

  it('T-2: gives up after five attempts, 10 ms apart', async () => {
    await using env = new TestEnv()
    const evicted = await pod(env)
    env.faults.respond({ verb: 'patch' }, 500)
    const { outcome, requests } = await evict(env, evicted)
    expect(outcome).toContain('web')
    expect(requests).toEqual(Array.from({ length: 5 }, () => attempt.slice(0, 2)).flat())
    expect(env.audit.map(({ at }) => at)).toEqual([0, 0, 10, 10, 20, 20, 30, 30, 40, 40])
  })

  it('T-4: leaves another pod of the same name alone, and one that is gone', async () => {
    await using env = new TestEnv()
    const evicted = await pod(env)
    expect(await evict(env, { ...evicted, uid: 'before' })).toEqual({
      outcome: false,
      requests: ['GET pods/web'],
    })
    expect(await evict(env, { ...evicted, name: 'gone' })).toMatchObject({ outcome: false })
  })
})
