import type { User } from './verbs/request.ts'

/**
 * Bearer tokens and whose they are, as they are now: what is set or deleted counts from the next request on.
 *
 * While no token was ever set, credentials are not looked at and everyone is anonymous. From then on a token that is
 * not there is a 401, also when none is left.
 */
export class Tokens {
  readonly #users: Map<string, User>
  readonly #rejected = new Set<(token: string) => boolean>()
  #checked: boolean

  constructor(users?: ReadonlyMap<string, User>) {
    this.#users = new Map(users)
    this.#checked = users !== undefined
  }

  /** Whether tokens are looked at. */
  get checked(): boolean {
    return this.#checked || this.#rejected.size > 0
  }

  get(token: string): User | undefined {
    return this.#users.get(token)
  }

  /** Whether a token is refused although it may be known. */
  rejects(token: string): boolean {
    for (const rejects of this.#rejected) if (rejects(token)) return true
    return false
  }

  set(token: string, user: User): this {
    this.#checked = true
    this.#users.set(token, user)
    return this
  }

  /** Revokes a token; false when it was not known. */
  delete(token: string): boolean {
    return this.#users.delete(token)
  }

  /** Revokes all of them. */
  clear(): void {
    this.#users.clear()
  }

  /** Refuses tokens, known or not, until the result is called. */
  reject(which: (token: string) => boolean): () => void {
    // Each call is one of its own, also when the function is the same.
    const rejects = (token: string) => which(token)
    this.#rejected.add(rejects)
    return () => void this.#rejected.delete(rejects)
  }
}
