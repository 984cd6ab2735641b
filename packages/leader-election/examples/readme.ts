import { LeaderElector, LeaseLock } from '@rxkube/leader-election'
import { TestEnv, type ProcessContext } from '@rxkube/testing'

const env = new TestEnv() // an API server, processes and time of its own
const tell = (...what: unknown[]) => console.log(`${Math.round(env.clock.monotonic() / 1000)} s:`, ...what)

async function replica({ name, client, clock, random, signal }: ProcessContext): Promise<void> {
  const elector = new LeaderElector({
    lock: new LeaseLock({ client, namespace: 'default', name: 'web-controller', identity: name }),
    leaseDuration: '15s',
    renewDeadline: '10s',
    retryPeriod: '2s',
    callbacks: {
      async onStartedLeading({ signal: leading, leaderTransitions }) {
        tell(name, 'leads, transition', leaderTransitions)
        await new Promise((resolve) => leading.addEventListener('abort', resolve))
      },
      onStoppedLeading: () => tell(name, 'has stopped'),
    },
    clock,
    random,
  })
  await elector.run({ signal })
}
const a = env.start('a', replica)
await env.advance('5s')
const b = env.start('b', replica)
await env.advance('5s')
a.kill() // b waits until the lease has not changed for 15 s
await env.advance('20s')
const c = env.start('c', replica)
await env.advance('5s')
void b.stop() // stops its work, then gives the lease up: c need not wait
await env.advance('5s')
tell('running:', [a, b, c].map(({ name, running }) => `${name} ${running}`).join(', '))
await env.stop()
