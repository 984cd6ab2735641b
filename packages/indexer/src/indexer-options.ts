import type { KeyFunc } from '@rxkube/meta'
import type { FreezePolicy } from './admission.ts'
import type { IndexFuncError } from './errors.ts'
import type { Indexers } from './index-func.ts'

/** What an indexer can be made with; all of it is optional. */
export interface IndexerOptions<T, Name extends string = string> {
  /** Key of an object; by default `namespace/name`, or `name` alone in cluster scope. */
  readonly keyFunc?: KeyFunc<T>
  readonly indexers?: Indexers<T, Name>
  /** Applied to what `add`, `update`, `replace` and stages bring, after the key was taken; not to transactions. */
  readonly transform?: (object: T) => T
  /** When objects are frozen. Default: `eager` if `NODE_ENV` is `test`, `off` if `production`, else `lazy`. */
  readonly freeze?: FreezePolicy
  /** Told each time an index function fails; what it throws is reported by RxJS and stops nothing. */
  readonly onIndexError?: (error: IndexFuncError) => void
}
