import type { Client } from '@rxkube/client'
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
 * start, it is scaled, relabelled, gets a new image, a node loses its pods, and in the end it goes; then again.
 */
export async function live(options: LifeOptions): Promise<void> {
  for (let round = 1; ; round++) await playRound(options, `web-${round}`)
}

async function playRound({ client, clock, random, signal }: LifeOptions, app: string): Promise<void> {
  const pause = async (): Promise<void> => await sleep(clock, 300 + random.next() * 500, { signal })
  const call = { signal }
  const pods: string[] = []

  const start = async (): Promise<void> => {
    const name = `${app}-${Math.floor(random.next() * 36 ** 5)
      .toString(36)
      .padStart(5, '0')}`
    const nodeName = nodes[Math.floor(random.next() * nodes.length)] ?? 'node-1'
    await client.create(Pod, pod(name, app, nodeName), call)
    pods.push(name)
    await pause()
    await client.patchStatus(Pod, { namespace, name }, { status: { phase: 'Running' } }, call)
    await ready()
  }
  const end = async (name: string): Promise<void> => {
    await client.delete(Pod, { namespace, name }, { ...call, gracePeriodSeconds: 0 })
    pods.splice(pods.indexOf(name), 1)
    await ready()
  }
  const ready = async (): Promise<void> => {
    const patch = { status: { replicas: pods.length, readyReplicas: pods.length } }
    await client.patchStatus(Deployment, { namespace, name: app }, patch, call)
    await pause()
  }
  const change = async (patch: object): Promise<void> => {
    await client.patch(Deployment, { namespace, name: app }, patch, call)
    await pause()
  }

  await client.create(Deployment, deployment(app), call)
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
  while (pods.length > 0) await end(pods[0] ?? '')
  await client.delete(Deployment, { namespace, name: app }, call)
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
