/** `npm run demo`: an API server with fake nodes and all controllers in this process, and a story that is played on it. */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process, { argv, stdout } from 'node:process'
import { finished } from 'node:stream/promises'
import { ApiError } from '@rxkube/client'
import { systemClock } from '@rxkube/clock'
import { StopSignals, UsageError } from '@rxkube/controller'
import { PlayCluster, StoryStuckError } from './cluster/play-cluster.ts'
import { commandLine, listText, usage, type CommandLine } from './command-line.ts'
import { playground } from './playground.ts'
import { story } from './scenes/story.ts'
import { linesOf } from './telling/lines.ts'
import { jsonTeller, plainTeller, ScreenTeller } from './telling/tellers.ts'
import type { Teller } from './telling/told.ts'

const write = (text: string): void => void stdout.write(text)

/** A terminal has the page with the table, and afterwards, where it was, the summary. */
function tellerOf({ json }: CommandLine): Teller[] {
  if (json) return [jsonTeller(write)]
  if (!stdout.isTTY) return [plainTeller(write)]
  const summary: Teller = {
    tell: (told) => {
      if (told.type === 'summary') write(`${linesOf(told).join('\n')}\n`)
    },
  }
  return [new ScreenTeller(write, () => ({ columns: stdout.columns, rows: stdout.rows })), summary]
}

async function main(asked: CommandLine): Promise<void> {
  const { scenario, speed, seed, serve, json, record, port } = asked
  const stop = new StopSignals()
  const timer =
    asked.for > 0 ? systemClock.setTimer(asked.for, () => stop.stop('its time is over')) : undefined
  // On a whole minute: fractions of seconds are the same in each run.
  const cluster = new PlayCluster(seed, Math.floor(systemClock.now() / 60_000) * 60_000)
  const folder = await mkdtemp(join(tmpdir(), 'rxkube-'))
  const recording = record === undefined ? undefined : createWriteStream(record)
  try {
    await opened(recording)
    const { url } = await cluster.server.listen({ port })
    const kubeconfig = join(folder, 'kubeconfig')
    await writeFile(kubeconfig, cluster.server.kubeconfig({ url }).yaml, { mode: 0o600 })
    const banner = `kubectl works here: export KUBECONFIG=${kubeconfig}\n`
    if (!json) write(banner)
    const tellers = tellerOf(asked)
    if (recording) tellers.push(jsonTeller((text) => recording.write(text)))
    if (serve) for (const each of tellers) each.tell({ type: 'say', at: 0, text: banner.trim() })
    const scenes = story.filter(({ name }) => scenario === undefined || name === scenario)
    await playground({ cluster, scenes, tellers, speed, serve, signal: stop.signal })
  } finally {
    timer?.cancel()
    stop.ignore()
    await cluster.server.close()
    recording?.end()
    if (recording && !recording.destroyed) await finished(recording)
    await rm(folder, { recursive: true, force: true })
  }
}

/** Resolves when the file can be written to. Rejects with Node's error when it cannot. */
async function opened(file: NodeJS.EventEmitter | undefined): Promise<void> {
  if (!file) return
  await new Promise<void>((resolve, reject) => {
    file.once('open', () => resolve())
    file.once('error', reject)
  })
}

try {
  const asked = commandLine(argv.slice(2))
  if (asked.help) console.log(usage)
  else if (asked.list) console.log(listText)
  else await main(asked)
} catch (error) {
  process.exitCode = error instanceof UsageError ? 2 : 1
  const known =
    [UsageError, StoryStuckError, ApiError].some((one) => error instanceof one) || isSystemError(error)
  if (!known || !(error instanceof Error)) throw error
  console.error(`playground: ${error.message}`)
}

/** A port that is taken, a file that cannot be written. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
