import { describe, expect, it } from 'vitest'
import type { Measurement } from '../src/measure/measurement.ts'
import { median, table } from '../src/table.ts'

const measurement = (figures: Partial<Measurement> = {}): Measurement => ({
  contender: 'a',
  pods: 1000,
  syncMs: 100,
  syncCpuMs: 100,
  syncBlockMs: 10,
  syncBlockCpuMs: 9,
  heapPerPod: 6500,
  peakRss: 300e6,
  events: 10,
  eventsPerCpuSecond: 20_000,
  watchBlockMs: 8,
  watchBlockCpuMs: 7,
  heapAfterStop: 1e6,
  heapAfterSecondStop: 0,
  ...figures,
})

/** The cells of a Markdown table. */
const cells = (text: string): string[][] =>
  text.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

describe('the median of rounds', () => {
  it('is taken of each figure by itself, by size and not by name', () => {
    const rounds = [
      measurement({ syncMs: 9, syncBlockMs: 100 }),
      measurement({ syncMs: 100, syncBlockMs: 9 }),
      measurement({ syncMs: 20, syncBlockMs: 1000 }),
    ]
    expect(median(rounds)).toMatchObject({ contender: 'a', syncMs: 20, syncBlockMs: 100 })
  })

  it('is taken of every figure there is', () => {
    const one = measurement()
    const figures = Object.keys(one).filter((name) => !['contender', 'pods', 'events'].includes(name))
    const larger = Object.fromEntries(figures.map((name) => [name, 1e9]))
    expect(median([one, measurement(larger), measurement(larger)])).toMatchObject(larger)
  })

  it('does not exist without a round', () => {
    expect(median([])).toBeUndefined()
  })
})

describe('the table', () => {
  it('has a cell for each contender and figure', () => {
    const text = table(50_000, [
      { contender: 'a', median: measurement() },
      { contender: 'b', pods: 50_000, error: 'ended early (1)' },
    ])
    const [head, line, a, b] = cells(text)
    expect(head?.slice(0, 3)).toEqual(['50,000 pods', 'sync ms', 'pods/CPU-s'])
    expect(line?.slice(0, 2)).toEqual(['---', '---:'])
    expect(a?.slice(0, 4)).toEqual(['a', '100', '10000', '10'])
    expect(b?.slice(0, 3)).toEqual(['b', 'failed: ended early (1)', ''])
    expect(new Set(cells(text).map(({ length }) => length)).size).toBe(1)
  })

  it('says how many times client-node’s figure each is, where client-node ran', () => {
    const rows = [
      { contender: 'a', median: measurement() },
      { contender: 'client-node', median: measurement({ syncMs: 200, syncBlockMs: 5000 }) },
    ]
    const [, , a, clientNode] = cells(table(1000, rows))
    expect(a?.slice(1, 4)).toEqual(['100 (0.50×)', '10000 (1.00×)', '10 (0.002×)'])
    expect(clientNode?.slice(1, 4)).toEqual(['200', '10000', '5000'])
  })

  it('compares with no client-node that failed', () => {
    const [, , a] = cells(
      table(1000, [
        { contender: 'a', median: measurement() },
        { contender: 'client-node', pods: 1000, error: 'no memory' },
      ]),
    )
    expect(a?.[1]).toBe('100')
  })

  it('shows what is left after a stop as it is, and no minus before nothing', () => {
    const left = { heapAfterStop: -12_000, heapAfterSecondStop: -1.26e6 }
    const [, , a] = cells(table(1000, [{ contender: 'a', median: measurement(left) }]))
    expect(a?.slice(-2)).toEqual(['0.0', '-1.3'])
  })
})
