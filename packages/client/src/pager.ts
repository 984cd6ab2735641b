import type { KubernetesObject, ListMeta } from '@rxkube/meta'
import { isExpired } from './errors/classification.ts'
import { InvalidListError } from './errors/errors.ts'
import type { ListerWatcher, ListOptions, ListPart } from './lister-watcher.ts'
import { gatherList, type ListResult } from './list-result.ts'
import { PageBuffer } from './page-buffer.ts'
import { linkedAbort } from './request/linked-abort.ts'

/** How a collection is read in pages. */
export interface PagerOptions {
  /** Objects a page, 500 unless told; 0 asks for everything at once. */
  readonly pageSize?: number | undefined
  /** Ask for everything at once when the server forgot a later page; true unless told. */
  readonly fullListIfExpired?: boolean | undefined
  /** Pages that wait for `eachListItem`, besides one in flight; 10 unless told. */
  readonly pageBufferSize?: number | undefined
}

/** A whole list, and whether it took more than one page. */
export interface PagedList<T> extends ListResult<T> {
  readonly paginated: boolean
}

/** A part of a list in pages. `restarted` takes back the items before it; `end` has the version of the first page. */
export type PagePart<T> =
  | { readonly type: 'items'; readonly items: readonly T[] }
  | { readonly type: 'restarted' }
  | (ListEnd<T> & { readonly paginated: boolean })

type ListEnd<T> = Extract<ListPart<T>, { readonly type: 'end' }>

/** What `Pager.list` takes besides the options of its requests. */
export interface PagerCall {
  readonly signal: AbortSignal
  /** Called once a second page is needed, before it is asked for; also of lists that then fail. */
  readonly onPaginated?: () => void
}

/** Reads large collections in pages. client-go: `pager.ListPager`. */
export class Pager<T extends KubernetesObject> {
  readonly #source: Pick<ListerWatcher<T>, 'list'>
  readonly #pageSize: number
  readonly #fullListIfExpired: boolean
  readonly #pageBufferSize: number

