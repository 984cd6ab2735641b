import type { Area } from './exchange.ts'
import { placeOf, type Place } from './place.ts'

type Put = (path: string, body: unknown) => Promise<void>
type Json = Record<string, unknown>

const containers = [{ name: 'c', image: 'nginx:1.25' }]
const labels = { app: 'web' }
const workload = {
  selector: { matchLabels: labels },
  template: { metadata: { labels }, spec: { containers } },
}

const heads = new Set(['apiVersion', 'kind', 'metadata'])

const own = new Map<string, Json>([
  ['/api/v1/pods', { spec: { containers } }],
  ['/apis/apps/v1/deployments', { spec: { replicas: 2, ...workload } }],
  ['/apis/apps/v1/replicasets', { spec: { replicas: 2, ...workload } }],
  ['/apis/apps/v1/statefulsets', { spec: { replicas: 2, serviceName: 'ss', ...workload } }],
  ['/apis/apps/v1/daemonsets', { spec: workload }],
  [
    '/api/v1/events',
    { involvedObject: { kind: 'Pod', namespace: 'default', name: 'p' }, reason: 'r', type: 'Normal' },
  ],
])

// The custom resource that kubectl was recorded with.
const definition: Json = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.ex.io' },
  spec: {
    group: 'ex.io',
    scope: 'Namespaced',
    names: { plural: 'widgets', singular: 'widget', kind: 'Widget', shortNames: ['wd'] },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
        subresources: {
          status: {},
          scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' },
        },
      },
    ],
  },
}

/** Objects of all kinds, for requests of which the body is not known. */
export class Samples {
  readonly #bodies = new Map(own)

  /** Takes what was created in other areas, such as one of each kind to see its defaults. */
  constructor(areas: readonly Area[]) {
    for (const { exchanges } of areas) {
      for (const { method, path, body, status, binary } of exchanges) {
        const place = placeOf(path)
        if (
          method !== 'POST' ||
          status !== 201 ||
          place === undefined ||
          place.name !== '' ||
          binary === true
        )
          continue
        const key = `${place.prefix}/${place.resource}`
        const sample = this.#bodies.has(key) || !body.startsWith('{') ? undefined : parsed(body)
        // An object without a spec or data is no example of its kind.
        if (sample !== undefined && Object.keys(sample).some((field) => !heads.has(field)))
          this.#bodies.set(key, sample)
      }
    }
    this.#bodies.set('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition)
    this.#bodies.set('/apis/ex.io/v1/widgets', {
      apiVersion: 'ex.io/v1',
      kind: 'Widget',
      spec: { size: 1, replicas: 1 },
    })
  }

  /** An object of a resource with a name. */
  object({ prefix, resource, namespace, query }: Place, name: string): Json {
    const { metadata, ...body } = this.#bodies.get(`${prefix}/${resource}`) ?? {}
    const { generateName: _generated, namespace: _namespace, ...others } = (metadata ?? {}) as Json
    if (resource === 'events' && namespace !== '')
      return { ...body, ...regarding(prefix, namespace), metadata: { ...others, name } }
    const container = /[?&]?container=([^&]+)/.exec(query)?.[1]
    const named =
      container === undefined || resource !== 'pods'
        ? {}
        : { spec: { containers: [{ name: container, image: 'i' }] } }
    return { ...body, ...named, metadata: { ...others, name } }
  }

  /** Puts in what a resource needs to be served at all: its definition. */
  async requirements({ prefix, resource }: Place, put: Put): Promise<void> {
    if (!prefix.startsWith('/apis/ex.io/') || resource !== 'widgets') return
    await put('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition)
  }
}

function regarding(prefix: string, namespace: string): Json {
  const reference = { kind: 'Pod', namespace, name: 'p' }
  return prefix === '/api/v1' ? { involvedObject: reference } : { regarding: reference }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
