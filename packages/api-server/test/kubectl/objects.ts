/** An object of a scene: where it is created, and what. Its status is written after it. */
export interface Placed {
  /** The collection, from the root: `/api/v1/namespaces/default/pods`. */
  readonly at: string
  readonly object: SceneObject
  /** The path of the object that owns it. */
  readonly ownedBy?: string
  /** How often its spec was written before; 1 unless it says otherwise. */
  readonly generation?: number
  /** The path of the object that an event is about, for its uid. */
  readonly about?: string
}

export interface SceneObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string } & Readonly<Record<string, unknown>>
  readonly spec?: Readonly<Record<string, unknown>>
  readonly status?: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

const core = '/api/v1/namespaces/default'
export const deployments = '/apis/apps/v1/namespaces/default/deployments'
export const replicaSets = '/apis/apps/v1/namespaces/default/replicasets'
export const pods = `${core}/pods`
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'
const then = '2024-11-23T18:22:12Z'

const hashes = new Map([
  ['nginx:1.25', '6c54dff4c7'],
  ['nginx:1.26', '8fc76fd68'],
  ['nginx:1.27', '7d7f857695'],
  ['nginx:1.30', '669596cb9f'],
])

const podSpec = (image: string, nodeName?: string, name = 'c') => ({
  containers: [{ image, name, ports: [{ containerPort: 80 }] }],
  terminationGracePeriodSeconds: 1,
  ...(nodeName === undefined ? {} : { nodeName }),
})

/** The manifest that was applied again and again, as `kubectl apply` is given it. */
export function webManifest(image: string, replicas = 2): SceneObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { labels: { app: 'web' }, name: 'web', namespace: 'default' },
    spec: {
      replicas,
      selector: { matchLabels: { app: 'web' } },
      template: { metadata: { labels: { app: 'web' } }, spec: podSpec(image) },
    },
  }
}

export interface WebOptions {
  readonly replicas?: number
  readonly revision?: string
  readonly generation?: number
  /** The image of the manifest that was last applied, when another one runs. */
  readonly applied?: string
  /** Applied on the server's side last, which leaves no empty annotations in what was applied. */
  readonly serverSide?: boolean
  readonly annotations?: Readonly<Record<string, string>>
  readonly labels?: Readonly<Record<string, string>>
  readonly minReadySeconds?: number
}

/** The deployment `web`, rolled out. */
export function web(image: string, options: WebOptions = {}): Placed {
  const { replicas = 2, revision = '1', generation = 1, applied = image, serverSide = false } = options
  const { metadata, ...manifest } = webManifest(applied)
  const named = serverSide ? metadata : { annotations: {}, ...metadata }
  const { apiVersion, kind, spec } = manifest
  const last = `${JSON.stringify({ apiVersion, kind, metadata: named, spec })}\n`
  const own = webManifest(image, replicas)
  const { minReadySeconds, annotations, labels } = options
  return {
    at: `${deployments}?fieldManager=kubectl-client-side-apply`,
    generation,
    object: {
      ...own,
      metadata: {
        ...own.metadata,
        labels: { app: 'web', ...labels },
        annotations: {
          ...annotations,
          'deployment.kubernetes.io/revision': revision,
          [lastApplied]: last,
        },
      },
      spec: { ...own.spec, ...(minReadySeconds === undefined ? {} : { minReadySeconds }) },
      status: {
        observedGeneration: generation,
        replicas,
        updatedReplicas: replicas,
        readyReplicas: replicas,
        availableReplicas: replicas,
        conditions: [
          {
            type: 'Available',
            status: 'True',
            lastUpdateTime: then,
            lastTransitionTime: then,
            reason: 'MinimumReplicasAvailable',
            message: 'Deployment has minimum availability.',
          },
          {
            type: 'Progressing',
            status: 'True',
            lastUpdateTime: then,
            lastTransitionTime: then,
            reason: 'NewReplicaSetAvailable',
            message: `ReplicaSet "web-${hashes.get(image)}" has successfully progressed.`,
          },
        ],
      },
    },
  }
}

