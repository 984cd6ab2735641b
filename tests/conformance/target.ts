import { ApiServer } from '@rxkube/api-server'
import type { Transport, TransportRequest } from '@rxkube/client'
import { sleep, systemClock, TestClock } from '@rxkube/clock'
import type { Configuration } from './scenery.ts'

/** An answer, read to its end. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly text: string
  readonly bytes: Uint8Array
}

/** A watch that is being read in the background. */
export interface OpenWatch {
  readonly status: number
  readonly headers: Answer['headers']
  /** What came so far. */
  text(): string
  ended(): boolean
  stop(): Promise<void>
}

/** A server that recordings are replayed against. */
export interface Target {
  /** True for the embedded server: its time can be moved, its history forgotten, its users chosen. */
  readonly embedded: boolean
  send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | Uint8Array,
  ): Promise<Answer>
  watch(path: string, headers: Record<string, string>): Promise<OpenWatch>
  /** Lets time pass. */
  pass(milliseconds: number): Promise<void>
  compact(): void
  /** Ends the server as an administrator would. */
  shutdown(): Promise<void>
  /** From now on every request is one too many. */
  overload(): void
  close(): Promise<void>
}

const token = (user: string): string => `Bearer ${user}-token`

/** A fresh embedded server under virtual time, in which `admin` may do everything and nobody else anything. */
export function embeddedTarget(configuration: Configuration = {}): Target {
  const clock = new TestClock({ start: '2026-11-23T18:00:00Z' })
  const users = [
    ['admin', 'system:masters'],
    ['alice', 'devs'],
  ].map(([name = '', group = '']) => {
    return [`${name}-token`, { name, uid: `${name}-uid`, groups: [group, 'system:authenticated'] }] as const
  })
  const server = new ApiServer({
    clock,
    random: clock.random,
    tokens: new Map(users),
    authorize: ({ user }) => user.name === 'admin',
    controllers: [],
    serviceAddressRange: '10.0.0.0/24',
    ...configuration,
  })
  const transport = server.transport()
  return {
    ...over(transport, async () => clock.settle()),
    embedded: true,
    send: async (method, path, headers, body) =>
      answered(clock, send(transport, method, path, authorized(headers), body)),
    watch: async (path, headers) =>
      answered(clock, over(transport, async () => clock.settle()).watch(path, authorized(headers))),
    pass: async (milliseconds) => {
      await clock.advance(milliseconds)
      await clock.settle()
    },
    compact: () => server.compact(),
    shutdown: async () => server.close(),
    overload: () => void server.faults.tooManyRequests({}, 2),
    close: async () => server.close(),
  }
}

/** A cluster behind a transport, in real time. */
export function clusterTarget(transport: Transport): Target {
  return {
    ...over(transport, async () => sleep(systemClock, 200)),
    embedded: false,
    pass: async (milliseconds) => sleep(systemClock, milliseconds),
    compact: () => undefined,
    shutdown: async () => undefined,
    overload: () => undefined,
    close: async () => transport.close(),
  }
}

/** An answer for which time may have to pass: a request may wait for a version that is still to come. */
async function answered<T>(clock: TestClock, pending: Promise<T>): Promise<T> {
  const state = { done: false }
  const mark = (): void => {
    state.done = true
  }
  void pending.then(mark, mark)
  for (let turn = 0; turn < 40; turn++) {
    await clock.settle()
    if (state.done) break
    await clock.advance(100)
  }
  return pending
}

function authorized(headers: Record<string, string>): Record<string, string> {
  const { user = 'admin', ...rest } = headers
  return user === 'anonymous' ? rest : { ...rest, authorization: token(user) }
}

async function send(
  transport: Transport,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
): Promise<Answer> {
  const response = await transport.request({
    method: method as TransportRequest['method'],
    path,
    headers,
    ...(body.length === 0 ? {} : { body }),
  })
  const chunks = await Array.fromAsync(response.body)
  const bytes = Buffer.concat(chunks)
  return { ...response, text: bytes.toString('utf8'), bytes }
}

function over(transport: Transport, settle: () => Promise<void>): Pick<Target, 'send' | 'watch'> {
  return {
    send: async (method, path, headers, body) => send(transport, method, path, headers, body),
    watch: async (path, headers) => {
      const response = await transport.request({ method: 'GET', path, headers, watch: true })
      const source = response.body[Symbol.asyncIterator]()
      let text = ''
      let ended = false
      let stopped = false
      const read = async () => {
        try {
          for (let turn = await source.next(); turn.done !== true; turn = await source.next()) {
            text += Buffer.from(turn.value).toString('utf8')
          }
          ended = true
        } catch (error) {
          // Over a socket, leaving breaks off what is being read.
          if (!stopped) throw error
        }
      }
      const reading = read()
      await settle()
      return {
        ...response,
        text: () => text,
        ended: () => ended,
        stop: async () => {
          stopped = true
          await source.return?.()
          await reading
        },
      }
    },
  }
}
