import type { KubernetesObject, Status } from '@rxkube/meta'
import type { WatchEvent } from '../lister-watcher.ts'
import { statuses, type TooLargeEncoding } from './fake-statuses.ts'

/**
 * What goes wrong inside a watch that was opened.
 *
 * `close` is a clean end, `interrupt` a broken connection, `silence` a stream that stays open and says nothing more,
 * `events` are sent as they stand, `repeat` sends the last events once more, `replay` the whole history before the
 * stream began, and `noInitialEventsEnd` lets the bookmark's annotation away.
 */
export type StreamFault<T> =
  | { readonly type: 'close' | 'interrupt' | 'silence' | 'noInitialEventsEnd' }
  | { readonly type: 'repeat'; readonly count: number }
  | { readonly type: 'replay' }
  | { readonly type: 'events'; readonly events: readonly WatchEvent<T>[]; readonly close: boolean }

/** What goes wrong with one request. `after` counts the events that a stream gives before its fault. */
export type FakeFault<T = KubernetesObject> =
  | { readonly type: 'status'; readonly status: Status; readonly retryAfter?: number }
  | { readonly type: 'refused' | 'reset' | 'hang' | 'html' | 'noResourceVersion' | 'table' }
  /** The body ends after some items. */
  | { readonly type: 'truncated'; readonly items: number }
  | { readonly type: 'stream'; readonly after: number; readonly fault: StreamFault<T> }

function status(body: Status, retryAfter?: number): FakeFault<never> {
  return { type: 'status', status: body, ...(retryAfter !== undefined && { retryAfter }) }
}

function stream(fault: StreamFault<never>, after = 0): FakeFault<never> {
  return { type: 'stream', after, fault }
}

function events(sent: readonly unknown[], close: boolean, after?: number): FakeFault<never> {
  return stream({ type: 'events', events: sent as readonly WatchEvent<never>[], close }, after)
}

const table = {
  apiVersion: 'meta.k8s.io/v1',
  kind: 'Table',
  metadata: { resourceVersion: '999999999' },
  columnDefinitions: [],
  rows: [],
}

/** Faults by name, for `FakeControllerSource.failNext`. Those with `after` happen in a stream, after so many events. */
export const faults = {
  status,
  expired: (reason?: 'Expired' | 'Gone') => status(statuses.expired(reason)),
  tooLarge: (encoding?: TooLargeEncoding) => status(statuses.tooLarge(encoding)),
  /** `retryAfter` is in seconds, as the header. */
  tooManyRequests: (retryAfter?: number) => status(statuses.tooManyRequests(), retryAfter),
  forbidden: (what?: string) => status(statuses.forbidden(what)),
  notFound: () => status(statuses.notFound()),
  internalError: () => status(statuses.internalError()),
  refused: (): FakeFault<never> => ({ type: 'refused' }),
  reset: (): FakeFault<never> => ({ type: 'reset' }),
  /** Nothing is answered until the caller gives up. */
  hang: (): FakeFault<never> => ({ type: 'hang' }),
  /** A login page with status 200. */
  html: (): FakeFault<never> => ({ type: 'html' }),
  noResourceVersion: (): FakeFault<never> => ({ type: 'noResourceVersion' }),
  /** The list is a `Table`. */
  tableList: (): FakeFault<never> => ({ type: 'table' }),
  truncated: (items = 1): FakeFault<never> => ({ type: 'truncated', items }),
  close: (after?: number) => stream({ type: 'close' }, after),
  interrupt: (after?: number) => stream({ type: 'interrupt' }, after),
  silence: (after?: number) => stream({ type: 'silence' }, after),
  noInitialEventsEnd: () => stream({ type: 'noInitialEventsEnd' }),
  repeat: (count = 1, after = count) => stream({ type: 'repeat', count }, after),
  replay: (after?: number) => stream({ type: 'replay' }, after),
  /** An ERROR event in a stream that was answered with 200; then the stream ends. */
  error: (body: Status, after?: number) => events([{ type: 'ERROR', object: body }], true, after),
  undecodable: (after?: number) => events([{ type: 'ERROR', object: statuses.undecodable() }], true, after),
  unknownType: (after?: number) =>
    events([{ type: 'SYNC', object: { metadata: { resourceVersion: '999999999' } } }], false, after),
  wrongType: (after?: number) => {
    const metadata = { name: 'other', namespace: 'default', uid: 'other', resourceVersion: '999999999' }
    return events(
      [{ type: 'ADDED', object: { apiVersion: 'other.example/v1', kind: 'Other', metadata } }],
      false,
      after,
    )
  },
  table: (after?: number) => events([{ type: 'ADDED', object: structuredClone(table) }], false, after),
} as const
