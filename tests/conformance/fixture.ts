import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Area, Exchange } from './exchange.ts'

const file = join(import.meta.dirname, 'fixture.json.gz')
const kept = new Set([
  'content-type',
  'warning',
  'retry-after',
  'allow',
  'location',
  'etag',
  'content-encoding',
])

/** The recordings as far as they are compared: what is replayed where the recordings themselves are not at hand. */
export function readFixture(): readonly Area[] {
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as readonly Area[]
}

/** How large the file of the fixture is. */
export function fixtureBytes(): number {
  return statSync(file).size
}

/** Writes the fixture from recordings and returns its size in bytes. */
export function writeFixture(areas: readonly Area[]): number {
  const compact = areas.map((area) => ({ ...area, exchanges: area.exchanges.map(compared) }))
  const bytes = gzipSync(JSON.stringify(compact), { level: 9 })
  writeFileSync(file, bytes)
  return bytes.length
}

function compared(exchange: Exchange): Exchange {
  const headers = Object.entries(exchange.answerHeaders).filter(([name]) => kept.has(name))
  const { binary } = exchange
  return {
    ...exchange,
    answerHeaders: Object.fromEntries(headers),
    answer: cleaned(exchange.answer),
    body: binary === true ? exchange.body : cleaned(exchange.body),
  }
}

/** Text without what is compared by nobody: prose, certificates, tokens and addresses. */
function cleaned(text: string): string {
  return text
    .replaceAll(/("description":\s*")(?:[^"\\\n]|\\.)+("|$)/gm, '$1<description>$2')
    .replaceAll(/("kubernetes.io\/description":\s*")(?:[^"\\\n]|\\.)+("|$)/gm, '$1<description>$2')
    .replaceAll(/-----BEGIN CERTIFICATE-----(?:[^"\\]|\\n)*/g, '-----BEGIN CERTIFICATE-----')
    .replaceAll(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'eyJ.e30.s')
    .replaceAll(/ on 10\.255\.255\.53:53/g, '')
}
