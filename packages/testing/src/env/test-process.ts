import { Client, type Transport } from '@rxkube/client'
import { seededRandom, type Clock, type Random } from '@rxkube/clock'
import type { KillPoint, ProcessEffect } from './effect.ts'
import { ProcessClock, type ClockErrors } from './process-clock.ts'
import { ProcessTransport } from './process-transport.ts'

/** What the program of a process is given. */
export interface ProcessContext {
  readonly name: string
  /** Requests to the server, by the transport of this process. */
  readonly client: Client
  readonly transport: Transport
  /** The time as this process has it: everything it runs has to use it. */
  readonly clock: Clock
  readonly random: Random
  /** Aborts when the process is asked to end. */
  readonly signal: AbortSignal
}

/** The program of a process. It ends when it returns, or when it is killed. */
export type ProcessMain = (context: ProcessContext) => void | Promise<void>

/** How a process runs. */
export interface ProcessOptions extends ClockErrors {
  /** The longest that each request, answer and chunk is on its way, in ms; 0 unless told. */
  readonly latency?: number | undefined
  /** Requests a second of its client; no limit unless told. */
  readonly qps?: number | undefined
}

/** What a process is made of. */
export interface ProcessParts {
  readonly name: string
  readonly main: ProcessMain
  readonly options: ProcessOptions
  readonly clock: Clock
  readonly seed: number
  readonly transport: Transport
  /** Told of each request as it leaves. */
  readonly onEffect: (effect: ProcessEffect) => void
  /** Told when the program throws. */
  readonly onFailure: (error: unknown) => void
}

/**
 * A process in a test environment: a program with a clock and connections of its own, that can be killed at any request
 * it makes. What was killed does nothing any more, and nobody hears of it; the server sees connections break off.
 */
export class TestProcess {
  readonly name: string
  /** The requests so far. */
  readonly effects: ProcessEffect[] = []
  readonly clock: ProcessClock
  readonly #parts: ProcessParts
  readonly #transport: ProcessTransport
  readonly #end = new AbortController()
  readonly #dead = new AbortController()
  readonly #killed = Promise.withResolvers<void>()
  #killAt: { readonly effect: number; readonly point: KillPoint } | undefined
  #loseAt: number | undefined
  #over: Promise<void> = Promise.resolve()
  #running = true

  constructor(parts: ProcessParts) {
    const { name, options } = parts
    this.#parts = parts
    this.name = name
    this.clock = new ProcessClock(parts.clock, options)
    const random = seededRandom(parts.seed)
    this.#transport = new ProcessTransport(parts.transport, {
      clock: this.clock,
      random: seededRandom(parts.seed + 1),
      latency: options.latency ?? 0,
      dead: this.#dead.signal,
      awake: () => this.clock.awake(),
      leaving: ({ method, path, watch = false }) => this.#leaving(method, path, watch),
      answered: (effect, status) => {
        effect.status = status
        this.#dieAt(effect.number, 'after')
        return effect.number !== this.#loseAt
      },
    })
    const client = new Client({
      transport: this.#transport,
      clock: this.clock,
      random,
      qps: options.qps ?? -1,
    })
    const { signal } = this.#end
    this.#over = this.#run({ name, client, transport: this.#transport, clock: this.clock, random, signal })
  }

  /** Whether the program has not ended and was not killed. */
  get running(): boolean {
    return this.#running
  }

  /** Ends it at once, wherever it is. */
  kill(): void {
    if (!this.#running) return
    this.#running = false
    this.clock.die()
    this.#dead.abort(new Error(`process ${this.name} was killed`))
    this.#killed.resolve()
  }

  /** Kills it at its request of this number, counted from 1. */
  killAt(effect: number, point: KillPoint): void {
    this.#killAt = { effect, point }
  }

  /** Has the server's answer to its request of this number be lost on the way, counted from 1. */
  loseAnswerAt(effect: number): void {
    this.#loseAt = effect
  }

  /** Asks it to end and resolves when its program has, or when it was killed. */
  async stop(): Promise<void> {
    if (!this.#running) return
    this.#end.abort(new Error(`process ${this.name} is asked to end`))
    await Promise.race([this.#over, this.#killed.promise])
    await this.#transport.close()
  }

  /** Holds it where it is, as when its machine is suspended; its clocks go on. */
  freeze(): void {
    this.clock.freeze()
  }

  /** Lets it go on. */
  thaw(): void {
    this.clock.thaw()
  }

  async #run(context: ProcessContext): Promise<void> {
    try {
      await this.#parts.main(context)
    } catch (error) {
      const ended = this.#end.signal.aborted && error === this.#end.signal.reason
      if (this.#running && !ended) this.#parts.onFailure(error)
    }
    this.#running = false
  }

  #leaving(method: string, path: string, watch: boolean): ProcessEffect {
    const at = this.#parts.clock.monotonic()
    const effect: ProcessEffect = {
      process: this.name,
      number: this.effects.length + 1,
      at,
      method,
      path,
      watch,
    }
    this.effects.push(effect)
    this.#parts.onEffect(effect)
    this.#dieAt(effect.number, 'before')
    return effect
  }

  #dieAt(effect: number, point: KillPoint): void {
    if (this.#killAt?.effect === effect && this.#killAt.point === point) this.kill()
  }
}
