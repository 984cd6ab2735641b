import { TransportError, type Transport, type TransportRequest, type TransportResponse } from '@rxkube/client'
import { sleep, type Clock, type Random } from '@rxkube/clock'
import type { ProcessEffect } from './effect.ts'

/** What a transport of a process needs of it. */
export interface ProcessWorld {
  readonly clock: Clock
  readonly random: Random
  /** The longest that a request, an answer or a chunk is on its way, in ms; drawn anew for each. */
  readonly latency: number
  /** Resolves when the process can go on; never, when it is dead. */
  awake(): Promise<void>
  /** Called before a request leaves; it may kill. */
  leaving(request: TransportRequest): ProcessEffect
  /** Called when the answer has come; it may kill. Whether the process is to hear of it. */
  answered(effect: ProcessEffect, status: number): boolean
  /** Aborts when the process is dead. */
  readonly dead: AbortSignal
}

const never = new Promise<never>(() => undefined)

/** The connections of one process: they take time, stand still with it and break off when it dies. */
export class ProcessTransport implements Transport {
  readonly #inner: Transport
  readonly #world: ProcessWorld

  constructor(inner: Transport, world: ProcessWorld) {
    this.#inner = inner
    this.#world = world
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    const { dead } = this.#world
    if (this.#isDead()) return never
    const effect = this.#world.leaving(request)
    await this.#underway(request.signal)
    if (this.#isDead()) return never
    const signal = request.signal ? AbortSignal.any([request.signal, dead]) : dead
    try {
      const response = await this.#inner.request({ ...request, signal })
      if (!this.#world.answered(effect, response.status)) {
        throw new TransportError('reset', request.path, 'the answer was lost')
      }
      await this.#underway(request.signal)
      return { ...response, body: this.#body(response.body, request.signal) }
    } catch (error) {
      // Of its own death nobody hears.
      if (this.#isDead()) return never
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#inner.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async *#body(body: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of body) {
        await this.#underway(signal)
        yield chunk
      }
    } catch (error) {
      if (this.#isDead()) await never
      throw error
    }
  }

  #isDead(): boolean {
    return this.#world.dead.aborted
  }

  async #underway(signal: AbortSignal | undefined): Promise<void> {
    const { clock, latency, random } = this.#world
    if (latency > 0) await sleep(clock, random.next() * latency, { signal })
    await this.#world.awake()
  }
}
