import { canonicalJson } from '@rxkube/meta'
import type { Placed, SceneObject } from './objects.ts'
import type { Scene } from './scene.ts'

const definition: SceneObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.ex.io' },
  spec: {
    group: 'ex.io',
    names: { kind: 'Widget', plural: 'widgets', shortNames: ['wd'] },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { size: { type: 'integer' }, replicas: { type: 'integer', default: 1 } },
              },
              status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
            },
          },
        },
        subresources: {
          status: {},
          scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' },
        },
      },
    ],
  },
}
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const widget = (size: number): SceneObject => ({
  apiVersion: 'ex.io/v1',
  kind: 'Widget',
  metadata: { name: 'w1', namespace: 'default' },
  spec: { size },
})

/** An object with what kubectl notes when it applies it. */
function applied(at: string, object: SceneObject): Placed {
  const { apiVersion, kind, spec, metadata } = object
  const last = canonicalJson({ apiVersion, kind, metadata: { annotations: {}, ...metadata }, spec })
  return { at, object: { ...object, metadata: { ...metadata, annotations: { [lastApplied]: `${last}\n` } } } }
}

const defined: Placed = { at: definitions, object: definition }
const made = (size: number, metadata: object = {}): Placed => {
  const { object, ...rest } = { at: '/apis/ex.io/v1/namespaces/default/widgets', object: widget(size) }
  return { ...rest, object: { ...object, metadata: { ...object.metadata, ...metadata } } }
}
const existing: Scene = { objects: [defined, made(3)], knows: 'widgets' }
/** What a cluster held when commands for custom resources were recorded. */
export const custom: Readonly<Record<string, Scene>> = {
  'a0-apply-crd-and-cr': {
    cold: true,
    files: {
      'run/both.yaml': `# Two documents.\n${JSON.stringify(definition)}\n---\n${JSON.stringify(widget(3))}\n`,
    },
  },
  'a1-apply-crd': { objects: [applied(definitions, definition)], files: { 'run/crd.yaml': definition } },
  'a2-wait-established': { objects: [defined] },
  'a3-apply-cr': { objects: [defined], files: { 'run/cr.yaml': widget(3) } },
  'a4-apply-cr-update': {
    objects: [defined, applied('/apis/ex.io/v1/namespaces/default/widgets', widget(3))],
    files: { 'run/cr.yaml': widget(4) },
    knows: 'widgets',
  },
  'a5-get-cr': existing,
  'a6-explain-cr': existing,
  'a7-scale-cr': existing,
  'a8-patch-cr': existing,
  'a9-patch-cr-smp': existing,
  'b0-edit-cr': existing,
  'b1-describe-cr': {
    objects: [defined, described()],
    knows: 'widgets',
  },
  'b2-delete-cr': existing,
  'b3-delete-crd': {
    objects: [held()],
    // The controller that removes custom resources is done only after kubectl has begun to wait.
    meddle:
      (api) =>
      ({ path }) =>
        path.includes('watch=true')
          ? api.merge(`${definitions}/widgets.ex.io`, { metadata: { finalizers: null } })
          : undefined,
  },
}

/** Written four times: its generation tells. */
function described(): Placed {
  const { object, ...rest } = made(9, { labels: { a: 'b' } })
  return { ...rest, object: { ...object, spec: { replicas: 5, size: 9 } }, generation: 4 }
}

function held(): Placed {
  const metadata = { ...definition.metadata, finalizers: ['example.com/hold'] }
  return { at: definitions, object: { ...definition, metadata } }
}
