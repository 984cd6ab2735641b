import { cp, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ApiServer } from '@rxkube/api-server'
import { Api } from '../support/api.ts'
import { Kubectl, kubectlMinor, type Result } from './kubectl.ts'
import { normalExchange, normalOutput, type Exchange } from './normal-form.ts'
import type { Recorded } from './recorded.ts'
import { RecordingProxy } from './recording-proxy.ts'
import { place, type Scene } from './scene.ts'

/** What a command did, in the form in which two of them are compared. */
export interface Played {
  readonly code: number
  /** The last line on stderr of a command that failed; all lines where it should not have. */
  readonly stderr: string | undefined
  readonly stdout: readonly string[]
  readonly requests: readonly string[]
}

/** What kubectl learned of a server; a command begins with a copy of it. */
export class Discovered implements AsyncDisposable {
  readonly #kubectl: Kubectl
  readonly #folder: string

  private constructor(kubectl: Kubectl, url: string) {
    this.#kubectl = kubectl
    this.#folder = folderOf(kubectl, url)
  }

  /** That of a server with the built-in resources. */
  static async ofBuiltIn(): Promise<Discovered> {
    await using server = new ApiServer()
    const { url } = await server.listen()
    const kubectl = await Kubectl.for(server, url)
    await kubectl.attempt(['get', 'namespaces'])
    return new Discovered(kubectl, url)
  }

  /** Lets a kubectl know the same of the server at `url`. */
  async copyTo(kubectl: Kubectl, url: string): Promise<void> {
    await cp(this.#folder, folderOf(kubectl, url), { recursive: true })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#kubectl[Symbol.asyncDispose]()
  }
}

function folderOf({ cache }: Kubectl, url: string): string {
  return join(cache, 'discovery', new URL(url).host.replace(':', '_'))
}

/** Whether this version of kubectl does what the recorded one did. */
export function holds({ holds: { from = 29, to = Infinity } = {} }: Scene): boolean {
  return from <= kubectlMinor && kubectlMinor <= to
}

/** What is to be expected of a command in its scene, and what it does: in this order. */
export async function play(
  recorded: Recorded,
  scene: Scene,
  discovered: Discovered,
): Promise<readonly [expected: Played, actual: Played]> {
  const requests = scene.instead?.requests ?? recorded.requests
  const [result, exchanges] = await run(recorded, scene, discovered)
  const hasReason = recorded.code === 1 && scene.instead?.otherReason !== true
  const [told] = lines(result.stderr).slice(-1)
  // Where it ended otherwise than was expected, all of it is of interest.
  const stderr = result.code !== recorded.code ? result.stderr : hasReason ? told : ''
  if (!holds(scene)) {
    const nothing = { stdout: [], requests: [] }
    return [
      { code: recorded.code, stderr: '', ...nothing },
      { code: result.code, stderr: result.code === recorded.code ? '' : result.stderr, ...nothing },
    ]
  }
  const wanted = lines(recorded.stdout)
  // Of an output that was cut, the last line is not whole.
  const complete = recorded.truncated ? wanted.slice(0, -1) : wanted
  const printed = lines(result.stdout).slice(0, recorded.truncated ? complete.length : undefined)
  const order = (all: readonly string[]) => (scene.unordered ? all.toSorted() : all)
  return [
    {
      code: recorded.code,
      stderr: hasReason ? normalOutput(recorded.reason) : '',
      stdout: order(complete),
      requests: order(comparable(requests, requests, scene, recorded.minor)),
    },
    {
      code: result.code,
      stderr,
      stdout: order(printed),
      requests: requests.length === 0 ? [] : order(comparable(exchanges, requests, scene, recorded.minor)),
    },
  ]
}

function lines(text: string): readonly string[] {
  return normalOutput(text).split('\n')
}

async function run(
  { args }: Recorded,
  scene: Scene,
  discovered: Discovered,
): Promise<readonly [Result, readonly Exchange[]]> {
  await using server = new ApiServer(scene.server)
  const api = new Api(server.transport())
  await place(api, scene.objects ?? [])
  const ended = Promise.withResolvers<undefined>()
  const meddle = scene.meddle?.(api)
  const after = async (exchange: Exchange) => {
    await meddle?.(exchange)
    if (scene.endsAfter?.(exchange) === true) ended.resolve(undefined)
  }
  const token = scene.server?.tokens?.keys().next().value
  const { url: target } = await server.listen()
  await using proxy = await RecordingProxy.before(target, { token, after, before: scene.before })
  await using kubectl = await Kubectl.for(server, proxy.url)
  if (scene.cold === undefined) await discovered.copyTo(kubectl, proxy.url)
  if (scene.knows !== undefined) {
    await kubectl.attempt(['get', scene.knows])
    proxy.exchanges.length = 0
  }
  for (const [name, content] of Object.entries(scene.files ?? {})) {
    await mkdir(dirname(join(kubectl.home, name)), { recursive: true })
    await kubectl.file(name, content)
  }
  const result = await kubectl.attempt([...args, ...(scene.verbose ? ['-v=8'] : [])], {
    ...(scene.env === undefined ? {} : { env: scene.env }),
    ...(scene.stdin === undefined ? {} : { stdin: JSON.stringify(scene.stdin) }),
    ...(scene.endsAfter === undefined ? {} : { until: ended.promise }),
  })
  return [result, proxy.exchanges]
}

/** Requests in the form and to the extent in which they can be compared with `model`. */
function comparable(
  exchanges: readonly Exchange[],
  model: readonly Exchange[],
  { unordered }: Scene,
  minor: number,
): readonly string[] {
  const found = exchanges.map((exchange, at) => {
    const { body, status, accept, contentType, ...rest } = normalExchange(exchange)
    const known = model[at]?.body !== undefined && unordered === undefined
    return JSON.stringify({
      ...rest,
      status,
      // Which codecs kubectl prefers depends on its version.
      ...(kubectlMinor === minor ? { accept, contentType } : {}),
      // Some bodies were not recorded: protobuf, and what was too long.
      ...(known ? { body } : {}),
    })
  })
  return discoveryInOrder(found)
}

/** `/api` and `/apis` are asked for at once. */
function discoveryInOrder(requests: readonly string[]): readonly string[] {
  const sorted = [...requests]
  for (const [at, request] of requests.entries()) {
    const next = requests[at + 1] ?? ''
    if (!/"path":"\/apis["?]/.test(request) || !/"path":"\/api["?]/.test(next)) continue
    sorted[at] = next
    sorted[at + 1] = request
  }
  return sorted
}
