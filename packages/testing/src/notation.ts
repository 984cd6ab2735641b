import type { KubernetesObject, Status } from '@rxkube/meta'

/** One thing that a scripted watch sends or does. */
export type WatchStep =
  | { readonly type: 'event'; readonly event: { readonly type: string; readonly object: unknown } }
  /** Bytes as they stand, such as a line that is no JSON. */
  | { readonly type: 'raw'; readonly text: string }

/** How a scripted watch goes on after its events: stays open, ends, is reset, or ends inside a frame. */
export type WatchEnd = 'hang' | 'eof' | 'rst' | 'cut'

interface Refusal {
  readonly code: number
  /** Seconds. */
  readonly retryAfter?: number
}

/** One request that a script expects, and how it is answered. `asked` is the resourceVersion it must carry. */
export type ScriptStep =
  | {
      readonly verb: 'list'
      readonly asked?: string
      readonly refusal?: Refusal
      readonly resourceVersion: string
      readonly items: readonly KubernetesObject[]
      readonly continue?: string
    }
  | {
      readonly verb: 'watch' | 'watchlist'
      readonly asked?: string
      readonly refusal?: Refusal
      readonly steps: readonly WatchStep[]
      readonly end: WatchEnd
    }

/** Thrown when a script is not written in the notation. */
export class ScriptSyntaxError extends Error {
  override readonly name = 'ScriptSyntaxError'
  readonly token: string

  constructor(token: string, text: string) {
    super(
      `cannot read "${token}" in the script "${text}"; it may hold L10[a5 b7], L(10)/410, W10:, W/429(RA=3), S:, ` +
        `+a11, ~a12, -a13, *14, *14!, E410, garbage, eof, rst, cut, hang`,
    )
    this.token = token
  }
}

/** What the objects of a script are. */
export interface ScriptKind {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace?: string
}

/** The kind that scripts speak of unless told otherwise. */
export const scriptKind: ScriptKind = { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'default' }

/** The object that `a5` or `a'15` stands for: name, resourceVersion, and another uid for each quote mark. */
export function scriptObject(text: string, kind: ScriptKind = scriptKind): KubernetesObject {
  const match = /^([a-z]+)('*)(\d+)$/.exec(text)
  if (match === null) throw new ScriptSyntaxError(text, text)
  const [, name = '', quotes = '', resourceVersion = ''] = match
  return {
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    metadata: {
      name,
      ...(kind.namespace !== undefined && { namespace: kind.namespace }),
      uid: `${name}${quotes}`,
      resourceVersion,
    },
  }
}

const reasons = new Map([
  [400, 'BadRequest'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'NotFound'],
  [410, 'Expired'],
  [422, 'Invalid'],
  [429, 'TooManyRequests'],
  [500, 'InternalError'],
  [503, 'ServiceUnavailable'],
  [504, 'Timeout'],
])

/** The Status that a code stands for in a script. 504 says that the resourceVersion is too large. */
export function scriptStatus(code: number, retryAfter?: number): Status {
  const message = code === 504 ? 'Too large resource version' : `scripted ${code}`
  return {
    apiVersion: 'v1',
    kind: 'Status',
    metadata: {},
    status: 'Failure',
    code,
    message,
    reason: reasons.get(code) ?? 'Unknown',
    details: {
      ...(code === 504 && { causes: [{ reason: 'ResourceVersionTooLarge', message }] }),
      ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
    },
  }
}

const listToken = /^L(?:\(("")?(\d*)\))?(?:(\d+)\[([^\]]*)\](?:>(\w+))?|\/(\d+)(?:\(RA=(\d+)\))?)$/
const watchToken = /^([WS])(?:(\d+|""|)(:)|(\d*)\/(\d+)(?:\(RA=(\d+)\))?)$/
const types = new Map([
  ['+', 'ADDED'],
  ['~', 'MODIFIED'],
  ['-', 'DELETED'],
])

