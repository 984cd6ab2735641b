import { asArray, asObject, type ApiObject } from '../codec/json.ts'

type Prepare = (object: ApiObject) => void

const finalizer =
  (name: string): Prepare =>
  (object) => {
    const { finalizers = [] } = object.metadata
    if (!finalizers.includes(name)) object.metadata.finalizers = [...finalizers, name]
  }

const phase =
  (name: string): Prepare =>
  (object) => {
    object['status'] = { phase: name }
  }

const prepares = new Map<string, Prepare>([
  [
    'namespaces',
    (object) => {
      const { name = '', labels } = object.metadata
      if (name !== '') object.metadata.labels = { ...labels, 'kubernetes.io/metadata.name': name }
      object['spec'] = { ...asObject(object['spec']), finalizers: ['kubernetes'] }
      object['status'] = { phase: 'Active' }
    },
  ],
  [
    'pods',
    (object) => {
      object['status'] = { phase: 'Pending', qosClass: qosClass(asObject(object['spec'])) }
    },
  ],
  [
    'persistentvolumeclaims',
    (object) => {
      phase('Pending')(object)
      finalizer('kubernetes.io/pvc-protection')(object)
    },
  ],
  [
    'persistentvolumes',
    (object) => {
      const lastPhaseTransitionTime = object.metadata.creationTimestamp
      object['status'] = { phase: 'Pending', lastPhaseTransitionTime }
      finalizer('kubernetes.io/pv-protection')(object)
    },
  ],
  ['jobs.batch', jobSelector],
  [
    'daemonsets.apps',
    (object) => {
      const generation = { 'deprecated.daemonset.template.generation': '1' }
      object.metadata.annotations = { ...object.metadata.annotations, ...generation }
    },
  ],
  [
    'services',
    (object) => {
      object['status'] = { loadBalancer: {} }
    },
  ],
])

/** What a new object of a resource starts with. */
export function prepareOf(resource: string): Prepare {
  return prepares.get(resource) ?? (() => undefined)
}

/** A job finds its pods by its uid, unless the client chose a selector. */
function jobSelector(object: ApiObject): void {
  const spec = asObject(object['spec'])
  if (spec['manualSelector'] === true) return
  const { uid = '', name = '' } = object.metadata
  const own = { 'controller-uid': uid, 'job-name': name }
  const labels = { 'batch.kubernetes.io/controller-uid': uid, 'batch.kubernetes.io/job-name': name, ...own }
  const template = asObject(spec['template'])
  const metadata = asObject(template['metadata'])
  object.metadata.labels = { ...object.metadata.labels, ...labels }
  spec['selector'] = { matchLabels: { 'batch.kubernetes.io/controller-uid': uid } }
  spec['template'] = {
    ...template,
    metadata: { ...metadata, labels: { ...asObject(metadata['labels']), ...labels } },
  }
}

function qosClass(spec: Record<string, unknown>): string {
  const containers = [spec['containers'], spec['initContainers']].flatMap(asArray)
  const resources = containers.map((container) => asObject(asObject(container)['resources']))
  const named = ['cpu', 'memory']
  const set = (of: unknown) => named.some((name) => Object.hasOwn(asObject(of), name))
  if (!resources.some((each) => set(each['requests']) || set(each['limits']))) return 'BestEffort'
  const guaranteed = resources.every((each) => {
    const limits = asObject(each['limits'])
    const requests = asObject(each['requests'])
    return named.every((name) => Object.hasOwn(limits, name) && limits[name] === requests[name])
  })
  return guaranteed ? 'Guaranteed' : 'Burstable'
}
