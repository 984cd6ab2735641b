import { test } from 'node:test'
import { FakeControllerSource, passesListerWatcher } from '@rxkube/testing'

const object = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })

passesListerWatcher(test, 'the model server', () => {
  const source = new FakeControllerSource()
  return {
    source,
    create: (name) => source.add(object(name)),
    update: (name) => source.modify(object(name)),
    remove: (name) => source.delete(object(name)),
  }
})
