import type { Clock, Random } from '@rxkube/clock'
import { uuid } from './uuid.ts'

const longest = 253
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/**
 * Names for events: the object's name and the time in nanoseconds since 1970 as hex; a UUID where that is no DNS
 * subdomain, as of objects whose names are long or have capitals. client-go: `GenerateEventName`.
 */
export class EventNames {
  readonly #clock: Clock
  readonly #random: Random
  #last = 0n

  constructor(clock: Clock, random: Random) {
    this.#clock = clock
    this.#random = random
  }

  next(objectName: string): string {
    const name = `${objectName}.${this.#nanoseconds().toString(16)}`
    return name.length <= longest && subdomain.test(name) ? name : uuid(this.#random)
  }

  #nanoseconds(): bigint {
    // The clock ends at milliseconds: what is below keeps processes apart that tell of one object in the same one.
    const below = Math.floor(this.#random.next() * 1_000_000)
    const time = BigInt(this.#clock.now()) * 1_000_000n + BigInt(below)
    this.#last = time > this.#last ? time : this.#last + 1n
    return this.#last
  }
}
