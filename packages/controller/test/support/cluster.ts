import { ApiServer, type ApiServerOptions, type RequestRecord } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'

/** A server in the process, a client of it, and what was asked of it. */
export interface Cluster extends AsyncDisposable {
  readonly clock: TestClock
  readonly server: ApiServer
  readonly client: Client
  /** `verb path` of requests other than those of the set-up: since `forget` was called last. */
  readonly requests: readonly string[]
  forget(): void
}

/** A bare server: no controllers run in it, unless told. */
export function cluster(options: Partial<ApiServerOptions> = {}): Cluster {
  const clock = new TestClock({ start: '2025-01-01T12:00:00Z' })
  const server = new ApiServer({ clock, random: clock.random, controllers: [], ...options })
  const client = new Client({ transport: server.transport(), clock, random: clock.random, qps: -1 })
  const requests: string[] = []
  const stop = server.requests(({ verb, path }: RequestRecord) => void requests.push(`${verb} ${path}`))
  return {
    clock,
    server,
    client,
    requests,
    forget: () => void (requests.length = 0),
    async [Symbol.asyncDispose]() {
      stop()
      await client.close()
      await server.close()
    },
  }
}
