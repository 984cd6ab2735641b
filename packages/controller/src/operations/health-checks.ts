import { parseDuration, systemClock, type Clock, type Duration } from '@rxkube/clock'
import { errorFacts } from './error-facts.ts'
import type { HealthCheckResult, HealthReport } from './health-report.ts'

/** Returns when all is well, and throws or rejects when not. The signal aborts when nobody waits any more. */
export type HealthCheck = (signal: AbortSignal) => void | Promise<void>

/** Checks that come and go, by name. */
export type HealthCheckSource = () => Iterable<readonly [name: string, check: HealthCheck]>

/** Thrown by a health check. Its message is shown to whoever asks: put nothing secret in. Of other errors only the kind is. */
export class UnhealthyError extends Error {
  override readonly name = 'UnhealthyError'
}

/** Two health checks of one endpoint have the same name. */
export class HealthCheckExistsError extends Error {
  override readonly name = 'HealthCheckExistsError'
  readonly check: string

  constructor(check: string) {
    super(`there is a health check "${check}" already: give this one another name`)
    this.check = check
  }
}

/** How checks are asked. */
export interface HealthChecksOptions {
  readonly clock?: Clock | undefined
  /** How long a check may take before it has failed; 5 s unless told. */
  readonly timeout?: Duration | undefined
}

/** Which checks are asked. */
export interface HealthRequest {
  readonly exclude?: Iterable<string> | undefined
}

/**
 * Checks that say whether a process lives (`livez`; `healthz` is the same) and whether it is ready (`readyz`). A process
 * that does not live is started anew; one that is not ready is left alone. controller-runtime: `AddHealthzCheck`, `AddReadyzCheck`.
 */
export class HealthChecks {
  readonly #clock: Clock
  readonly #timeout: number
  readonly #livez = new CheckList()
  readonly #readyz = new CheckList()

  constructor({ clock = systemClock, timeout = '5s' }: HealthChecksOptions = {}) {
    this.#clock = clock
    this.#timeout = parseDuration(timeout)
  }

  /** A check of whether the process lives. Throws a `HealthCheckExistsError`. */
  addHealthzCheck(name: string, check: HealthCheck): this {
    this.#livez.add(name, check)
    return this
  }

  /** A check of whether it is ready. Throws a `HealthCheckExistsError`. */
  addReadyzCheck(name: string, check: HealthCheck): this {
    this.#readyz.add(name, check)
    return this
  }

  /** Checks of whether it is ready that are asked for each time anew. */
  addReadyzChecks(source: HealthCheckSource): this {
    this.#readyz.sources.push(source)
    return this
  }

  /** Whether the process lives. Never rejects. */
  livez(request?: HealthRequest): Promise<HealthReport> {
    return this.#ask(this.#livez, request)
  }

  /** Whether it is ready. Never rejects. */
  readyz(request?: HealthRequest): Promise<HealthReport> {
    return this.#ask(this.#readyz, request)
  }

  async #ask(list: CheckList, { exclude = [] }: HealthRequest = {}): Promise<HealthReport> {
    const excluded = new Set(exclude)
    const all = list.all()
    const checks = await Promise.all(
      Array.from(all, async ([name, check]): Promise<HealthCheckResult> => {
        if (excluded.has(name)) return { name, healthy: true, excluded: true, reason: undefined }
        const reason = await this.#reason(check)
        return { name, healthy: reason === undefined, excluded: false, reason }
      }),
    )
    return {
      healthy: checks.every(({ healthy }) => healthy),
      checks: checks.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      unknownExcludes: [...excluded].filter((name) => !all.has(name)),
    }
  }

  /** Why the check fails; undefined when it does not. */
  async #reason(check: HealthCheck): Promise<string | undefined> {
    const end = new AbortController()
    const late = Promise.withResolvers<void>()
    const timer = this.#clock.setTimer(this.#timeout, () =>
      late.reject(new UnhealthyError(`no answer within ${this.#timeout / 1000} s`)),
    )
    const asking = async (): Promise<void> => check(end.signal)
    try {
      await Promise.race([asking(), late.promise])
      return undefined
    } catch (error) {
      return error instanceof UnhealthyError ? error.message.replaceAll(/\s+/g, ' ') : errorFacts(error)
    } finally {
      timer.cancel()
      end.abort()
    }
  }
}

class CheckList {
  readonly sources: HealthCheckSource[] = []
  readonly #named = new Map<string, HealthCheck>([['ping', () => undefined]])

  add(name: string, check: HealthCheck): void {
    if (this.#named.has(name)) throw new HealthCheckExistsError(name)
    this.#named.set(name, check)
  }

  all(): ReadonlyMap<string, HealthCheck> {
    const all = new Map(this.#named)
    for (const source of this.sources) for (const [name, check] of source()) all.set(name, check)
    return all
  }
}
