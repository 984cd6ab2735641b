import { type Cached, deepFreeze } from '@rxkube/meta'
import { TransformError } from './errors.ts'

/**
 * When stored objects are frozen through and through, so that whoever changes one is told by a `TypeError`:
 * `eager` as they are written, `lazy` as they are first read, `off` never.
 */
export type FreezePolicy = 'eager' | 'lazy' | 'off'

/** `eager` under test, `off` in production, `lazy` elsewhere: `NODE_ENV` decides. */
export function defaultFreezePolicy(): FreezePolicy {
  const environment = process.env['NODE_ENV']
  if (environment === 'test') return 'eager'
  return environment === 'production' ? 'off' : 'lazy'
}

/** What becomes of an object on its way into the store and out of it. */
export class Admission<T> {
  readonly #transform: ((object: T) => T) | undefined
  readonly #freeze: FreezePolicy

  constructor(transform: ((object: T) => T) | undefined, freeze: FreezePolicy) {
    this.#transform = transform
    this.#freeze = freeze
  }

  get transforms(): boolean {
    return this.#transform !== undefined
  }

  /** The object to store. Throws `TransformError`. */
  admit(key: string, object: T): T {
    return this.settle(this.#transform === undefined ? object : this.#transformed(key, object))
  }

  /** As `admit`, without the transform. */
  settle(object: T): T {
    if (this.#freeze === 'eager') deepFreeze(object)
    return object
  }

  /** The object to hand to a reader. */
  read(object: T): Cached<T> {
    return this.#freeze === 'lazy' ? deepFreeze(object) : (object as Cached<T>)
  }

  #transformed(key: string, object: T): T {
    try {
      return (this.#transform as (object: T) => T)(object)
    } catch (cause) {
      throw new TransformError(key, { cause })
    }
  }
}
