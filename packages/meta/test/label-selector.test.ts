import {
  InvalidRequirementError,
  LabelSelector,
  labelSelectorFrom,
  parseLabelSelector,
  SelectorSyntaxError,
  type LabelRequirement,
} from '@rxkube/meta'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('parseLabelSelector', () => {
  it.each([
    ['', ''],
    ['  ', ''],
    ['x=a', 'x=a'],
    ['x==a', 'x=a'],
    [' x = a , y != b ', 'x=a,y!=b'],
    ['y=b,x=a', 'x=a,y=b'],
    ['x in (b, a)', 'x in (a,b)'],
    ['x notin (a,b,a)', 'x notin (a,b)'],
    ['x in (a)', 'x=a'],
    ['x', 'x'],
    ['!x', '!x'],
    ['! x', '!x'],
    ['x,!y', 'x,!y'],
    ['x=', 'x='],
    ['x=,z=w', 'x=,z=w'],
    ['x!=', 'x!='],
    ['x in (,a)', 'x in (,a)'],
    ['x in (a,)', 'x in (,a)'],
    ['x in (a,,b)', 'x in (,a,b)'],
    ['x>1', 'x>1'],
    ['x<7', 'x<7'],
    ['in in (in,notin)', 'in in (in,notin)'],
    ['notin', 'notin'],
    ['example.com/tier in (front)', 'example.com/tier=front'],
    ['x\tin\n(a)', 'x=a'],
  ])('reads %j as %j', (text, written) => {
    expect(parseLabelSelector(text).toString()).toBe(written)
    expect(parseLabelSelector(written).toString()).toBe(written)
  })

  it.each([
    ['x=a||y=b', 2],
    ['x==a==b', 4],
    ['!x=a', 2],
    ['x<a', 0],
    ['x>1,y>', 4],
    ['x>99a', 0],
    ['x=a,', 4],
    [',x', 0],
    ['x in a', 5],
    ['x in (a', 7],
    ['x in a)', 5],
    ['x in ()', 0],
    ['x in (a b)', 8],
    ['x notin', 7],
    ['x y', 2],
    ['=a', 0],
    ['x=(a)', 2],
    ['!', 1],
    ['!!x', 1],
    ['x=a b', 4],
    ['-x', 0],
    ['x=_a', 2],
    ['x in (a,_b)', 8],
    ['x>-1', 2],
    ['a/b/c', 0],
    ['UPPER.com/x', 0],
    ['x'.repeat(64), 0],
  ])('refuses %j, at position %d', (text, position) => {
    expect(() => parseLabelSelector(text)).toThrow(SelectorSyntaxError)
    expect(() => parseLabelSelector(text)).toThrow(`position ${position}:`)
  })

  it('reads a selector of 100,000 values', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => `v${index}`)
    const selector = parseLabelSelector(`x in (${values.join(',')})`)
    expect(selector.matches({ x: 'v99999' })).toBe(true)
    expect(selector.matches({ x: 'w' })).toBe(false)
  })

  it('refuses a long key at once', () => {
    expect(() => parseLabelSelector(`${'a-'.repeat(50_000)}=x`)).toThrow(SelectorSyntaxError)
  })
})

