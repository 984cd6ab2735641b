/*
 * Writes packages/api-server/test/kubectl/recorded.json.gz from recordings of kubectl at a real cluster, 1.32 where
 * the name does not begin with another version: what each command printed, how it ended, and the requests that it made. Run: node scripts/kubectl-recordings.ts <folder>
 *
 * Descriptions of `explain` are prose of Kubernetes and are left out, as they are of the documents that we serve.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const [, , folder] = process.argv
if (folder === undefined) throw new Error('usage: node scripts/kubectl-recordings.ts <folder>')

/** Longer outputs were cut at 2,200 characters, and white space at their end was not written down. */
const outputLimit = 2170

const tables =
  'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json'
const aggregated = (version: string) =>
  `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`
const shortAccepts = new Map([
  ['<Table v1,v1beta1,json>', tables],
  ['<aggregated-discovery v2,v2beta1,json>', `${aggregated('v2')},${aggregated('v2beta1')},application/json`],
])

interface Request {
  method: string
  path: string
  status: number
  accept?: string
  contentType?: string
  body?: unknown
}

const entries = readdirSync(folder)
  .filter((file) => /^([0-9a-d]|v29|v3)/.test(file))
  .toSorted()
  .map((file) => parse(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')))

const path = join(import.meta.dirname, '../packages/api-server/test/kubectl/recorded.json.gz')
writeFileSync(path, gzipSync(JSON.stringify(entries, undefined, 1), { level: 9 }))
console.log(`${entries.length} commands`)

function parse(id: string, text: string) {
  const [front = '', rest = ''] = text.split('--- stdout\n')
  const [output = '', told = ''] = rest.split('\n--- stderr\n')
  const stdout = output === '\n' ? '' : output
  const args = (/^\$ kubectl (.*)$/m.exec(front)?.[1] ?? '').split(' ')
  const code = Number(/^# exit code (\d+)$/m.exec(front)?.[1])
  const truncated = stdout.length >= outputLimit
  const shown = args[0] === 'explain' ? withoutDescriptions(stdout) : stdout
  // The rest of it is what kubectl logs with `-v=8`.
  const reason = code === 1 ? told.trimEnd().split('\n').at(-1) : ''
  const minor = Number(/^v(\d\d)-/.exec(id)?.[1] ?? 32)
  const requests = requestsOf(front)
  return { id, minor, args, code, reason, requests, stdout: shown, ...(truncated ? { truncated } : {}) }
}

function requestsOf(front: string): Request[] {
  const blocks = front.split(/^> /m).slice(1)
  return blocks.map((block) => requestOf(block))
}

function requestOf(block: string): Request {
  const [line = '', ...more] = block.split('\n')
  const [, method = '', target = '', status] = /^([A-Z]+) (\S+) {3}-> ?(\S*)/.exec(line) ?? []
  const field = (name: string) =>
    more.find((each) => each.startsWith(`     ${name}: `))?.slice(name.length + 7)
  const asSent = target.replace(/%([0-9a-f]{2})/g, (_, hex: string) => `%${hex.toUpperCase()}`)
  const request: Request = { method, path: asSent, status: Number(status) || 0 }
  const accept = field('Accept')
  const contentType = field('Content-Type')
  const body = json(field('body'))
  if (accept !== undefined) request.accept = shortAccepts.get(accept) ?? accept
  if (contentType !== undefined) request.contentType = contentType
  if (body !== undefined) request.body = body
  return request
}

/** Bodies that are not JSON are protobuf, or were cut. */
function json(text: string | undefined): unknown {
  if (text === undefined || !/^[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** An explanation as kubectl gives it of a document without descriptions. */
function withoutDescriptions(text: string): string {
  const lines: string[] = []
  let fields = false
  const recursive =
    !/^ {4}\S/m.test(text.split('\nFIELDS:')[1] ?? '    x') || text.includes('\n    annotations\t')
  for (const line of text.split('\n')) {
    if (line === 'DESCRIPTION:') {
      lines.push(line, '    <empty>')
      continue
    }
    if (line === 'FIELDS:') fields = true
    const prose = line.startsWith('    ') && !(fields && recursive)
    if (prose) continue
    if (fields && !recursive && line === '' && lines.at(-1) !== '') lines.push('    <no description>')
    lines.push(line)
  }
  return lines.join('\n')
}
