import type { KubernetesObject } from '@rxkube/meta'
import { isExpired } from './errors/classification.ts'
import type { ListerWatcher, ListOptions } from './lister-watcher.ts'
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
  async list(options: ListOptions, { signal, onPaginated }: PagerCall): Promise<PagedList<T>> {
    const first = await this.#page(this.#sized(options), signal)
    if (!first.metadata.continue) return { ...first, paginated: false }
    onPaginated?.()
    const { items } = first
    let token: string | undefined = first.metadata.continue
    try {
      while (token) {
        const page: ListResult<T> = await this.#page(this.#next(options, token), signal)
        for (const item of page.items) items.push(item)
        token = page.metadata.continue
      }
    } catch (error) {
      if (!this.#fullListIfExpired || !isExpired(error)) throw error
      const { limit: _, continue: __, ...whole } = options
      return { ...(await this.#page(whole, signal)), paginated: true }
    }
    const { continue: _, remainingItemCount: __, ...metadata } = first.metadata
    return { ...first, metadata, items, paginated: true }
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

  async #fetch(options: ListOptions, buffer: PageBuffer<ListResult<T>>, signal: AbortSignal): Promise<void> {
    try {
      let request = this.#sized(options)
      for (;;) {
        signal.throwIfAborted()
        const page = await this.#page(request, signal)
        await buffer.put(page)
        if (!page.metadata.continue) break
        request = this.#next(options, page.metadata.continue)
      }
      buffer.end()
    } catch (error) {
      buffer.fail(error)
    }
  }

  async #page(options: ListOptions, signal: AbortSignal): Promise<ListResult<T>> {
    signal.throwIfAborted()
    return gatherList(this.#source.list(options, { signal }))
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
