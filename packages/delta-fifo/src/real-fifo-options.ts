import { QueueOptionsError } from './errors.ts'
import type { KnownObjects } from './known-objects.ts'
import type { QueueOptions } from './queue-options.ts'

/** How a RealFIFO works. Upstream: `RealFIFOOptions`. */
export interface RealFIFOOptions<T> extends QueueOptions<T> {
  /** A replace, a resync and a bookmark travel as one delta each, and the cache is never read; true unless told. */
  readonly atomicEvents?: boolean | undefined
  /** Producers may go on while a delta is worked off, up to the high-water mark; true unless told. Atomic only. */
  readonly unlockWhileProcessing?: boolean | undefined
  /** Bookmarks are queued; true unless told. Atomic only. */
  readonly emitBookmark?: boolean | undefined
  /** The cache, which the form that is not atomic compares with. */
  readonly knownObjects?: KnownObjects<T> | undefined
}

/** What a RealFIFO is to do. Throws QueueOptionsError for options that exclude each other. */
export function realFIFOMode<T>(options: RealFIFOOptions<T>): {
  readonly knownObjects: KnownObjects<T> | undefined
  readonly unlockWhileProcessing: boolean
  readonly emitBookmark: boolean
} {
  const { atomicEvents = true, knownObjects } = options
  const { unlockWhileProcessing = atomicEvents, emitBookmark = atomicEvents } = options
  if (atomicEvents) {
    if (knownObjects !== undefined)
      throw new QueueOptionsError('an atomic RealFIFO never reads the cache: leave knownObjects out')
  } else {
    if (knownObjects === undefined)
      throw new QueueOptionsError(
        'a RealFIFO that is not atomic compares with the cache: give it knownObjects',
      )
    if (unlockWhileProcessing)
      throw new QueueOptionsError(
        'unlockWhileProcessing needs atomicEvents: the cache is read while producing',
      )
    if (emitBookmark) throw new QueueOptionsError('emitBookmark needs atomicEvents')
  }
  return { knownObjects, unlockWhileProcessing, emitBookmark }
}
