import {
  isConnectionLost,
  Pager,
  WatchInterruptedError,
  type ListerWatcher,
  type ListOptions,
  type WatchStream,
} from '@rxkube/client'
import type { Clock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { publish } from './diagnostics.ts'
import { failureOf } from './failure.ts'
import type { ReflectorHappening } from './input.ts'
import type { StatusBoard } from './status.ts'

/** What an operation needs of the run that it belongs to. */
export interface OperationContext<T extends KubernetesObject> {
  readonly listerWatcher: ListerWatcher<T>
  readonly clock: Clock
  readonly status: StatusBoard
  /** Resolves when the happening was dealt with: nothing more is read before. */
  happened(happening: ReflectorHappening<T>, operation: Operation): Promise<void>
}

/** A list or a watch that is under way. */
export interface Operation {
  /** Ends it: nothing that it does counts any more. May be called any number of times. */
  stop(): void
  /** Resolves when nothing of it is left; never rejects. */
  readonly done: Promise<void>
}

// Operations begin a turn late, so that what they report finds them registered.
const begin = Promise.resolve()

/** Lists, page after page. */
export function listOperation<T extends KubernetesObject>(
  context: OperationContext<T>,
  options: ListOptions,
): Operation {
  const { listerWatcher, clock, status } = context
  const controller = new AbortController()
  const { signal } = controller
  const isOver = (): boolean => signal.aborted
  const requestedAt = clock.monotonic()
  let items = 0
  const tell = (error: Error | undefined): void =>
    publish(() => ({
      type: 'list',
      name: status.current.name,
      resourceVersion: options.resourceVersion ?? '',
      duration: clock.monotonic() - requestedAt,
      items,
      error,
    }))
  const run = async (): Promise<void> => {
    try {
      // The options say how large the pages are.
      const pager = new Pager(listerWatcher, { pageSize: 0 })
      for await (const part of pager.parts(options, { signal })) {
        if (isOver()) return
        if (part.type === 'items') {
          items += part.items.length
          status.update({ items: status.current.items + part.items.length, lastEventAt: clock.now() })
          await context.happened({ type: 'listItems', items: part.items }, operation)
        } else if (part.type === 'restarted') {
          items = 0
          await context.happened({ type: 'listRestarted' }, operation)
        } else {
          tell(undefined)
          const { apiVersion, kind, metadata, paginated } = part
          await context.happened({ type: 'listEnd', apiVersion, kind, metadata, paginated }, operation)
        }
      }
    } catch (error) {
      if (isOver()) return
      const failure = failureOf(error)
      tell(failure.error)
      await context.happened({ type: 'listFailed', failure }, operation)
    }
  }
  status.count('lists')
  const operation: Operation = { stop: () => controller.abort(stopped()), done: begin.then(run) }
  return operation
}

/** Opens a watch and reads it to its end. */
export function watchOperation<T extends KubernetesObject>(
  context: OperationContext<T>,
  options: ListOptions,
): Operation {
  const { listerWatcher, clock, status } = context
  const controller = new AbortController()
  const { signal } = controller
  const isOver = (): boolean => signal.aborted
  const requestedAt = clock.monotonic()
  let stream: WatchStream<T> | undefined
  let events = 0
  let bytes = 0
  const tell = (error: Error | undefined): void => {
    const duration = clock.monotonic() - requestedAt
    if (duration < 1000 && events === 0) status.count('shortWatches')
    publish(() => ({
      type: 'watch',
      name: status.current.name,
      resourceVersion: options.resourceVersion ?? '',
      duration,
      events,
      bytes,
      error,
    }))
  }
  const release = (): void => {
    const open = stream
    stream = undefined
    open?.stop()
  }
  const open = async (): Promise<WatchStream<T> | undefined> => {
    try {
      return await listerWatcher.watch(options, { signal })
    } catch (error) {
      if (!isOver()) {
        const failure = failureOf(error)
        tell(failure.error)
        await context.happened({ type: 'watchFailed', failure }, operation)
      }
      return undefined
    }
  }
  const run = async (): Promise<void> => {
    const opened = await open()
    if (opened === undefined) return
    if (isOver()) return opened.stop()
    stream = opened
    let failure: Error | undefined
    try {
      await context.happened({ type: 'watchOpened' }, operation)
      for await (const batch of opened) {
        if (isOver()) break
        events += batch.length
        status.update({
          events: status.current.events + batch.length,
          bytes: status.current.bytes + (opened.bytes ?? 0) - bytes,
          lastEventAt: clock.now(),
        })
        bytes = opened.bytes ?? 0
        await context.happened({ type: 'events', events: batch }, operation)
        if (isOver()) break
      }
    } catch (error) {
      failure = failureOf(error).error
    }
    release()
    tell(failure)
    if (isOver()) return
    const broken =
      failure === undefined || failure instanceof WatchInterruptedError || isConnectionLost(failure)
    await context.happened(
      broken ? { type: 'streamEnded' } : { type: 'streamFailed', failure: failureOf(failure) },
      operation,
    )
  }
  status.count('watches')
  const stop = (): void => {
    if (isOver()) return
    controller.abort(stopped())
    release()
  }
  const operation: Operation = { stop, done: begin.then(run) }
  return operation
}

function stopped(): DOMException {
  return new DOMException('the reflector let go of this request', 'AbortError')
}
