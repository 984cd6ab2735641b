import type { ListPart, WatchEvent } from '@rxkube/client'
import type { KubernetesObject, ListMeta, ObjectMeta, Status } from '@rxkube/meta'

export type Pod = KubernetesObject & { spec?: { nodeName?: string } }

/** `pod('a@5')`: named a, of resourceVersion 5. */
export function pod(text: string, more: Partial<ObjectMeta> = {}): Pod {
  const [name = '', resourceVersion = '1'] = text.split('@')
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default', uid: `uid-${name}`, resourceVersion, ...more },
  }
}

export const added = (text: string): WatchEvent<Pod> => ({ type: 'ADDED', object: pod(text) })
export const modified = (text: string): WatchEvent<Pod> => ({ type: 'MODIFIED', object: pod(text) })
export const deleted = (text: string): WatchEvent<Pod> => ({ type: 'DELETED', object: pod(text) })

export function bookmark(resourceVersion: string, end?: string): WatchEvent<Pod> {
  const annotations = end === undefined ? {} : { annotations: { 'k8s.io/initial-events-end': end } }
  return { type: 'BOOKMARK', object: { metadata: { resourceVersion, ...annotations } } }
}

export const initialEventsEnd = (resourceVersion: string): WatchEvent<Pod> =>
  bookmark(resourceVersion, 'true')

export const errorEvent = (object: Status): WatchEvent<Pod> => ({ type: 'ERROR', object })

/** What a foreign server may send. */
export const foreign = (type: string, object: unknown): WatchEvent<Pod> =>
  ({ type, object }) as WatchEvent<Pod>

/** A whole list: `page('10', 'a@5', 'b@7')`. */
export function page(resourceVersion: string, ...pods: string[]): ListPart<Pod>[] {
  return pageWith({ resourceVersion }, ...pods)
}

export function pageWith(metadata: ListMeta, ...pods: string[]): ListPart<Pod>[] {
  const items: ListPart<Pod>[] =
    pods.length > 0 ? [{ type: 'items', items: pods.map((each) => pod(each)) }] : []
  return [...items, { type: 'end', apiVersion: 'v1', kind: 'PodList', metadata }]
}
