import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Area, Exchange } from './exchange.ts'

const file = join(import.meta.dirname, 'fixture.json.gz')
const kept = new Set(['content-type', 'warning', 'retry-after', 'allow', 'location'])

/** The recordings as far as they are compared: what is replayed where the recordings themselves are not at hand. */
export function readFixture(): readonly Area[] {
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as readonly Area[]
}

/** Writes the fixture from recordings and returns its size in bytes. */
export function writeFixture(areas: readonly Area[]): number {
  const compact = areas.map(({ name, exchanges }) => ({ name, exchanges: exchanges.map(compared) }))
  const bytes = gzipSync(JSON.stringify(compact), { level: 9 })
  writeFileSync(file, bytes)
  return bytes.length
}

function compared(exchange: Exchange): Exchange {
  const headers = Object.entries(exchange.answerHeaders).filter(([name]) => kept.has(name))
  return { ...exchange, answerHeaders: Object.fromEntries(headers) }
}
