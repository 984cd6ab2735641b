import { ConfigMap, type Client } from '@rxkube/client'
import { Manager, type ReadYourWrites } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'

const namespace = 'default'
const wanted = 3

/** What became of one seed. */
export interface SeedResult {
  /** Children that were ever made. */
  readonly created: number
  /** Children in the end. */
  readonly left: number
}

/**
 * A parent that wants three children, and a controller that counts them in its cache and makes those that are missing. Its
 * requests, answers and watch events are up to 50 ms on their way, each by chance, and the server that it watches lags behind
 * by up to 200 ms, another time for each seed.
 */
export async function threeChildren(seed: number, readYourWrites: ReadYourWrites): Promise<SeedResult> {
  await using env = new TestEnv({ seed })
  await env.client.create(ConfigMap, { metadata: { name: 'parent', namespace } })
  env.faults.lag({ view: 'controller' }, env.random.next() * 200)
  env.start('controller', ({ client, signal }) => run(client, signal, readYourWrites), { latency: 50 })
  await env.advance('3m')
  env.verify()
  const { items } = await env.client.list(ConfigMap, { namespace, labelSelector: 'child' })
  const made = env.audit.filter(({ method, status }) => method === 'POST' && status === 201)
  return { created: made.length, left: items.length }
}

async function run(client: Client, signal: AbortSignal, readYourWrites: ReadYourWrites): Promise<void> {
  await using manager = new Manager({ client, recorder: false })
  manager
    .controller('three-children')
    .watches(ConfigMap, () => [{ namespace, name: 'parent' }])
    .options({ readYourWrites })
    .reconcile(async (_request, context) => {
      const children = context.lister(ConfigMap).namespace(namespace).list('child')
      for (let there = children.length; there < wanted; there += 1) {
        const labels = { child: 'true' }
        // oxlint-disable-next-line no-await-in-loop -- one after another, as one would write it at first
        await context.client.create(ConfigMap, { metadata: { generateName: 'child-', namespace, labels } })
      }
      // Too many are taken away again, as by a controller that keeps a number.
      for (const child of children.slice(wanted)) {
        const { name = '', uid } = child.metadata
        // oxlint-disable-next-line no-await-in-loop -- one after another
        await context.client.delete(ConfigMap, { namespace, name }, { preconditions: uid ? { uid } : {} })
      }
    })
  // What is gone already cannot be taken away: that is tried again, and told to nobody.
  manager.outcomes$.subscribe()
  await manager.start({ signal })
}
