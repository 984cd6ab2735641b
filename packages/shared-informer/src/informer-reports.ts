import { channel } from 'node:diagnostics_channel'
import { Subject, type Observable } from 'rxjs'

const errors = channel('rxkube:informer:error')

/** What an informer tells on the diagnostics channel `rxkube:informer:error`. */
export interface InformerReport {
  /** What the informer watches. */
  readonly informer: string
  readonly error: Error
}

/** Where an informer tells what went wrong without anybody waiting for it. */
export class InformerReports {
  readonly #informer: string
  readonly #tell: ((error: Error) => void) | undefined
  readonly #error$ = new Subject<Error>()
  readonly error$: Observable<Error> = this.#error$.asObservable()

  constructor(informer: string, tell: ((error: Error) => void) | undefined) {
    this.#informer = informer
    this.#tell = tell
  }

  report(error: Error): void {
    this.#publish(error)
    try {
      this.#tell?.(error)
    } catch (thrown) {
      // Who was to be told failed: the streams are told of that too, or it would be lost.
      this.#publish(thrown instanceof Error ? thrown : new Error(String(thrown)))
    }
  }

  #publish(error: Error): void {
    const report: InformerReport = { informer: this.#informer, error }
    errors.publish(report)
    this.#error$.next(error)
  }
}
