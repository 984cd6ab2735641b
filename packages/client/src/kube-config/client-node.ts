import type * as clientNode from '@kubernetes/client-node'

/** Loads client-node when it is needed first: that takes half a second and 90 MB. The only place that does. */
export function clientNodeModule(): Promise<typeof clientNode> {
  return import('@kubernetes/client-node')
}
