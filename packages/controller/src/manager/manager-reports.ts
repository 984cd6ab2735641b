import { Subject, type Observable } from 'rxjs'
import { asError } from '../errors.ts'
import type { Outcome } from '../reconcile/outcome.ts'

/**
 * Where a manager tells what went wrong without ending anything. What nobody listens for becomes a warning of the
 * process, once for each kind of error, so that nothing is swallowed.
 */
export class ManagerReports {
  readonly #error$ = new Subject<Error>()
  readonly #warned = new Set<string>()
  readonly error$: Observable<Error> = this.#error$.asObservable()

  /** May be taken off. */
  readonly report = (thrown: unknown): void => {
    const error = asError(thrown)
    if (!this.#error$.observed) this.#warn(error, 'error$')
    this.#error$.next(error)
  }

  /** What a reconcile failed with, where nobody listens for outcomes. */
  unheard({ result, error }: Outcome): void {
    if (error && result !== 'aborted') this.#warn(error, 'outcomes$')
  }

  /** `error$` completes, and what is reported later becomes a warning. */
  end(): void {
    this.#error$.complete()
  }

  #warn({ name, message, stack }: Error, stream: string): void {
    if (this.#warned.has(name)) return
    this.#warned.add(name)
    process.emitWarning(`${message} (said once; the manager's ${stream} tells of each)`, {
      type: name,
      code: 'RXKUBE_UNHEARD',
      ...(stack !== undefined && { detail: stack }),
    })
  }
}
