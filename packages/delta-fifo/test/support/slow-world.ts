import { QueueClosedError, type Deltas, type Queue } from '@rxkube/delta-fifo'
import fc from 'fast-check'
import { Cache, thing, type Thing } from './things.ts'

/** What producers do; `go` lets the consumer take one step: half of the work on one delta. */
export type SlowStep =
  | { readonly type: 'write' | 'remove' | 'lose' | 'create'; readonly name: string }
  | { readonly type: 'relist' | 'resync' | 'go' }

const name = fc.constantFrom('a', 'b', 'c')

export const slowHistory: fc.Arbitrary<SlowStep[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ type: fc.constant('write' as const), name }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('remove' as const), name }) },
    // Seen only by the next relist.
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('lose' as const, 'create' as const), name }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constantFrom('relist' as const, 'resync' as const) }) },
    { weight: 8, arbitrary: fc.record({ type: fc.constant('go' as const) }) },
  ),
  { maxLength: 50, size: 'max' },
)

/** A whole turn, so that promise chains of any length have ended. */
const turn = (): Promise<void> => new Promise((turned) => setImmediate(turned))

/** A producer that knows nothing of how far the consumer is, and a consumer that awaits between and around deltas. */
export class SlowWorld {
  readonly cache = new Cache()
  readonly regressions: string[] = []
  readonly #queue: Queue<Thing>
  readonly #server = new Map<string, Thing>()
  #told = new Map<string, Thing>()
  #version = 0
  #isPatient = true
  #step = Promise.withResolvers<void>()
  readonly #consumer: Promise<void>

  constructor(make: (cache: Cache) => Queue<Thing>) {
    this.#queue = make(this.cache)
    this.#consumer = this.#consume()
  }

  /** The versions that a cache is to have that worked off everything. */
  readonly told = (): Record<string, string> =>
    Object.fromEntries([...this.#told].map(([key, { metadata }]) => [key, metadata.resourceVersion]))

  async act(step: SlowStep): Promise<void> {
    switch (step.type) {
      case 'write':
      case 'create': {
        const object = thing(step.name, ++this.#version)
        this.#server.set(step.name, object)
        if (step.type === 'create') return
        if (this.#told.has(step.name)) this.#queue.update(object)
        else this.#queue.add(object)
        this.#told.set(step.name, object)
        return
      }
      case 'remove':
      case 'lose':
        this.#server.delete(step.name)
        if (step.type === 'lose' || !this.#told.delete(step.name)) return
        this.#queue.delete(thing(step.name, ++this.#version))
        return
      case 'relist':
        this.#told = new Map(this.#server)
        this.#queue.replace([...this.#server.values()], String(this.#version))
        return
      case 'resync':
        this.#queue.resync()
        return
      case 'go':
        await this.#go()
    }
  }

  /** Lets the consumer work off what is left. */
  async end(): Promise<void> {
    this.#queue.close()
    this.#isPatient = false
    this.#step.resolve()
    await this.#consumer
  }

  async #go(): Promise<void> {
    await turn()
    const { resolve } = this.#step
    this.#step = Promise.withResolvers()
    resolve()
    await turn()
  }

  async #consume(): Promise<void> {
    const work = async (deltas: Deltas<Thing>): Promise<void> => {
      for (const delta of deltas) {
        if (this.#isPatient) await this.#step.promise
        const before = new Map(this.cache.objects)
        this.cache.apply([delta])
        this.#compare(before)
        if (this.#isPatient) await this.#step.promise
      }
    }
    for (;;) {
      try {
        await this.#queue.popBatch(work, work)
      } catch (error) {
        if (error instanceof QueueClosedError) return
        throw error
      }
    }
  }

  #compare(before: ReadonlyMap<string, Thing>): void {
    for (const [key, object] of this.cache.objects) {
      const was = before.get(key)
      if (was && Number(was.metadata.resourceVersion) > Number(object.metadata.resourceVersion))
        this.regressions.push(`${key}: ${was.metadata.resourceVersion} to ${object.metadata.resourceVersion}`)
    }
  }
}
