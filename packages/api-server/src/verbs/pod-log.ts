import type { KubernetesObject } from '@rxkube/meta'
import { asArray, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { badRequest, invalid, rawError, type FieldError } from '../status.ts'
import { existing, type Call } from './call.ts'
import { containerNames, nodeOf } from './connect.ts'
import { encodeObject, utf8 } from './encode.ts'
import type { LogRequest, Logs } from './log-request.ts'
import { integer } from './options.ts'
import { flag, type ApiResponse } from './request.ts'

const text = { 'content-type': 'text/plain' } as const

/** Answers what a container said: what the server's `logs` option gives, or that its node is not reached. */
export function podLog(call: Call): ApiResponse {
  const { backend, info } = call
  const pod = existing(call)
  const container = containerOf(pod, info.query.get('container') ?? '')
  const asked = logRequest(call, pod, container)
  if (asString(asObject(pod['spec'])['nodeName']) === '') return { status: 204, headers: {}, body: '' }
  if (backend.logs === undefined) {
    const node = nodeOf(call, pod)
    const query = new URLSearchParams(info.query)
    query.delete('container')
    const at = `https://${node}:10250/containerLogs/${info.namespace}/${info.name}/${container}`
    const url = query.size === 0 ? at : `${at}?${query.toString()}`
    throw rawError(`Get ${JSON.stringify(url)}: dial tcp: lookup ${node}: no such host`)
  }
  checkStarted(pod, container, asked.previous)
  return { status: 200, headers: text, body: pieces(backend.logs, asked) }
}

/** The container that is meant; with one alone it need not be named. Throws a 400. */
function containerOf(pod: ApiObject, asked: string): string {
  const name = pod.metadata.name ?? ''
  const [first = '', ...more] = asArray(asObject(pod['spec'])['containers']).map((each) =>
    asString(asObject(each)['name']),
  )
  if (asked === '') {
    const usual = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? ''
    if (more.length === 0) return first
    if ([first, ...more].includes(usual)) return usual
    const init = asArray(asObject(pod['spec'])['initContainers']).map((each) =>
      asString(asObject(each)['name']),
    )
    const also = init.length === 0 ? '' : ` or one of the init containers: [${init.join(' ')}]`
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${[first, ...more].join(' ')}]${also}`,
    )
  }
  if (!containerNames(pod).includes(asked))
    throw badRequest(`container ${asked} is not valid for pod ${name}`)
  return asked
}

function logRequest({ info, request, resource }: Call, pod: ApiObject, container: string): LogRequest {
  const { query } = info
  const tailLines = integer(query, 'tailLines')
  const sinceSeconds = integer(query, 'sinceSeconds')
  const limitBytes = integer(query, 'limitBytes')
  const sinceTime = query.get('sinceTime') ?? undefined
  const errors: FieldError[] = []
  const atLeast = (field: string, value: number | undefined, least: number) => {
    if (value === undefined || value >= least) return
    const why = least === 0 ? 'must be greater than or equal to 0' : 'must be greater than 0'
    errors.push({ field, reason: 'FieldValueInvalid', message: `Invalid value: ${value}: ${why}` })
  }
  atLeast('tailLines', tailLines, 0)
  atLeast('limitBytes', limitBytes, 1)
  if (sinceSeconds !== undefined && sinceTime !== undefined) {
    const message = 'Forbidden: at most one of `sinceTime` or `sinceSeconds` may be specified'
    errors.push({ field: '', reason: 'FieldValueForbidden', message })
  } else atLeast('sinceSeconds', sinceSeconds, 1)
  if (errors.length > 0) throw invalid({ group: '', kind: 'PodLogOptions' }, info.name, errors)
  return {
    namespace: info.namespace,
    pod: info.name,
    container,
    object: JSON.parse(encodeObject(resource, pod)) as KubernetesObject,
    follow: flag(query, 'follow'),
    previous: flag(query, 'previous'),
    timestamps: flag(query, 'timestamps'),
    sinceSeconds,
    sinceTime,
    tailLines,
    limitBytes,
    signal: request.signal,
  }
}

/** What a kubelet says of a container that has no log yet. Throws a 400. */
function checkStarted(pod: ApiObject, container: string, previous: boolean): void {
  const status = asObject(pod['status'])
  const all = ['containerStatuses', 'initContainerStatuses', 'ephemeralContainerStatuses'].flatMap((list) =>
    asArray(status[list]).filter(isObject),
  )
  const found = all.find((each) => each['name'] === container)
  const where = `container ${JSON.stringify(container)} in pod ${JSON.stringify(pod.metadata.name ?? '')}`
  if (previous) {
    if (isObject(asObject(found?.['lastState'])['terminated'])) return
    throw badRequest(`previous terminated ${where} not found`)
  }
  const waiting = asObject(found?.['state'])['waiting']
  const ended = isObject(asObject(found?.['lastState'])['terminated'])
  if (isObject(waiting) && !ended) {
    throw badRequest(`${where} is waiting to start: ${asString(waiting['reason'])}`)
  }
}

/** The text in pieces, as many bytes of it as were asked for. */
async function* pieces(logs: Logs, request: LogRequest): AsyncGenerator<Uint8Array> {
  const given = logs(request)
  const { tailLines, limitBytes = Infinity, signal } = request
  let left = limitBytes
  for await (const piece of typeof given === 'string' ? [tail(given, tailLines)] : given) {
    signal.throwIfAborted()
    const bytes = typeof piece === 'string' ? utf8(piece) : piece
    if (bytes.length > 0) yield bytes.subarray(0, left)
    left -= bytes.length
    if (left <= 0) return
  }
}

/** The last lines of a text that is there as a whole. */
function tail(whole: string, lines: number | undefined): string {
  if (lines === undefined) return whole
  if (lines === 0) return ''
  let from = whole.endsWith('\n') ? whole.length - 1 : whole.length
  for (let found = 0; found < lines; found++) {
    from = whole.lastIndexOf('\n', from - 1)
    if (from <= 0) return found === lines - 1 && from === 0 ? whole.slice(1) : whole
  }
  return whole.slice(from + 1)
}
