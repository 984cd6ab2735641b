import type { RecordedLine } from './recorded-line.ts'

/** A request of a recording with all that came of it. Times are milliseconds since the request. */
export interface RecordedExchange {
  readonly path: string
  readonly answeredAfter: number
  /** Undefined when no headers came. */
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly chunks: readonly { readonly after: number; readonly bytes: Uint8Array }[]
  /** Undefined when the recording ended first. */
  readonly over: Extract<RecordedLine, { readonly over: unknown }>['over'] | undefined
  readonly overAfter: number
}

interface Gathered {
  readonly began: number
  readonly path: string
  answeredAfter: number
  status: number | undefined
  headers: Readonly<Record<string, string>>
  readonly chunks: { readonly after: number; readonly bytes: Uint8Array }[]
  over: RecordedExchange['over']
  overAfter: number
}

/** The exchanges of a recording, in the order in which they were asked for. */
export function exchangesOf(lines: readonly RecordedLine[]): RecordedExchange[] {
  const exchanges = new Map<number, Gathered>()
  for (const line of lines) {
    if ('path' in line) {
      exchanges.set(line.id, {
        began: line.at,
        path: line.path,
        answeredAfter: 0,
        status: undefined,
        headers: {},
        chunks: [],
        over: undefined,
        overAfter: 0,
      })
      continue
    }
    const exchange = exchanges.get(line.id)
    // A recording that was begun in the middle has answers to what it does not know.
    if (exchange === undefined) continue
    const after = line.at - exchange.began
    if ('status' in line)
      Object.assign(exchange, { status: line.status, headers: line.headers, answeredAfter: after })
    else if ('bytes' in line) exchange.chunks.push({ after, bytes: Buffer.from(line.bytes, 'base64') })
    else Object.assign(exchange, { over: line.over, overAfter: after })
  }
  return [...exchanges.values()]
}
