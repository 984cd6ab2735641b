import type { DeletedFinalStateUnknown } from '@rxkube/meta'

/** One operation of a transaction. Upstream: `Transaction`. */
export type Operation<T> =
  | { readonly type: 'add' | 'update'; readonly object: T }
  | { readonly type: 'delete'; readonly object: T | DeletedFinalStateUnknown<T> }
