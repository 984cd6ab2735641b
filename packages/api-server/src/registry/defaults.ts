import { asArray, asObject, isObject, setOwn, type JsonObject } from '../codec/json.ts'
import { fill, inside } from './fill.ts'
import { podSpecDefaults, podTemplateDefaults, copyLimitsToRequests, claimDefaults } from './pod-defaults.ts'

type Defaults = (object: JsonObject) => void

const defaults = new Map<string, Defaults>([
  [
    'namespaces',
    (object) => {
      const metadata = inside(object, 'metadata')
      if (typeof metadata['name'] !== 'string' || metadata['name'] === '') return
      inside(metadata, 'labels')['kubernetes.io/metadata.name'] = metadata['name']
    },
  ],
  [
    'pods',
    (object) => {
      const spec = inside(object, 'spec')
      podSpecDefaults(spec)
      copyLimitsToRequests(spec)
      fill(spec, { enableServiceLinks: true })
    },
  ],
  ['podtemplates', (object) => podTemplateDefaults(inside(object, 'template'))],
  ['deployments.apps', deployment],
  ['replicasets.apps', (object) => workload(object, { replicas: 1 })],
  [
    'replicationcontrollers',
    (object) => {
      const spec = inside(object, 'spec')
      const labels = asObject(asObject(asObject(spec['template'])['metadata'])['labels'])
      if (Object.keys(labels).length > 0) {
        if (Object.keys(asObject(spec['selector'])).length === 0) spec['selector'] = { ...labels }
        const metadata = inside(object, 'metadata')
        if (Object.keys(asObject(metadata['labels'])).length === 0) metadata['labels'] = { ...labels }
      }
      workload(object, { replicas: 1 })
    },
  ],
  ['statefulsets.apps', statefulSet],
  [
    'daemonsets.apps',
    (object) => {
      const strategy = inside(inside(object, 'spec'), 'updateStrategy')
      if (strategy['type'] === undefined || strategy['type'] === '') strategy['type'] = 'RollingUpdate'
      if (strategy['type'] === 'RollingUpdate') {
        fill(inside(strategy, 'rollingUpdate'), { maxUnavailable: 1, maxSurge: 0 })
      }
      workload(object, { revisionHistoryLimit: 10 })
    },
  ],
  ['jobs.batch', (object) => job(inside(object, 'spec'))],
  [
    'cronjobs.batch',
    (object) => {
      const spec = inside(object, 'spec')
      if (spec['concurrencyPolicy'] === '' || spec['concurrencyPolicy'] === undefined) {
        spec['concurrencyPolicy'] = 'Allow'
      }
      fill(spec, { suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 })
      podTemplateDefaults(inside(inside(inside(spec, 'jobTemplate'), 'spec'), 'template'))
    },
  ],
  ['services', service],
  ['limitranges', limitRange],
  [
    'secrets',
    (object) => {
      fill(object, { type: 'Opaque' })
      if (!isObject(object['stringData'])) return
      const data = inside(object, 'data')
      for (const [key, value] of Object.entries(object['stringData'])) {
        setOwn(data, key, Buffer.from(String(value)).toString('base64'))
      }
      delete object['stringData']
    },
  ],
  ['persistentvolumeclaims', (object) => claimDefaults(object)],
  [
    'persistentvolumes',
    (object) => {
      const spec = inside(object, 'spec')
      fill(spec, { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' })
      if (isObject(spec['hostPath'])) fill(spec['hostPath'], { type: '' })
    },
  ],
  [
    'storageclasses.storage.k8s.io',
    (object) => fill(object, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }),
  ],
  [
    'priorityclasses.scheduling.k8s.io',
    (object) => fill(object, { preemptionPolicy: 'PreemptLowerPriority' }),
  ],
  [
    'horizontalpodautoscalers.autoscaling',
    (object) => {
      const target = { type: 'Utilization', averageUtilization: 80 }
      const metrics = [{ type: 'Resource', resource: { name: 'cpu', target } }]
      fill(inside(object, 'spec'), { minReplicas: 1, metrics })
    },
  ],
  ['rolebindings.rbac.authorization.k8s.io', subjects],
  ['clusterrolebindings.rbac.authorization.k8s.io', subjects],
  [
    'endpoints',
    (object) => {
      for (const subset of asArray(object['subsets'])) protocols(asObject(subset)['ports'])
    },
  ],
  [
    'endpointslices.discovery.k8s.io',
    (object) => {
      protocols(object['ports'])
      for (const port of asArray(object['ports'])) if (isObject(port)) fill(port, { name: '' })
    },
  ],
])

/** Fills in what Kubernetes defaults on a resource, in place, on a freshly decoded object. */
export function defaultsOf(resource: string): Defaults | undefined {
  return defaults.get(resource)
}

function subjects(binding: JsonObject): void {
  for (const subject of asArray(binding['subjects'])) {
    if (!isObject(subject) || subject['kind'] === 'ServiceAccount') continue
    if (!subject['apiGroup']) subject['apiGroup'] = 'rbac.authorization.k8s.io'
  }
}

function protocols(ports: unknown): void {
  for (const port of asArray(ports)) if (isObject(port)) fill(port, { protocol: 'TCP' })
}

function workload(object: JsonObject, values: JsonObject): void {
  const spec = inside(object, 'spec')
  fill(spec, values)
  podTemplateDefaults(inside(spec, 'template'))
}

function deployment(object: JsonObject): void {
  const strategy = inside(inside(object, 'spec'), 'strategy')
  if (strategy['type'] === undefined || strategy['type'] === '') strategy['type'] = 'RollingUpdate'
  if (strategy['type'] === 'RollingUpdate') {
    fill(inside(strategy, 'rollingUpdate'), { maxUnavailable: '25%', maxSurge: '25%' })
  }
  workload(object, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 })
}

