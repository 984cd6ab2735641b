import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

const table = { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }
const core = '/api/v1/namespaces/default'
const apps = '/apis/apps/v1/namespaces/default'
const networking = '/apis/networking.k8s.io/v1'
const storage = '/apis/storage.k8s.io/v1'
const rbac = '/apis/rbac.authorization.k8s.io/v1'
const admission = '/apis/admissionregistration.k8s.io/v1'
const flow = '/apis/flowcontrol.apiserver.k8s.io/v1'
const image = 'registry.example/web:1'
const selector = { matchLabels: { app: 'web' } }
const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'c', image }] } }
const time = '2025-01-01T00:00:00Z'

let server: ApiServer
let api: Api
let clock: TestClock

beforeAll(() => {
  clock = new TestClock()
  server = new ApiServer({ clock, controllers: [] })
  api = new Api(server.transport())
})
afterAll(async () => server.close())

/** The cells of an object that was created an hour ago. */
async function cells(at: string, object: object, status?: object): Promise<unknown> {
  const created = await api.post(at, { metadata: { name: 'x' }, ...object })
  expect(created).toMatchObject({ status: 201 })
  const path = `${at}/${created.body.metadata?.name}`
  const changed = await api.merge(status === undefined ? path : `${path}/status`, { status })
  expect(changed).toMatchObject({ status: 200 })
  await clock.advance('3h')
  const found = (await api.get(path, table)).body
  await api.delete(path, { gracePeriodSeconds: 0 })
  const { columnDefinitions, rows = [] } = found
  expect(rows[0]?.cells.length).toBe(columnDefinitions?.length)
  return rows[0]?.cells
}

const terms = (...types: string[]) => ({
  conditions: types.map((type) => ({
    type,
    status: 'True',
    lastTransitionTime: time,
    reason: '',
    message: '',
  })),
})

