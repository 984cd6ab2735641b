import type { Exchange } from './exchange.ts'

const requestLine = /^> ([A-Z]+) (\/\S*) {3}-> ?(\d{3})?/
const header = /^ {5}(Accept|Content-Type|Sec-Websocket-Protocol|X-Stream-Protocol-Version): (.*)$/
const body = /^ {5}body: (.*)$/
const answer = /^ {5}resp: (.*)$/
const dumped = /^(?:[0-9a-f]{8}) {2}((?:[0-9a-f]{2} {1,2})+)/

// What the recordings abbreviate.
const group = 'application/json;g=apidiscovery.k8s.io'
const abbreviations = new Map([
  [
    '<Table v1,v1beta1,json>',
    'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json',
  ],
  [
    '<aggregated-discovery v2,v2beta1,json>',
    `${group};v=v2;as=APIGroupDiscoveryList,${group};v=v2beta1;as=APIGroupDiscoveryList,application/json`,
  ],
])

/** The requests of a kubectl command: method, path, status, some headers, the body, and the answer to what failed. */
export function parseKubectl(name: string, text: string): readonly Exchange[] {
  const exchanges: Exchange[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const match = requestLine.exec(lines[at] ?? '')
    if (match === null) continue
    const [, method = '', path = '', status = '0'] = match
    const headers: Record<string, string> = {}
    let sent = ''
    let got = ''
    for (at++; at < lines.length && !/^(>|---|\$)/.test(lines[at] ?? ''); at++) {
      const line = lines[at] ?? ''
      const [, key = '', value = ''] = header.exec(line) ?? []
      if (key !== '') headers[key.toLowerCase()] = abbreviations.get(value) ?? value
      sent += body.exec(line)?.[1] ?? (sent !== '' && got === '' && dumped.test(line) ? `\n${line}` : '')
      got += answer.exec(line)?.[1] ?? ''
    }
    at--
    const hex = hexDump(sent)
    exchanges.push({
      id: `kubectl/${name}#${exchanges.length + 1}`,
      title: lines[0]?.replace(/^\$ /, '') ?? '',
      method,
      path,
      headers,
      body: hex ?? sent,
      binary: hex !== undefined,
      status: Number(status),
      answerHeaders: {},
      // Errors in protobuf are known by their status.
      answer: dumped.test(got) ? '' : got,
      cut: got === '',
      traffic: true,
      watch: /[?&]watch=true/.test(path) ? { at: [], ended: undefined } : undefined,
    })
  }
  return sorted(exchanges)
}

/** Of two requests that were under way together, the answer of one was written down behind the other. */
function sorted(exchanges: readonly Exchange[]): readonly Exchange[] {
  const waits = exchanges.findIndex(({ status, path }) => status === 0 && path.endsWith('/eviction'))
  const other = exchanges.findIndex(({ status, method }) => status === 429 && method === 'GET')
  const [one, two] = [exchanges[waits], exchanges[other]]
  if (one === undefined || two === undefined) return exchanges
  return exchanges
    .with(waits, { ...one, status: two.status, answer: two.answer, cut: two.cut })
    .with(other, { ...two, status: 0, answer: '', cut: true })
}

/** The bytes of a dump, one character each; undefined for what is none. */
function hexDump(text: string): string | undefined {
  if (!dumped.test(text)) return undefined
  const bytes = text
    .split('\n')
    .flatMap((line) => (dumped.exec(line)?.[1] ?? '').trim().split(/ +/))
    .filter((byte) => byte !== '')
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 16))).toString('latin1')
}
