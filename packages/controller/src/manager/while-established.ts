import type { Resource } from '@rxkube/meta'
import { watchCustomResource } from '../custom-resource/watch-custom-resource.ts'
import { asError } from '../errors.ts'
import type { Controller } from '../reconcile/controller.ts'
import type { Manager } from './manager.ts'
import type { Runnable } from './runnable.ts'

/**
 * A controller that is there while a custom resource is: made when its definition is established, ended when that is gone,
 * and made again when it comes back. For `manager.add`; the other controllers go on whatever becomes of it.
 */
export function whileEstablished(
  manager: Manager,
  resource: Resource,
  setUp: (manager: Manager) => Controller,
): Runnable {
  return {
    name: `while ${resource.kind} is established`,
    needLeaderElection: false,
    start: (signal) =>
      new Promise((resolve, reject) => {
        let controller: Controller | undefined
        let turn = Promise.resolve()
        const leave = async (): Promise<void> => {
          const ending = controller
          controller = undefined
          if (ending) await manager.remove(ending)
        }
        const settle = async (resolved: () => void): Promise<void> => {
          await turn
          resolved()
        }
        // One change after another: a controller of the same name must be gone before there is a new one.
        const next = (change: () => Promise<void> | void): void => {
          turn = turn.then(change).catch((error: unknown) => end(asError(error)))
        }
        const subscription = watchCustomResource(manager.client, resource).subscribe({
          next: ({ type }) => {
            if (type === 'gone') next(leave)
            else
              next(() => {
                controller ??= setUp(manager)
              })
          },
          error: (error: unknown) => end(asError(error)),
        })
        const end = (error?: Error): void => {
          subscription.unsubscribe()
          signal.removeEventListener('abort', aborted)
          if (error) reject(error)
          else void settle(resolve)
        }
        const aborted = (): void => end()
        signal.addEventListener('abort', aborted, { once: true })
        if (signal.aborted) aborted()
      }),
  }
}
