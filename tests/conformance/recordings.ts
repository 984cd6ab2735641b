import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Area, Exchange } from './exchange.ts'
import { parseKubectl } from './parse-kubectl.ts'
import { parseColumns, parseFieldSelectors } from './parse-probes.ts'
import { parseRecording } from './parse-recording.ts'
import { parseClientTraffic, parseControllerTraffic } from './parse-traffic.ts'

type Parse = (name: string, text: string) => readonly Exchange[]

// How recordings that are written in a way of their own are read, and which of their lines are exchanges.
const traffic = new Map<string, readonly [parse: Parse, line: RegExp]>([
  ['19-controller-traffic', [parseControllerTraffic, / -> \d{3}( |$)| x\d+$/]],
  ['24-client-node-traffic', [parseClientTraffic, / -> \d{3} \| /]],
  ['26-protobuf-bodies', [parseClientTraffic, / -> \d{3} \| /]],
])

const request = /^> [A-Z]+ \//

/** Reads every recording of a folder. */
export function readRecordings(folder: string): readonly Area[] {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const files = readdirSync(folder).filter((name) => /^\d\d-.*\.txt$/.test(name))
  const areas = files.toSorted().flatMap((file) => areasOf(file.slice(0, -'.txt'.length), read(file)))
  const commands = readdirSync(join(folder, 'kubectl')).toSorted()
  const texts = commands.map((file) => [file.slice(0, -'.txt'.length), read(join('kubectl', file))] as const)
  const exchanges = texts.flatMap(([name, text]) => parseKubectl(name, text))
  const present = texts.reduce((count, [, text]) => count + linesOf(text, request), 0)
  return [...areas, { name: 'kubectl', present, exchanges }]
}

function areasOf(name: string, text: string): readonly Area[] {
  const [parse, line] = traffic.get(name) ?? []
  if (parse !== undefined && line !== undefined) {
    return [{ name, present: linesOf(text, line), exchanges: parse(name, text) }]
  }
  if (name === '16-fieldselectors') {
    const exchanges = parseFieldSelectors(name, text)
    const labels = new Set(exchanges.map(({ title }) => title.split(': ')[1]))
    return [{ name, present: linesOf(text, / error text: /) * labels.size, exchanges }]
  }
  const plain = { name, present: linesOf(text, request), exchanges: parseRecording(name, text).exchanges }
  if (name !== '18-tables') return [plain]
  const columns = parseColumns('18-columns', text)
  return [
    {
      name: '18-columns',
      present: linesOf(text, /^\S+ \w+: Name|^core events: |^events\S+ events: /),
      exchanges: columns,
    },
    plain,
  ]
}

function linesOf(text: string, line: RegExp): number {
  return text.split('\n').filter((each) => line.test(each)).length
}
