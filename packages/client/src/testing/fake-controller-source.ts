import { deepCopy, type KubernetesObject, type Status } from '@rxkube/meta'
import type { ListerWatcher, ListOptions, ListPart, WatchEvent, WatchStream } from '../lister-watcher.ts'
import { interrupted } from './fake-errors.ts'
import type { FakeFault } from './fake-fault.ts'
import { fakeKey, type FakeWrite } from './fake-history.ts'
import type { FakeControllerSourceOptions } from './fake-options.ts'
import type { FakeRequest } from './fake-request.ts'
import { FakeServer } from './fake-server.ts'
import type { FakeView } from './fake-view.ts'
import type { FakeWatchStream } from './fake-watch-stream.ts'

/**
 * A whole API server for one collection, in memory: history, lagging views, pages, watches and WatchList, with every
 * fault a server or a network has, on call. Upstream: `FakeControllerSource` of `cache/testing`.
 */
export class FakeControllerSource<T extends KubernetesObject = KubernetesObject> implements ListerWatcher<T> {
  readonly description: string
  readonly watchListUnsupported: boolean
  readonly #server: FakeServer<T>

  constructor(options: FakeControllerSourceOptions<T> = {}) {
    this.#server = new FakeServer(options)
    this.description = this.#server.description
    this.watchListUnsupported = options.watchListUnsupported ?? false
  }

  /** Every request so far, oldest first. */
  get requests(): readonly FakeRequest[] {
    return this.#server.requests
  }

  /** Milliseconds from a request's arrival to its answer; what is answered is the state at its arrival. */
  get latency(): number | ((request: FakeRequest) => number) {
    return this.#server.latency
  }

  set latency(milliseconds: number | ((request: FakeRequest) => number)) {
    this.#server.latency = milliseconds
  }

  /** The version of the newest write. */
  get resourceVersion(): string {
    return String(this.#server.history.revision)
  }

  /** What the server holds now, by `namespace/name`; the objects are the server's own. */
  get objects(): ReadonlyMap<string, T> {
    return this.#server.history.state
  }

  /** Every write so far, oldest first; the objects are the server's own. */
  get writes(): readonly FakeWrite<T>[] {
    return this.#server.history.between(-1, Infinity)
  }

  /** Watches that are open now, over all views. */
  get streams(): number {
    return this.#server.views.reduce((sum, view) => sum + view.streams, 0)
  }

  add(object: T): T {
    return this.#write('ADDED', object, true)
  }

  modify(object: T): T {
    return this.#write('MODIFIED', object, true)
  }

  delete(object: T): T {
    return this.#write('DELETED', this.#known(object), true)
  }

  /** As `add`, but open watches do not hear of it. */
  addDropWatch(object: T): T {
    return this.#write('ADDED', object, false)
  }

  modifyDropWatch(object: T): T {
    return this.#write('MODIFIED', object, false)
  }

  deleteDropWatch(object: T): T {
    return this.#write('DELETED', this.#known(object), false)
  }

  /** Lets the next `times` requests of `verb` suffer `fault`; faults queue up. */
  failNext(verb: 'list' | 'watch', fault: FakeFault<NoInfer<T>>, times = 1): void {
    for (let left = times; left > 0; left -= 1) this.#server.faults[verb].push(fault)
  }

  /** Takes back the faults that have not happened yet. */
  heal(): void {
    this.#server.faults.list.length = 0
    this.#server.faults.watch.length = 0
    for (const view of this.#server.views) view.lag = 0
  }

  /** The API server of that number, made on first use; each may lag. */
  view(index: number): FakeView<T> {
    return this.#server.view(index)
  }

  /** Sends further requests to that view, as a load balancer does; open streams stay where they are. */
  useView(index: number): void {
    this.view(index)
    this.#server.current = index
  }

  /** Forgets the history up to `revision` (all of it by default); watches from before are too old. */
  compact(revision = this.#server.history.revision): void {
    this.#server.history.compact(revision)
  }

  /** Closes every stream and forgets the history. Upstream: `ResetWatch`. */
  resetWatch(): void {
    this.compact()
    this.closeStreams()
  }

  /** Goes back to an earlier state, as an etcd restored from a backup; streams stay open and silent. */
  restore(revision: number): void {
    this.#server.history.restore(revision)
    for (const view of this.#server.views) view.goBack()
  }

  /** A bookmark to every stream that asked for them; by default of what its view has seen. */
  sendBookmark(resourceVersion?: string): void {
    for (const view of this.#server.views) view.bookmark(resourceVersion)
  }

  /** Sends an event as it stands to every stream. */
  send(event: WatchEvent<T> | { readonly type: string; readonly object: unknown }): void {
    this.#eachStream((stream) => stream.push(event as WatchEvent<T>))
  }

  /** An ERROR event to every stream, and the end of it. */
  sendError(status: Status): void {
    this.#eachStream((stream) => {
      stream.push({ type: 'ERROR', object: status })
      stream.end()
    })
  }

  closeStreams(): void {
    this.#eachStream((stream) => stream.end())
  }

  /** Breaks every connection. */
  interruptStreams(): void {
    this.#eachStream((stream) => stream.fail(interrupted(this.description)))
  }

  /** Every open stream stays open and says nothing more. */
  silenceStreams(): void {
    this.#eachStream((stream) => stream.silence())
  }

  list(options: ListOptions, call: { readonly signal: AbortSignal }): AsyncGenerator<ListPart<T>> {
    return this.#server.list(options, call)
  }

  watch(options: ListOptions, call: { readonly signal: AbortSignal }): Promise<WatchStream<T>> {
    return this.#server.watch(options, call)
  }

  #write(type: FakeWrite<T>['type'], object: T, broadcast: boolean): T {
    const write = this.#server.history.write(type, object, broadcast)
    for (const view of this.#server.views) view.catchUp()
    return deepCopy(write.object)
  }

  /** A DELETED event carries the last state, whatever the caller knows of it. */
  #known(object: T): T {
    return this.#server.history.state.get(fakeKey(object)) ?? object
  }

  #eachStream(act: (stream: FakeWatchStream<T>) => void): void {
    for (const view of this.#server.views) view.forEachStream(act)
  }
}
