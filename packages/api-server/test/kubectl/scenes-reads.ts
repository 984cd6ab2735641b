import { event, eventsOf } from './events.ts'
import { configMap, deployments, node, pod, pods, replicaSet, web } from './objects.ts'
import { recorded, requestsWithStatus } from './recorded.ts'
import type { Scene } from './scene.ts'

const first = [
  pod('web-7d7f857695-2hvsg', 'node-a', { image: 'nginx:1.27' }),
  pod('web-7d7f857695-jttj7', 'node-b', { image: 'nginx:1.27' }),
]
const second = [
  pod('web-8fc76fd68-9859z', 'node-b', { ip: '10.244.0.11', owner: 'web-8fc76fd68' }),
  pod('web-8fc76fd68-hs522', 'node-a', { ip: '10.244.0.10', owner: 'web-8fc76fd68' }),
]
const rolledOut = web('nginx:1.26', { revision: '5', generation: 5 })
const sets = [
  replicaSet('nginx:1.25', 0, '3'),
  replicaSet('nginx:1.27', 0, '4'),
  replicaSet('nginx:1.26', 2, '5'),
]
const all = [rolledOut, ...sets, ...second]
const third = ['6zcqp', 'h8bgm', 'rnh5w'].map((end) =>
  pod(`web-7c45957897-${end}`, 'node-a', { image: 'nginx:1.30' }),
)
const watching: Scene = {
  objects: all,
  endsAfter: ({ path }) => path.includes('watch=true'),
}
const scaling = (message: string, times = 1) =>
  event({
    reason: 'ScalingReplicaSet',
    kind: 'Deployment',
    name: 'web',
    message,
    times,
    about: `${deployments}/web`,
  })
const up = (hash: string, from: number, to: number) =>
  `Scaled up replica set web-${hash} from ${from} to ${to}`
const down = (hash: string, from: number, to: number) =>
  `Scaled down replica set web-${hash} from ${from} to ${to}`
const scheduled = (name: string, where: string) =>
  event({
    reason: 'Scheduled',
    kind: 'Pod',
    name,
    message: `Successfully assigned default/${name} to ${where}`,
    component: 'default-scheduler',
    about: `${pods}/${name}`,
  })
const service = (name: string, spec: object) => ({
  at: '/api/v1/namespaces/default/services',
  object: { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { ...spec } },
})
const serviceAccount = {
  at: '/api/v1/namespaces/default/serviceaccounts',
  object: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } },
}
const fourth = ['pzhqc', 'xkv8g'].map((end) =>
  pod(`web-6c54dff4c7-${end}`, 'node-a', { image: 'nginx:1.25' }),
)
const kubelet = 'there is no kubelet: the real server failed to reach one, ours says that it has none'

