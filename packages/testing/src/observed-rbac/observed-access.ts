import type { RequestRecord } from '@rxkube/api-server'
import { accessKey, type Access } from './access.ts'
import { accessesOf, type AnsweredRequest } from './accesses-of.ts'

/** What a program was observed to do, each thing once. */
export class ObservedAccess implements Iterable<Access> {
  readonly #accesses = new Map<string, Access>()

  /** What these requests were; an `audit` of a TestEnv, for instance. */
  static from(requests: Iterable<AnsweredRequest>): ObservedAccess {
    const observed = new ObservedAccess()
    for (const request of requests) observed.add(request)
    return observed
  }

  add(request: AnsweredRequest): void {
    for (const access of accessesOf(request)) this.#accesses.set(accessKey(access), access)
  }

  /** How many different things. */
  get size(): number {
    return this.#accesses.size
  }

  [Symbol.iterator](): Iterator<Access> {
    return this.#accesses.values()
  }
}

/** Whose requests are looked at. */
export interface ObserveAccessOptions {
  /** The name of a user, after impersonation. */
  readonly user?: string | undefined
  readonly where?: ((request: RequestRecord) => boolean) | undefined
}

/** A server that tells of its requests, as ApiServer does. */
export interface ObservableServer {
  requests(listener: (request: RequestRecord) => void): () => void
}

/** What is asked of a server from now on, until it is disposed of. Requests that went wrong are looked at like others. */
export function observeAccess(
  server: ObservableServer,
  { user, where = () => true }: ObserveAccessOptions = {},
): ObservedAccess & Disposable {
  const observed = new ObservedAccess()
  const stop = server.requests((request) => {
    // A request that was not understood has no user, and its path may be anything.
    if (request.verb === '' || (user !== undefined && request.user !== user) || !where(request)) return
    observed.add(request)
  })
  return Object.assign(observed, { [Symbol.dispose]: stop })
}
