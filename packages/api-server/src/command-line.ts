import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ApiServer } from './api-server.ts'

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

const usage = `Usage: rxkube-api-server [--port PORT] [--kubeconfig FILE]

Runs a Kubernetes API server in memory, on 127.0.0.1, until it is interrupted.

  --port PORT        listen on this port (default 8080; 0 takes a free one)
  --kubeconfig FILE  where to write the kubeconfig (default ./rxkube.kubeconfig)
  --version          print the version
  --help             print this`

const flags = {
  port: { type: 'string', default: '8080' },
  kubeconfig: { type: 'string', default: 'rxkube.kubeconfig' },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** Runs the command and resolves with its exit code: 0, or 1 for what the user has to mend, or 2 for a bad flag. */
export async function commandLine(options: CommandLineOptions): Promise<number> {
  const { print, printError } = options
  let values: ReturnType<typeof parse>
  try {
    values = parse(options.arguments)
  } catch (error) {
    printError(`rxkube-api-server: ${messageOf(error)}`)
    printError("Try 'rxkube-api-server --help'.")
    return 2
  }
  if (values.help) {
    print(usage)
    return 0
  }
  if (values.version) {
    print(options.version)
    return 0
  }
  return serve(values.port, values.kubeconfig, options)
}

function parse(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options: flags })
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : NaN
  if (!(port <= 65_535)) throw new TypeError(`--port takes a number from 0 to 65535, not "${values.port}"`)
  return { ...values, port }
}

async function serve(
  port: number,
  file: string,
  { print, printError, signal }: CommandLineOptions,
): Promise<number> {
  const server = new ApiServer()
  try {
    const { url } = await server.listen({ port })
    await writeFile(file, server.kubeconfig({ url }).yaml)
    print(`Kubernetes API server on ${url}`)
    print('')
    print(`  export KUBECONFIG=${file}`)
    print('  kubectl get namespaces')
    print('')
    print('Stop it with Ctrl-C; what it holds is gone then.')
    await aborted(signal)
    return 0
  } catch (error) {
    printError(`rxkube-api-server: ${explain(error, port, file)}`)
    return 1
  } finally {
    await server.close()
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<undefined>()
  signal.addEventListener('abort', () => resolve(undefined), { once: true })
  await promise
}

function explain(error: unknown, port: number, file: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const call = error instanceof Error && 'syscall' in error ? error.syscall : undefined
  if (code === 'EADDRINUSE')
    return `port ${port} is taken; choose another with --port, or --port 0 for a free one`
  if (code === 'EACCES' && call === 'listen') return `port ${port} needs privileges; choose one above 1023`
  if (call === 'open')
    return `cannot write the kubeconfig ${file}: ${messageOf(error)}; choose another with --kubeconfig`
  return messageOf(error)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
