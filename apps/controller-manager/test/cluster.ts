import { Client, type Transport } from '@rxkube/client'
import { type Manager, parseFlags, programFlags, programManager } from '@rxkube/controller'
import { Deployment, Service } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { controllers } from '../src/index.ts'

const name = 'rxkube-controller-manager'
const labels = { app: 'web' }

/** The values of a command line of the controller manager. */
export function valuesOf(...args: string[]) {
  const own = programFlags(name)
  return parseFlags(Object.assign({}, ...controllers.map(({ flags }) => flags), own) as typeof own, args)
}

/** A transport whose requests carry a token. */
export function withToken(transport: Transport, token: string): Transport {
  return {
    request: (request) =>
      transport.request({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
    close: () => transport.close(),
    [Symbol.asyncDispose]: () => transport.close(),
  }
}

/** Starts the controller manager as a process; `token` is who it is. Returns its manager, as it is now. */
export function startManager(env: TestEnv, args: readonly string[] = [], token?: string): () => Manager {
  let manager: Manager | undefined
  env.start('controllers', ({ transport, clock, random, signal }) => {
    const own = token === undefined ? transport : withToken(transport, token)
    const client = new Client({ transport: own, clock, random, qps: -1 })
    manager = programManager({ name, client, controllers, values: valuesOf(...args) })
    return manager.start({ signal })
  })
  return () => {
    if (!manager) throw new Error('the controller manager has not begun')
    return manager
  }
}

/** A deployment of so many pods, and a service in front of it. */
export async function createWeb(client: Client, replicas: number): Promise<void> {
  await client.create(Service, {
    metadata: { name: 'web', namespace: 'default' },
    spec: { selector: labels, ports: [{ port: 80 }] },
  })
  await client.create(Deployment, {
    metadata: { name: 'web', namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    },
  })
}

/** What the controllers have written since; leases and their renewals are left out. */
export function writesSince(env: TestEnv, length: number): string[] {
  return env.audit
    .slice(length)
    .filter(({ method, path }) => method !== 'GET' && !path.includes('/leases'))
    .map(({ method, path }) => `${method} ${path.split('?')[0]}`)
}
