import { ApiServer } from '@rxkube/api-server'
import { Client, ConfigMap } from '@rxkube/client'
import { seededRandom, TestClock } from '@rxkube/clock'
import { Manager, managerHealth, ManagerMetrics, serveOperations } from '@rxkube/controller'

// A server in this process, and time that is turned by hand: so that this ends at once and prints the same each time.
const clock = new TestClock()
await using server = new ApiServer({ clock })
await using client = new Client({
  transport: server.view('greeter').transport(),
  clock,
  random: seededRandom(1),
})

const metrics = new ManagerMetrics()
await using manager = new Manager({ client, metrics })
manager.controller('greeter', ConfigMap).reconcile(async ({ name, namespace }, { client: write, object }) => {
  if (!object || object.data?.['greeting']) return
  await write.patch(ConfigMap, { name, namespace }, { data: { greeting: `hello ${name}` } })
})
const operations = serveOperations({ manager, metrics, health: managerHealth(manager), port: 0 })
manager.add(operations)

/** What is answered, without the lines that do not match. */
async function get(path: string, matching = /./): Promise<void> {
  const { port } = await operations.listening
  const text = await (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  const lines = text.split('\n').filter((line) => matching.test(line))
  console.log(`GET ${path}\n${lines.join('\n')}\n`)
}

server.faults.respond({ view: 'greeter', resource: 'configmaps' }, 403)
const running = manager.start()
await clock.advance('3s')
await get('/livez')
await get('/readyz')

server.faults.clear()
await clock.advance('1m')
await get('/readyz?verbose')
await get(
  '/metrics',
  /^(controller_runtime_reconcile_total|workqueue_adds_total|rxkube_controller_writes_total).*[1-9]$/,
)

for (const { from, type, to } of manager.inspect().edges) console.log(`${from} ${type} ${to}`)
await manager.stop()
await running
