import { bench, group, run } from 'mitata'
import { Indexer } from '@rxkube/indexer'
import type { Cached, KubernetesObject } from '@rxkube/meta'

interface Pod extends KubernetesObject {
  spec: { nodeName: string }
}

const pod = (index: number, version: number): Pod => ({
  metadata: {
    namespace: 'default',
    name: `pod-${index}`,
    uid: `${index}`,
    resourceVersion: `${version}`,
    labels: { app: 'web' },
  },
  spec: { nodeName: `node-${index % 1000}` },
})

const indexers = { node: ({ spec }: Cached<Pod>) => [spec.nodeName] }
const make = () => new Indexer<Pod, 'node'>({ indexers, freeze: 'off' })
const filled = (size: number) => {
  const indexer = make()
  indexer.replace(
    Array.from({ length: size }, (_, index) => pod(index, 1)),
    '1',
  )
  return indexer
}

group('writes', () => {
  const pods = Array.from({ length: 10_000 }, (_, index) => pod(index, 1))
  bench('set 10,000 objects, one index', () => {
    const indexer = make()
    for (const object of pods) indexer.add(object)
    return indexer.size
  })

  const indexer = filled(10_000)
  const versions = [pod(7, 2), pod(7, 3)] as const
  let turn = 0
  bench('update one of 10,000 objects', () => indexer.update(versions[turn++ % 2 === 0 ? 0 : 1]))
  bench('the same, each after a snapshot', () => {
    const snapshot = indexer.snapshot()
    indexer.update(versions[turn++ % 2 === 0 ? 0 : 1])
    return snapshot
  })
})

group('reads at 150,000 objects', () => {
  const indexer = filled(150_000)
  let turn = 0
  bench('byIndex, 150 objects', () => indexer.byIndex('node', `node-${turn++ % 1000}`))
  bench('getByKey', () => indexer.getByKey(`default/pod-${turn++ % 150_000}`))
  bench('snapshot', () => indexer.snapshot())
})

group('a write among live queries of 10 objects each', () => {
  for (const queries of [0, 1, 1000]) {
    const indexer = filled(10_000)
    let told = 0
    for (let node = 0; node < queries; node++) {
      indexer.select$({ index: 'node', value: `node-${node}` }).subscribe((answer) => {
        told += answer.length
      })
    }
    const versions = [pod(0, 2), pod(0, 3)] as const
    let turn = 0
    bench(`${queries} queries, of which it touches ${Math.min(queries, 1)}`, () => {
      indexer.update(versions[turn++ % 2 === 0 ? 0 : 1])
      return told
    })
  }
})

group('replace by 150,000 objects', () => {
  const pods = new Map(
    Array.from({ length: 150_000 }, (_, index) => [`default/pod-${index}`, pod(index, 2)] as const),
  )
  bench('stage, and put in place', () => {
    const indexer = make()
    const stage = indexer.prepareReplace()
    for (const [key, object] of pods) stage.add(key, object)
    return indexer.replace(stage, '2')
  })
})

await run()
