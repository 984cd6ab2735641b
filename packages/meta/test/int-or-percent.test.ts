import { getScaledValueFromIntOrPercent, InvalidIntOrPercentError } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

describe('getScaledValueFromIntOrPercent', () => {
  it.each([
    [123, 0, true, 123],
    ['90%', 100, true, 90],
    ['90%', 1000, true, 900],
    ['99%', 99, true, 99],
    ['99%', 99, false, 98],
    ['25%', 10, true, 3],
    ['25%', 10, false, 2],
    ['0%', 10, true, 0],
    ['100%', 7, false, 7],
    ['150%', 10, true, 15],
    ['50%', 0, true, 0],
  ])('%j of %d, rounding up: %j, is %d', (value, total, roundUp, scaled) => {
    expect(getScaledValueFromIntOrPercent(value, total, roundUp)).toBe(scaled)
  })

  it.each(['5', '%', '', '5.5%', '5%%', ' 5%', 'a%', 1.5, Number.NaN, null, undefined])(
    'refuses %j, naming it',
    (value) => {
      expect(() => getScaledValueFromIntOrPercent(value, 10, true)).toThrow(InvalidIntOrPercentError)
      expect(() => getScaledValueFromIntOrPercent(value, 10, true)).toThrow(JSON.stringify(value ?? null))
    },
  )
})
