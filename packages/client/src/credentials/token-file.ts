import type { Clock } from '@rxkube/clock'
import { readFile } from 'node:fs/promises'
import { KubeConfigError } from '../errors/errors.ts'

// As often as client-go; a bound token is rotated minutes before it ends.
const rereadAfter = 60_000

/** A bearer token in a file that somebody else renews, such as a service account's. */
export class TokenFile {
  readonly #path: string
  readonly #clock: Clock
  #token: string | undefined
  #readAt = -Infinity
  #reading: Promise<void> | undefined

  constructor(path: string, clock: Clock) {
    this.#path = path
    this.#clock = clock
  }

  /** The token, read again each minute. Throws a `KubeConfigError` when there never was one. */
  async get(): Promise<string> {
    if (this.#clock.monotonic() - this.#readAt >= rereadAfter) await this.#read()
    if (this.#token === undefined) {
      throw new KubeConfigError(
        `no token in ${this.#path}: is the service account's volume mounted, and readable?`,
      )
    }
    return this.#token
  }

  /** Reads it now; true when it changed. */
  async refresh(): Promise<boolean> {
    const before = this.#token
    await this.#read()
    return this.#token !== before
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #readOnce(): Promise<void> {
    // An empty or unreadable file is one that is being written: the last good token is worth more.
    const text = await readFile(this.#path, 'utf8').catch(() => '')
    const token = text.trim()
    if (token === '') return
    this.#token = token
    this.#readAt = this.#clock.monotonic()
  }
}
