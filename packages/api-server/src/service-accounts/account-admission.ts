import { newName, type Backend } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, forbidden } from '../status.ts'

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount'

/**
 * Gives a new pod its service account and the volume with its token, in place. Throws a 403 for an account that is not
 * there. Upstream: the ServiceAccount plugin.
 */
export function admitAccount(
  backend: Backend,
  pods: ServedResource,
  pod: ApiObject,
  namespace: string,
): void {
  const spec = asObject(pod['spec'])
  const podName = pod.metadata.name ?? ''
  // A mirror pod shows what a kubelet runs anyway, and has no account.
  if (pod.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined) {
    if (asString(spec['serviceAccountName']) !== '') {
      throw forbidden(pods, podName, 'a mirror pod may not reference service accounts')
    }
    return
  }
  const name = asString(spec['serviceAccountName']) || 'default'
  spec['serviceAccountName'] = name
  spec['serviceAccount'] = name
  const account = backend.store.collection('serviceaccounts').get(`${namespace}/${name}`)
  if (account === undefined) {
    const why = `error looking up service account ${namespace}/${name}: serviceaccount ${JSON.stringify(name)} not found`
    throw forbidden(pods, podName, why)
  }
  if (asArray(spec['imagePullSecrets']).length === 0 && asArray(account['imagePullSecrets']).length > 0) {
    spec['imagePullSecrets'] = account['imagePullSecrets']
  }
  const mounts = spec['automountServiceAccountToken'] ?? account['automountServiceAccountToken'] ?? true
  if (mounts === true) mountToken(backend, spec)
}

function mountToken(backend: Backend, spec: JsonObject): void {
  const volumes = asArray(spec['volumes'])
  const known = volumes.find((each) => asString(asObject(each)['name']).startsWith('kube-api-access-'))
  const name = known === undefined ? freeName(backend, volumes) : asString(asObject(known)['name'])
  let used = false
  for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
    for (const container of asArray(spec[list]).filter(isObject)) {
      const mounts = asArray(container['volumeMounts'])
      if (mounts.some((each) => asObject(each)['mountPath'] === mountPath)) continue
      container['volumeMounts'] = [...mounts, { name, readOnly: true, mountPath }]
      used = true
    }
  }
  if (used && known === undefined) spec['volumes'] = [...volumes, volume(name)]
}

function freeName(backend: Backend, volumes: readonly unknown[]): string {
  const taken = new Set(volumes.map((each) => asObject(each)['name']))
  for (let tries = 0; tries < 100; tries++) {
    const name = newName(backend, 'kube-api-access-')
    if (!taken.has(name)) return name
  }
  throw badRequest('no name is left for the volume of the service account')
}

function volume(name: string): JsonObject {
  const namespace = { path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }
  const certificate = { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] }
  const sources = [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    { configMap: certificate },
    { downwardAPI: { items: [namespace] } },
  ]
  return { name, projected: { sources, defaultMode: 420 } }
}
