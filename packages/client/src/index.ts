export type { ListerWatcher, ListOptions, ListPart, WatchEvent, WatchStream } from './lister-watcher.ts'
export type { Transport, TransportRequest, TransportResponse } from './transport.ts'
