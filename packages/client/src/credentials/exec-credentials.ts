import type { Clock } from '@rxkube/clock'
import { runExecPlugin, type ExecConfig } from './exec-plugin.ts'

/** What an exec plugin gave. */
export interface ExecResult {
  readonly token: string | undefined
  readonly cert: string | undefined
  readonly key: string | undefined
}

// So that a token does not end on its way.
const margin = 10_000

/** The credential of an exec plugin, kept until 10 s before it ends. */
export class ExecCredentials {
  readonly #config: ExecConfig
  readonly #options: { readonly clock: Clock; readonly timeout: number }
  #result: ExecResult | undefined
  #expires = 0
  #running: Promise<ExecResult> | undefined

  constructor(config: ExecConfig, options: { readonly clock: Clock; readonly timeout: number }) {
    this.#config = config
    this.#options = options
  }

  /** Throws a `KubeConfigError` when the plugin fails. */
  async get(): Promise<ExecResult> {
    return this.#result && this.#options.clock.now() < this.#expires ? this.#result : this.#run()
  }

  /** Runs the plugin now; true when it gave something else than before. */
  async refresh(): Promise<boolean> {
    const before = this.#result
    const after = await this.#run()
    return before?.token !== after.token || before?.cert !== after.cert
  }

  #run(): Promise<ExecResult> {
    this.#running ??= this.#runOnce().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #runOnce(): Promise<ExecResult> {
    const status = await runExecPlugin(this.#config, this.#options)
    const expires = Date.parse(status.expirationTimestamp ?? '')
    this.#expires = Number.isNaN(expires) ? Infinity : expires - margin
    this.#result = { token: status.token, cert: status.clientCertificateData, key: status.clientKeyData }
    return this.#result
  }
}
