import type { Client } from '@rxkube/client'
import { Manager, type ManagerMetrics } from '@rxkube/controller'
import { setUpWebsites } from './website-controller.ts'

/** Where the program runs, and what counts for it. */
export interface WebsiteManagerOptions {
  readonly client: Client
  /** The namespace of its own pod: its lease is there. */
  readonly namespace: string
  readonly metrics?: ManagerMetrics
}

/** All that the program does, without the process around it: tests run the same. */
export function websiteManager({ client, namespace, metrics }: WebsiteManagerOptions): Manager {
  const manager = new Manager({
    client,
    name: 'website-controller',
    leaderElection: { leaseName: 'website-controller', leaseNamespace: namespace },
    metrics,
  })
  setUpWebsites(manager)
  return manager
}
