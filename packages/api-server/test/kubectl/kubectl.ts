import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, stderr } from 'node:process'
import { promisify } from 'node:util'
import type { ApiServer } from '@rxkube/api-server'

const run = promisify(execFile)

/** The kubectl that is tested with: that of the PATH, or of RXKUBE_KUBECTL. */
const binary = env['RXKUBE_KUBECTL'] ?? 'kubectl'

/** The minor version of kubectl 1.x; 0 where there is none. */
export const kubectlMinor: number = await run(binary, ['version', '--client', '-o', 'json']).then(
  ({ stdout }) => {
    const { clientVersion } = JSON.parse(stdout) as { clientVersion: { gitVersion: string } }
    return Number(/^v1\.(\d+)/.exec(clientVersion.gitVersion)?.[1])
  },
  () => 0,
)

/** Whether there is a kubectl that the API server is made for. */
export const hasKubectl = kubectlMinor >= 29

if (!hasKubectl) {
  const found = kubectlMinor === 0 ? 'there is no kubectl' : `kubectl is 1.${kubectlMinor}`
  stderr.write(
    `\n*** ${found} (${binary}): NOT ONE COMMAND of kubectl is tested; 1.29 or newer is needed ***\n\n`,
  )
}

/** What a command printed and how it ended. */
export interface Result {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Ends the command as `timeout` would, once this resolves. */
  readonly until?: Promise<unknown>
  readonly onOutput?: (stdout: string) => unknown
}

/** kubectl in a home of its own. */
export class Kubectl implements AsyncDisposable {
  readonly home: string
  readonly #config: string

  private constructor(home: string, config: string) {
    this.home = home
    this.#config = config
  }

  /** A home with a kubeconfig for `server`, which is made to listen unless `url` says where it already does. */
  static async for(server: ApiServer, url?: string): Promise<Kubectl> {
    const home = await mkdtemp(join(tmpdir(), 'kubectl-'))
    const config = join(home, 'config')
    await writeFile(config, server.kubeconfig({ url: url ?? (await server.listen()).url }).yaml)
    return new Kubectl(home, config)
  }

  /** Where discovery and documents are kept between commands. */
  get cache(): string {
    return join(this.home, 'cache')
  }

  /** Runs a command in its home, whatever its exit code is; 124 when it was ended by `until`. */
  async attempt(args: readonly string[], options: RunOptions = {}): Promise<Result> {
    const child = spawn(binary, ['--kubeconfig', this.#config, '--cache-dir', this.cache, ...args], {
      cwd: this.home,
      env: { PATH: env['PATH'], HOME: this.home, TZ: 'UTC', ...options.env },
    })
    child.stdin.end(options.stdin)
    void options.until?.then(() => child.kill())
    const { code, ...told } = await outcome(child, options.onOutput)
    return { code: child.killed ? 124 : code, ...told }
  }

  /** Runs a command that succeeds and says nothing on stderr; gives what it printed. */
  async run(...args: string[]): Promise<string> {
    const { code, stdout, stderr: told } = await this.attempt(args)
    if (code !== 0 || told !== '') throw new Error(`kubectl ${args.join(' ')}: exit code ${code}: ${told}`)
    return stdout.trimEnd()
  }

  /** Writes a file into the home, objects as JSON; gives its path. */
  async file(name: string, content: unknown): Promise<string> {
    const path = join(this.home, name)
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o755 })
    return path
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.home, { recursive: true })
  }
}

async function outcome(child: ChildProcess, onOutput?: RunOptions['onOutput']): Promise<Result> {
  const text = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk
    onOutput?.(text.stdout)
  })
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.once('error', reject)
  child.once('close', (code) => resolve(code ?? -1))
  return { code: await promise, ...text }
}
