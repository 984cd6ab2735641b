import { FrameTooLargeError, LineSplitter } from '@rxkube/client'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunked } from './support/chunked.ts'

function split(bytes: Buffer, sizes: readonly number[], limit?: number): string[] {
  const splitter = new LineSplitter(limit)
  const lines: string[] = []
  for (const chunk of chunked(bytes, sizes))
    for (const line of splitter.push(chunk)) lines.push(line.toString())
  return lines
}

describe('LineSplitter', () => {
  it('FAULT-B1 gives the same lines for every chunking, inside UTF-8 and at U+2028 too', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'ä', '€', '😀', '\u2028', '"', '\\', ' ') })
    fc.assert(
      fc.property(
        fc.array(line),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
        (lines, sizes) => {
          const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(''))
          expect(split(bytes, sizes)).toEqual(lines.filter((each) => each !== ''))
        },
      ),
    )
  })

  it('FAULT-B1 leaves the rest after the last line end', () => {
    const splitter = new LineSplitter()
    expect([...splitter.push(Buffer.from('a\nb'))].map(String)).toEqual(['a'])
    expect(splitter.rest().toString()).toBe('b')
  })

  it('FAULT-B11 gives up a line over the limit, saying its size, whether it comes in one piece or in many', () => {
    const bytes = Buffer.from(`${'x'.repeat(101)}\n`)
    expect(() => split(bytes, [1000], 100)).toThrow(FrameTooLargeError)
    expect(() => split(bytes, [7], 100)).toThrow('a frame of at least 101 bytes is over the limit of 100')
    expect(split(Buffer.from(`${'x'.repeat(100)}\n`), [7], 100)).toHaveLength(1)
  })
})
