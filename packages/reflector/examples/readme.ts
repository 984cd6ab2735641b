import { FakeControllerSource } from '@rxkube/client/testing'
import { appliedObjects, reflector } from '@rxkube/reflector'
import { map } from 'rxjs'

// Stands in for an API server; `reflector(client, Pod, { labelSelector: 'app=web' })` asks a real one.
const pods = new FakeControllerSource({ apiVersion: 'v1', kind: 'Pod' })
pods.add({ metadata: { namespace: 'default', name: 'web-0' } })

const events$ = reflector(pods)
const subscription = events$.subscribe((events) => {
  for (const event of events) {
    if (event.type === 'initDone') {
      console.log('whole state at', event.resourceVersion)
      pods.add({ metadata: { namespace: 'default', name: 'web-1' } })
    } else {
      console.log(event.type)
    }
    if (event.type === 'added') subscription.unsubscribe()
  }
})

// A second subscription lists and watches for itself.
const names$ = events$.pipe(
  appliedObjects(),
  map(({ metadata }) => metadata?.name),
)
const names = names$.subscribe((name) => {
  console.log('there is', name)
  if (name === 'web-1') names.unsubscribe()
})
