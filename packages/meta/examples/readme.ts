import {
  compareResourceVersion,
  deepCopy,
  deepFreeze,
  Deployment,
  isConditionTrue,
  metaNamespaceKey,
  newControllerRef,
  parseLabelSelector,
  Pod,
} from '@rxkube/meta'

const web: Deployment = {
  metadata: { namespace: 'default', name: 'web', uid: 'u1', resourceVersion: '99' },
  spec: { selector: {}, template: {} },
}
const pod: Pod = {
  metadata: { namespace: 'default', name: 'web-0', labels: { app: 'web' } },
  spec: { containers: [{ name: 'web', image: 'nginx' }] },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
}

const cached = deepFreeze(pod)
const copy = deepCopy(cached)
copy.metadata.ownerReferences = [newControllerRef(web, Deployment)]

console.log(metaNamespaceKey(cached), `is a ${Pod.kind}, served as ${Pod.resource}`)
console.log('owned by', copy.metadata.ownerReferences[0]?.kind, copy.metadata.ownerReferences[0]?.name)
console.log('ready:', isConditionTrue(cached.status?.conditions, 'Ready'))
console.log('selected:', parseLabelSelector('app in (web, api), !canary').matches(cached.metadata.labels))
console.log('order of versions 99 and 100:', compareResourceVersion('99', '100'))