describe('LabelSelector', () => {
  it.each([
    ['', {}, true],
    ['x=y', { x: 'y' }, true],
    ['x=y', { x: 'z' }, false],
    ['x=y', {}, false],
    ['x=', { x: '' }, true],
    ['x=', {}, false],
    ['x!=y', {}, true],
    ['x!=y', { x: 'y' }, false],
    ['x!=y', { x: 'z' }, true],
    ['x in (a,b)', { x: 'b' }, true],
    ['x in (a,b)', {}, false],
    ['x notin (a,b)', {}, true],
    ['x notin (a,b)', { x: 'a' }, false],
    ['x', { x: '' }, true],
    ['x', {}, false],
    ['!x', {}, true],
    ['!x', { x: '' }, false],
    ['x>1', { x: '2' }, true],
    ['x>1', { x: '1' }, false],
    ['x>1', { x: 'two' }, false],
    ['x<10', { x: '9' }, true],
    ['x>9007199254740992', { x: '9007199254740993' }, true],
    ['x=a,y=b', { x: 'a', y: 'b', z: 'c' }, true],
    ['x=a,y=b', { x: 'a' }, false],
    ['constructor', {}, false],
    ['!toString', {}, true],
  ])('%j on %j: %j', (text, labels, matches) => {
    expect(parseLabelSelector(text).matches(labels)).toBe(matches)
  })

  it('takes no labels for none', () => {
    expect(parseLabelSelector('!x').matches(undefined)).toBe(true)
    expect(parseLabelSelector('x').matches(null)).toBe(false)
  })

  it('knows everything and nothing', () => {
    expect(LabelSelector.everything.isEmpty).toBe(true)
    expect(LabelSelector.everything.isNothing).toBe(false)
    expect(LabelSelector.everything.matches({})).toBe(true)
    expect(LabelSelector.nothing.isNothing).toBe(true)
    expect(LabelSelector.nothing.isEmpty).toBe(false)
    expect(LabelSelector.nothing.matches({})).toBe(false)
    expect(LabelSelector.nothing.matches({ nothing: '' })).toBe(false)
  })

  it('is written for a server so that nothing never becomes everything', () => {
    const sent = parseLabelSelector(LabelSelector.nothing.toString())
    expect(sent.isEmpty).toBe(false)
    expect(sent.matches({ nothing: '' })).toBe(false)
    expect(sent.matches({})).toBe(false)
  })

  it('means the same after being written and read, whatever it is', () => {
    const key = fc.constantFrom('a', 'b', 'in', 'example.com/c')
    const value = fc.constantFrom('', 'x', 'y', '3', '10')
    const values = fc.uniqueArray(value, { minLength: 1, maxLength: 3 })
    const requirement = fc.oneof(
      fc.record({ key, operator: fc.constantFrom('In' as const, 'NotIn' as const), values }),
      fc.record({
        key,
        operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const),
        values: fc.constant([]),
      }),
      fc.record({
        key,
        operator: fc.constantFrom('Gt' as const, 'Lt' as const),
        values: fc.constantFrom(['3'], ['4']),
      }),
    )
    const labels = fc.dictionary(key, value)
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 4 }), labels, (requirements, own) => {
        const selector = new LabelSelector(requirements)
        const again = parseLabelSelector(selector.toString())
        expect(again.toString()).toBe(selector.toString())
        expect(again.matches(own)).toBe(selector.matches(own))
      }),
    )
  })

  it.each<LabelRequirement>([
    { key: '', operator: 'Exists', values: [] },
    { key: 'x', operator: 'In', values: [] },
    { key: 'x', operator: 'Exists', values: ['a'] },
    { key: 'x', operator: 'Gt', values: ['1', '2'] },
    { key: 'x', operator: 'In', values: ['not a value'] },
  ])('refuses the requirement %j', (requirement) => {
    expect(() => new LabelSelector([requirement])).toThrow(InvalidRequirementError)
  })
})

describe('labelSelectorFrom', () => {
  it('matches nothing without a selector, and everything with an empty one', () => {
    expect(labelSelectorFrom(undefined).isNothing).toBe(true)
    expect(labelSelectorFrom(null).isNothing).toBe(true)
    expect(labelSelectorFrom({}).isEmpty).toBe(true)
    expect(labelSelectorFrom({ matchLabels: {}, matchExpressions: [] }).isEmpty).toBe(true)
  })

  it('requires every label and every expression', () => {
    const selector = labelSelectorFrom({
      matchLabels: { app: 'web' },
      matchExpressions: [
        { key: 'tier', operator: 'In', values: ['front', 'back'] },
        { key: 'track', operator: 'NotIn', values: ['beta'] },
        { key: 'zone', operator: 'Exists' },
        { key: 'old', operator: 'DoesNotExist' },
      ],
    })
    expect(selector.toString()).toBe('app=web,!old,tier in (back,front),track!=beta,zone')
    const labels = { app: 'web', tier: 'front', zone: '' }
    expect(selector.matches(labels)).toBe(true)
    expect(selector.matches({ ...labels, old: '' })).toBe(false)
    expect(selector.matches({ ...labels, app: 'api' })).toBe(false)
  })

  it.each(['Gt', 'in', 'constructor'])('refuses the operator %j, which the API does not have', (operator) => {
    const expression = { key: 'x', operator, values: ['1'] }
    expect(() => labelSelectorFrom({ matchExpressions: [expression] })).toThrow(InvalidRequirementError)
    expect(() => labelSelectorFrom({ matchExpressions: [expression] })).toThrow(operator)
  })
})
