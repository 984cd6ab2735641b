/** `npm run demo`: an API server in this process, two informers that follow it, and some life to follow. */
import { ApiServer } from '@rxkube/api-server'
import { HttpTransport } from '@rxkube/client'
import { systemClock, systemRandom } from '@rxkube/clock'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { argv, exit, stdout } from 'node:process'
import { commandLine, usage, UsageError, type CommandLine } from './command-line.ts'
import { Output } from './output.ts'
import { playground } from './playground.ts'

const clock = systemClock
const random = systemRandom

async function main({ json, port, runFor }: CommandLine): Promise<void> {
  const interrupt = new AbortController()
  const end = (): void => interrupt.abort()
  process.once('SIGINT', end).once('SIGTERM', end)
  const output = new Output((line) => stdout.write(`${line}\n`), json)
  const folder = await mkdtemp(join(tmpdir(), 'rxkube-'))
  const server = new ApiServer({ clock, random })
  try {
    const { url } = await server.listen({ port })
    const kubeconfig = join(folder, 'kubeconfig')
    await writeFile(kubeconfig, server.kubeconfig({ url }).yaml, { mode: 0o600 })
    output.say(`A Kubernetes API server for demos and tests listens on ${url}. In another terminal:\n`)
    output.say(`  export KUBECONFIG=${kubeconfig}`)
    output.say('  kubectl get pods --watch\n')
    output.say(
      runFor === undefined ? 'Ctrl-C ends this.\n' : `This ends by itself after ${runFor / 1000} s.\n`,
    )
    const transport = new HttpTransport({ server: url, clock })
    try {
      await playground({ transport, clock, random, output, signal: interrupt.signal, runFor })
    } finally {
      await transport.close()
    }
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

try {
  const asked = commandLine(argv.slice(2), stdout.isTTY)
  if (asked.help) console.log(usage)
  else await main(asked)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  exit(2)
}
