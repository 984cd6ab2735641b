import { once } from 'node:events'
import { ApiServer } from '@rxkube/api-server'
import { Client, loadKubeConfig, Pod } from '@rxkube/client'
import { systemClock, TestClock, type Clock } from '@rxkube/clock'
import { SharedInformerFactory } from '@rxkube/shared-informer'

/** The program: names each web pod that is there, and every five minutes those that still have no node. */
function watchUnscheduled(client: Client, clock: Clock = systemClock): SharedInformerFactory {
  const factory = new SharedInformerFactory(client, {
    clock,
    namespace: 'default',
    tweakListOptions: (options) => ({ ...options, labelSelector: 'app=web' }),
    watchErrorHandler: (error) => console.error('tried again:', error.message),
    onHandlerError: (error) => console.error('skipped:', error.message),
  })
  const pods = factory.informerFor(Pod, { resyncPeriod: '5m' })
  pods.addEventHandler({
    added: (pod) => console.log(pod.metadata.name, pod.spec.nodeName ?? 'has no node'),
    updated(_before, pod, { sync }) {
      if (sync && pod.spec.nodeName === undefined) console.log(pod.metadata.name, 'still has no node')
    },
  })
  return factory
}

/** In production: the cluster of the kubeconfig or of the pod it runs in, until SIGTERM. */
export async function main(): Promise<void> {
  await using client = Client.fromKubeConfig(await loadKubeConfig())
  await using factory = watchUnscheduled(client)
  factory.start()
  await factory.waitForCacheSync({ timeout: '1m' })
  await once(process, 'SIGTERM')
}

// In a test: a server in the process, and time that the test moves.
const clock = new TestClock()
await using server = new ApiServer({ clock })
await using client = new Client({ transport: server.transport(), clock })
await using factory = watchUnscheduled(client, clock)
const create = (name: string, app: string) =>
  client.create(Pod, {
    metadata: { name, namespace: 'default', labels: { app } },
    spec: { containers: [{ name: app, image: `${app}:1` }] },
  })

await create('web-0', 'web')
await create('db-0', 'db')
factory.start()
await factory.waitForCacheSync({ timeout: '1m' })
await clock.advance('10m')