/**
 * Reads a script of requests and answers: `L10[a5 b7] W10: +a11 ~a12 -b13 *14 eof; W14: hang`.
 *
 * `L10[a5]` lists version 10 with `a` at 5 (`>token` gives a continue token); `L(10)` and `W10:` say which version the
 * request must carry (`""` is none); `/429(RA=3)` refuses; `S:` is a watch with initial events; `*14` is a bookmark and
 * `*14!` the one that ends the initial events; `E410` is an ERROR event. A watch stays open unless `eof`, `rst` or `cut`.
 */
export function script(text: string, kind: ScriptKind = scriptKind): ScriptStep[] {
  const steps: ScriptStep[] = []
  for (const token of text.match(/L[^\s;]*\[[^\]]*\][^\s;]*|[^\s;]+/g) ?? []) {
    const list = listToken.exec(token)
    const watch = watchToken.exec(token)
    if (list !== null) steps.push(listStep(list, kind))
    else if (watch !== null) steps.push(watchStep(watch))
    else steps.push(continued(steps.pop(), token, text, kind))
  }
  return steps
}

function listStep(match: RegExpExecArray, kind: ScriptKind): ScriptStep {
  const [, empty, asked, resourceVersion = '', items = '', token, code, retryAfter] = match
  return {
    verb: 'list',
    ...((empty !== undefined || (asked !== undefined && asked !== '')) && { asked: asked ?? '' }),
    ...refusalOf(code, retryAfter),
    resourceVersion,
    items: items.split(/\s+/).flatMap((item) => (item === '' ? [] : [scriptObject(item, kind)])),
    ...(token !== undefined && { continue: token }),
  }
}

function watchStep(match: RegExpExecArray): ScriptStep {
  const [, letter, first, , second, code, retryAfter] = match
  const asked = first ?? second ?? ''
  return {
    verb: letter === 'S' ? 'watchlist' : 'watch',
    ...(asked !== '' && { asked: asked === '""' ? '' : asked }),
    ...refusalOf(code, retryAfter),
    steps: [],
    end: 'hang',
  }
}

function refusalOf(code: string | undefined, retryAfter: string | undefined) {
  if (code === undefined) return {}
  return {
    refusal: { code: Number(code), ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }) },
  }
}

function continued(step: ScriptStep | undefined, token: string, text: string, kind: ScriptKind): ScriptStep {
  if (step === undefined || step.verb === 'list') throw new ScriptSyntaxError(token, text)
  if (token === 'eof' || token === 'rst' || token === 'cut' || token === 'hang')
    return { ...step, end: token }
  return { ...step, steps: [...step.steps, watchEvent(token, text, kind)] }
}

/** The event that a token such as `+a11`, `*14!` or `E410` stands for, or the bytes of `garbage`. */
export function watchEvent(token: string, text = token, kind: ScriptKind = scriptKind): WatchStep {
  if (token === 'garbage') return { type: 'raw', text: '{"type":"ADDED","object":{"met\n' }
  const type = types.get(token[0] ?? '')
  if (type !== undefined)
    return { type: 'event', event: { type, object: scriptObject(token.slice(1), kind) } }
  const bookmark = /^\*(\d+)(!?)$/.exec(token)
  if (bookmark !== null) {
    const annotations = bookmark[2] === '!' ? { annotations: { 'k8s.io/initial-events-end': 'true' } } : {}
    const metadata = { resourceVersion: bookmark[1] ?? '', ...annotations }
    const object = { apiVersion: kind.apiVersion, kind: kind.kind, metadata }
    return { type: 'event', event: { type: 'BOOKMARK', object } }
  }
  const error = /^E(\d+)$/.exec(token)
  if (error === null) throw new ScriptSyntaxError(token, text)
  return { type: 'event', event: { type: 'ERROR', object: scriptStatus(Number(error[1])) } }
}
