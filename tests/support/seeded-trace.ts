/** Prints all that happens in a small cluster under faults, from a seed: `node seeded-trace.ts SEED CHUNK`. */
import { argv, stdout } from 'node:process'
import { ConfigMap } from '@rxkube/client'
import { SharedInformerFactory } from '@rxkube/shared-informer'
import { TestEnv } from '@rxkube/testing'

const namespace = 'default'

/** Every request and everything that an informer told, line by line; watches are cut into pieces of `chunk` bytes. */
export async function seededTrace(seed: number, chunk: number, latency = 30): Promise<string> {
  await using env = new TestEnv({ seed })
  const lines: string[] = []
  if (chunk > 0) env.faults.watch({ view: 'watcher' }, { chunk })
  env.start(
    'watcher',
    async ({ client, clock, random, signal }) => {
      const factory = new SharedInformerFactory(client, { clock, random, namespace })
      const tell = (what: string) => (object: { metadata?: { name?: string; resourceVersion?: string } }) =>
        void lines.push(`${what} ${object.metadata?.name} ${object.metadata?.resourceVersion}`)
      factory.informerFor(ConfigMap).addEventHandler({
        added: tell('added'),
        updated: (_before, object) => tell('updated')(object),
        deleted: tell('deleted'),
      })
      factory.start({ signal })
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      await factory.shutdown()
    },
    // Pieces that each take a while would come later, and be told otherwise.
    { latency: chunk > 0 ? 0 : latency },
  )
  const { random } = env
  for (let step = 0; step < 120; step += 1) {
    const name = `c${Math.floor(random.next() * 4)}`
    const chance = random.next()
    // oxlint-disable no-await-in-loop -- step after step
    if (chance < 0.5) {
      await env.client.apply(
        ConfigMap,
        { metadata: { name, namespace }, data: { step: String(step) } },
        { force: true },
      )
    } else if (chance < 0.6) {
      await env.client.deleteCollection(ConfigMap, { namespace, fieldSelector: `metadata.name=${name}` })
    } else if (chance < 0.65) env.faults.endWatches({ view: 'watcher' }, 'reset')
    else if (chance < 0.7) env.faults.expireHistory()
    await env.advance(random.next() * 4000)
    // oxlint-enable no-await-in-loop
  }
  await env.advance('5m')
  const requests = env.audit.map(({ at, method, path, status }) => `${at} ${method} ${path} ${status ?? '-'}`)
  return `${lines.join('\n')}\n--\n${requests.join('\n')}\n`
}

if (import.meta.main) stdout.write(await seededTrace(Number(argv[2]), Number(argv[3])))