function statefulSet(object: JsonObject): void {
  const spec = inside(object, 'spec')
  if (!spec['podManagementPolicy']) spec['podManagementPolicy'] = 'OrderedReady'
  const strategy = inside(spec, 'updateStrategy')
  if (!strategy['type']) strategy['type'] = 'RollingUpdate'
  if (strategy['type'] === 'RollingUpdate') fill(inside(strategy, 'rollingUpdate'), { partition: 0 })
  const retention = inside(spec, 'persistentVolumeClaimRetentionPolicy')
  if (!retention['whenDeleted']) retention['whenDeleted'] = 'Retain'
  if (!retention['whenScaled']) retention['whenScaled'] = 'Retain'
  for (const claim of asArray(spec['volumeClaimTemplates'])) {
    if (!isObject(claim)) continue
    claim['kind'] = 'PersistentVolumeClaim'
    claim['apiVersion'] = 'v1'
    claimDefaults(claim)
    claim['status'] = { phase: 'Pending' }
  }
  workload(object, { replicas: 1, revisionHistoryLimit: 10 })
}

function job(spec: JsonObject): void {
  const { completions, parallelism } = spec
  if ((completions ?? parallelism) === undefined) fill(spec, { completions: 1 })
  fill(spec, {
    parallelism: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    suspend: false,
    podReplacementPolicy: 'TerminatingOrFailed',
    manualSelector: false,
  })
  podTemplateDefaults(inside(spec, 'template'))
}

/** Limits of containers are what they request, unless that is said too. */
function limitRange(object: JsonObject): void {
  for (const limit of asArray(asObject(object['spec'])['limits'])) {
    if (!isObject(limit) || limit['type'] !== 'Container') continue
    const limits: JsonObject = { ...asObject(limit['max']), ...asObject(limit['default']) }
    if (Object.keys(limits).length > 0) limit['default'] = limits
    const requests: JsonObject = {
      ...limits,
      ...asObject(limit['min']),
      ...asObject(limit['defaultRequest']),
    }
    if (Object.keys(requests).length > 0) limit['defaultRequest'] = requests
  }
}

function service(object: JsonObject): void {
  const spec = inside(object, 'spec')
  fill(spec, { type: 'ClusterIP', sessionAffinity: 'None' })
  for (const port of asArray(spec['ports'])) {
    if (!isObject(port)) continue
    fill(port, { protocol: 'TCP' })
    if (port['targetPort'] === undefined || port['targetPort'] === 0 || port['targetPort'] === '') {
      port['targetPort'] = port['port']
    }
  }
  if (spec['type'] === 'ExternalName') return
  fill(spec, { internalTrafficPolicy: 'Cluster' })
  if (spec['type'] === 'NodePort' || spec['type'] === 'LoadBalancer') {
    fill(spec, { externalTrafficPolicy: 'Cluster' })
  }
  if (spec['type'] === 'LoadBalancer') fill(spec, { allocateLoadBalancerNodePorts: true })
}
