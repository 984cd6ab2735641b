import process from 'node:process'
import { Client, loadKubeConfig } from '@rxkube/client'
import { logTo, managerHealth, ManagerMetrics, serveOperations } from '@rxkube/controller'
import { pino } from 'pino'
import { websiteManager } from './website-manager.ts'

const namespace = process.env['POD_NAMESPACE'] ?? 'default'
const port = Number(process.env['PORT'] ?? 8080)
const log = pino({ level: process.env['LOG_LEVEL'] ?? 'info' })

// In a pod this is its ServiceAccount, elsewhere your kubeconfig.
await using client = Client.fromKubeConfig(await loadKubeConfig(), { fieldManager: 'website-controller' })
const metrics = new ManagerMetrics()
const manager = websiteManager({ client, namespace, metrics })
const health = managerHealth(manager)
manager.add(serveOperations({ manager, metrics, health, host: '0.0.0.0', port }))
logTo(log, manager)

const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => stop.abort(new Error(`the process got ${signal}`)))
}
log.info({ namespace, port }, 'starting')
await manager.start({ signal: stop.signal })
log.info('stopped')