describe('the row of', () => {
  it.each<readonly [string, string, object, object | undefined, readonly unknown[]]>([
    ['a pod template', `${core}/podtemplates`, { template }, undefined, ['x', 'c', image, 'app=web']],
    [
      'a replication controller',
      `${core}/replicationcontrollers`,
      { spec: { replicas: 2, selector: { app: 'web' }, template } },
      { replicas: 2, readyReplicas: 1 },
      ['x', 2, 2, 1, '3h', 'c', image, 'app=web'],
    ],
    [
      'a quota',
      `${core}/resourcequotas`,
      { spec: { hard: { pods: '3' } } },
      { hard: { pods: '3', 'limits.cpu': '2', 'requests.cpu': '1' }, used: { pods: '1', 'limits.cpu': '0' } },
      ['x', '3h', 'pods: 1/3, requests.cpu: 0/1', 'limits.cpu: 0/2'],
    ],
    ['a secret', `${core}/secrets`, { data: { a: '', b: '' } }, undefined, ['x', 'Opaque', 2, '3h']],
    ['a service account', `${core}/serviceaccounts`, { secrets: [{ name: 's' }] }, undefined, ['x', 1, '3h']],
    [
      'endpoints',
      `${core}/endpoints`,
      {
        subsets: [
          {
            addresses: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }],
            ports: [{ port: 80 }, { name: 'b', port: 81 }],
          },
        ],
      },
      undefined,
      ['x', '10.0.0.1:80,[fd00::1]:80,10.0.0.1:81 + 1 more...', '3h'],
    ],
    [
      'an endpoint slice',
      '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices',
      { addressType: 'IPv4', ports: [{ name: 'http' }], endpoints: [{ addresses: ['10.1.1.1'] }] },
      undefined,
      ['x', 'IPv4', 'http', '10.1.1.1', '3h'],
    ],
    [
      'a volume',
      '/api/v1/persistentvolumes',
      {
        spec: {
          capacity: { storage: '1Gi' },
          accessModes: ['ReadWriteMany', 'ReadWriteOnce'],
          hostPath: { path: '/x' },
          storageClassName: 'fast',
          claimRef: { namespace: 'default', name: 'claim' },
        },
      },
      { phase: 'Bound' },
      ['x', '1Gi', 'RWO,RWX', 'Retain', 'Bound', 'default/claim', 'fast', '<unset>', '', '3h', 'Filesystem'],
    ],
    [
      'a claim',
      `${core}/persistentvolumeclaims`,
      {
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
          storageClassName: 'fast',
          volumeName: 'v',
        },
      },
      { phase: 'Bound', accessModes: ['ReadWriteOnce'], capacity: { storage: '2Gi' } },
      ['x', 'Bound', 'v', '2Gi', 'RWO', 'fast', '<unset>', '3h', 'Filesystem'],
    ],
    [
      'a controller revision',
      `${apps}/controllerrevisions`,
      {
        metadata: {
          name: 'x',
          ownerReferences: [
            { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'd', uid: 'u', controller: true },
          ],
        },
        revision: 4,
      },
      undefined,
      ['x', 'daemonset.apps/d', 4, '3h'],
    ],
    [
      'a daemon set',
      `${apps}/daemonsets`,
      {
        spec: {
          selector,
          template: { ...template, spec: { ...template.spec, nodeSelector: { disk: 'ssd' } } },
        },
      },
      {
        desiredNumberScheduled: 5,
        currentNumberScheduled: 4,
        numberReady: 3,
        updatedNumberScheduled: 2,
        numberAvailable: 1,
        numberMisscheduled: 0,
      },
      ['x', 5, 4, 3, 2, 1, 'disk=ssd', '3h', 'c', image, 'app=web'],
    ],
    [
      'a stateful set',
      `${apps}/statefulsets`,
      { spec: { serviceName: 's', replicas: 3, selector, template } },
      { replicas: 3, readyReplicas: 2 },
      ['x', '2/3', '3h', 'c', image],
    ],
    [
      'a cron job',
      '/apis/batch/v1/namespaces/default/cronjobs',
      {
        spec: {
          schedule: '* * * * *',
          timeZone: 'UTC',
          jobTemplate: { spec: { template: { spec: { ...template.spec, restartPolicy: 'Never' } } } },
        },
      },
      { lastScheduleTime: time },
      ['x', '* * * * *', 'UTC', 'False', 0, expect.any(String), '3h', 'c', image, '<none>'],
    ],
    [
      'an autoscaler',
      '/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers',
      {
        spec: {
          scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
          maxReplicas: 4,
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
            },
            {
              type: 'Pods',
              pods: { metric: { name: 'rps' }, target: { type: 'AverageValue', averageValue: '5' } },
            },
            {
              type: 'External',
              external: { metric: { name: 'queue' }, target: { type: 'AverageValue', averageValue: '30' } },
            },
          ],
        },
      },
      { currentReplicas: 2, desiredReplicas: 2 },
      ['x', 'Deployment/web', 'cpu: <unknown>/80%, <unknown>/5 + 1 more...', '1', 4, 2, '3h'],
    ],
    [
      'a signing request',
      '/apis/certificates.k8s.io/v1/certificatesigningrequests',
      {
        spec: {
          request: 'Zm9v',
          signerName: 'example.com/signer',
          usages: ['client auth'],
          expirationSeconds: 3600,
        },
      },
      undefined,
      ['x', '3h', 'example.com/signer', expect.any(String), '60m', 'Pending'],
    ],
    [
      'an ingress',
      `${networking}/namespaces/default/ingresses`,
      {
        spec: {
          ingressClassName: 'nginx',
          tls: [{ hosts: ['a.example'] }],
          rules: ['a', 'b', 'c', 'd'].map((host) => ({ host: `${host}.example` })),
        },
      },
      { loadBalancer: { ingress: [{ ip: '10.2.2.2' }, { hostname: 'a.lb' }] } },
      ['x', 'nginx', 'a.example,b.example,c.example + 1 more...', '10.2.2.2,a.lb', '80, 443', '3h'],
    ],
    [
      'an ingress class',
      `${networking}/ingressclasses`,
      { spec: { controller: 'example.com/c', parameters: { apiGroup: 'k.example', kind: 'P', name: 'p' } } },
      undefined,
      ['x', 'example.com/c', 'P.k.example/p', '3h'],
    ],
    [
      'a network policy',
      `${networking}/namespaces/default/networkpolicies`,
      { spec: { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['b', 'a'] }] } } },
      undefined,
      ['x', 'app in (a,b)', '3h'],
    ],
    [
      'a role binding',
      `${rbac}/namespaces/default/rolebindings`,
      {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r' },
        subjects: [
          { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'u' },
          { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'g' },
          { kind: 'ServiceAccount', namespace: 'n', name: 's' },
        ],
      },
      undefined,
      ['x', 'Role/r', '3h', 'u', 'g', 'n/s'],
    ],
    [
      'a storage class',
      `${storage}/storageclasses`,
      {
        metadata: { name: 'x', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
        provisioner: 'example.com/p',
      },
      undefined,
      ['x (default)', 'example.com/p', 'Delete', 'Immediate', false, '3h'],
    ],
    [
      'a CSI driver',
      `${storage}/csidrivers`,
      {
        spec: { tokenRequests: [{ audience: 'a' }, { audience: 'b' }], volumeLifecycleModes: ['Ephemeral'] },
      },
      undefined,
      ['x', true, false, false, 'a,b', false, 'Ephemeral', '3h'],
    ],
    ['a CSI node', `${storage}/csinodes`, { spec: { drivers: [] } }, undefined, ['x', 0, '3h']],
    [
      'a volume attachment',
      `${storage}/volumeattachments`,
      { spec: { attacher: 'a', nodeName: 'n', source: { persistentVolumeName: 'v' } } },
      undefined,
      ['x', 'a', 'v', 'n', false, '3h'],
    ],
    [
      'a configuration of webhooks',
      `${admission}/mutatingwebhookconfigurations`,
      { webhooks: [] },
      undefined,
      ['x', 0, '3h'],
    ],
    [
      'an admission policy',
      `${admission}/validatingadmissionpolicies`,
      { spec: { paramKind: { apiVersion: 'v1', kind: 'ConfigMap' }, validations: [{ expression: 'true' }] } },
      undefined,
      ['x', 1, 'v1/ConfigMap', '3h'],
    ],
    [
      'the binding of an admission policy',
      `${admission}/validatingadmissionpolicybindings`,
      {
        spec: {
          policyName: 'p',
          paramRef: { name: 'c', parameterNotFoundAction: 'Deny' },
          validationActions: ['Deny'],
        },
      },
      undefined,
      ['x', 'p', '*/c', '3h'],
    ],
    [
      'a priority class',
      '/apis/scheduling.k8s.io/v1/priorityclasses',
      { value: 7 },
      undefined,
      ['x', 7, false, '3h', 'PreemptLowerPriority'],
    ],
    ['a runtime class', '/apis/node.k8s.io/v1/runtimeclasses', { handler: 'h' }, undefined, ['x', 'h', '3h']],
    [
      'a lease',
      '/apis/coordination.k8s.io/v1/namespaces/default/leases',
      { spec: { holderIdentity: 'me' } },
      undefined,
      ['x', 'me', '3h'],
    ],
    [
      'a flow schema',
      `${flow}/flowschemas`,
      {
        spec: {
          priorityLevelConfiguration: { name: 'global' },
          matchingPrecedence: 9,
          distinguisherMethod: { type: 'ByUser' },
        },
      },
      terms('Dangling'),
      ['x', 'global', 9, 'ByUser', '3h', 'True'],
    ],
    [
      'a priority level',
      `${flow}/prioritylevelconfigurations`,
      {
        spec: {
          type: 'Limited',
          limited: {
            nominalConcurrencyShares: 30,
            limitResponse: { type: 'Queue', queuing: { queues: 64, handSize: 6, queueLengthLimit: 50 } },
          },
        },
      },
      undefined,
      ['x', 'Limited', 30, 64, 6, 50, '3h'],
    ],
    [
      'an API service',
      '/apis/apiregistration.k8s.io/v1/apiservices',
      {
        metadata: { name: 'v1.metrics.example' },
        spec: {
          group: 'metrics.example',
          version: 'v1',
          groupPriorityMinimum: 1,
          versionPriority: 1,
          service: { namespace: 'n', name: 's' },
        },
      },
      { conditions: [{ type: 'Available', status: 'False', reason: 'MissingEndpoints' }] },
      ['v1.metrics.example', 'n/s', 'False (MissingEndpoints)', '3h'],
    ],
    [
      'a limit range, which has no printer',
      `${core}/limitranges`,
      { spec: { limits: [] } },
      undefined,
      ['x', expect.any(String)],
    ],
  ])('%s', async (_, at, object, status, wanted) => {
    expect(await cells(at, object, status)).toEqual(wanted)
  })
})