/** What a cluster held when commands that read were recorded. */
export const reads: Readonly<Record<string, Scene>> = {
  '00-get-cold': { objects: first, cold: true },
  '01-version': {},
  '02-api-resources': {},
  '03-api-versions': {},
  '06-rollout-status': { objects: [rolledOut] },
  '07-get-wide': { objects: all },
  '08-get-yaml': { objects: [rolledOut] },
  '09-get-name': { objects: all },
  '10-get-w': watching,
  '11-get-w-output': watching,
  '12-describe-deploy': {
    holds: { from: 30 },
    objects: [
      ...all,
      scaling(up('6c54dff4c7', 0, 2)),
      scaling(up('7d7f857695', 0, 1)),
      scaling(down('8fc76fd68', 2, 1)),
      scaling(up('7d7f857695', 1, 2)),
      scaling(down('8fc76fd68', 1, 0)),
      scaling(`(combined from similar events): ${down('7d7f857695', 1, 0)}`, 4),
      scaling(up('8fc76fd68', 0, 1), 2),
      scaling(down('6c54dff4c7', 2, 1), 2),
    ],
  },
  '13-describe-pod': {
    objects: [...all, scheduled('web-8fc76fd68-9859z', 'node-b'), scheduled('web-8fc76fd68-hs522', 'node-a')],
  },
  '14-describe-node': {
    objects: [
      node('node-a'),
      ...all,
      {
        at: '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases',
        object: {
          apiVersion: 'coordination.k8s.io/v1',
          kind: 'Lease',
          metadata: { name: 'node-a' },
          spec: { holderIdentity: 'node-a', renewTime: '2024-11-23T18:22:26.000000Z' },
        },
      },
      event({
        reason: 'RegisteredNode',
        kind: 'Node',
        name: 'node-a',
        message: 'Node node-a event: Registered Node node-a in Controller',
        component: 'node-controller',
        about: '/api/v1/nodes/node-a',
      }),
    ],
  },
  '75-explain': { holds: { from: 30 } },
  '76-explain-rec': { holds: { from: 30 } },
  '77-events': {
    objects: eventsOf('77-events'),
    inexact: 'the events are those that the recording shows, each at a time of its own',
  },
  '78-events-for': {
    objects: eventsOf('78-events-for'),
    inexact: 'the events are those that the recording shows, each at a time of its own',
  },
  '79-get-events': {
    objects: eventsOf('79-get-events'),
    inexact: 'kubectl sorts by a time that the recorded events did not have; here it is their order',
  },
  '80-logs': { objects: [node('node-a'), ...third] },
  '81-exec': { objects: [node('node-a'), ...third], ...refused('81-exec') },
  '82-top': {},
  '83-top-node': {},
  '84-can-i': {},
  '85-whoami': {
    server: {
      tokens: new Map([
        ['secret', { name: 'admin', uid: 'admin-uid', groups: ['system:masters', 'system:authenticated'] }],
      ]),
    },
  },
  '86-cluster-info': { holds: { from: 32 } },
  '87-get-raw': {},
  '88-get-all': {
    objects: [
      ...third,
      service('kubernetes', { clusterIP: '10.0.0.1', ports: [{ port: 443 }] }),
      service('web', { clusterIP: '10.0.0.241', ports: [{ port: 80 }] }),
      web('nginx:1.30', { replicas: 3 }),
      replicaSet('nginx:1.30', 0, '1'),
      replicaSet('nginx:1.26', 0, '2', '66b68bc4bd'),
      replicaSet('nginx:1.25', 0, '3'),
      replicaSet('nginx:1.27', 3, '4', '7c45957897'),
      {
        at: '/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers',
        object: {
          apiVersion: 'autoscaling/v1',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'web' },
          spec: {
            maxReplicas: 4,
            scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
          },
          status: { currentReplicas: 3, desiredReplicas: 0 },
        },
      },
    ],
  },
  '89-get-A': { objects: third },
  '90-get-chunk': { objects: third },
  '91-get-jsonpath': { objects: third },
  '92-get-custom': { objects: third },
  '93-get-sort': { objects: third },
  '94-get-showlabels': { objects: third },
  '95-get-subresource': { objects: [web('nginx:1.30', { replicas: 3 })] },
  '96-get-notfound': {},
  '97-get-unknown': {},
  'b4-get-one-w': {
    objects: [pod('web-6c54dff4c7-pzhqc', 'node-a')],
    endsAfter: ({ path }) => path.includes('watch=true'),
  },
  'b5-watch-only': { objects: all, endsAfter: ({ path }) => path.includes('watch=true') },
  'b5b-w-A': {
    objects: [web('nginx:1.25'), replicaSet('nginx:1.25', 1, '1'), generated('pzhqc'), generated('xkv8g')],
    endsAfter: ({ path }) => path.includes('watch=true'),
  },
  'b6-wait-create': { objects: [pod('web-6c54dff4c7-pzhqc', 'node-a')], since: 31 },
  'b9-create-token': {
    objects: [serviceAccount],
  },
  'c5-rollout-sts': {},
  'c6-cp-logs-f': {
    objects: [node('node-a'), web('nginx:1.25'), ...fourth],
  },
  'c7-attach': { objects: [node('node-a'), ...fourth], ...refused('c7-attach') },
  'c8-portforward': {
    objects: [node('node-a'), ...fourth],
    holds: { from: 31 },
    instead: {
      why: kubelet,
      requests: requestsWithStatus('c8-portforward', '/portforward', 101),
      otherReason: true,
    },
  },
  'd2-debug': { objects: fourth },
  'd5-cluster-info-dump': {
    objects: [node('node-a'), pod('jj-996sk', 'node-a', { container: 'jj' })],
  },
  'd4-get-multi': {
    objects: [
      configMap('gg-9zw68'),
      configMap('kube-root-ca.crt', { 'ca.crt': '' }),
      configMap('openshift-service-ca.crt', { 'service-ca.crt': '' }),
      serviceAccount,
    ],
  },
}

/** What kubectl does when there is nobody to speak the newer protocol with: it tries the older one. */
function refused(id: string): Pick<Scene, 'holds' | 'instead'> {
  const { requests = [] } = recorded.get(id) ?? {}
  const [, last] = requests
  const both = last === undefined ? requests : [...requests, { ...last, method: 'POST' }]
  return { holds: { from: 30 }, instead: { why: kubelet, requests: both, otherReason: true } }
}

/** A pod with a name that its replica set made, as its YAML shows. */
function generated(end: string) {
  const { object, ...rest } = pod(`web-6c54dff4c7-${end}`, 'node-a', {
    image: 'nginx:1.25',
    ip: '10.244.0.2',
    owner: 'web-6c54dff4c7',
  })
  const metadata = { ...object.metadata, generateName: 'web-6c54dff4c7-' }
  return { ...rest, object: { ...object, metadata } }
}
