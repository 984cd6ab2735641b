import { channel } from 'node:diagnostics_channel'
import { Subject, type Observable } from 'rxjs'
import { guarded } from './guarded.ts'
import { HandlerError } from './handler-error.ts'

const errors = channel('rxkube:informer:error')

/** What an informer tells on the diagnostics channel `rxkube:informer:error`. */
export interface InformerReport {
  /** What the informer watches. */
  readonly informer: string
  readonly error: Error
}

/**
 * Where an informer tells what went wrong without anybody waiting for it, in order, and in a later turn: it may go
 * wrong within the write of the cache, where listeners would read what was before. What nobody listens for becomes a
 * warning of the process, once for each kind of error, so that nothing is swallowed.
 */
export class InformerReports {
  readonly #informer: string
  readonly #onHandlerError: ((error: HandlerError) => void) | undefined
  readonly #warned = new Set<string>()
  readonly #error$ = new Subject<Error>()
  #due: { readonly error: Error; readonly heard: boolean }[] = []
  readonly error$: Observable<Error> = this.#error$.asObservable()

  constructor(informer: string, onHandlerError: ((error: HandlerError) => void) | undefined) {
    this.#informer = informer
    this.#onHandlerError = onHandlerError
  }

  /** `heard`: somebody else is told of it, too. */
  report(error: Error, heard = false): void {
    const listener = error instanceof HandlerError ? this.#onHandlerError : undefined
    this.#publish(error, heard || listener !== undefined)
    // Who was to be told failed: the streams are told of that too, or it would be lost.
    guarded(
      () => listener?.(error as HandlerError),
      (thrown) => this.#publish(thrown instanceof Error ? thrown : new Error(String(thrown)), false),
    )
  }

  /** Nothing runs any more: `error$` completes, and what is reported later becomes a warning. */
  end(): void {
    this.#tell()
    this.#error$.complete()
  }

  #publish(error: Error, heard: boolean): void {
    this.#due.push({ error, heard })
    if (this.#due.length === 1) void this.#tellLater()
  }

  async #tellLater(): Promise<void> {
    await Promise.resolve()
    this.#tell()
  }

  #tell(): void {
    const due = this.#due
    this.#due = []
    for (const { error, heard } of due) this.#tellOf(error, heard)
  }

  #tellOf(error: Error, heard: boolean): void {
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
