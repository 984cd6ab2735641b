import type { Step } from './inferred.ts'

export const table = { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }
export const metadataOnly = { accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1' }
const status = 'application/merge-patch+json'
export const spec = { containers: [{ name: 'c', image: 'a' }] }

export const post = (path: string, body: unknown, recorded?: unknown): Step => ({
  method: 'POST',
  path,
  body,
  ...(recorded === undefined ? {} : { recorded }),
})
export const merge = (path: string, body: unknown): Step => ({ method: 'PATCH', path, body, type: status })
export const remove = (path: string): Step => ({ method: 'DELETE', path })
export const map = (namespace: string, name: string): Step =>
  post(`/api/v1/namespaces/${namespace}/configmaps`, { metadata: { name } })
export const labels = (name: string, given: unknown): Step =>
  merge(`/api/v1/namespaces/wat/configmaps/${name}`, { metadata: { labels: given } })

export const pods = '/api/v1/namespaces/sub/pods'
export const running = (name: string): readonly Step[] => [
  post(
    pods,
    { metadata: { name, labels: { app: 'ev' } }, spec: { ...spec, nodeName: 'n1' } },
    name === 'e1' ? { metadata: { uid: '427d1947-b621-46da-8682-7d07a87104d5' } } : undefined,
  ),
  merge(`${pods}/${name}/status`, {
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  }),
]
export const budget = (given: unknown): Step =>
  merge('/apis/policy/v1/namespaces/sub/poddisruptionbudgets/p/status', { status: given })
export const collected = (name: string, g: string, nodeName?: string): Step =>
  post('/api/v1/namespaces/del/pods', {
    metadata: { name, labels: { app: 'x', g } },
    spec: { ...spec, ...(nodeName === undefined ? {} : { nodeName }) },
  })
export const deployment = (name: string) => ({
  metadata: { name },
  spec: {
    replicas: 1,
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec },
  },
})
export const deployments = '/apis/apps/v1/namespaces/default/deployments/o'
export const apply = (manager: string, of: unknown): Step => ({
  method: 'PATCH',
  path: `${deployments}?fieldManager=${manager}`,
  body: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'o' }, spec: of },
  type: 'application/apply-patch+yaml',
})
export const system = '/api/v1/namespaces/kube-system/configmaps'
export const huge = (length: number): string =>
  JSON.stringify({ metadata: { name: 'huge' }, data: { a: 'x'.repeat(length) } })
export const owner = { apiVersion: 'v1', kind: 'X', name: 'n', uid: 'u' }
