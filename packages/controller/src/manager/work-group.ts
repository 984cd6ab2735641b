import { errorChain } from '@rxkube/client'
import type { Clock } from '@rxkube/clock'
import { grace } from '../reconcile/time-limit.ts'
import type { WorkSignals } from '../reconcile/workers.ts'

/** What works in a group. */
export interface Member {
  readonly name: string
  /** Works until `signal` aborts; what is under way then may go on until `abort` does. */
  work(signals: WorkSignals): Promise<void>
}

/** Work was told to end and did not: it was left behind, and may still go on. */
export class WorkNotStoppedError extends Error {
  override readonly name = 'WorkNotStoppedError'
  readonly members: readonly string[]

  constructor(members: readonly string[], waited: number, cause: unknown) {
    super(
      `${members.join(', ')} went on for ${waited / 1000} s after being told to end: ` +
        'end when the signal aborts, and do not wait for the manager within what it waits for',
      { cause },
    )
    this.members = members
  }
}

/** When a group ends what is under way. */
export interface GroupOptions {
  readonly clock: Clock
  /** How long what is under way may go on, in milliseconds, for this reason to end. */
  readonly drain: (reason: unknown) => number
}

/** Controllers and runnables that work together, begin together and end together. */
export class WorkGroup {
  readonly #options: GroupOptions
  readonly #members = new Set<Member>()
  #start: ((member: Member) => void) | undefined

  constructor(options: GroupOptions) {
    this.#options = options
  }

  get working(): boolean {
    return this.#start !== undefined
  }

  /** Another one; it begins at once when the others are at work. */
  add(member: Member): void {
    this.#members.add(member)
    this.#start?.(member)
  }

  /** Not with the next `run`. */
  delete(member: Member): void {
    this.#members.delete(member)
  }

  /**
   * Has all of them work until the signal aborts, or until one of them fails, and resolves when none works. Rejects with
   * what failed first, and with a `WorkNotStoppedError`.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, drain } = this.#options
    const take = new AbortController()
    const abort = new AbortController()
    const running = new Map<Promise<void>, string>()
    const over = Promise.withResolvers<void>()
    const failures: unknown[] = []
    const end = (): void => over.resolve()
    this.#start = (member) => {
      const work = begin(member, { signal: take.signal, abort: abort.signal })
        .catch((error: unknown) => {
          // That it ends by throwing what it was told is no failure.
          if (take.signal.aborted && [...errorChain(error)].includes(take.signal.reason)) return
          failures.push(error)
          end()
        })
        .finally(() => running.delete(work))
      running.set(work, member.name)
    }
    for (const member of this.#members) this.#start(member)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    await over.promise
    signal.removeEventListener('abort', end)
    this.#start = undefined
    const reason: unknown = signal.aborted ? signal.reason : failures[0]
    take.abort(reason)
    const patience = drain(reason)
    const timers = [clock.setTimer(patience, () => abort.abort(reason))]
    const late = Promise.withResolvers<void>()
    timers.push(clock.setTimer(patience + 2 * grace, late.resolve))
    await Promise.race([Promise.all(running.keys()), late.promise])
    for (const timer of timers) timer.cancel()
    if (running.size > 0) {
      throw new WorkNotStoppedError([...running.values()], patience + 2 * grace, failures[0])
    }
    if (failures.length > 0) throw failures[0]
  }
}

async function begin(member: Member, signals: WorkSignals): Promise<void> {
  await member.work(signals)
}
