import { Client, HttpTransport } from '@rxkube/client'
import { LeaderElector, LeaseLock } from '@rxkube/leader-election'

/** Contends for a lease of a real server in real time, and writes a line to stdout when it leads. */
const [url = '', identity = ''] = process.argv.slice(2)
await using client = new Client({
  transport: new HttpTransport({ server: url }),
  qps: -1,
  userAgent: identity,
})
const elector = new LeaderElector({
  lock: new LeaseLock({ client, namespace: 'default', name: 'real', identity }),
  leaseDuration: '3s',
  renewDeadline: '2s',
  retryPeriod: '300ms',
  callbacks: {
    onStartedLeading: ({ leaderTransitions }) => void process.stdout.write(`leads ${leaderTransitions}\n`),
    onStoppedLeading: () => void process.stdout.write('stopped\n'),
  },
})
const end = new AbortController()
process.once('SIGTERM', () => end.abort(new Error('SIGTERM')))
await elector.run({ signal: end.signal })
