import { hostname } from 'node:os'
import { Client } from '@rxkube/client'
import type { Duration } from '@rxkube/clock'
import {
  LeaderElector,
  LeaseLock,
  type LeaderMetricsProvider,
  type LockEventRecorder,
} from '@rxkube/leader-election'
import { InvalidControllerError } from '../errors.ts'
import type { ManagerLeaderElection } from './manager-options.ts'

/** What an elector of a manager needs. */
export interface ElectionParts {
  readonly client: Client
  readonly eventRecorder: LockEventRecorder | undefined
  /** How long work may take to end after it was told to. */
  readonly stopTimeout: Duration
  /** The work of the leader. */
  readonly lead: (signal: AbortSignal) => Promise<void>
  readonly onError: (error: unknown) => void
  readonly metricsProvider: LeaderMetricsProvider | undefined
}

/** The elector of a manager. Throws an `InvalidControllerError` for a lease without a name. */
export function managerElector(options: ManagerLeaderElection, parts: ElectionParts): LeaderElector {
  const { leaseName, leaseNamespace, identity = ownIdentity(parts.client) } = options
  const { leaseDuration = '15s', renewDeadline = '10s', retryPeriod = '2s' } = options
  if (!leaseName || !leaseNamespace) {
    throw new InvalidControllerError('leaderElection needs a leaseName and a leaseNamespace')
  }
  const { transport, clock, random } = parts.client
  return new LeaderElector({
    // Renewals wait behind nothing else.
    lock: new LeaseLock({
      client: new Client({ transport, clock, random, qps: -1 }),
      namespace: leaseNamespace,
      name: leaseName,
      identity,
      eventRecorder: parts.eventRecorder,
    }),
    leaseDuration,
    renewDeadline,
    retryPeriod,
    releaseOnCancel: options.releaseOnCancel,
    onLost: options.onLost,
    coordinated: options.coordinated,
    watchDog: options.watchDog,
    stopTimeout: parts.stopTimeout,
    onError: parts.onError,
    metricsProvider: parts.metricsProvider,
    clock,
    random,
    callbacks: {
      onStartedLeading: ({ signal }) => parts.lead(signal),
      onStoppedLeading: () => undefined,
    },
  })
}

function ownIdentity({ random }: Client): string {
  const suffix = Math.floor(random.next() * 2 ** 32)
    .toString(16)
    .padStart(8, '0')
  return `${hostname()}_${suffix}`
}
