import { channel } from 'node:diagnostics_channel'
import type { ReflectorReport } from './effect.ts'

/** What is published on the diagnostics channel `rxkube:reflector`. Durations are milliseconds. */
export type ReflectorDiagnostic = { readonly name: string } & (
  | ReflectorReport
  | {
      readonly type: 'list'
      readonly resourceVersion: string
      readonly duration: number
      readonly items: number
      readonly error: Error | undefined
    }
  | {
      readonly type: 'watch'
      readonly resourceVersion: string
      readonly duration: number
      readonly events: number
      readonly bytes: number
      readonly error: Error | undefined
    }
)

const diagnostics = channel('rxkube:reflector')

/** Publishes what `make` gives, which is not called when nobody listens. */
export function publish(make: () => ReflectorDiagnostic): void {
  if (diagnostics.hasSubscribers) diagnostics.publish(make())
}
