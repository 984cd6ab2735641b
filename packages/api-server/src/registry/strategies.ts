import { definitionStrategy } from '../custom-resources/definition-strategy.ts'
import { definitionStorage } from '../custom-resources/definition.ts'
import { defaultsOf } from './defaults.ts'
import { fieldLabels } from './field-labels.ts'
import { prepareOf } from './prepare.ts'
import type { Strategy } from './strategy.ts'
import { validationOf } from './validation.ts'

const counted = new Set([
  'replicasets.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'replicationcontrollers',
  'jobs.batch',
  'cronjobs.batch',
  'poddisruptionbudgets.policy',
  'ingresses.networking.k8s.io',
  'networkpolicies.networking.k8s.io',
  'customresourcedefinitions.apiextensions.k8s.io',
  'flowschemas.flowcontrol.apiserver.k8s.io',
  'prioritylevelconfigurations.flowcontrol.apiserver.k8s.io',
])
const split = new Set([
  'deployments.apps',
  'replicasets.apps',
  'statefulsets.apps',
  'daemonsets.apps',
  'replicationcontrollers',
  'jobs.batch',
  'cronjobs.batch',
  'poddisruptionbudgets.policy',
  'ingresses.networking.k8s.io',
  'pods',
  'services',
  'namespaces',
  'persistentvolumeclaims',
  'persistentvolumes',
  'resourcequotas',
  'horizontalpodautoscalers.autoscaling',
  'customresourcedefinitions.apiextensions.k8s.io',
  'apiservices.apiregistration.k8s.io',
  'flowschemas.flowcontrol.apiserver.k8s.io',
  'prioritylevelconfigurations.flowcontrol.apiserver.k8s.io',
  'volumeattachments.storage.k8s.io',
  'validatingadmissionpolicies.admissionregistration.k8s.io',
  'certificatesigningrequests.certificates.k8s.io',
])
const createdByUpdate = new Set([
  'leases.coordination.k8s.io',
  'endpoints',
  'events',
  'limitranges',
  'services',
  'runtimeclasses.node.k8s.io',
  'roles.rbac.authorization.k8s.io',
  'rolebindings.rbac.authorization.k8s.io',
  'clusterroles.rbac.authorization.k8s.io',
  'clusterrolebindings.rbac.authorization.k8s.io',
])
const versioned = new Set([
  'leases.coordination.k8s.io',
  'poddisruptionbudgets.policy',
  'csidrivers.storage.k8s.io',
  'csinodes.storage.k8s.io',
  'csistoragecapacities.storage.k8s.io',
  'volumeattachments.storage.k8s.io',
  'mutatingwebhookconfigurations.admissionregistration.k8s.io',
  'validatingwebhookconfigurations.admissionregistration.k8s.io',
  'validatingadmissionpolicies.admissionregistration.k8s.io',
  'validatingadmissionpolicybindings.admissionregistration.k8s.io',
])
const returned = new Set([
  'pods',
  'services',
  'namespaces',
  'serviceaccounts',
  'persistentvolumeclaims',
  'persistentvolumes',
  'resourcequotas',
  'podtemplates',
  'storageclasses.storage.k8s.io',
  'csidrivers.storage.k8s.io',
  'csinodes.storage.k8s.io',
  'volumeattachments.storage.k8s.io',
])

const nothingMore = 'only "metadata.name", "metadata.namespace"'

/** The strategy of a built-in resource. */
export function strategyOf(group: string, resource: string): Strategy {
  const name = group === '' ? resource : `${resource}.${group}`
  const selectable = fieldLabels.get(name)
  return {
    generation: generationOf(name),
    status: name === 'nodes' ? 'kept-on-create' : split.has(name) ? 'split' : 'none',
    createOnUpdate: createdByUpdate.has(name),
    versionRequired: versioned.has(name),
    returnsDeleted: returned.has(name),
    names: namesOf(name, group),
    selectable: selectable ?? new Map(),
    unselectable: (field) => {
      if (name === 'jobs.batch') return `field label "${field}" not supported for Job`
      if (selectable !== undefined) return `field label not supported: ${field}`
      return `"${field}" is not a known field selector: ${nothingMore}`
    },
    defaults: defaultsOf(name),
    prepare: prepareOf(name),
    validate: validationOf(name),
    ...(name === definitionStorage ? definitionStrategy : {}),
  }
}

function generationOf(name: string): Strategy['generation'] {
  if (name === 'deployments.apps') return 'spec-or-annotations'
  if (name === 'priorityclasses.scheduling.k8s.io') return 'once'
  // Endpoint slices have no spec: everything but metadata counts as one.
  if (name === 'endpointslices.discovery.k8s.io') return 'spec'
  return counted.has(name) ? 'spec' : 'none'
}

function namesOf(name: string, group: string): Strategy['names'] {
  if (group === 'rbac.authorization.k8s.io') return 'path'
  if (name === 'services') return 'label-1035'
  return name === 'namespaces' || name === 'statefulsets.apps' ? 'label' : 'subdomain'
}