  constructor(source: Pick<ListerWatcher<T>, 'list'>, options: PagerOptions = {}) {
    this.#source = source
    this.#pageSize = options.pageSize ?? 500
    this.#fullListIfExpired = options.fullListIfExpired ?? true
    this.#pageBufferSize = options.pageBufferSize ?? 10
    if (!(this.#pageBufferSize >= 0)) {
      throw new RangeError(`pageBufferSize has to be 0 or more, not ${this.#pageBufferSize}`)
    }
  }

  /**
   * The whole list, with the resourceVersion of its first page. When a later page has expired, one more request asks
   * for everything at once, at the version that was asked for. Rejects as `ListerWatcher.list` does.
   */
  async list(options: ListOptions, call: PagerCall): Promise<PagedList<T>> {
    let items: T[] = []
    for await (const part of this.parts(options, call)) {
      if (part.type === 'items') for (const item of part.items) items.push(item)
      else if (part.type === 'restarted') items = []
      else {
        const { type: _, paginated, metadata: first, ...rest } = part
        if (rest.kind === 'Table') throw tableError()
        const { continue: __, remainingItemCount: ___, ...metadata } = first
        return { ...rest, metadata: paginated ? metadata : first, items, paginated }
      }
    }
    throw endlessError()
  }

  /**
   * As `list`, part by part as they arrive, so that nobody has to hold the whole list. A first page that is a Table is
   * for the caller to refuse.
   */
  async *parts(
    options: ListOptions,
    { signal, onPaginated }: PagerCall,
  ): AsyncGenerator<PagePart<T>, void, undefined> {
    const first = yield* this.#items(this.#sized(options), signal)
    const token = first.metadata.continue
    if (token) onPaginated?.()
    const whole = token ? yield* this.#further(options, token, signal) : undefined
    yield { ...(whole ?? first), paginated: Boolean(token) }
  }

  /**
   * Calls `visit` with each object, page by page, while further pages are fetched. What `visit` throws ends everything
   * and is thrown; an abort lets the page that is being visited finish. An expired page is an error.
   */
  async eachListItem(
    options: ListOptions,
    visit: (object: T) => void | Promise<void>,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<void> {
    const buffer = new PageBuffer<ListResult<T>>(this.#pageBufferSize)
    const link = linkedAbort(signal)
    const stopped = Promise.withResolvers<never>()
    const stop = (): void => stopped.reject(link.signal.reason)
    link.signal.addEventListener('abort', stop, { once: true })
    const fetching = this.#fetch(options, buffer, link.signal)
    try {
      for (;;) {
        signal.throwIfAborted()
        const page = await Promise.race([buffer.take(), stopped.promise])
        if (!page) return
        for (const object of page.items) await visit(object)
      }
    } finally {
      link.release()
      link.signal.removeEventListener('abort', stop)
      link.abort(new Error('no more pages are wanted'))
      buffer.end()
      await fetching
    }
  }

  /** The pages as the server has them, requested one after another as they are read. An expired page is an error. */
  async *pages(
    options: ListOptions,
    { signal }: { readonly signal: AbortSignal },
  ): AsyncGenerator<ListResult<T>, undefined> {
    let request = this.#sized(options)
    for (;;) {
      signal.throwIfAborted()
      const page = await gatherList(this.#source.list(request, { signal }))
      yield page
      const token = followed(request.continue, page)
      if (!token) return
      request = this.#next(options, token)
    }
  }

  async #fetch(options: ListOptions, buffer: PageBuffer<ListResult<T>>, signal: AbortSignal): Promise<void> {
    try {
      for await (const page of this.pages(options, { signal })) await buffer.put(page)
      buffer.end()
    } catch (error) {
      buffer.fail(error)
    }
  }

  /** The pages after the first, or, when one has expired, the whole list, whose end it gives back. */
  async *#further(
    options: ListOptions,
    second: string,
    signal: AbortSignal,
  ): AsyncGenerator<PagePart<T>, ListEnd<T> | undefined, undefined> {
    try {
      return yield* this.#following(options, second, signal)
    } catch (error) {
      if (!this.#fullListIfExpired || !isExpired(error) || signal.aborted) throw error
    }
    yield { type: 'restarted' }
    const { limit: _, continue: __, ...whole } = options
    const end = yield* this.#items(whole, signal)
    // A server may have a largest page of its own: without what follows, the rest would pass for deleted.
    if (end.metadata.continue) yield* this.#following(whole, end.metadata.continue, signal)
    return end
  }

  async *#following(
    options: ListOptions,
    token: string,
    signal: AbortSignal,
  ): AsyncGenerator<PagePart<T>, undefined, undefined> {
    for (let next: string | undefined = token; next;) {
      const page: ListEnd<T> = yield* this.#items(this.#next(options, next), signal)
      if (page.kind === 'Table') throw tableError()
      next = followed(next, page)
    }
    return undefined
  }

  async *#items(
    options: ListOptions,
    signal: AbortSignal,
  ): AsyncGenerator<PagePart<T>, ListEnd<T>, undefined> {
    signal.throwIfAborted()
    for await (const part of this.#source.list(options, { signal })) {
      if (part.type === 'end') return part
      yield part
    }
    throw endlessError()
  }

  #sized(options: ListOptions): ListOptions {
    const limit = options.limit || this.#pageSize
    const { limit: _, ...rest } = options
    return limit > 0 ? { ...rest, limit } : rest
  }

  /** The token has the version in it; servers refuse another next to it. */
  #next(options: ListOptions, token: string): ListOptions {
    const { resourceVersion: _, resourceVersionMatch: __, ...rest } = this.#sized(options)
    return { ...rest, continue: token }
  }
}

/** The token of the next page. A server that gives back the one it was asked with would be asked for ever. */
function followed(
  asked: string | undefined,
  { metadata }: { readonly metadata: ListMeta },
): string | undefined {
  if (metadata.continue && metadata.continue === asked) {
    throw new InvalidListError('continue', 'its continue token is the one it was asked with', 0)
  }
  return metadata.continue
}

function tableError(): InvalidListError {
  return new InvalidListError('kind', 'its kind is "Table"', 0)
}

function endlessError(): InvalidListError {
  return new InvalidListError('truncated', 'it has no end', 0)
}
