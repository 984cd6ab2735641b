import { ApiError, Pager, type ListOptions, type ListPart, type PagerOptions } from '@rxkube/client'
import type { KubernetesObject } from '@rxkube/meta'
import { TestClock } from '@rxkube/clock'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'

const expired = new ApiError({ reason: 'Expired', code: 410, message: 'the continue token is too old' })

/** Serves `total` objects in the pages that are asked for; what expires, does on that page. */
class Pages {
  readonly requests: ListOptions[] = []
  readonly #total: number
  readonly #expiresOn: number

  constructor(total: number, expiresOn = 0) {
    this.#total = total
    this.#expiresOn = expiresOn
  }

  async *list(options: ListOptions): AsyncGenerator<ListPart<KubernetesObject>> {
    this.requests.push(options)
    await Promise.resolve()
    if (options.continue !== undefined && this.requests.length === this.#expiresOn) throw expired
    const from = Number(options.continue ?? 0)
    const to = Math.min(this.#total, from + (options.limit ?? this.#total))
    const items = Array.from({ length: to - from }, (_, at) => ({ metadata: { name: `p${from + at}` } }))
    if (items.length > 0) yield { type: 'items', items }
    yield {
      type: 'end',
      kind: 'PodList',
      metadata: { resourceVersion: `rv:${from}`, ...(to < this.#total && { continue: `${to}` }) },
    }
  }
}

/** A list whose first part is an error. */
function failing(wait: () => Promise<never>): AsyncIterable<never> {
  return { [Symbol.asyncIterator]: () => ({ next: wait }) }
}

const signal = new AbortController().signal
const pager = (pages: Pages, options: PagerOptions = {}): Pager<KubernetesObject> =>
  new Pager(pages, { pageSize: 10, ...options })

describe('Pager', () => {
  it('PAG-1 FEAT-A8 reads any number of pages as one list, with the version of the first', async () => {
    for (const [total, requests] of [
      [0, 1],
      [9, 1],
      [10, 1],
      [11, 2],
      [25, 3],
    ] as const) {
      const pages = new Pages(total)
      const { items, metadata, paginated } = await pager(pages).list({}, { signal })
      expect(items.map((item) => item.metadata?.name)).toEqual(
        Array.from({ length: total }, (_, at) => `p${at}`),
      )
      expect([metadata.resourceVersion, metadata.continue]).toEqual(['rv:0', undefined])
      expect([paginated, pages.requests.length]).toEqual([requests > 1, requests])
    }
  })

  it('asks for 500 a page unless told, and for everything with a page size of 0', async () => {
    const pages = new Pages(1)
    await new Pager(pages).list({}, { signal })
    await pager(pages, { pageSize: 0 }).list({}, { signal })
    await pager(pages).list({ limit: 7 }, { signal })
    expect(pages.requests).toEqual([{ limit: 500 }, {}, { limit: 7 }])
  })

  it('PAG-2 rejects with the expiry of a later page when told so, having said that there are pages', async () => {
    let paginated = false
    const outcome = pager(new Pages(25, 2), { fullListIfExpired: false }).list(
      {},
      { signal, onPaginated: () => (paginated = true) },
    )
    await expect(outcome).rejects.toBe(expired)
    expect(paginated).toBe(true)
  })

  it('PAG-3 FEAT-A9 asks for everything at the version first asked for when a later page has expired', async () => {
    for (const page of [2, 3]) {
      const pages = new Pages(25, page)
      const asked = {
        resourceVersion: '5',
        resourceVersionMatch: 'NotOlderThan',
        labelSelector: 'a',
      } as const
      const { items, paginated } = await pager(pages).list(asked, { signal })
      expect([items.length, paginated]).toEqual([25, true])
      expect(pages.requests.at(-1)).toEqual(asked)
    }
  })

  it('PAG-3 rejects with the expiry of the first page', async () => {
    const list = (): AsyncIterable<never> => failing(() => Promise.reject(expired))
    await expect(new Pager({ list }).list({}, { signal })).rejects.toBe(expired)
  })

  it('PAG-4 FEAT-A8 sends the version with the first page alone', async () => {
    const pages = new Pages(25)
    await pager(pages).list(
      { resourceVersion: '5', resourceVersionMatch: 'Exact', fieldSelector: 'f' },
      { signal },
    )
    expect(pages.requests).toEqual([
      { resourceVersion: '5', resourceVersionMatch: 'Exact', fieldSelector: 'f', limit: 10 },
      { fieldSelector: 'f', limit: 10, continue: '10' },
      { fieldSelector: 'f', limit: 10, continue: '20' },
    ])
  })

  it('PAG-5 visits every object', async () => {
    const seen: (string | undefined)[] = []
    await pager(new Pages(25)).eachListItem({}, (object) => void seen.push(object.metadata?.name), { signal })
    expect(seen).toEqual(Array.from({ length: 25 }, (_, at) => `p${at}`))
  })

  it('PAG-5 has visited exactly the first page when the second has expired', async () => {
    let visited = 0
    await expect(pager(new Pages(25, 2)).eachListItem({}, () => void visited++, { signal })).rejects.toBe(
      expired,
    )
    expect(visited).toBe(10)
  })

  it('PAG-5 stops at the object whose visit throws', async () => {
    let visited = 0
    const visit = (): void => {
      if (++visited === 12) throw new Error('enough')
    }
    await expect(pager(new Pages(25)).eachListItem({}, visit, { signal })).rejects.toThrow('enough')
    expect(visited).toBe(12)
  })

  it('PAG-5 finishes the page it is at when it is aborted', async () => {
    const controller = new AbortController()
    let visited = 0
    const visit = (): void => {
      if (++visited === 13) controller.abort('stop')
    }
    await expect(pager(new Pages(50)).eachListItem({}, visit, controller)).rejects.toBe('stop')
    expect(visited).toBe(20)
  })

  it('PAG-5 stops waiting for a page when it is aborted', async () => {
    const controller = new AbortController()
    const gone = Promise.withResolvers<never>()
    controller.signal.addEventListener('abort', () => gone.reject(new Error('gone')))
    const list = (): AsyncIterable<never> => failing(() => gone.promise)
    const outcome = new Pager({ list }).eachListItem({}, () => undefined, controller)
    controller.abort('stop')
    await expect(outcome).rejects.toBe('stop')
  })

  it('PAG-6 FEAT-A10 reads ahead by its buffer and one page', async () => {
    for (const [pageBufferSize, ahead] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [10, 4],
    ] as const) {
      const pages = new Pages(50)
      const clock = new TestClock()
      const wait = Promise.withResolvers<void>()
      const reading = pager(pages, { pageBufferSize }).eachListItem({}, () => wait.promise, { signal })
      await clock.settle()
      expect(pages.requests).toHaveLength(1 + ahead)
      wait.resolve()
      await reading
      expect(pages.requests).toHaveLength(5)
    }
  })

  it('FAULT-A18 follows the pages of a full list too, on a server that has a largest page', async () => {
    const pages = new Pages(25, 2)
    const capped = { list: (options: ListOptions) => pages.list({ ...options, limit: 10 }) }
    const { items } = await new Pager(capped).list({}, { signal })
    expect(items).toHaveLength(25)
    expect(pages.requests.map((request) => request.continue)).toEqual([
      undefined,
      '10',
      undefined,
      '10',
      '20',
    ])
  })

  it('refuses a token that leads to where it came from, rather than to ask for ever', async () => {
    const end = {
      type: 'end',
      kind: 'PodList',
      metadata: { resourceVersion: '1', continue: 'same' },
    } as const
    const stuck = new Pager({ list: () => Readable.from([end]) })
    const refused = { name: 'InvalidListError', problem: 'continue' }
    await expect(stuck.list({}, { signal })).rejects.toMatchObject(refused)
    await expect(stuck.eachListItem({}, () => undefined, { signal })).rejects.toMatchObject(refused)
  })

  it('PAG-6 refuses a buffer of less than nothing', () => {
    expect(() => pager(new Pages(1), { pageBufferSize: -1 })).toThrow(RangeError)
  })
})
