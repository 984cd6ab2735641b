import { customResourcesScenery } from './custom-resources-scenery.ts'
import type { Act, Scenery } from './scenery.ts'
import {
  apply,
  collected,
  deployment,
  deployments,
  huge,
  labels,
  map,
  merge,
  metadataOnly,
  owner,
  post,
  remove,
  spec,
  system,
  table,
} from './scenery-steps.ts'
import { subresourcesScenery } from './subresources-scenery.ts'

/** etcd forgets what is older than five to ten minutes; what a server has in its cache can still be watched. */
const etcdForgets = 11 * 60_000

export const sceneries: ReadonlyMap<string, Scenery> = new Map<string, Scenery>([
  ['01-nonresource', { configuration: { serviceAccounts: { algorithm: 'RS256' } } }],
  [
    '03-content-types',
    {
      before: new Map<number, readonly Act[]>([
        [
          48,
          [1, 2, 3].map((at) =>
            post('/api/v1/namespaces/default/configmaps', {
              metadata: { name: `big${at}` },
              data: { a: 'x'.repeat(60_000) },
            }),
          ),
        ],
      ]),
    },
  ],
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
        [44, [map('default', 'later'), etcdForgets]],
        [
          42,
          [
            // What a real server puts in when it starts; the one that is there has nobody's certificate.
            remove(`${system}/extension-apiserver-authentication`),
            post(
              `${system}?fieldManager=kube-apiserver`,
              {
                metadata: { name: 'extension-apiserver-authentication' },
                data: { 'client-ca-file': '-----BEGIN CERTIFICATE-----' },
              },
              { metadata: { uid: 'b90beec7-9d4e-467d-9301-d915fc15364d' } },
            ),
          ],
        ],
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
      during: new Map<number, readonly Act[]>([[8, [15_000, 'shutdown']]]),
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
  ['15-subresources', subresourcesScenery],
  [
    '13-apply-order',
    {
      before: new Map<number, readonly Act[]>([
        [
          1,
          [
            apply('m1', { ...deployment('o').spec, minReadySeconds: 1 }),
            { ...merge(deployments, { spec: { replicas: 2 } }), path: `${deployments}?fieldManager=e` },
          ],
        ],
      ]),
    },
  ],
  [
    '18-tables',
    {
      before: new Map<number, readonly Act[]>([
        [1, ['a', 'b'].map((name) => post('/api/v1/namespaces/default/pods', { metadata: { name }, spec }))],
      ]),
      complete: true,
    },
  ],
  ['20-apf-429', { before: new Map<number, readonly Act[]>([[1, ['overload']]]), complete: true }],
  [
    '23-serviceaccount-admission',
    {
      configuration: { serviceAccounts: true },
      before: new Map<number, readonly Act[]>([
        [2, [post('/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 'default' } })]],
        [3, [remove('/api/v1/namespaces/default/pods/p')]],
      ]),
      complete: true,
    },
  ],
  ['25-etcd-3.4.23-unpatched', { configuration: { watchList: false } }],
  ['17-crd', customResourcesScenery],
  ['22-namespace', { before: new Map<number, readonly Act[]>([[1, [map('nn', 'c')]]]) }],
])
