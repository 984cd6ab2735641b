import type { Timer } from '@rxkube/clock'
import { collectionOf, type Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import { CompactedError, type Collection, type Snapshot } from '../store/collection.ts'
import type { Scope } from '../store/listeners.ts'
import { expired, StatusError } from '../status.ts'
import { utf8 } from './encode.ts'
import type { ListOptions } from './options.ts'
import type { Selection } from './selection.ts'
import { waitForRevision } from './wait-for-revision.ts'
import type { WatchFrames } from './watch-frames.ts'
import { WatchStream } from './watch-stream.ts'

const bookmarkInterval = 60_000
const lastBookmark = 2000

/** Opens a watch. Its stream ends with the timeout, with the signal, or when the server ends it. */
export async function openWatch(
  backend: Backend,
  resource: ServedResource,
  options: ListOptions,
  selection: Selection,
  frames: WatchFrames,
  signal: AbortSignal,
): Promise<WatchStream> {
  const collection = collectionOf(backend, resource)
  const { revision = 0, sendInitialEvents, allowWatchBookmarks } = options
  const initial = sendInitialEvents ?? revision === 0
  let first: Iterable<Uint8Array>
  let last = revision
  try {
    if (initial) {
      if (revision > 0) await waitForRevision(backend, revision, options.resourceVersion, signal)
      const snapshot = selection.single ? collection.one(selection.prefix) : collection.list(selection.prefix)
      last = snapshot.revision
      first = state(selected(snapshot, selection), frames, allowWatchBookmarks ? last : undefined)
    } else {
      if (revision === 0) last = backend.store.revision
      first = replay(collection, last, selection, frames)
    }
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    return failed(error, backend.watchBufferSize)
  }
  const stream = new WatchStream(first, backend.watchBufferSize)
  follow(backend, collection, stream, { last, options, selection, frames, signal })
  return stream
}

/** A stream of one ERROR event. */
function failed(error: StatusError, limit: number): WatchStream {
  const frame = utf8(`${JSON.stringify({ type: 'ERROR', object: error.status })}\n`)
  const stream = new WatchStream([frame], limit)
  stream.end()
  return stream
}

/** What is selected now: the snapshot is read before the next write. */
function selected({ keys, get }: Snapshot, selection: Selection): readonly ApiObject[] {
  const objects: ApiObject[] = []
  for (const key of keys) {
    const object = get(key)
    if (object !== undefined && selection.matches(object)) objects.push(object)
  }
  return objects
}

function scopeOf({ prefix, value }: Selection): Scope {
  return value === undefined ? { prefix } : { prefix, value }
}

function* state(
  objects: readonly ApiObject[],
  frames: WatchFrames,
  bookmark: number | undefined,
): Generator<Uint8Array> {
  for (const object of objects) yield frames.added(object)
  if (bookmark !== undefined) yield frames.bookmark(bookmark, true)
}

function replay(
  collection: Collection,
  revision: number,
  selection: Selection,
  frames: WatchFrames,
): Iterable<Uint8Array> {
  try {
    const lines: Uint8Array[] = []
    for (const event of collection.since(revision)) {
      if (!event.key.startsWith(selection.prefix)) continue
      const line = frames.event(event, selection.matches)
      if (line !== undefined) lines.push(line)
    }
    return lines
  } catch (error) {
    if (!(error instanceof CompactedError)) throw error
    throw expired(`too old resource version: ${revision} (${error.floor})`)
  }
}

interface Following {
  readonly last: number
  readonly options: ListOptions
  readonly selection: Selection
  readonly frames: WatchFrames
  readonly signal: AbortSignal
}

/** Pushes live events, bookmarks and the end into the stream, and lets go of everything when it ends. */
function follow(
  { clock, store, random }: Backend,
  collection: Collection,
  stream: WatchStream,
  { last, options, selection, frames, signal }: Following,
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
    if (store.revision <= sent) return
    sent = store.revision
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
