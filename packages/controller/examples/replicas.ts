import { ConfigMap } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'

await using env = new TestEnv()
const leaderElection = { leaseName: 'copier', leaseNamespace: 'default' }
const start = (pod: string) =>
  env.start(pod, async ({ client, signal }) => {
    const manager = new Manager({ client, recorder: false, leaderElection })
    manager.controller('copier', ConfigMap).reconcile(({ name }) => {
      if (name.startsWith('job-'))
        console.log(`${Math.round(env.clock.monotonic() / 1000)} s: ${pod} works on ${name}`)
    })
    await manager.start({ signal })
  })

const job = (name: string) => env.client.create(ConfigMap, { metadata: { name, namespace: 'default' } })
start('pod-0')
await env.advance('5s')
start('pod-1')
await env.advance('5s')
await job('job-1')
await env.advance('10s')

console.log('pod-0 is killed')
env.processes.get('pod-0')?.kill()
await job('job-2')
await env.advance('30s')

console.log('pod-1 is told to end, and pod-2 was started before')
start('pod-2')
await env.advance('10s')
const ended = env.processes.get('pod-1')?.stop()
await job('job-3')
await env.advance('10s')
await ended
