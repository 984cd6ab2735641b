import { InvalidListError, jsonDecoder, LineSplitter, listBody, watchBody } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import fc from 'fast-check'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { chunked, chunkedBody } from './support/chunked.ts'

const clock = new TestClock()
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })

async function readList(body: string | Buffer, chunks: readonly number[] = [7]): Promise<unknown[]> {
  const options = { decode: jsonDecoder, clock, path: '/api/v1/pods' }
  const items: unknown[] = []
  for await (const part of listBody(chunkedBody(body, chunks), options))
    if (part.type === 'items') for (const item of part.items) items.push(item)
  return items
}

const refused = (body: string | Buffer): Promise<unknown> =>
  readList(body).then(
    () => 'accepted',
    (error: unknown) => (error instanceof InvalidListError ? error.problem : error),
  )

/** A key written in one of the ways that JSON allows. */
function written(key: string, escape: boolean): string {
  if (!escape) return JSON.stringify(key)
  return `"${key
    .split('')
    .map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')}"`
}

describe('the list splitter', () => {
  it('takes keys in any order, escaped or not, twice where they are not items, and whitespace anywhere, as JSON.parse does', async () => {
    const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/)
    const field = fc.tuple(
      fc.constantFrom('kind', 'apiVersion', 'metadata', 'other', 'items2', '__proto__'),
      fc.boolean(),
    )
    const value = new Map(
      Object.entries({
        kind: '"PodList"',
        apiVersion: '"v1"',
        metadata: '{"resourceVersion":"7","items":[1]}',
        other: '{"items":[{"items":[]}],"a":1e400,"b":-0.0,"c":1E-7}',
      }),
    )
    const history = fc.record({
      before: fc.array(field),
      after: fc.array(field),
      space,
      sizes,
      escape: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(history, async ({ before, after, space: s, sizes: chunks, escape }) => {
        const text = (fields: readonly (readonly [string, boolean])[]): string[] =>
          fields.map(
            ([key, escaped]) => `${s}${written(key, escaped)}${s}:${s}${value.get(key) ?? 'null'}${s}`,
          )
        const items = `${s}${written('items', escape)}${s}:${s}[${s}{"n":1e400}${s},${s}{"\\u0061":"\\ud83d\\ude00"}${s}]${s}`
        const all = [...text(before), items, ...text([...after, ['kind', false], ['metadata', true]])]
        const body = `${s}{${all.join(',')}}${s}\n`
        const { items: expected } = JSON.parse(body) as { items: object[] }
        expect(await readList(body, chunks)).toEqual(expected)
      }),
    )
  })

  it('accepts nothing that JSON.parse refuses, whatever byte is put, taken or doubled anywhere but in a Table’s rows', async () => {
    const good = Buffer.from(
      '{"kind":"PodList","other":[{"a":[1,"]"]},-1.5e3,null],"metadata":{"resourceVersion":"7"},"items":[{"a":"\\"}"},{"b":[]}]}',
    )
    const damage = fc.record({
      at: fc.nat(good.length),
      byte: fc.constantFrom(...Buffer.from('{}[],:"\\ 0e-nt\u0001')),
      how: fc.constantFrom('put', 'replace', 'take', 'double'),
      sizes,
    })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, byte, how, sizes: chunks }) => {
        const [head, tail] = [good.subarray(0, at), good.subarray(at)]
        const middle = how === 'double' ? tail.subarray(0, 3) : Buffer.from(how === 'take' ? [] : [byte])
        const rest = how === 'put' || how === 'double' ? tail : tail.subarray(1)
        const body = Buffer.concat([head, middle, rest])
        const got = await readList(body, chunks).catch(() => undefined)
        if (got === undefined) return
        expect(got).toEqual((JSON.parse(body.toString()) as { items: unknown }).items ?? [])
      }),
      { numRuns: 3000 },
    )
  })

  it('refuses a second list of items, a byte order mark, and anything after the end', async () => {
    const list = '{"kind":"PodList","metadata":{"resourceVersion":"7"},"items":[]'
    expect(await refused(`${list},"\\u0069tems":[{}]}`)).toBe('items')
    expect(await refused(`\ufeff${list}}`)).toBe('not-json')
    expect(await refused(`${list}}x`)).toBe('malformed')
    expect(await refused(`${list}}\0`)).toBe('malformed')
    expect(await refused(`${list}}${list}}`)).toBe('malformed')
    expect(await readList(`${list}} \r\n\t`)).toEqual([])
  })

  it('repeats nothing of what it refuses, and of a kind no more than a beginning', async () => {
    const bodies = [
      '{"canary":canary}',
      '{"metadata":canary',
      '{"metadata":{"canary":canary}}',
      '{"canary":"canary\u0001"}',
      `{"kind":"${'x'.repeat(5000)}","items":[],"metadata":{"resourceVersion":"1"}}`,
    ]
    for (const body of bodies) {
      const error = await readList(body).catch((each: unknown) => each)
      expect(error).toBeInstanceOf(InvalidListError)
      expect(inspect(error, { depth: 10 })).not.toContain('canary')
      expect((error as Error).message.length).toBeLessThan(400)
    }
  })
})

describe('the line splitter', () => {
  it('gives the lines that a split of the whole gives, for any bytes and any chunks', () => {
    const bytes = fc.array(fc.constantFrom(10, 13, 0, 0xe2, 0x80, 0xa8, 0x41), { maxLength: 200 })
    fc.assert(
      fc.property(bytes, sizes, (all, chunks) => {
        const body = Buffer.from(all)
        const splitter = new LineSplitter()
        const lines: string[] = []
        for (const chunk of chunked(body, chunks))
          for (const line of splitter.push(chunk)) lines.push(line.toString('latin1'))
        const rest = splitter.rest().toString('latin1')
        const expected = body.toString('latin1').split('\n')
        expect(rest).toBe(expected.pop())
        expect(lines).toEqual(expected.filter((line) => line !== ''))
      }),
    )
  })
})

describe('a watch’s body', () => {
  const read = async (text: string): Promise<string[]> => {
    const parts = watchBody<KubernetesObject>(chunkedBody(text, [3]), { decode: jsonDecoder, clock })
    return (await Array.fromAsync(parts)).flat().map(({ type }) => type)
  }

  it('skips lines of nothing but whitespace, and takes line ends of two characters', async () => {
    expect(await read('\r\n \t\r\n{"type":"ADDED","object":{}}\r\n\r\n')).toEqual(['ADDED'])
  })

  it('ends with an ERROR event at what is no event', async () => {
    for (const line of [
      '[]',
      'null',
      '{"type":"ADDED"}',
      '{"type":"ADDED","object":[]}',
      '{"type":1,"object":{}}',
      '{}{}',
      '\ufeff{}',
    ])
      expect(await read(`${line}\n{"type":"ADDED","object":{}}\n`)).toEqual(['ERROR'])
  })
})
