import { InvalidDurationError, parseDuration } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

describe('parseDuration', () => {
  it.each([
    ['500ms', 500],
    ['2.5s', 2500],
    ['1m', 60_000],
    ['1h30m', 5_400_000],
    ['1h0m0.5s', 3_600_500],
    ['1500us', 1.5],
    ['1500µs', 1.5],
    ['1000000ns', 1],
    ['0', 0],
    [1234, 1234],
    [-5, 0],
    [Infinity, Infinity],
  ])('reads %j as %d ms', (duration, milliseconds) => {
    expect(parseDuration(duration)).toBe(milliseconds)
  })

  it.each(['', '5', 'm', '1x', '-1s', '1s ', ' 1s', '1 s', '1h30', '.5s', '1e3s', '1mm', Number.NaN])(
    'refuses %j, naming it',
    (duration) => {
      expect(() => parseDuration(duration)).toThrow(InvalidDurationError)
      expect(() => parseDuration(duration)).toThrow(String(duration))
    },
  )

  it('refuses a long wrong text at once', () => {
    expect(() => parseDuration(`${'1'.repeat(100_000)}x`)).toThrow(InvalidDurationError)
  })
})
