import type { Cluster, KubeConfig, User } from '@kubernetes/client-node'
import type { Clock } from '@rxkube/clock'
import type { RequestOptions } from 'node:https'
import { KubeConfigError } from '../errors/errors.ts'
import type { TlsMaterial } from '../http/endpoint.ts'
import type { Credentials } from './credentials.ts'
import type { ExecConfig } from './exec-plugin.ts'
import { ExecCredentials } from './exec-credentials.ts'
import { TlsFiles, type TlsSources } from './tls-files.ts'
import { TokenFile } from './token-file.ts'

/** What is used of client-node's `KubeConfig`. */
export type KubeConfigSource = Pick<
  KubeConfig,
  'getCurrentCluster' | 'getCurrentUser' | 'applyToHTTPSOptions'
>

/** How the credentials of a kubeconfig are used. */
export interface KubeConfigCredentialsOptions {
  readonly clock: Clock
  /** Run the program that the kubeconfig names. A kubeconfig with one is code: allow it only for files you trust. */
  readonly allowExec: boolean
  /** Milliseconds for that program. */
  readonly execTimeout: number
}

type TokenSource = () => Promise<string | undefined>

/** The credentials of a kubeconfig's current context. */
export class KubeConfigCredentials implements Credentials {
  readonly insecure: boolean
  readonly #tls: TlsFiles
  readonly #authorization: TokenSource
  readonly #refreshers: (() => Promise<boolean>)[]
  readonly #exec: ExecCredentials | undefined
  #execTls: { readonly base: TlsMaterial; readonly cert: string; readonly merged: TlsMaterial } | undefined

  constructor(kubeConfig: KubeConfigSource, options: KubeConfigCredentialsOptions) {
    const cluster = kubeConfig.getCurrentCluster()
    const user = kubeConfig.getCurrentUser()
    if (!cluster)
      throw new KubeConfigError('the kubeconfig has no current context, or its cluster is missing')
    this.insecure = cluster.skipTLSVerify
    this.#tls = new TlsFiles(tlsSources(cluster, user), options.clock)
    this.#refreshers = [() => this.#tls.refresh()]
    const exec = execOf(user)
    if (exec) this.#exec = execCredentials(exec, options)
    this.#authorization = this.#authorizationOf(kubeConfig, user, options.clock)
  }

  async headers(): Promise<Record<string, string>> {
    const authorization = await this.#authorization()
    return authorization === undefined ? {} : { authorization }
  }

  async tls(): Promise<TlsMaterial> {
    const base = await this.#tls.get()
    const { cert, key } = (await this.#exec?.get()) ?? {}
    if (cert === undefined || key === undefined) return base
    if (this.#execTls?.base !== base || this.#execTls.cert !== cert) {
      this.#execTls = { base, cert, merged: { ...base, cert, key } }
    }
    return this.#execTls.merged
  }

  async refresh(): Promise<boolean> {
    const changed = await Promise.all(this.#refreshers.map((refresh) => refresh()))
    return changed.includes(true)
  }

  #authorizationOf(kubeConfig: KubeConfigSource, user: User | null, clock: Clock): TokenSource {
    const exec = this.#exec
    if (exec) {
      this.#refreshers.push(() => exec.refresh())
      return async () => bearer((await exec.get()).token)
    }
    const tokenFile = tokenFileOf(user)
    if (tokenFile !== undefined) {
      const file = new TokenFile(tokenFile, clock)
      this.#refreshers.push(() => file.refresh())
      return async () => bearer(await file.get())
    }
    if (user?.token) return () => Promise.resolve(bearer(user.token))
    if (user?.username) {
      const basic = Buffer.from(`${user.username}:${user.password ?? ''}`).toString('base64')
      return () => Promise.resolve(`Basic ${basic}`)
    }
    // OIDC and other providers, and those that were added by hand.
    if (user?.authProvider) return () => authorizationFrom(kubeConfig, providerOf(user))
    return () => Promise.resolve(undefined)
  }
}

function bearer(token: string | undefined): string | undefined {
  return token === undefined ? undefined : `Bearer ${token.trim()}`
}

async function authorizationFrom(kubeConfig: KubeConfigSource, provider: string): Promise<string> {
  const options: RequestOptions = {}
  try {
    await kubeConfig.applyToHTTPSOptions(options)
  } catch (error) {
    // What a provider throws may quote what it was given: only the class of it is told.
    throw new KubeConfigError(
      `the auth provider "${provider}" of the kubeconfig failed (${error instanceof Error ? error.name : typeof error})`,
    )
  }
  const headers: unknown = options.headers
  if (typeof headers !== 'object' || headers === null || !('Authorization' in headers)) {
    throw new KubeConfigError(
      `the auth provider "${provider}" of the kubeconfig is not known, or gave nothing: use an exec plugin or a token`,
    )
  }
  return String(headers.Authorization)
}

function providerOf({ authProvider }: User): string {
  const { name } = authProvider as { readonly name?: unknown }
  return typeof name === 'string' ? name : ''
}

function tlsSources(cluster: Cluster, user: User | null): TlsSources {
  return {
    ca: decoded(cluster.caData),
    caFile: cluster.caFile,
    cert: decoded(user?.certData),
    certFile: user?.certFile,
    key: decoded(user?.keyData),
    keyFile: user?.keyFile,
    servername: cluster.tlsServerName,
    insecureSkipVerify: cluster.skipTLSVerify,
  }
}

function decoded(data: string | undefined): Buffer | undefined {
  return data ? Buffer.from(data, 'base64') : undefined
}

function execCredentials(
  config: ExecConfig,
  { clock, allowExec, execTimeout }: KubeConfigCredentialsOptions,
): ExecCredentials {
  if (!allowExec) {
    const what = `the kubeconfig asks to run "${config.command}" for a credential`
    throw new KubeConfigError(`${what}: pass allowExec: true if you trust the file`)
  }
  return new ExecCredentials(config, { clock, timeout: execTimeout })
}

function execOf(user: User | null): ExecConfig | undefined {
  const exec = (user?.exec ??
    (user?.authProvider as { config?: { exec?: unknown } } | undefined)?.config?.exec) as unknown
  if (exec === undefined || exec === null) return undefined
  if (typeof exec !== 'object' || !('command' in exec) || typeof exec.command !== 'string') {
    throw new KubeConfigError("the kubeconfig's exec section names no command")
  }
  return exec as ExecConfig
}

function tokenFileOf(user: User | null): string | undefined {
  const provider = user?.authProvider as { config?: { tokenFile?: unknown } } | undefined
  const path = provider?.config?.tokenFile
  return typeof path === 'string' ? path : undefined
}
