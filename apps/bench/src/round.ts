import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ContenderMessage } from './contender.ts'
import type { Measurement } from './measure/measurement.ts'
import type { LoadServerMessage, LoadServerRequest } from './server/load-server.ts'

/** The size of one round. */
export interface RoundOptions {
  readonly pods: number
  readonly events: number
}

/** A contender that could not finish, and why. */
export interface Failure {
  readonly contender: string
  readonly pods: number
  readonly error: string
}

// As controllers are run: without it this project freezes what it hands out, to catch mistakes.
const env = { ...process.env, NODE_ENV: 'production' }

const execArgv = [
  '--conditions=@rxkube/source',
  '--expose-gc',
  '--max-old-space-size=8192',
  '--disable-warning=ExperimentalWarning',
]

/** Runs one contender in a fresh process against a fresh server, and ends both. */
export async function round(
  contender: string,
  { pods, events }: RoundOptions,
): Promise<Measurement | Failure> {
  const server = fork(join(import.meta.dirname, 'server/load-server.ts'), [String(pods)], {
    execArgv,
    env,
  })
  try {
    const [{ port }] = (await once(server, 'message')) as [LoadServerMessage]
    const child = fork(
      join(import.meta.dirname, 'contender.ts'),
      [contender, `http://127.0.0.1:${port}`, String(pods), String(events)],
      { execArgv, env },
    )
    try {
      return await result(child, server, { contender, pods, events })
    } finally {
      child.kill('SIGKILL')
    }
  } finally {
    server.kill('SIGKILL')
  }
}

async function result(
  child: ChildProcess,
  server: ChildProcess,
  { contender, pods, events }: RoundOptions & { contender: string },
): Promise<Measurement | Failure> {
  const { promise, resolve } = Promise.withResolvers<Measurement | Failure>()
  child.on('message', (message: ContenderMessage) => {
    if (message.type === 'synced') server.send({ type: 'events', count: events } satisfies LoadServerRequest)
    else if (message.type === 'done') resolve(message.measurement)
    else resolve({ contender, pods, error: message.error })
  })
  child.on('exit', (code, signal) => resolve({ contender, pods, error: `ended early (${signal ?? code})` }))
  return await promise
}
