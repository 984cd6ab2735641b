import type { Clock } from '@rxkube/clock'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { KubeConfigError } from '../errors/errors.ts'

/** `users[].user.exec` of a kubeconfig. */
export interface ExecConfig {
  readonly command: string
  readonly args?: readonly string[] | null | undefined
  readonly env?: readonly { readonly name: string; readonly value: string }[] | null | undefined
  readonly apiVersion?: string | undefined
}

/** What the plugin printed. */
interface ExecCredential {
  readonly kind?: string
  readonly status?: {
    readonly token?: string
    readonly clientCertificateData?: string
    readonly clientKeyData?: string
    readonly expirationTimestamp?: string
  }
}

const mostOutput = 1024 * 1024

/** Runs an exec credential plugin once. Its output and its errors are secrets: neither gets into an error. */
export async function runExecPlugin(
  { command, args, env, apiVersion = 'client.authentication.k8s.io/v1' }: ExecConfig,
  { clock, timeout }: { readonly clock: Clock; readonly timeout: number },
): Promise<NonNullable<ExecCredential['status']>> {
  const info = JSON.stringify({ apiVersion, kind: 'ExecCredential', spec: { interactive: false } })
  const extra = (env ?? []).map(({ name, value }) => [name, value] as const)
  const child = begun(command, args ?? [], {
    ...process.env,
    KUBERNETES_EXEC_INFO: info,
    ...Object.fromEntries(extra),
  })
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const fail = (what: string): void => {
    child.kill('SIGKILL')
    // A grandchild may hold the pipe open.
    child.stdout.destroy()
    reject(failure(command, what))
  }
  const timer = clock.setTimer(timeout, () => fail(`did not finish within ${timeout / 1000} s`))
  const output: Buffer[] = []
  let length = 0
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length
    if (length > mostOutput) fail('printed more than 1 MiB')
    else output.push(chunk)
  })
  child.once('error', (error) => fail(`could not be started${codeOf(error)}`))
  child.once('close', (code, signal) => {
    if (code === 0) resolve(Buffer.concat(output).toString('utf8'))
    else fail(code === null ? `was ended by ${signal}` : `exited with code ${code}`)
  })
  try {
    return credentialIn(await promise, command)
  } finally {
    timer.cancel()
  }
}

/** Node's own errors of this quote the arguments, which may be secrets. */
function begun(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcessByStdio<null, Readable, null> {
  try {
    return spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], env })
  } catch (error) {
    throw failure(command, `could not be started${codeOf(error)}`)
  }
}

function failure(command: string, what: string): KubeConfigError {
  return new KubeConfigError(`the exec credential plugin "${command}" ${what}; run it by hand to see why`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
}

function credentialIn(printed: string, command: string): NonNullable<ExecCredential['status']> {
  const credential = parsed(printed)
  const { status } = credential ?? {}
  if (credential?.kind !== 'ExecCredential' || !(status?.token || status?.clientCertificateData)) {
    throw new KubeConfigError(
      `the exec credential plugin "${command}" printed no ExecCredential with a token or certificate in it`,
    )
  }
  return status
}

function parsed(text: string): ExecCredential | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
