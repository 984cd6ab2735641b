import type { Area, Exchange } from './exchange.ts'

/** A write that a recording does not show, but that its answers tell of. */
export interface Step {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly type?: string
  /** The object as it was recorded: from it uids and versions are learned. */
  readonly recorded?: unknown
}

interface KubernetesObject {
  readonly kind?: string
  readonly apiVersion?: string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly status?: unknown
  readonly spec?: Readonly<Record<string, unknown>>
  /** Of a list. */
  readonly items?: readonly KubernetesObject[]
}

const place =
  /^(\/api\/[^/]+|\/apis\/[^/]+\/[^/]+)(?:\/watch)?(?:\/namespaces\/([^/?]+))?\/([^/?]+)(?:\/([^/?]+)(?:\/([^/?]+))?)?/
const merge = 'application/merge-patch+json'
const forgetful = { metadata: { managedFields: [{}] } }
const systemNamespaces = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease'])

/** The namespaces that an area writes to or reads from but does not create. */
export function namespacesOf({ exchanges }: Area): readonly string[] {
  const names = new Set<string>()
  const made = new Set<string>()
  for (const { method, path, body, status } of exchanges) {
    const [, prefix, namespace = '', resource, name = ''] = place.exec(path) ?? []
    if (namespace !== '' && name !== 'finalize') names.add(namespace)
    if (prefix === '/api/v1' && resource === 'namespaces' && name !== '' && status < 300) names.add(name)
    if (method === 'POST' && path.startsWith('/api/v1/namespaces') && namespace === '' && status === 201) {
      const created = parsed(body)?.metadata?.['name']
      if (!names.has(String(created))) made.add(String(created))
    }
  }
  return [...names].filter((name) => !systemNamespaces.has(name) && !made.has(name))
}

/** Objects that an answer shows although nothing before made them: `seen` holds the uids of those that were. */
export function stepsBefore(exchange: Exchange, seen: ReadonlySet<string>): readonly Step[] {
  const { path, status, method } = exchange
  if (status >= 300 || (method === 'POST' && status === 201) || exchange.cut) return []
  const [, prefix = '', , resource = '', name = '', subresource = ''] = place.exec(path) ?? []
  if (prefix === '' || resource === 'namespaces' || (subresource !== '' && subresource !== 'status'))
    return []
  if (method !== 'GET' && status === 201) return []
  const steps: Step[] = []
  for (const object of shownObjects(exchange)) {
    const { uid, namespace, name: own } = object.metadata ?? {}
    if (typeof uid !== 'string' || seen.has(uid) || (name !== '' && own !== name)) continue
    const inNamespace = typeof namespace === 'string' ? `/namespaces/${namespace}` : ''
    const at = `${prefix}${inNamespace}/${resource}`
    const manager = managerOf(object)
    // Nodes alone are created with their status.
    const whole = resource === 'nodes' ? object.status : undefined
    const body = whole === undefined ? fresh(object) : { ...fresh(object), status: whole }
    steps.push({ method: 'POST', path: `${at}${manager}`, body, recorded: object })
    if (whole !== undefined) {
      // One that nobody owns anything of was told to forget its managers.
      if (manager === '')
        steps.push({ method: 'PATCH', path: `${at}/${String(own)}`, body: forgetful, type: merge })
      continue
    }
    if (object.status !== undefined && object.spec !== undefined) {
      steps.push({
        method: 'PATCH',
        path: `${at}/${String(own)}/status`,
        body: { status: object.status },
        type: merge,
      })
    }
  }
  return steps
}

/** The uids of all objects that an answer shows. */
export function uidsOf(exchange: Exchange): readonly string[] {
  return [...exchange.answer.matchAll(/"uid": ?"([^"]+)"/g)].map(([, uid = '']) => uid)
}

function shownObjects({ answer, watch }: Exchange): readonly KubernetesObject[] {
  if (watch !== undefined) {
    return answer.split('\n').flatMap((line, at) => {
      const event = parsed(line) as { type?: string; object?: KubernetesObject } | undefined
      const initial = event?.type === 'ADDED' && (watch.at[at] ?? 0) < 50
      return initial && event.object?.kind !== 'Table' ? [event.object ?? {}] : []
    })
  }
  const body = parsed(answer)
  return body?.items ?? (body === undefined ? [] : [body])
}

/** Who created an object, as far as its managers tell. */
function managerOf({ metadata }: KubernetesObject): string {
  const [first] = (metadata?.['managedFields'] ?? []) as readonly { readonly manager?: string }[]
  return first?.manager === undefined ? '' : `?fieldManager=${encodeURIComponent(first.manager)}`
}

/** An object as a client would create it. */
function fresh({ status: _status, ...object }: KubernetesObject): object {
  const {
    uid: _uid,
    resourceVersion: _version,
    creationTimestamp: _created,
    deletionTimestamp: _deleted,
    deletionGracePeriodSeconds: _grace,
    managedFields: _fields,
    generation: _generation,
    selfLink: _link,
    ...metadata
  } = object.metadata ?? {}
  return { ...object, metadata }
}

function parsed(text: string): KubernetesObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
