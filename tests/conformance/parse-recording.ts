import type { Area, Exchange } from './exchange.ts'

const requestLine = /^> ([A-Z]+) (\/\S*)$/
const requestHeader = /^> (Content-Type|Accept|Accept-Encoding|User-Agent|If-None-Match): ?(.*)$/
const statusLine = /^< (\d{3})\b/
const answerHeader = /^< ([A-Za-z-]+): (.*)$/
const event = /^\[\+([\d.]+)s\] (.*)$/
const end = /^\(ended at \+([\d.]+|None)s err=.*\)$/
const cut = /\.\.\.\[\d+ bytes(?: in all)?\]$/

/**
 * Reads a recording: `## title`, `> METHOD path`, `> Header: value`, the body, `< status`, `< Header: value`, the answer;
 * of a watch, `[+0.005s] {event}` lines. What is no request (notes, tables) is passed over.
 */
export function parseRecording(name: string, text: string): Pick<Area, 'name' | 'exchanges'> {
  const exchanges: Exchange[] = []
  let title = ''
  const lines = text.split('\n')
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? ''
    const request = requestLine.exec(line)
    if (request === null) {
      if (line.startsWith('## ')) title = line.slice(3)
      at++
      continue
    }
    const block: string[] = []
    for (at++; at < lines.length && !startsAnother(lines, at); at++) block.push(lines[at] ?? '')
    const [, method = '', path = ''] = request
    exchanges.push(exchange(`${name}#${exchanges.length + 1}`, title, method, path, block))
    title = ''
  }
  return { name, exchanges }
}

/** Whether an exchange ends before this line. */
function startsAnother(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  return line.startsWith('## ') || requestLine.test(line)
}

function exchange(
  id: string,
  title: string,
  method: string,
  path: string,
  block: readonly string[],
): Exchange {
  const headers: Record<string, string> = {}
  const answerHeaders: Record<string, string | string[]> = {}
  const start = block.findIndex((line) => statusLine.test(line))
  const request = start === -1 ? block : block.slice(0, start)
  const body: string[] = []
  for (const line of request) {
    const header = body.length === 0 ? requestHeader.exec(line) : null
    if (header === null) body.push(line.replace(/^> /, ''))
    else headers[(header[1] ?? '').toLowerCase()] = header[2] ?? ''
  }
  const answer: string[] = []
  const at: number[] = []
  let ended: number | undefined
  let watched = false
  for (const line of block.slice(start + 1)) {
    const header = answer.length === 0 ? answerHeader.exec(line) : null
    const [, seconds = '', json = ''] = event.exec(line) ?? []
    const over = end.exec(line)
    if (header !== null) addHeader(answerHeaders, (header[1] ?? '').toLowerCase(), header[2] ?? '')
    else if (over !== null) {
      watched = true
      ended = over[1] === 'None' ? undefined : Math.round(Number(over[1]) * 1000)
    } else if (json === '') answer.push(line)
    else {
      watched = true
      at.push(Math.round(Number(seconds) * 1000))
      answer.push(json)
    }
  }
  const text = ofLength(answer.join('\n').trimEnd(), answerHeaders['content-length'])
  return {
    id,
    title,
    method,
    path,
    headers,
    body: body.join('\n').trimEnd(),
    status: Number(statusLine.exec(block[start] ?? '')?.[1] ?? 0),
    answerHeaders,
    answer: text.replace(cut, ''),
    cut: cut.test(text),
    watch: watched ? { at, ended } : undefined,
  }
}

/** An answer without the notes behind it, when its length is known. */
function ofLength(text: string, length: string | readonly string[] | undefined): string {
  const bytes = Buffer.from(text)
  const known = typeof length === 'string' ? Number(length) : Infinity
  return bytes.length > known && !cut.test(text) && !text.startsWith('b')
    ? bytes.subarray(0, known).toString('utf8').trimEnd()
    : text
}

function addHeader(headers: Record<string, string | string[]>, name: string, value: string): void {
  const before = headers[name]
  if (before === undefined) headers[name] = value
  else headers[name] = [...(typeof before === 'string' ? [before] : before), value]
}
