import type { Step } from './inferred.ts'
import type { Act, Scenery } from './scenery.ts'

const integer = { type: 'integer' }
const text = { type: 'string' }

/** The definition of widgets, of which the recording shows the beginning, and the answer all. */
const widgets = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.ex.io' },
  spec: {
    group: 'ex.io',
    scope: 'Namespaced',
    names: { plural: 'widgets', kind: 'Widget', shortNames: ['wd'], categories: ['all'] },
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
                required: ['size'],
                properties: {
                  size: { type: 'integer', minimum: 1, maximum: 9 },
                  mode: { type: 'string', default: 'auto', enum: ['auto', 'manual'] },
                  name: { type: 'string', maxLength: 5, pattern: '^[a-z]*$' },
                  tags: { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
                  parts: {
                    type: 'array',
                    'x-kubernetes-list-type': 'map',
                    'x-kubernetes-list-map-keys': ['id'],
                    items: {
                      type: 'object',
                      required: ['id'],
                      properties: { id: text, v: { type: 'integer', default: 3 } },
                    },
                  },
                  free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
                  ios: { 'x-kubernetes-int-or-string': true },
                  nul: { type: 'string', nullable: true },
                  labels: { type: 'object', additionalProperties: text },
                  replicas: integer,
                },
                'x-kubernetes-validations': [
                  { rule: "self.size <= 5 || self.mode == 'manual'", message: 'size>5 needs manual' },
                ],
              },
              status: {
                type: 'object',
                properties: { ready: { type: 'boolean' }, replicas: integer, selector: text },
              },
            },
          },
        },
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.replicas',
            statusReplicasPath: '.status.replicas',
            labelSelectorPath: '.status.selector',
          },
        },
        additionalPrinterColumns: [
          { name: 'Size', type: 'integer', jsonPath: '.spec.size' },
          { name: 'Mode', type: 'string', jsonPath: '.spec.mode', priority: 1 },
          { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
        ],
        selectableFields: [{ jsonPath: '.spec.mode' }],
      },
    ],
  },
}

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const definition = `${definitions}/widgets.ex.io`
const own = '/apis/ex.io/v1/namespaces/crd/widgets'
const type = { apiVersion: 'ex.io/v1', kind: 'Widget' }
const apply = (manager: string, part: string): Step => ({
  method: 'PATCH',
  path: `${own}/ap?fieldManager=${manager}`,
  body: { ...type, metadata: { name: 'ap' }, spec: { size: 2, parts: [{ id: part }] } },
  type: 'application/apply-patch+yaml',
})
const secondVersion = {
  name: 'v2',
  served: true,
  storage: false,
  schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
}

/** The two watches at the end were open while the rest happened: what they saw happens again. */
const again: readonly Act[] = [
  {
    method: 'POST',
    path: '/api/v1/namespaces/crd/configmaps',
    body: { metadata: { name: 'before' } },
    recorded: { metadata: { resourceVersion: '765' } },
  },
  { method: 'POST', path: definitions, body: widgets },
  {
    method: 'PATCH',
    path: definition,
    body: [{ op: 'add', path: '/spec/versions/-', value: secondVersion }],
    type: 'application/json-patch+json',
  },
  apply('m', 'p1'),
  apply('m2', 'p2'),
  { method: 'POST', path: own, body: { ...type, metadata: { name: 'nospec' } } },
]

const put = { spec: { free: null, ios: null, parts: null, replicas: null, size: 4 } }

export const customResourcesScenery: Scenery = {
  bodies: new Map([[1, JSON.stringify(widgets)]]),
  changes: new Map<number, unknown>([
    [31, put],
    [32, { ...put, metadata: { resourceVersion: '1' } }],
  ]),
  before: new Map<number, readonly Act[]>([
    [57, [100]],
    [59, again],
  ]),
  during: new Map<number, readonly Act[]>([[59, [300, { method: 'DELETE', path: definition }]]]),
  complete: true,
}
