import { canonicalJson } from '@rxkube/meta'
import { configMap, node, pod, type Placed } from './objects.ts'
import { recorded } from './recorded.ts'
import type { Scene } from './scene.ts'

const pods = ['9rvtv', 'pww9j'].map((end) => pod(`web-6c54dff4c7-${end}`, 'node-a', { image: 'nginx:1.25' }))

const manifest = (name: string, a: string) => ({
  apiVersion: 'v1',
  data: { a },
  kind: 'ConfigMap',
  metadata: { name, namespace: 'default' },
})

function applied(name: string, a: string): Placed {
  const { metadata, ...rest } = manifest(name, a)
  const last = canonicalJson({ ...rest, metadata: { annotations: {}, ...metadata } })
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': `${last}\n` }
  return {
    at: '/api/v1/namespaces/default/configmaps?fieldManager=kubectl-client-side-apply',
    object: { ...rest, metadata: { ...metadata, annotations } },
  }
}

/** What a cluster held when a few commands of each version of kubectl were recorded. */
export function versionScenes(minor: number): Readonly<Record<string, Scene>> {
  const name = `v${minor}`
  const all: Readonly<Record<string, Scene>> = {
    [`${name}-get`]: { objects: pods, cold: true },
    [`${name}-create`]: {},
    [`${name}-desc`]: { objects: [configMap(`v${name}`, { a: 'b' })] },
    [`${name}-explain`]: {},
    [`${name}-apply`]: { files: { 'run/v.yaml': manifest(name, '1') } },
    [`${name}-apply2`]: { objects: [applied(name, '1')], files: { 'run/v.yaml': manifest(name, '2') } },
    [`${name}-ssa`]: { objects: [applied(name, '2')], files: { 'run/v.yaml': manifest(name, '2') } },
    [`${name}-del`]: { objects: [configMap(name), configMap(`v${name}`)] },
    [`${name}-drain`]: { objects: [node('node-a'), ...pods.slice(0, 1)] },
  }
  return Object.fromEntries(Object.entries(all).filter(([id]) => recorded.has(id)))
}
