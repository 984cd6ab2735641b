import { channel } from 'node:diagnostics_channel'
import { Subject, type Observable } from 'rxjs'
import { HandlerError } from './handler-error.ts'

const errors = channel('rxkube:informer:error')

/** What an informer tells on the diagnostics channel `rxkube:informer:error`. */
export interface InformerReport {
  /** What the informer watches. */
  readonly informer: string
  readonly error: Error
}

/**
 * Where an informer tells what went wrong without anybody waiting for it. What nobody listens for becomes a warning of
 * the process, once for each kind of error, so that nothing is swallowed.
 */
export class InformerReports {
  readonly #informer: string
  readonly #onHandlerError: ((error: HandlerError) => void) | undefined
  readonly #warned = new Set<string>()
  readonly #error$ = new Subject<Error>()
  readonly error$: Observable<Error> = this.#error$.asObservable()

  constructor(informer: string, onHandlerError: ((error: HandlerError) => void) | undefined) {
    this.#informer = informer
    this.#onHandlerError = onHandlerError
  }

  /** `heard`: somebody else is told of it, too. */
  report(error: Error, heard = false): void {
    const listener = error instanceof HandlerError ? this.#onHandlerError : undefined
    this.#publish(error, heard || listener !== undefined)
    try {
      listener?.(error as HandlerError)
    } catch (thrown) {
      // Who was to be told failed: the streams are told of that too, or it would be lost.
      this.#publish(thrown instanceof Error ? thrown : new Error(String(thrown)), false)
    }
  }

  #publish(error: Error, heard: boolean): void {
    if (!heard && !errors.hasSubscribers && !this.#error$.observed) this.#warn(error)
    const report: InformerReport = { informer: this.#informer, error }
    errors.publish(report)
    this.#error$.next(error)
  }

  #warn({ name, message, stack }: Error): void {
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    process.emitWarning(`${message} (said once; the informer's error$ tells of each)`, {
      type: name,
      code: 'RXKUBE_UNHEARD',
      ...(stack !== undefined && { detail: stack }),
    })
  }
}
