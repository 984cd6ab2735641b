import { FieldSelector, parseFieldSelector, SelectorSyntaxError } from '@rxkube/meta'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('parseFieldSelector', () => {
  it.each([
    ['', ''],
    ['metadata.name=a', 'metadata.name=a'],
    ['metadata.name==a', 'metadata.name=a'],
    ['status.phase!=Running,spec.nodeName=n', 'status.phase!=Running,spec.nodeName=n'],
    ['a=', 'a='],
    [',a=b,', 'a=b'],
    [String.raw`a=x\,y\=z\\`, String.raw`a=x\,y\=z\\`],
    ['a=x!y', 'a=x!y'],
  ])('reads %j as %j', (text, written) => {
    expect(parseFieldSelector(text).toString()).toBe(written)
  })

  it.each([
    ['a', 0],
    ['x=1,b', 4],
    ['a=b=c', 3],
    [String.raw`a=\x`, 3],
    ['a=b\\', 3],
    ['x=1,a!b', 4],
  ])('refuses %j, at position %d', (text, position) => {
    expect(() => parseFieldSelector(text)).toThrow(SelectorSyntaxError)
    expect(() => parseFieldSelector(text)).toThrow(`position ${position}:`)
  })

  it('means the same after being written and read, whatever the values are', () => {
    const requirement = fc.record({
      field: fc.constantFrom('metadata.name', 'spec.x'),
      operator: fc.constantFrom('=' as const, '!=' as const),
      value: fc.string({ unit: fc.constantFrom('a', 'b', ',', '=', '\\', '!') }),
    })
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 4 }), (requirements) => {
        const selector = new FieldSelector(requirements)
        expect(parseFieldSelector(selector.toString()).requirements).toEqual(requirements)
      }),
    )
  })
})

describe('FieldSelector', () => {
  it.each([
    ['a=b', { a: 'b' }, true],
    ['a=b', { a: 'c' }, false],
    ['a!=b', { a: 'c' }, true],
    ['a!=b', {}, true],
    ['a=', {}, true],
    ['a!=', {}, false],
    ['a=b,c=d', { a: 'b', c: 'd' }, true],
    ['a=b,c=d', { a: 'b', c: 'e' }, false],
    ['constructor=', {}, true],
  ])('%j on %j: %j', (text, fields, matches) => {
    expect(parseFieldSelector(text).matches(fields)).toBe(matches)
  })

  it('knows everything', () => {
    expect(FieldSelector.everything.isEmpty).toBe(true)
    expect(FieldSelector.everything.matches({})).toBe(true)
    expect(parseFieldSelector('a=b').isEmpty).toBe(false)
  })
})
