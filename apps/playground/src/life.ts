import { isAlreadyExists, isNotFound, type Client } from '@rxkube/client'
import { Deployment, Pod } from '@rxkube/meta'
import { sleep, type Clock, type Random } from '@rxkube/clock'

/** What `live` needs. */
export interface LifeOptions {
  readonly client: Client
  readonly clock: Clock
  readonly random: Random
  readonly signal: AbortSignal
}

const namespace = 'default'
const nodes = ['node-1', 'node-2', 'node-3']

/**
 * Plays a user, a scheduler and a kubelet for as long as `signal` lets it: a deployment comes, its pods are placed and
 * start, it is scaled, relabelled, gets a new image, a node loses its pods, and in the end it goes; then again. What
 * somebody else deletes meanwhile is gone, and the play goes on without it.
 */
export async function live(options: LifeOptions): Promise<void> {
  for (let round = 1; ; round++) await playRound(options, `web-${round}`)
}

/** Whether it was done; false when what it is about was deleted, or created, by somebody else. */
async function done(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    if (isNotFound(error) || isAlreadyExists(error)) return false
    throw error
  }
}

async function playRound({ client, clock, random, signal }: LifeOptions, app: string): Promise<void> {
  const pause = async (): Promise<void> => await sleep(clock, 300 + random.next() * 500, { signal })
  const call = { signal }
  const pods = new Set<string>()

  const start = async (): Promise<void> => {
    const name = `${app}-${Math.floor(random.next() * 36 ** 5)
      .toString(36)
      .padStart(5, '0')}`
    const nodeName = nodes[Math.floor(random.next() * nodes.length)] ?? 'node-1'
    await done(client.create(Pod, pod(name, app, nodeName), call))
    pods.add(name)
    await pause()
    const running = { status: { phase: 'Running' } }
    if (!(await done(client.patchStatus(Pod, { namespace, name }, running, call)))) pods.delete(name)
    await ready()
  }
  const end = async (name: string): Promise<void> => {
    await done(client.delete(Pod, { namespace, name }, { ...call, gracePeriodSeconds: 0 }))
    pods.delete(name)
    await ready()
  }
  const ready = async (): Promise<void> => {
    const patch = { status: { replicas: pods.size, readyReplicas: pods.size } }
    await done(client.patchStatus(Deployment, { namespace, name: app }, patch, call))
    await pause()
  }
  const change = async (patch: object): Promise<void> => {
    await done(client.patch(Deployment, { namespace, name: app }, patch, call))
    await pause()
  }

  await done(client.create(Deployment, deployment(app), call))
  await pause()
  for (let count = 0; count < 3; count++) await start()
  await change({ spec: { replicas: 5 } })
  for (let count = 0; count < 2; count++) await start()
  await change({ metadata: { labels: { team: 'shop' } } })
  await change({ spec: { template: { spec: { containers: [{ name: 'web', image: 'web:2' }] } } } })
  const [first, second] = pods
  if (first !== undefined) await end(first)
  await start()
  if (second !== undefined) await end(second)
  await change({ spec: { replicas: 2 } })
  for (const name of pods) await end(name)
  await done(client.delete(Deployment, { namespace, name: app }, call))
  await pause()
}

function deployment(name: string): Deployment {
  const labels = { app: name }
  return {
    metadata: { name, namespace, labels },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    },
  }
}

function pod(name: string, app: string, nodeName: string): Pod {
  return {
    metadata: { name, namespace, labels: { app } },
    spec: { nodeName, containers: [{ name: 'web', image: 'web:1' }] },
    status: { phase: 'Pending' },
  }
}
