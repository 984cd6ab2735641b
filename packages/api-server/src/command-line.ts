import { randomBytes } from 'node:crypto'
import { ApiServer } from './api-server.ts'
import type { ApiServerOptions } from './api-server-options.ts'
import { parseFlags, usage, type CommandFlags } from './command-flags.ts'
import { ForeignFileError, writeKubeconfig } from './kubeconfig-file.ts'

/** What the command has to do with the world. */
export interface CommandLineOptions {
  readonly arguments: readonly string[]
  /** The version of the package. */
  readonly version: string
  readonly print: (line: string) => void
  readonly printError: (line: string) => void
  /** Stops the server. */
  readonly signal: AbortSignal
}

/** Runs the command and resolves with its exit code: 0, or 1 for what the user has to mend, or 2 for a bad flag. */
export async function commandLine(options: CommandLineOptions): Promise<number> {
  const { print, printError } = options
  let flags: CommandFlags
  try {
    flags = parseFlags(options.arguments)
  } catch (error) {
    printError(`rxkube-api-server: ${messageOf(error)}`)
    printError("Try 'rxkube-api-server --help'.")
    return 2
  }
  if (flags.help) {
    print(usage)
    return 0
  }
  if (flags.version) {
    print(options.version)
    return 0
  }
  try {
    await serve(flags, options)
    return 0
  } catch (error) {
    printError(`rxkube-api-server: ${explain(error, flags)}`)
    return 1
  }
}

async function serve(flags: CommandFlags, { print, signal }: CommandLineOptions): Promise<void> {
  const { port, tls, kubeconfig: file, data } = flags
  const token = tls ? randomBytes(24).toString('base64url') : undefined
  const server = new ApiServer(serverOptions(flags, token))
  try {
    const listening = await server.listen({ port, tls })
    await writeKubeconfig(file, listening.kubeconfig(token === undefined ? {} : { token }).yaml)
    print(`Kubernetes API server on ${listening.url}`)
    print('')
    print(`  export KUBECONFIG=${file}`)
    print('  kubectl get namespaces')
    print('')
    const after = data === undefined ? 'what it holds is gone then' : `what it holds stays in ${data}`
    print(`Stop it with Ctrl-C; ${after}.`)
    await aborted(signal)
  } finally {
    await server.close()
  }
}

function serverOptions(
  { data, nodes, controllers }: CommandFlags,
  token: string | undefined,
): ApiServerOptions {
  return {
    ...(data === undefined ? {} : { data }),
    ...(nodes === undefined ? {} : { nodes }),
    ...(controllers === undefined ? {} : { controllers }),
    ...(token === undefined
      ? {}
      : {
          tokens: new Map([[token, { name: 'admin', groups: ['system:masters'] }]]),
          authorize: 'rbac',
        }),
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<undefined>()
  signal.addEventListener('abort', () => resolve(undefined), { once: true })
  await promise
}

function explain(error: unknown, { port, kubeconfig: file }: CommandFlags): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined
  if (error instanceof ForeignFileError) return `${error.message}; choose another with --kubeconfig`
  if (code === 'EADDRINUSE')
    return `port ${port} is taken; choose another with --port, or --port 0 for a free one`
  if (code === 'EACCES' && call === 'listen') return `port ${port} needs privileges; choose one above 1023`
  if (call === 'open' || call === 'read' || call === 'rename')
    return `cannot write the kubeconfig ${file}: ${messageOf(error)}; choose another with --kubeconfig`
  return messageOf(error)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
