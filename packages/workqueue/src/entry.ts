import type { Causes } from './causes.ts'
import type { ItemKey } from './item-key.ts'
import type { Queued } from './queued.ts'

/** An item with what is known of it until it is worked on. */
export interface Entry<T> extends Queued<T> {
  readonly key: ItemKey
  readonly causes: Causes
  priority: number
}
