import type { ListResult, WatchEvent, WatchStream } from '@rxkube/client'
import type { KubernetesObject, ListMeta } from '@rxkube/meta'

/** The JSON of a list of pods with these names. */
export function podList(called: readonly string[], metadata: ListMeta = { resourceVersion: '10' }): object {
  return {
    kind: 'PodList',
    apiVersion: 'v1',
    metadata,
    items: called.map((name) => ({ metadata: { name } })),
  }
}

/** A Status of failure. */
export function failure(code: number, reason: string, message = `it is ${reason}`): object {
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, code }
}

/** A line of a watch. */
export function event(type: string, name: string, resourceVersion = '11'): string {
  return `${JSON.stringify({ type, object: { kind: 'Pod', apiVersion: 'v1', metadata: { name, resourceVersion } } })}\n`
}

/** Everything a watch tells until it ends. */
export async function all<T>(stream: WatchStream<T>): Promise<WatchEvent<T>[]> {
  return (await Array.fromAsync(stream)).flat()
}

/** The names of the objects in a list. */
export function names({ items }: ListResult<KubernetesObject>): (string | undefined)[] {
  return items.map(({ metadata }) => metadata?.name)
}
