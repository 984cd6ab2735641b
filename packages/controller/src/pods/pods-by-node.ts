import type { Indexers } from '@rxkube/indexer'
import type { Pod } from '@rxkube/meta'

/** The name of the index of pods by their node. */
export const podNodeIndex = 'spec.nodeName'

/** The index of pods by their node; one without a node is not in it. Controllers that share a cache share this, too. */
export const podsByNode: Indexers<Pod, typeof podNodeIndex> = {
  [podNodeIndex]: ({ spec }) => (spec.nodeName ? [spec.nodeName] : []),
}
