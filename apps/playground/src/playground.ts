import { Client, type Transport } from '@rxkube/client'
import { sleep, type Clock, type Random } from '@rxkube/clock'
import { Deployment, Pod } from '@rxkube/meta'
import { SharedInformerFactory, type SharedInformer } from '@rxkube/shared-informer'
import { describeDeployment, describePod } from './describe-change.ts'
import { live } from './life.ts'
import type { Output } from './output.ts'

/** What a playground is made of. */
export interface PlaygroundOptions {
  /** How requests reach the server. */
  readonly transport: Transport
  readonly clock: Clock
  readonly random: Random
  readonly output: Output
  /** Ends it. */
  readonly signal: AbortSignal
  /** How long it runs, in ms, where it ends by itself. */
  readonly runFor: number | undefined
}

/**
 * Follows pods and deployments of an API server as streams, makes some life there, and tells each change, until the
 * signal or the time ends it; then stops everything and tells the sum.
 */
export async function playground(options: PlaygroundOptions): Promise<void> {
  const { transport, clock, output, runFor } = options
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  const client = new Client({
    transport,
    clock,
    random: options.random,
    qps: -1,
    userAgent: 'rxkube-playground',
  })
  const factory = new SharedInformerFactory(client, { clock, random: options.random })
  const pods = factory.informerFor(Pod, { indexers: { node: (pod) => [pod.spec.nodeName ?? ''] } })
  const deployments = factory.informerFor(Deployment)
  const subscription = follow(pods, deployments, output)
  try {
    factory.start({ signal: options.signal })
    await factory.waitForCacheSync({ timeout: '30s', signal })
    const timer = runFor === undefined ? undefined : clock.setTimer(runFor, () => stop.abort())
    await live({ ...options, client, signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
    timer?.cancel()
    await caughtUp(options, pods, deployments)
  } finally {
    subscription.unsubscribe()
    await factory.shutdown()
  }
  const resourceVersion = pods.lastSyncResourceVersion
  output.summary({ pods: pods.indexer.size, deployments: deployments.indexer.size, resourceVersion })
}

function follow(
  pods: SharedInformer<Pod, 'node'>,
  deployments: SharedInformer<Deployment>,
  output: Output,
): { unsubscribe: () => void } {
  let onNode: readonly string[] = []
  const query = pods.select$({ index: 'node', value: 'node-1' }).subscribe((answer) => {
    onNode = answer.map(({ metadata }) => metadata.name ?? '')
  })
  query.add(
    pods.changes().subscribe((change) => {
      if (change.type === 'synced') return
      const before = change.type === 'updated' ? change.before : undefined
      output.change(describePod(change.type, change.object, before), onNode)
    }),
  )
  query.add(
    deployments.changes().subscribe((change) => {
      if (change.type === 'synced') return
      const before = change.type === 'updated' ? change.before : undefined
      output.change(describeDeployment(change.type, change.object, before), onNode)
    }),
  )
  return query
}

/** Lets the last changes arrive, so that the sum is what the server says: half a second at the most. */
async function caughtUp(
  { clock }: PlaygroundOptions,
  ...informers: readonly Pick<SharedInformer, 'status'>[]
): Promise<void> {
  for (let look = 0; look < 10; look++) {
    await sleep(clock, 50)
    if (informers.every(({ status }) => status.handlers.every(({ backlog }) => backlog === 0))) return
  }
}
