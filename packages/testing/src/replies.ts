import type { Exchange, Reply } from './exchange.ts'
import { type ScriptKind, type ScriptStep, scriptStatus, type WatchStep } from './notation.ts'

function line(step: WatchStep): string {
  return step.type === 'raw' ? step.text : `${JSON.stringify(step.event)}\n`
}

async function refuse(exchange: Exchange, code: number, retryAfter?: number): Promise<void> {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  await exchange.answer(code, scriptStatus(code, retryAfter), { headers })
}

async function watch(
  exchange: Exchange,
  step: Extract<ScriptStep, { verb: 'watch' | 'watchlist' }>,
): Promise<void> {
  exchange.head(200, { 'content-type': 'application/json' })
  for (const each of step.steps) await exchange.write(line(each))
  if (step.end === 'eof') exchange.end()
  if (step.end === 'rst') exchange.reset()
  if (step.end === 'cut') {
    await exchange.write('{"type":"ADDED","object":{"metadata":{"name":"cu')
    exchange.cut()
  }
}

/** Replies by name, for `ScriptedServer.answer` and `otherwise`. */
export const replies = {
  /** A whole JSON body. */
  json:
    (body: unknown, status = 200): Reply =>
    (exchange) =>
      exchange.answer(status, body),
  html:
    (status = 200): Reply =>
    (exchange) =>
      exchange.answer(status, '<!DOCTYPE html><html><body>Please log in</body></html>'),
  gzip:
    (body: unknown): Reply =>
    (exchange) =>
      exchange.answer(200, body, { gzip: true }),
  /** A Status of that code; `retryAfter` is in seconds. */
  status:
    (code: number, retryAfter?: number): Reply =>
    (exchange) =>
      refuse(exchange, code, retryAfter),
  /** Takes the request and never answers. */
  hang: (): Reply => () => undefined,
  /** Answers as `reply` does, once `opened` has resolved. */
  held:
    (opened: Promise<unknown>, reply: Reply): Reply =>
    async (exchange) => {
      await opened
      await reply(exchange)
    },
  /** Resets the connection instead of an answer. */
  reset: (): Reply => (exchange) => exchange.reset(),
  /** Headers, some bytes, and then silence. */
  silence:
    (text = ''): Reply =>
    async (exchange) => {
      exchange.head(200, { 'content-type': 'application/json' })
      await exchange.write(text)
    },
  /** Headers and some bytes; then the connection is closed although the body is not over. */
  truncated:
    (text: string): Reply =>
    async (exchange) => {
      exchange.head(200, { 'content-type': 'application/json' })
      await exchange.write(text)
      exchange.cut()
    },
  /** One line that never ends, until the other side gives up. */
  endlessLine:
    (start = '{"type":"ADDED","object":{"data":{"a":"'): Reply =>
    async (exchange) => {
      exchange.head(200, { 'content-type': 'application/json' })
      await exchange.write(start)
      const block = Buffer.alloc(1 << 20, 'x')
      while (exchange.isOpen) await exchange.write(block)
    },
  /** What a step of a script says. */
  step:
    (step: ScriptStep, kind: ScriptKind): Reply =>
    async (exchange) => {
      if (step.refusal !== undefined) return refuse(exchange, step.refusal.code, step.refusal.retryAfter)
      if (step.verb !== 'list') return watch(exchange, step)
      const metadata = {
        resourceVersion: step.resourceVersion,
        ...(step.continue !== undefined && { continue: step.continue }),
      }
      const list = { apiVersion: kind.apiVersion, kind: `${kind.kind}List`, metadata, items: step.items }
      return exchange.answer(200, list)
    },
} as const
