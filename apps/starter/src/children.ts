import { createHash } from 'node:crypto'
import type { ConfigMap, Deployment } from '@rxkube/client'
import { newControllerRef, type Cached } from '@rxkube/meta'
import { Website } from './website.ts'

/** The page of a website, for its pods to mount. */
export function configMapFor(site: Cached<Website>): ConfigMap {
  return { metadata: childMetadata(site), data: { 'index.html': site.spec.html } }
}

/** The pods of a website. They are replaced when the page is another one: its hash is in their template. */
export function deploymentFor(site: Cached<Website>): Deployment {
  const { name = '' } = site.metadata
  const labels = { 'example.com/website': name }
  const page = createHash('sha256').update(site.spec.html).digest('hex').slice(0, 16)
  return {
    metadata: childMetadata(site),
    spec: {
      replicas: site.spec.replicas,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels, annotations: { 'example.com/page': page } },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'nginxinc/nginx-unprivileged:1.29-alpine',
              ports: [{ name: 'http', containerPort: 8080 }],
              readinessProbe: { httpGet: { path: '/', port: 8080 } },
              volumeMounts: [{ name: 'page', mountPath: '/usr/share/nginx/html' }],
            },
          ],
          volumes: [{ name: 'page', configMap: { name } }],
        },
      },
    },
  }
}

/** The owner reference is what wakes the controller, and what has the garbage collector delete a child with its website. */
function childMetadata(site: Cached<Website>) {
  const { name = '', namespace = '' } = site.metadata
  return { name, namespace, ownerReferences: [newControllerRef(site, Website)] }
}

/** Whether everything that is wanted is there; what the server or others have added does not matter. */
export function covers(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return actual === wanted
  if (typeof actual !== 'object' || actual === null) return false
  const there = new Map(Object.entries(actual))
  return Object.entries(wanted).every(([field, value]) => covers(there.get(field), value))
}
