import { ClientEventRecorder } from '@rxkube/event-recorder'
import type { EventRecorderLike } from '../event-sink.ts'
import type { ManagerOptions } from './manager-options.ts'

/** Where the events of a manager go, and the recorder that it made for that, which is its to end. */
export interface ManagerRecorder {
  readonly recorder: EventRecorderLike | undefined
  readonly own: ClientEventRecorder | undefined
}

/** The recorder that the options name, or one that writes to the API server. */
export function managerRecorder(
  { client, name = 'rxkube', recorder }: ManagerOptions,
  report: (error: Error) => void,
): ManagerRecorder {
  if (recorder !== undefined) return { recorder: recorder === false ? undefined : recorder, own: undefined }
  const own = new ClientEventRecorder(client, { component: name })
  own.error$.subscribe(report)
  return {
    recorder: { recordEvent: (object, type, reason, message) => own.event(object, type, reason, message) },
    own,
  }
}
