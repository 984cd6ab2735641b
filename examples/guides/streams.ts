import { ApiServer } from '@rxkube/api-server'
import { Client, ConfigMap, Pod } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { changedObjects, labels, reflector } from '@rxkube/reflector'
import { SharedInformerFactory } from '@rxkube/shared-informer'
import { combineLatest, distinctUntilChanged, filter, map } from 'rxjs'

const clock = new TestClock()
await using server = new ApiServer({ clock })
await using client = new Client({ transport: server.transport(), clock })

// 1. Without a cache: a list and a watch of its own for each subscription.
const relabelled = reflector(client, Pod, { namespace: 'default' })
  .pipe(changedObjects<Pod>(labels))
  .subscribe((pod) => console.log('labels of', pod.metadata.name, pod.metadata.labels))

// 2. and 3. share the cache and the watch of an informer, which runs while somebody is subscribed.
await using factory = new SharedInformerFactory(client, { clock, namespace: 'default' })
const pods = factory.informerFor(Pod)
const settings = factory.informerFor(ConfigMap)

// 2. What happens.
pods
  .changes()
  .pipe(filter((change) => change.type === 'deleted'))
  .subscribe(({ key, finalStateUnknown }) => console.log('gone:', key, { finalStateUnknown }))

// 3. What is there: an answer now, and a new one whenever it changes.
combineLatest({
  found: pods.select$({ selector: 'app=web' }),
  wanted: settings.observe$({ namespace: 'default', name: 'web' }),
})
  .pipe(map(({ found, wanted }) => `${found.length} of ${wanted?.data?.['replicas'] ?? 'any'} web pods`))
  .pipe(distinctUntilChanged())
  .subscribe((line) => console.log(line))
await clock.settle()

const web0 = { namespace: 'default', name: 'web-0' }
const containers = [{ name: 'web', image: 'web:1' }]
await client.create(Pod, { metadata: { ...web0, labels: { app: 'web' } }, spec: { containers } })
await clock.settle()
await client.create(ConfigMap, { metadata: { name: 'web', namespace: 'default' }, data: { replicas: '2' } })
await clock.settle()
await client.patchStatus(Pod, web0, { status: { phase: 'Running' } }) // labels as before: 1. says nothing
await clock.settle()
relabelled.unsubscribe()
await client.delete(Pod, web0)
await clock.settle()
