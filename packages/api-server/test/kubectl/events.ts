import type { Placed } from './objects.ts'
import { recorded } from './recorded.ts'

const at = '/api/v1/namespaces/default/events'
const kinds = ['Deployment', 'ReplicaSet', 'Pod', 'Node', 'Namespace']
const apps = new Set(['Deployment', 'ReplicaSet'])
const start = Date.parse('2024-01-01T00:00:00Z')
let count = 0

interface Told {
  readonly type?: string
  readonly reason: string
  readonly kind: string
  readonly name: string
  readonly message: string
  readonly component?: string
  /** How often it happened; more than once is `x4 over` in what kubectl prints. */
  readonly times?: number
  /** The path of the object, for an event that is looked up by its uid. */
  readonly about?: string
}

/** An event; each is later than those before it, so that sorting by time keeps the order of a scene. */
export function event({ type = 'Normal', reason, kind, name, message, times = 1, ...rest }: Told): Placed {
  const { component = 'deployment-controller', about } = rest
  count += 1
  const last = new Date(start + count * 1000).toISOString().replace('.000', '')
  const isNamespaced = kind !== 'Node' && kind !== 'Namespace'
  return {
    at,
    ...(about === undefined ? {} : { about }),
    object: {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${name}.${count.toString(16).padStart(4, '0')}`, namespace: 'default' },
      involvedObject: {
        kind,
        name,
        apiVersion: apps.has(kind) ? 'apps/v1' : 'v1',
        ...(isNamespaced ? { namespace: 'default' } : {}),
      },
      type,
      reason,
      message,
      count: times,
      source: { component },
      firstTimestamp: new Date(start).toISOString().replace('.000', ''),
      lastTimestamp: last,
    },
  }
}

/** The events that a recorded command listed: a row each, in its order. */
export function eventsOf(id: string): readonly Placed[] {
  const { stdout = '', truncated } = recorded.get(id) ?? {}
  const rows = stdout
    .trimEnd()
    .split('\n')
    .slice(1, truncated ? -1 : undefined)
  return rows.map((row) => {
    const [seen = '', type = '', reason = '', object = '', message = ''] = row.split(/ {2,}/)
    const [word = '', name = ''] = object.split('/')
    const kind = kinds.find((each) => each.toLowerCase() === word.toLowerCase()) ?? word
    const times = Number(/\(x(\d+)/.exec(seen)?.[1] ?? 1)
    return event({ type, reason, kind, name, message, times })
  })
}
