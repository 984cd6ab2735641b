/** A process that reads over HTTP what its parent names: whole answers, or lines of many watches. */
import { Agent, get, type IncomingMessage } from 'node:http'

/** What the parent may ask for. */
export type ReaderRequest =
  | { readonly type: 'read'; readonly url: string; readonly accept: string }
  | { readonly type: 'watch'; readonly url: string; readonly watches: number; readonly lines: number }

/** What the parent is told. */
export type ReaderMessage =
  | { readonly type: 'read'; readonly bytes: number }
  | { readonly type: 'watching' }
  | { readonly type: 'lines'; readonly count: number }

const agent = new Agent({ maxSockets: Infinity })

async function open(url: string, accept: string): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get(url, { agent, headers: { accept } }, resolve).on('error', reject)
  return promise
}

const tell = (message: ReaderMessage): void => void process.send?.(message)

async function read(url: string, accept: string): Promise<void> {
  let bytes = 0
  for await (const chunk of await open(url, accept)) bytes += (chunk as Buffer).length
  tell({ type: 'read', bytes })
}

/** Opens watches, and tells when all of them together have seen so many lines. */
async function watch(url: string, watches: number, lines: number): Promise<void> {
  let seen = 0
  const bodies = await Promise.all(Array.from({ length: watches }, () => open(url, 'application/json')))
  for (const body of bodies) {
    body.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) seen++
      if (seen >= lines) tell({ type: 'lines', count: seen })
    })
  }
  tell({ type: 'watching' })
}

process.on('message', (message: ReaderRequest) => {
  if (message.type === 'read') void read(message.url, message.accept)
  else void watch(message.url, message.watches, message.lines)
})
process.on('disconnect', () => process.exit(0))
