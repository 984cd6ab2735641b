import type { EventRecorderLike, Manager } from '@rxkube/controller'
import { ClientEventRecorder } from '@rxkube/event-recorder'

/** Events in the name of `component`, for as long as the manager's controllers work; `given` is used instead. */
export function componentRecorder(
  manager: Manager,
  component: string,
  given: EventRecorderLike | false | undefined,
): EventRecorderLike {
  if (given) return given
  let own: ClientEventRecorder | undefined
  if (given === undefined) {
    manager.add({
      name: `${component} events`,
      start: async (signal) => {
        const recorder = new ClientEventRecorder(manager.client, { component })
        own = recorder
        await aborted(signal)
        await recorder.shutdown({ timeout: '5s' })
      },
    })
  }
  return {
    recordEvent: (object, type, reason, message) => own?.event(object, type, reason, message),
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
