import { seededRandom, systemRandom } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

const draws = (seed: number, count: number): number[] => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('seededRandom', () => {
  it('gives the same numbers for the same seed', () => {
    expect(draws(42, 100)).toEqual(draws(42, 100))
  })

  it.each([
    [1, 2],
    [0, 2 ** 32],
    [1, -1],
    [0.25, 0.5],
  ])('gives other numbers for seed %d than for seed %d', (one, other) => {
    expect(draws(one, 3)).not.toEqual(draws(other, 3))
  })

  it('spreads evenly over [0, 1)', () => {
    const tenths = Array.from({ length: 10 }, () => 0)
    for (const number of draws(7, 100_000)) {
      expect(number >= 0 && number < 1).toBe(true)
      const tenth = Math.floor(number * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })
})

describe('systemRandom', () => {
  it('gives numbers in [0, 1)', () => {
    const number = systemRandom.next()
    expect(number >= 0 && number < 1).toBe(true)
  })
})
