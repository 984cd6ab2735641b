import { Client, isNotFound, Pod, type Transport } from '@rxkube/client'

// Stands for an API server; `Client.fromKubeConfig(await loadKubeConfig())` talks to a real one.
const pod = (name: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'default' } })
const answers = new Map<string, object>([
  [
    '/api/v1/pods',
    { kind: 'PodList', metadata: { resourceVersion: '7' }, items: [pod('web-0'), pod('web-1')] },
  ],
  ['/api/v1/pods?resourceVersion=7&watch=true', { type: 'DELETED', object: pod('web-1') }],
])
const notFound = { kind: 'Status', message: 'pods "web-9" not found', reason: 'NotFound', code: 404 }
const transport: Transport = {
  async request({ path }) {
    const answer = answers.get(path.replace(/&timeoutSeconds=\d+/, ''))
    const body = new Blob([JSON.stringify(answer ?? notFound)]).stream()
    return { status: answer ? 200 : 404, headers: {}, body }
  },
  async close() {},
  async [Symbol.asyncDispose]() {},
}

const client = new Client({ transport })
const { items, metadata } = await client.list(Pod)
console.log(metadata, ...items.map((each) => each.metadata.name))
for await (const events of await client.watch(Pod, metadata)) {
  for (const { type, object } of events) if (type !== 'ERROR') console.log(type, object.metadata?.name)
}
const missing = await client
  .get(Pod, { namespace: 'default', name: 'web-9' })
  .catch((error: unknown) => error)
console.log(isNotFound(missing), String(missing))
