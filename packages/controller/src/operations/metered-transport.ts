import type { Transport, TransportRequest, TransportResponse } from '@rxkube/client'
import { systemClock, type Clock } from '@rxkube/clock'
import { Counter, Histogram, type Registry } from 'prom-client'
import { requestBuckets } from './buckets.ts'

/** How requests are counted. */
export interface MeteredTransportOptions {
  /** Where the metrics are registered: `metrics.registry`. */
  readonly registry: Registry
  /** Which server it leads to, as `host:port`, for the label `host`. */
  readonly host: string
  readonly clock?: Clock | undefined
}

/**
 * A transport that counts what passes as client-go does: `rest_client_requests_total` with `code`, `method` and `host`, and
 * `rest_client_request_duration_seconds`, until the headers of the answer. `code` is `<error>` where no answer came. Give it to
 * a client in the place of the other one. One for each registry.
 */
export class MeteredTransport implements Transport {
  readonly #transport: Transport
  readonly #host: string
  readonly #clock: Clock
  readonly #total: Counter<'code' | 'method' | 'host'>
  readonly #duration: Histogram<'verb' | 'host'>

  constructor(transport: Transport, { registry, host, clock = systemClock }: MeteredTransportOptions) {
    this.#transport = transport
    this.#host = host
    this.#clock = clock
    this.#total = new Counter({
      name: 'rest_client_requests_total',
      help: 'Number of HTTP requests, partitioned by status code, method, and host',
      labelNames: ['code', 'method', 'host'],
      registers: [registry],
    })
    this.#duration = new Histogram({
      name: 'rest_client_request_duration_seconds',
      help: 'Request latency in seconds. Broken down by verb, and host',
      labelNames: ['verb', 'host'],
      registers: [registry],
      buckets: [...requestBuckets],
    })
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    const { method } = request
    const host = this.#host
    const began = this.#clock.monotonic()
    let code = '<error>'
    try {
      const response = await this.#transport.request(request)
      code = String(response.status)
      return response
    } finally {
      this.#total.inc({ code, method, host })
      this.#duration.observe({ verb: method, host }, (this.#clock.monotonic() - began) / 1000)
    }
  }

  close(): Promise<void> {
    return this.#transport.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
