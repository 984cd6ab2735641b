import { systemClock, systemRandom } from '@rxkube/clock'
import type { ApiServerOptions } from './api-server-options.ts'
import type { Backend } from './backend.ts'
import { bootstrap } from './bootstrap.ts'
import { controllersOf } from './controllers/controller-name.ts'
import { startControllers } from './controllers/controllers.ts'
import type { LagFault } from './faults/lag-fault.ts'
import { FakeNodes } from './nodes/fake-nodes.ts'
import { fakeNodesOptions } from './nodes/fake-nodes-options.ts'
import { RbacAuthorizer } from './rbac/rbac-authorizer.ts'
import { indexedFields } from './registry/field-labels.ts'
import { Registry } from './registry/registry.ts'
import { ServiceAllocator } from './registry/service-allocator.ts'
import { serviceAccountsOf } from './service-accounts/service-accounts.ts'
import { loadSnapshot } from './snapshot/load-snapshot.ts'
import type { ServerSnapshot } from './snapshot/snapshot.ts'
import { Store } from './store/store.ts'
import { Views } from './views.ts'

/** What one life of a server holds: a restart ends it and starts another. */
export interface Instance {
  readonly backend: Backend
  readonly views: Views
  /** The fake nodes; there are some from the start when the options say so. */
  nodes(): FakeNodes
  /** Ends what runs inside of it: no timer is left, nothing is written any more. */
  stop(): void
}

/** Starts a server's inside; `failed` hears of what one of its controllers threw by mistake. */
export function startInstance(
  options: ApiServerOptions,
  failed: (error: unknown) => void,
  lags: ReadonlySet<LagFault> = new Set(),
  snapshot?: ServerSnapshot,
): Instance {
  const store = new Store({
    historySize: options.historySize ?? 10_000,
    clock: options.clock ?? systemClock,
    compactionInterval: options.compactionInterval ?? 300_000,
    indices: indexedFields,
  })
  const random = options.random ?? systemRandom
  const given = options.authorize === 'rbac' ? undefined : options.authorize
  const rbac = options.authorize === 'rbac' ? new RbacAuthorizer(store) : undefined
  const backend: Backend = {
    store,
    registry: new Registry(),
    clock: options.clock ?? systemClock,
    random,
    watchBufferSize: options.watchBufferSize ?? 10_000,
    watchBufferBytes: options.watchBufferBytes ?? 64 * 1024 * 1024,
    watchList: options.watchList ?? true,
    controllers: controllersOf(options),
    serviceAllocator: new ServiceAllocator(store, random, options.serviceAddressRange),
    authorize: rbac === undefined ? given : (attributes) => rbac.allows(attributes),
    rbac,
    serviceAccounts: serviceAccountsOf(options, store),
    admit: options.admit,
    logs: options.logs,
  }
  if (snapshot === undefined) bootstrap(backend)
  const controllers = startControllers(backend, failed)
  // Whoever follows the store is there by now, and sees what is loaded as if it were written.
  if (snapshot !== undefined) {
    loadSnapshot(store, snapshot)
    bootstrap(backend)
  }
  const views = new Views(backend, lags)
  let nodes: FakeNodes | undefined
  const fakeNodes = () => (nodes ??= new FakeNodes(backend, fakeNodesOptions(options.nodes), failed))
  const stop = () => {
    views.stop()
    nodes?.stop()
    controllers.stop()
  }
  try {
    if (options.nodes !== undefined) fakeNodes()
  } catch (error) {
    stop()
    throw error
  }
  return { backend, views, nodes: fakeNodes, stop }
}
