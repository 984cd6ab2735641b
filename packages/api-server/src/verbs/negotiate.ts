import { notAcceptable, noRepresentation, servedTypes } from '../status.ts'

/** How objects are shown: as they are, as rows of a table, or as their metadata alone. */
export interface View {
  readonly as: 'object' | 'table' | 'metadata'
  /** The version of meta.k8s.io for tables and metadata. */
  readonly version: 'v1' | 'v1beta1'
}

interface Clause {
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  readonly quality: number
}

/** The clauses of an Accept header, those the client likes most first. */
export function acceptClauses(accept: string | undefined): readonly Clause[] {
  if (accept === undefined || accept.trim() === '') return anything
  const found = known.get(accept) ?? parsed(accept)
  // Clients send few different ones, over and over.
  if (known.size >= mostKnown) known.clear()
  known.set(accept, found)
  return found
}

const anything: readonly Clause[] = [{ type: '*/*', parameters: new Map(), quality: 1 }]
const known = new Map<string, readonly Clause[]>()
const mostKnown = 100

function parsed(accept: string): readonly Clause[] {
  return accept
    .split(',')
    .map((text) => {
      const [type = '', ...rest] = text.split(';').map((part) => part.trim())
      const parameters = new Map<string, string>()
      for (const parameter of rest) {
        const [key = '', value = ''] = parameter.split('=')
        parameters.set(key, value)
      }
      const quality = Number(parameters.get('q') ?? 1)
      return { type, parameters, quality: Number.isNaN(quality) ? 1 : quality }
    })
    .toSorted((a, b) => b.quality - a.quality)
}

const isJson = (type: string): boolean =>
  type === 'application/json' || type === '*/*' || type === 'application/*'
const protobuf = 'application/vnd.kubernetes.protobuf'
const isServed = (type: string): boolean => isJson(type) || type === 'application/yaml' || type === protobuf
const views = new Set(['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList'])

/**
 * How an answer is written: as JSON, as YAML where the client likes that better, as protobuf only for clients that take
 * nothing else.
 */
export function mediaOf(accept: string | undefined): 'json' | 'yaml' | 'protobuf' {
  const fitting = acceptClauses(accept).filter(({ type, parameters }) => {
    const as = parameters.get('as')
    return isServed(type) && (as === undefined || (parameters.get('g') === 'meta.k8s.io' && views.has(as)))
  })
  const first = fitting.find(({ type }) => type !== protobuf) ?? fitting[0]
  if (first === undefined || isJson(first.type)) return 'json'
  return first.type === protobuf ? 'protobuf' : 'yaml'
}

/** Throws the 406 for a client that accepts none of the types that there are at all. */
export function requireServed(accept: string | undefined): void {
  if (!acceptClauses(accept).some(({ type }) => isServed(type))) throw noRepresentation(servedTypes)
}

/** Picks the view for an object or a list. Throws a 406 StatusError when the client accepts nothing that is served. */
export function negotiate(
  accept: string | undefined,
  shape: 'object' | 'list' | 'watch',
  kind: string,
): View {
  requireServed(accept)
  let refusal: string | undefined
  const clauses = acceptClauses(accept)
  // Tables and metadata come as JSON, unless there is no such clause.
  const ordered = [
    ...clauses.filter(({ type }) => isJson(type)),
    ...clauses.filter(({ type }) => !isJson(type)),
  ]
  for (const { type, parameters } of mediaOf(accept) === 'json' ? ordered : clauses) {
    if (shape === 'watch' ? !isJson(type) : !isServed(type)) continue
    const as = parameters.get('as')
    if (as === undefined) return { as: 'object', version: 'v1' }
    const version = parameters.get('v')
    if (parameters.get('g') !== 'meta.k8s.io' || (version !== 'v1' && version !== 'v1beta1')) continue
    if (as === 'Table') return { as: 'table', version }
    if (as === 'PartialObjectMetadata') {
      if (shape !== 'list') return { as: 'metadata', version }
      refusal = `you requested PartialObjectMetadata, but the requested object is a list (*core.${kind})`
    }
    if (as === 'PartialObjectMetadataList') {
      if (shape === 'list') return { as: 'metadata', version }
      refusal = `you requested PartialObjectMetadataList, but the requested object is not a list (*core.${kind})`
    }
  }
  throw notAcceptable(refusal)
}

/** Throws a 406 StatusError unless the client accepts a plain object. */
export function requirePlain(accept: string | undefined): void {
  const fits = acceptClauses(accept).some(({ type, parameters }) => isServed(type) && !parameters.has('as'))
  if (!fits) throw notAcceptable()
}

/** Whether a person is looking: asked for, or a tool that people type. */
export function wantsPretty(query: URLSearchParams, agent = ''): boolean {
  const asked = query.get('pretty')
  if (asked !== null) return asked !== '0' && asked.toLowerCase() !== 'false'
  return agent.startsWith('curl') || agent.startsWith('Wget') || agent.startsWith('Mozilla/5.0')
}
