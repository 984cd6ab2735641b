import { InvalidListError, jsonDecoder, listBody, type ListPart } from '@rxkube/client'
import { systemClock, TestClock, type Clock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkedBody } from './support/chunked.ts'
import { failure } from './support/objects.ts'

interface Read {
  readonly items: unknown[]
  readonly end: Extract<ListPart<unknown>, { type: 'end' }>
}

async function read(
  body: string | Buffer,
  sizes: readonly number[] = [65_536],
  clock: Clock = new TestClock(),
): Promise<Read> {
  const items: unknown[] = []
  const parts = listBody<KubernetesObject>(chunkedBody(body, sizes), {
    decode: jsonDecoder,
    clock,
    path: '/api/v1/pods',
  })
  for await (const part of parts) {
    if (part.type === 'end') return { items, end: part }
    items.push(...part.items)
  }
  throw new Error('no end')
}

const problem = (body: string): Promise<string> =>
  read(body).then(
    () => 'none',
    (error: unknown) => (error instanceof InvalidListError ? error.problem : String(error)),
  )

const list = { kind: 'PodList', apiVersion: 'v1', metadata: { resourceVersion: '7' } }

describe('listBody', () => {
  it('FAULT-B1 FAULT-B2 agrees with JSON.parse for any values, key order, whitespace and chunking, and refuses every beginning', async () => {
    const value = fc.jsonValue({ maxDepth: 4 })
    const item = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('items', 'metadata', 'kind', '"]}', '\\"')),
      value,
    )
    const others = fc.dictionary(
      fc.string().filter((key) => !['items', 'kind', 'apiVersion', 'metadata', '__proto__'].includes(key)),
      value,
    )
    const history = fc.record({
      items: fc.array(item, { maxLength: 6 }),
      others,
      order: fc.integer(),
      indent: fc.constantFrom(undefined, 2, '\t'),
      sizes: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      cut: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    })
    await fc.assert(
      fc.asyncProperty(history, async ({ items, others: more, order, indent, sizes, cut }) => {
        const entries = Object.entries({ ...more, ...list, items }).toSorted(
          ([a], [b]) => ((a.length * 31 + order) % 7) - ((b.length * 31 + order) % 7),
        )
        const text = JSON.stringify(Object.fromEntries(entries), null, indent)
        const { items: got, end } = await read(text, sizes)
        expect(got).toEqual((JSON.parse(text) as { items: unknown[] }).items)
        expect(end).toEqual({ type: 'end', ...list })
        const bytes = Buffer.from(text)
        await expect(read(bytes.subarray(0, Math.floor(bytes.length * cut)), sizes)).rejects.toThrow(
          InvalidListError,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('is not fooled by escapes in keys, by items inside other objects, nor by brackets in strings', async () => {
    const text = `{"other":{"items":[1]},"kind":"PodList","it\\u0065ms" : [ {"a":"]}\\\\\\"","items":[{}]} , {"b":[[]]} ],"metadata":{"resourceVersion":"7","x":{"items":[]}}}\n`
    for (const size of [1, 2, 3, 5, 7, 1000]) {
      const { items } = await read(text, [size])
      expect(items).toEqual([{ a: ']}\\"', items: [{}] }, { b: [[]] }])
    }
  })

  it('FAULT-A21 takes items: null for an empty list', async () => {
    expect((await read(JSON.stringify({ ...list, items: null }))).items).toEqual([])
  })

  it('FAULT-A21 tells what is no list: HTML, Status, wrong kind, no items, no version, not JSON, cut off', async () => {
    const text = (fields: object): string => JSON.stringify({ ...list, items: [], ...fields })
    expect(await problem('\n<!doctype html><html></html>')).toBe('html')
    expect(await problem('{"kind":"Status","status":"Success","metadata":{}}')).toBe('status')
    expect(await problem(text({ kind: 'Pod' }))).toBe('kind')
    expect(await problem(text({ kind: undefined }))).toBe('kind')
    expect(await problem(JSON.stringify(list))).toBe('items')
    expect(await problem(text({ items: {} }))).toBe('items')
    expect(await problem(text({ items: [1] }))).toBe('items')
    expect(await problem(text({ metadata: {} }))).toBe('resource-version')
    expect(await problem(text({ metadata: { resourceVersion: '' } }))).toBe('resource-version')
    expect(await problem('ok')).toBe('not-json')
    expect(await problem('[]')).toBe('not-an-object')
    expect(await problem('')).toBe('truncated')
    expect(await problem(`${text({})}{}`)).toBe('malformed')
    expect(await problem(text({}).replace('[]', '[{]}]'))).toBe('malformed')
  })

  it('throws the ApiError of a Status of failure that came with success', async () => {
    await expect(read(JSON.stringify(failure(410, 'Expired')))).rejects.toMatchObject({
      name: 'ApiError',
      code: 410,
    })
  })

  it('hands a Table on with its kind, and without its rows', async () => {
    const table = { ...list, kind: 'Table', columnDefinitions: [{}], rows: [{ cells: ['a', { items: [] }] }] }
    const { items, end } = await read(JSON.stringify(table), [3])
    expect([items, end.kind]).toEqual([[], 'Table'])
  })

  it('tells items whose kind nobody knows beforehand the kind of their list', async () => {
    const kinds = async (kind: string): Promise<unknown[]> => {
      const body = chunkedBody(JSON.stringify({ ...list, kind, items: [{}] }), [10])
      const type = { apiVersion: 'v1', kind: '' }
      for await (const part of listBody<KubernetesObject>(body, {
        decode: jsonDecoder,
        clock: systemClock,
        path: '',
        type,
      }))
        if (part.type === 'items') return part.items.map((item) => [item.apiVersion, item.kind])
      return []
    }
    expect(await kinds('PodList')).toEqual([['v1', 'Pod']])
    expect(await kinds('List')).toEqual([[undefined, undefined]])
  })

  it('passes an object 9,999 levels deep', async () => {
    const deep = `${'{"a":'.repeat(9998)}{}${'}'.repeat(9998)}`
    const { items } = await read(
      `{"kind":"XList","metadata":{"resourceVersion":"1"},"items":[${deep}]}`,
      [1000],
    )
    expect(items).toHaveLength(1)
  })

  it('gives no text of a broken object away', async () => {
    const error = await read('{"kind":"SecretList","items":[{"data":{"k":canary}}]}').catch(
      (each: unknown) => each,
    )
    expect(String(error) + JSON.stringify(error) + String((error as Error).cause)).not.toContain('canary')
  })

  it('FAULT-A26 yields to the event loop within a list that is there all at once', async () => {
    const text = JSON.stringify({ ...list, items: Array.from({ length: 2001 }, (_, at) => ({ at })) })
    let yields = 0
    const clock: Clock = { ...systemClock, yield: () => (yields++, Promise.resolve()) }
    await read(text, [text.length], clock)
    expect(yields).toBeGreaterThanOrEqual(4)
  })
})
