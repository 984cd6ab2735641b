import type { Client } from '@rxkube/client'
import { ClientEventRecorder } from '@rxkube/event-recorder'
import { asError } from '../errors.ts'
import type { EventRecorderLike } from '../event-sink.ts'
import { Manager } from '../manager/manager.ts'
import type { ManagerMetrics } from '../operations/manager-metrics.ts'
import { type ControllerDescriptor, enabledControllers } from './controller-descriptor.ts'
import type { Flags, FlagValues } from './flag.ts'
import type { programFlags } from './program-flags.ts'

/** The values of a program's own flags. */
export type ProgramValues = FlagValues<ReturnType<typeof programFlags>>

/** What a manager of a program is made of. */
export interface ProgramManagerOptions {
  readonly name: string
  readonly client: Client
  /** All that the program has; `--controllers` says which of them run. */
  readonly controllers: readonly ControllerDescriptor[]
  /** Of its own flags and of those of its controllers. */
  readonly values: ProgramValues & FlagValues<Flags>
  readonly metrics?: ManagerMetrics | undefined
  /** Told of what controllers try again by themselves. */
  readonly onError?: ((error: Error) => void) | undefined
}

/**
 * A program of controllers without the process around it: tests run the same. Events come from each controller in its
 * own name, as kube-controller-manager's do. Throws a `UsageError` for a list of controllers that cannot be.
 */
export function programManager(options: ProgramManagerOptions): Manager {
  const { name, client, values, metrics, onError = () => undefined } = options
  const enabled = enabledControllers(options.controllers, values.controllers)
  const recorders = new ControllerRecorders(client)
  const manager = new Manager({
    client,
    name,
    metrics,
    recorder: false,
    recorderFor: (controller) => recorders.of(controller),
    leaderElection: values['leader-elect']
      ? {
          leaseName: values['leader-elect-resource-name'],
          leaseNamespace: values['leader-elect-resource-namespace'],
          leaseDuration: values['leader-elect-lease-duration'],
          renewDeadline: values['leader-elect-renew-deadline'],
          retryPeriod: values['leader-elect-retry-period'],
        }
      : undefined,
  })
  manager.add({
    name: 'events',
    needLeaderElection: false,
    // Ends last: what was said while the others ended is sent too.
    beforeCaches: true,
    start: (signal) => recorders.shutdownAfter(signal),
  })
  for (const descriptor of enabled) {
    descriptor.setUp(manager, values, { onError: (error) => onError(asError(error)) })
  }
  return manager
}

class ControllerRecorders {
  readonly #client: Client
  readonly #recorders = new Map<string, ClientEventRecorder>()

  constructor(client: Client) {
    this.#client = client
  }

  of(component: string): EventRecorderLike {
    const recorder = new ClientEventRecorder(this.#client, { component })
    this.#recorders.set(component, recorder)
    return {
      recordEvent: (object, type, reason, message) => recorder.event(object, type, reason, message),
    }
  }

  async shutdownAfter(signal: AbortSignal): Promise<void> {
    if (!signal.aborted) {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    }
    await Promise.all(
      Array.from(this.#recorders.values(), (recorder) => recorder.shutdown({ timeout: '5s' })),
    )
  }
}
