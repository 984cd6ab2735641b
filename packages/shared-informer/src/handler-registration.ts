import type { BarrierOptions } from './barrier.ts'
import type { ResourceEventHandlerRegistration } from './event-handler-options.ts'

/** What a registration is behind its handle. */
export interface Registered {
  readonly name: string
  readonly backlog: number
  readonly dropped: number
  readonly synced: Promise<void>
  readonly done: Promise<void>
  hasSynced(): boolean
  end(): void
  idle(options?: BarrierOptions): Promise<void>
}

/** The handle that `addEventHandler` gives out. */
export class EventHandlerRegistration implements ResourceEventHandlerRegistration {
  readonly #registered: Registered

  constructor(registered: Registered) {
    this.#registered = registered
  }

  get name(): string {
    return this.#registered.name
  }

  get backlog(): number {
    return this.#registered.backlog
  }

  get dropped(): number {
    return this.#registered.dropped
  }

  get synced(): Promise<void> {
    return this.#registered.synced
  }

  get done(): Promise<void> {
    return this.#registered.done
  }

  hasSynced(): boolean {
    return this.#registered.hasSynced()
  }

  remove(options?: BarrierOptions): Promise<void> {
    this.#registered.end()
    return this.#registered.idle(options)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.remove()
  }
}
