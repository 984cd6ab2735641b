import { retryOnConflict, type Backoff, type Client } from '@rxkube/client'
import type { Clock, Random } from '@rxkube/clock'
import { Node } from '@rxkube/meta'

/** What of a client changes nodes. */
export type NodeClient = Pick<Client, 'get' | 'patch'> & Partial<Pick<Client, 'clock' | 'random'>>

/** How a node is changed. */
export interface NodePatchOptions {
  /** The client's unless told. */
  readonly clock?: Clock | undefined
  /** The client's unless told. */
  readonly random?: Random | undefined
  readonly signal?: AbortSignal | undefined
}

/** Five tries, 100 to 200 ms apart. Upstream: `UpdateTaintBackoff`. */
export const nodePatchBackoff: Backoff = { steps: 5, duration: 100, factor: 0, jitter: 1 }

/**
 * Reads a node and sends the merge patch that `change` makes of it, again after each conflict. Resolves with the node as
 * it is then; sends nothing when `change` gives undefined.
 */
export function patchNode(
  client: NodeClient,
  name: string,
  change: (node: Node) => object | undefined,
  { clock = client.clock, random = client.random, signal }: NodePatchOptions,
): Promise<Node> {
  let isFirst = true
  return retryOnConflict(
    async () => {
      // The first time what a cache of the server's holds will do: it is cheaper, and a conflict tells when it is old.
      const read = isFirst ? { resourceVersion: '0', signal } : { signal }
      isFirst = false
      const node = await client.get(Node, { name }, read)
      const patch = change(node)
      return patch === undefined ? node : client.patch(Node, { name }, patch, { type: 'merge', signal })
    },
    { backoff: nodePatchBackoff, signal, ...(clock && { clock }), ...(random && { random }) },
  )
}
