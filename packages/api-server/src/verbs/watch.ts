import type { Timer } from '@rxkube/clock'
import { cachedRevision, cacheOf, type Backend, type CacheOf } from '../backend.ts'
import type { ServedResource } from '../registry/resource.ts'
import { CompactedError } from '../store/collection.ts'
import type { Scope } from '../store/listeners.ts'
import type { StoreEvent } from '../store/history.ts'
import type { Snapshot } from '../store/snapshot.ts'
import { expired, StatusError } from '../status.ts'
import { utf8 } from './encode.ts'
import type { ListOptions } from './options.ts'
import { newest, selectedOf, type Selection } from './selection.ts'
import { waitForCache } from './wait-for-revision.ts'
import type { WatchFrames } from './watch-frames.ts'
import { WatchStream, type Initial } from './watch-stream.ts'

const bookmarkInterval = 60_000
const lastBookmark = 2000
const noProgress =
  'a watch stream was requested by the client but the required storage feature RequestWatchProgress is disabled'

/** Opens a watch. Its stream ends with the timeout, with the signal, or when the server ends it. */
export async function openWatch(
  backend: Backend,
  resource: ServedResource,
  options: ListOptions,
  selection: Selection,
  frames: WatchFrames,
  signal: AbortSignal,
): Promise<WatchStream> {
  const collection = cacheOf(backend, resource)
  const { revision = 0, sendInitialEvents, allowWatchBookmarks } = options
  const initial = sendInitialEvents ?? revision === 0
  if (!backend.watchList && initial && (allowWatchBookmarks || sendInitialEvents === true)) {
    return failed(new StatusError(500, 'InternalError', noProgress), backend)
  }
  let first: Initial
  let last = revision
  try {
    if (initial) {
      if (revision > 0) await waitForCache(backend, resource, revision, options.resourceVersion, signal)
      const snapshot = newest(collection, selection)
      last = snapshot.revision
      first = state(snapshot, selection, frames, allowWatchBookmarks)
    } else {
      if (revision === 0) last = cachedRevision(backend, resource, 'watches')
      first = replay(collection, last, selection, frames)
    }
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    return failed(error, backend)
  }
  const stream = new WatchStream(first, backend)
  const current = () => cachedRevision(backend, resource, 'watches')
  follow(backend, collection, stream, { current, last, options, selection, frames, signal })
  return stream
}

/** A stream of one ERROR event. */
function failed(error: StatusError, backend: Backend): WatchStream {
  const frame = utf8(`${JSON.stringify({ type: 'ERROR', object: error.status })}\n`)
  const stream = new WatchStream([frame], backend)
  stream.end()
  return stream
}

function scopeOf({ prefix, value }: Selection): Scope {
  return value === undefined ? { prefix } : { prefix, value }
}

function* state(
  snapshot: Snapshot,
  selection: Selection,
  frames: WatchFrames,
  bookmark: boolean,
): Generator<Uint8Array | undefined> {
  for (const object of selectedOf(snapshot, selection)) {
    yield object === undefined ? undefined : frames.added(object)
  }
  if (bookmark) yield frames.bookmark(snapshot.revision, true)
}

function replay(collection: CacheOf, revision: number, selection: Selection, frames: WatchFrames): Initial {
  try {
    return lines(collection.since(revision), selection, frames)
  } catch (error) {
    if (!(error instanceof CompactedError)) throw error
    throw expired(`too old resource version: ${revision} (${error.floor})`)
  }
}

function* lines(
  events: readonly StoreEvent[],
  { prefix, matches }: Selection,
  frames: WatchFrames,
): Generator<Uint8Array | undefined> {
  for (const event of events) {
    yield event.key.startsWith(prefix) ? frames.event(event, matches) : undefined
  }
}

interface Following {
  /** The revision up to which it was told everything. */
  readonly current: () => number
  readonly last: number
  readonly options: ListOptions
  readonly selection: Selection
  readonly frames: WatchFrames
  readonly signal: AbortSignal
}

/** Pushes live events, bookmarks and the end into the stream, and lets go of everything when it ends. */
function follow(
  { clock, random }: Backend,
  collection: CacheOf,
  stream: WatchStream,
  { current, last, options, selection, frames, signal }: Following,
): void {
  let sent = last
  const unsubscribe = collection.subscribe(scopeOf(selection), (event) => {
    if (event.revision <= sent) return
    const line = frames.event(event, selection.matches)
    if (line === undefined) return
    sent = event.revision
    stream.push(line)
  })
  const bookmark = () => {
    const revision = current()
    if (revision <= sent) return
    sent = revision
    stream.push(frames.bookmark(sent))
  }
  const timers = new Map<string, Timer>()
  const every = () => {
    bookmark()
    timers.set('next bookmark', clock.setTimer(bookmarkInterval, every))
  }
  const asked = options.timeoutSeconds ?? 0
  // A watch that names no end gets one between half an hour and an hour, as a real server does.
  const timeout = asked > 0 ? asked * 1000 : 1_800_000 * (1 + random.next())
  timers.set(
    'end',
    clock.setTimer(timeout, () => stream.end()),
  )
  if (options.allowWatchBookmarks) {
    timers.set('next bookmark', clock.setTimer(bookmarkInterval, every))
    if (timeout > lastBookmark) timers.set('last bookmark', clock.setTimer(timeout - lastBookmark, bookmark))
  }
  const abort = () => stream.end()
  signal.addEventListener('abort', abort)
  stream.onEnd(() => {
    unsubscribe()
    signal.removeEventListener('abort', abort)
    for (const timer of timers.values()) timer.cancel()
  })
  if (signal.aborted) stream.end()
}
