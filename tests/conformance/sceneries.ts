import type { Step } from './inferred.ts'
import type { Act, Scenery } from './scenery.ts'

const table = { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }
const metadataOnly = { accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1' }
const status = 'application/merge-patch+json'
const spec = { containers: [{ name: 'c', image: 'a' }] }

const post = (path: string, body: unknown, recorded?: unknown): Step => ({
  method: 'POST',
  path,
  body,
  ...(recorded === undefined ? {} : { recorded }),
})
const merge = (path: string, body: unknown): Step => ({ method: 'PATCH', path, body, type: status })
const remove = (path: string): Step => ({ method: 'DELETE', path })
const map = (namespace: string, name: string): Step =>
  post(`/api/v1/namespaces/${namespace}/configmaps`, { metadata: { name } })
const labels = (name: string, given: unknown): Step =>
  merge(`/api/v1/namespaces/wat/configmaps/${name}`, { metadata: { labels: given } })

const pods = '/api/v1/namespaces/sub/pods'
const running = (name: string): readonly Step[] => [
  post(pods, { metadata: { name, labels: { app: 'ev' } }, spec: { ...spec, nodeName: 'n1' } }),
  merge(`${pods}/${name}/status`, {
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  }),
]
const budget = (given: unknown): Step =>
  merge('/apis/policy/v1/namespaces/sub/poddisruptionbudgets/p/status', { status: given })
const collected = (name: string, g: string, nodeName?: string): Step =>
  post('/api/v1/namespaces/del/pods', {
    metadata: { name, labels: { app: 'x', g } },
    spec: { ...spec, ...(nodeName === undefined ? {} : { nodeName }) },
  })
const huge = (length: number): string =>
  JSON.stringify({ metadata: { name: 'huge' }, data: { a: 'x'.repeat(length) } })
const owner = { apiVersion: 'v1', kind: 'X', name: 'n', uid: 'u' }

export const sceneries: ReadonlyMap<string, Scenery> = new Map<string, Scenery>([
  [
    '04-errors',
    {
      absent: ['nonexist'],
      users: new Map([
        [1, 'anonymous'],
        [2, 'nobody'],
        ...[3, 4, 5, 6, 7, 8].map((number) => [number, 'alice'] as const),
      ]),
      before: new Map<number, readonly Act[]>([
        [38, [map('default', 'e2')]],
        [67, [remove('/api/v1/namespaces/default/configmaps/e5')]],
      ]),
      bodies: new Map([
        [109, huge(1024 * 1024 + 1)],
        [110, huge(3 * 1024 * 1024 + 1)],
      ]),
    },
  ],
  [
    '05-list',
    {
      before: new Map<number, readonly Act[]>([
        [8, [remove('/api/v1/namespaces/lst/configmaps/l4'), map('lst', 'l44'), map('lst', 'a0')]],
        [44, [map('default', 'later'), 'compact']],
      ]),
    },
  ],
  [
    '06-watch',
    {
      together: [1, 9],
      before: new Map<number, readonly Act[]>([
        [30, [map('wat', 'f1')]],
        // These watches had been opened before those above were.
        [33, ['f1', 't1', 't2'].map((name) => remove(`/api/v1/namespaces/wat/configmaps/${name}`))],
      ]),
      during: new Map<number, readonly Act[]>([
        [
          9,
          [
            300,
            labels('b', { g: 'x' }),
            labels('a', { g: 'y' }),
            labels('a', { k: '1' }),
            labels('b', { k: '1' }),
            labels('a', { g: 'x' }),
            remove('/api/v1/namespaces/wat/configmaps/b'),
            remove('/api/v1/namespaces/wat/configmaps/a'),
          ],
        ],
        [30, [400, map('wat', 't1'), map('wat', 't2')]],
        // Somebody writes all the time, else there is nothing new to tell in a bookmark.
        ...[35, 36].map(
          (number) =>
            [
              number,
              [30_000, map('default', `early-${number}`), 40_000, map('default', `late-${number}`)],
            ] as const,
        ),
      ]),
      headers: new Map([
        [30, table],
        [31, table],
        [32, metadataOnly],
      ]),
    },
  ],
  [
    '07-gone',
    {
      before: new Map<number, readonly Act[]>([
        [1, [map('wat', 'c1'), map('wat', 'f1'), map('wat', 't1'), map('wat', 't2'), 'compact']],
      ]),
      headers: new Map([[7, table]]),
      skip: new Map([[8, 'the server was shut down']]),
      complete: true,
      start: 304,
    },
  ],
  [
    '09-update',
    {
      changes: new Map<number, unknown>([
        [2, {}],
        [3, { metadata: { labels: { x: '1' } } }],
        [4, { metadata: { annotations: { k: 'v' } } }],
        [5, { spec: { replicas: 3 } }],
        [6, { status: { replicas: 7 } }],
        [
          7,
          {
            metadata: { labels: { y: '2' } },
            spec: { replicas: 8 },
            status: { replicas: 9, observedGeneration: 2 },
          },
        ],
        [8, { metadata: { resourceVersion: null }, spec: { replicas: 4 } }],
        [9, { metadata: { resourceVersion: '0' }, spec: { replicas: 5 } }],
        [10, { metadata: { resourceVersion: '1' } }],
        [
          11,
          { spec: { selector: { matchLabels: { a: 'c' } }, template: { metadata: { labels: { a: 'c' } } } } },
        ],
        [12, { metadata: { deletionTimestamp: '2020-01-01T00:00:00Z' } }],
        [13, { metadata: { creationTimestamp: '2020-01-01T00:00:00Z', generation: 77 } }],
        [
          14,
          {
            metadata: {
              ownerReferences: [
                { ...owner, controller: true },
                { ...owner, name: 'n2', uid: 'u2', controller: true },
              ],
            },
          },
        ],
        [15, { metadata: { ownerReferences: [{ ...owner, uid: '' }] } }],
        [16, { metadata: { finalizers: ['noslash'] } }],
      ]),
    },
  ],
  [
    '14-delete',
    {
      start: 572,
      before: new Map<number, readonly Act[]>([
        [
          65,
          [
            collected('dc0', '0', 'n1'),
            collected('dc1', '1', 'n1'),
            collected('dc2', '0'),
            collected('dc3', '1'),
          ],
        ],
      ]),
    },
  ],
  [
    '15-subresources',
    {
      before: new Map<number, readonly Act[]>([
        [
          1,
          [
            post('/apis/apps/v1/namespaces/sub/deployments', {
              metadata: { name: 'd' },
              spec: {
                replicas: 2,
                selector: {
                  matchLabels: { a: 'b' },
                  matchExpressions: [{ key: 'z', operator: 'NotIn', values: ['q'] }],
                },
                template: {
                  metadata: { labels: { a: 'b' } },
                  spec: { containers: [{ name: 'c', image: 'nginx:1' }] },
                },
              },
            }),
            merge('/apis/apps/v1/namespaces/sub/deployments/d/status', { status: { replicas: 2 } }),
          ],
        ],
        [
          15,
          [
            post(
              pods,
              { metadata: { name: 'b1', labels: { app: 'x' } }, spec },
              { metadata: { uid: '4518d924-cf06-47d5-820a-a8770f972329' } },
            ),
            ...['b2', 'b3'].map((name) => post(pods, { metadata: { name, labels: { app: 'x' } }, spec })),
            post(pods, { metadata: { name: 'b5' }, spec: { ...spec, schedulingGates: [{ name: 'a/b' }] } }),
          ],
        ],
        [25, [remove(`${pods}/b3`)]],
        [27, ['e1', 'e2', 'e3', 'e4'].flatMap((name) => running(name))],
        [
          31,
          [
            budget({
              observedGeneration: 1,
              disruptionsAllowed: 0,
              currentHealthy: 2,
              desiredHealthy: 2,
              expectedPods: 2,
            }),
          ],
        ],
        [
          32,
          [
            budget({
              observedGeneration: 1,
              disruptionsAllowed: 1,
              currentHealthy: 3,
              desiredHealthy: 2,
              expectedPods: 3,
            }),
          ],
        ],
        [37, [budget({ disruptionsAllowed: 5 })]],
        [42, [post(pods, { metadata: { name: 'e9', labels: { app: 'ev' } }, spec })]],
        [44, running('e10')],
        [50, [post('/api/v1/namespaces/sub/serviceaccounts', { metadata: { name: 'sa1' } })]],
      ]),
      skip: new Map([[58, 'shows nodes of other areas']]),
    },
  ],
  ['22-namespace', { before: new Map<number, readonly Act[]>([[1, [map('nn', 'c')]]]) }],
])
