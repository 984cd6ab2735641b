import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import {
  claimPods,
  ControllerExpectations,
  filterActivePods,
  RealPodControl,
  slowStartBatch,
} from '@rxkube/controller'
import { controllerOf, labelSelectorFrom, newControllerRef, Pod, ReplicaSet } from '@rxkube/meta'
import { SharedInformerFactory } from '@rxkube/shared-informer'

const clock = new TestClock()
await using server = new ApiServer({ clock })
await using client = new Client({ transport: server.view('controller').transport(), clock })
await using factory = new SharedInformerFactory(client, { clock })
const pods = factory.informerFor(Pod)
const podControl = new RealPodControl({ client })
const expectations = new ControllerExpectations({ clock })
const keyOf = (name = '') => `default/${name}`
pods.addEventHandler({ added: (pod) => expectations.creationObserved(keyOf(controllerOf(pod)?.name)) })

/** Creates the pods that are missing, once, however old the cache is. */
async function sync(owner: ReplicaSet): Promise<string> {
  const key = keyOf(owner.metadata.name)
  if (!expectations.satisfiedExpectations(key)) return 'waits until the cache shows its own pods'
  const selector = labelSelectorFrom(owner.spec.selector)
  const active = filterActivePods(pods.lister.namespace('default').list())
  const mine = await claimPods(active, { client, owner, ownerResource: ReplicaSet, selector })
  const missing = (owner.spec.replicas ?? 1) - mine.length
  if (missing <= 0) return `has ${mine.length} pods, as wanted`
  const reference = newControllerRef(owner, ReplicaSet)
  expectations.expectCreations(key, missing)
  const { successes } = await slowStartBatch(missing, () =>
    podControl.createPod('default', owner.spec.template ?? {}, owner, reference),
  )
  expectations.lowerExpectations(key, missing - successes, 0)
  return `creates ${successes} pods`
}

factory.start()
await factory.waitForCacheSync({ timeout: '1m' })
const labels = { app: 'web' }
const web = await client.create(ReplicaSet, {
  metadata: { name: 'web', namespace: 'default' },
  spec: {
    replicas: 3,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  },
})

server.faults.lag({ view: 'controller', resource: 'pods' }, '10s')
for (let seconds = 0; seconds <= 12; seconds += 4) {
  console.log(`${seconds} s: web ${await sync(web)}`)
  await clock.advance('4s')
}
