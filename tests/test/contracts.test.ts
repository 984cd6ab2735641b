import { ApiServer } from '@rxkube/api-server'
import { Client, HttpTransport, listWatch } from '@rxkube/client'
import { ConfigMap } from '@rxkube/meta'
import {
  FakeControllerSource,
  passesListerWatcher,
  passesTransport,
  recordWatch,
  replay,
} from '@rxkube/testing'
import { describe, it } from 'vitest'

const collection = '/api/v1/namespaces/default/configmaps'
const paths = {
  list: collection,
  watch: `${collection}?watch=true&resourceVersion=0`,
  missing: '/api/v1/namespaces/default/configmaps/nothing',
}

describe('the contract of transports', () => {
  passesTransport(it, 'a call in this process', () => {
    const server = new ApiServer()
    return { transport: server.transport(), ...paths, close: () => server.close() }
  })

  passesTransport(it, 'HTTP', async () => {
    const server = new ApiServer()
    const { url } = await server.listen()
    return {
      transport: new HttpTransport({ server: url, proxy: false }),
      ...paths,
      close: () => server.close(),
    }
  })

  passesTransport(it, 'a transport that is recorded', () => {
    const server = new ApiServer()
    const transport = recordWatch(server.transport(), { write: () => true })
    return { transport, ...paths, close: () => server.close() }
  })

  passesTransport(it, 'a replay', () => {
    const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64')
    const headers = { 'content-type': 'application/json' }
    const list = { kind: 'ConfigMapList', apiVersion: 'v1', metadata: { resourceVersion: '5' }, items: [] }
    const status = { kind: 'Status', apiVersion: 'v1', code: 404 }
    const answers = [
      ...[1, 2, 3, 4].map((id) => [id, paths.list, 200, list] as const),
      [5, paths.missing, 404, status] as const,
    ]
    const lines = answers.flatMap(([id, path, code, body]) => [
      { at: 0, id, path, watch: false },
      { at: 0, id, status: code, headers },
      { at: 0, id, bytes: base64(body) },
      { at: 0, id, over: 'end' },
    ])
    const watch = [
      { at: 0, id: 9, path: paths.watch, watch: true },
      { at: 0, id: 9, status: 200, headers },
    ]
    const text = [...lines, ...watch].map((line) => JSON.stringify(line)).join('\n')
    return { transport: replay(text), ...paths }
  })
})

describe('the contract of what is listed and watched', () => {
  const object = (name: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default' },
  })

  passesListerWatcher(it, 'the model server', () => {
    const source = new FakeControllerSource()
    return {
      source,
      create: (name) => source.add(object(name)),
      update: (name) => source.modify(object(name)),
      remove: (name) => source.delete(object(name)),
    }
  })

  passesListerWatcher(it, 'a client of the embedded API server', () => {
    const server = new ApiServer()
    const client = new Client({ transport: server.transport(), qps: -1 })
    const named = (name: string) => ({ name, namespace: 'default' })
    return {
      source: listWatch(client, ConfigMap, { namespace: 'default' }),
      create: (name) => client.create(ConfigMap, object(name)),
      update: (name) => client.patch(ConfigMap, named(name), { data: { changed: 'yes' } }),
      remove: (name) => client.delete(ConfigMap, named(name)),
      close: async () => {
        await client.close()
        await server.close()
      },
    }
  })
})
