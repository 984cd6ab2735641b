import {
  compareResourceVersion,
  InvalidResourceVersionError,
  isComparableResourceVersion,
} from '@rxkube/meta'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('compareResourceVersion', () => {
  it('agrees with integers of any length', () => {
    const versions = fc.bigInt({ min: 1n, max: 2n ** 200n })
    fc.assert(
      fc.property(versions, versions, (a, b) => {
        expect(compareResourceVersion(String(a), String(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })

  it('tells neighbours apart that are the same as numbers', () => {
    expect(Number('9007199254740992')).toBe(Number('9007199254740993'))
    expect(compareResourceVersion('9007199254740992', '9007199254740993')).toBe(-1)
  })

  it.each(['', '0', '01', '-1', '+1', '1.5', '1e3', ' 1', '1 ', '１', 'abc', '0x10'])(
    'refuses %j on either side, naming it',
    (version) => {
      expect(isComparableResourceVersion(version)).toBe(false)
      expect(() => compareResourceVersion(version, '1')).toThrow(InvalidResourceVersionError)
      expect(() => compareResourceVersion('1', version)).toThrow(`"${version}"`)
    },
  )

  it('knows which versions it can compare', () => {
    expect(isComparableResourceVersion('1')).toBe(true)
    expect(isComparableResourceVersion('123456789012345678901234567890')).toBe(true)
    expect(isComparableResourceVersion(undefined)).toBe(false)
  })
})
