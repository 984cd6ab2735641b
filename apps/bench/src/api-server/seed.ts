import { ApiServer, type ServerSnapshot } from '@rxkube/api-server'
import type { Pod } from '@rxkube/meta'
import { podJson } from '../server/pods.ts'
import { PodWriter } from './pod-writer.ts'

type Stored = ServerSnapshot['collections'][number]['objects'][number][1]

/** A server that holds `count` pods as its API would have stored them: one was created and the others are like it. */
export async function seeded(count: number): Promise<ApiServer> {
  await using template = new ApiServer({ controllers: [] })
  const writer = new PodWriter(template)
  await writer.createNamespaces()
  await writer.createMany(0, 1)
  const snapshot = template.snapshot()
  const collections = snapshot.collections.map((collection) => {
    const [first] = collection.objects
    if (collection.name !== 'pods' || first === undefined) return collection
    const objects = Array.from({ length: count }, (_, index) =>
      like(first[1], index, snapshot.revision + 1 + index),
    )
    return { name: 'pods', objects }
  })
  return new ApiServer({
    controllers: [],
    snapshot: { ...snapshot, revision: snapshot.revision + count, collections },
  })
}

/** Pod number `index`: what all have in common is shared with the first, as the store would do. */
function like(first: Stored, index: number, version: number): readonly [string, Stored] {
  const { metadata, spec, status } = JSON.parse(podJson(index, version, true)) as Required<Pod>
  const { name, namespace, uid, labels } = metadata
  const changed = { name, namespace, uid, resourceVersion: String(version), labels }
  return [
    `${namespace}/${name}`,
    {
      ...first,
      metadata: { ...first.metadata, ...changed } as Stored['metadata'],
      spec: { ...(first['spec'] as object), nodeName: spec.nodeName },
      status: { ...(first['status'] as object), phase: status.phase },
    },
  ]
}