/** A replica set of the deployment `web`. */
export function replicaSet(
  image: string,
  replicas: number,
  revision: string,
  hash = hashes.get(image) ?? '',
): Placed {
  const labels = { app: 'web', 'pod-template-hash': hash }
  return {
    at: replicaSets,
    ownedBy: `${deployments}/web`,
    object: {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name: `web-${hash}`,
        labels,
        annotations: { 'deployment.kubernetes.io/revision': revision },
      },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec(image) },
      },
      status: { replicas, readyReplicas: replicas, availableReplicas: replicas, observedGeneration: 1 },
    },
  }
}

/** A pod that runs, of the replica set that its name begins with when `labels` say so. */
export function pod(
  name: string,
  nodeName: string,
  { ip = '10.244.0.9', image = 'nginx:1.26', owner = '', container = 'c' } = {},
): Placed {
  const hash = name.split('-')[1] ?? ''
  const condition = (type: string) => ({
    type,
    status: 'True',
    lastProbeTime: null,
    lastTransitionTime: then,
  })
  const types = ['Ready', 'ContainersReady', 'Initialized', 'PodReadyToStartContainers', 'PodScheduled']
  return {
    at: pods,
    ...(owner === '' ? {} : { ownedBy: `${replicaSets}/${owner}` }),
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        labels: name.startsWith('web-') ? { app: 'web', 'pod-template-hash': hash } : { run: name },
      },
      spec: podSpec(image, nodeName, container),
      status: {
        phase: 'Running',
        conditions: types.map((type) => condition(type)),
        podIP: ip,
        podIPs: [{ ip }],
        startTime: then,
        containerStatuses: [
          {
            name: container,
            image,
            imageID: 'x',
            lastState: {},
            ready: true,
            restartCount: 0,
            started: true,
            state: { running: { startedAt: then } },
          },
        ],
      },
    },
  }
}

export function node(name: string, unschedulable = false): Placed {
  const amounts = { cpu: '4', memory: '8Gi', pods: '110' }
  return {
    at: '/api/v1/nodes',
    object: {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: { 'kubernetes.io/hostname': name },
        annotations: { 'node.alpha.kubernetes.io/ttl': '0' },
      },
      spec: unschedulable ? { unschedulable } : {},
      status: {
        capacity: amounts,
        allocatable: amounts,
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            lastHeartbeatTime: then,
            lastTransitionTime: then,
            reason: 'KubeletReady',
            message: 'fake',
          },
        ],
        addresses: [
          { type: 'InternalIP', address: name === 'node-a' ? '192.168.0.10' : '192.168.0.11' },
          { type: 'Hostname', address: name },
        ],
        nodeInfo: {
          machineID: '',
          systemUUID: '',
          bootID: '',
          kernelVersion: '6.1',
          osImage: 'fake',
          containerRuntimeVersion: 'fake://1',
          kubeletVersion: 'v1.32.0',
          kubeProxyVersion: '',
          operatingSystem: 'linux',
          architecture: 'amd64',
        },
      },
    },
  }
}

export function configMap(name: string, data: Readonly<Record<string, string>> = {}): Placed {
  return {
    at: `${core}/configmaps`,
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data },
  }
}

/** A disruption budget for the pods of `web`. */
export function budget(disruptionsAllowed = 1): Placed {
  const spec = { minAvailable: 1, selector: { matchLabels: { app: 'web' } } }
  const status = { currentHealthy: 2, desiredHealthy: 1, expectedPods: 2, observedGeneration: 1 }
  return {
    at: '/apis/policy/v1/namespaces/default/poddisruptionbudgets',
    object: { ...budgetManifest, spec, status: { ...status, disruptionsAllowed } },
  }
}

export const budgetManifest: SceneObject = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web', namespace: 'default' },
  spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
}

/** A plain deployment such as `kubectl create deployment` makes. */
export function deployment(name: string): Placed {
  const matchLabels = { app: name }
  const template = {
    metadata: { labels: matchLabels },
    spec: { containers: [{ name: 'nginx', image: 'nginx:1' }] },
  }
  return {
    at: deployments,
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, labels: matchLabels },
      spec: { replicas: 1, selector: { matchLabels }, template },
    },
  }
}
