import { nanoValue, semanticEqual } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

describe('semantic equality', () => {
  it.each([
    [{ containers: [] }, {}],
    [{ containers: null }, {}],
    [{ labels: {} }, {}],
    [{ metadata: { creationTimestamp: null } }, { metadata: {} }],
    [{ resources: { limits: { cpu: '1000m' } } }, { resources: { limits: { cpu: '1' } } }],
    [{ sizeLimit: '1Gi' }, { sizeLimit: '1024Mi' }],
    [{ time: '2025-01-01T01:00:00+01:00' }, { time: '2025-01-01T00:00:00Z' }],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
  ])('takes %j and %j for the same', (a, b) => {
    expect(semanticEqual(a, b)).toBe(true)
    expect(semanticEqual(b, a)).toBe(true)
  })

  it.each([
    [{ emptyDir: {} }, {}],
    [{ image: 'a' }, { image: 'b' }],
    [{ labels: { a: '' } }, {}],
    [{ replicas: 0 }, {}],
    [{ args: ['a', 'b'] }, { args: ['b', 'a'] }],
    [{ args: ['a'] }, { args: ['a', 'b'] }],
    [{ args: ['a'] }, { args: { 0: 'a' } }],
    [{ labels: { version: '1000m' } }, { labels: { version: '1' } }],
    [{ limits: { cpu: 'lots' } }, { limits: { cpu: 'much' } }],
    [{ time: '2025-01-01T00:00:00.5Z' }, { time: '2025-01-01T00:00:00.6Z' }],
    [{ labels: { constructor: 'a' } }, { labels: { other: 'a' } }],
  ])('takes %j and %j for different', (a, b) => {
    expect(semanticEqual(a, b)).toBe(false)
    expect(semanticEqual(b, a)).toBe(false)
  })

  it('survives documents that nest 10,000 levels', () => {
    const deep = () => {
      let document: unknown = 'bottom'
      for (let level = 0; level < 10_000; level++) document = { inner: document }
      return document
    }
    expect(semanticEqual(deep(), deep())).toBe(true)
  })
})

describe('a quantity', () => {
  it.each([
    ['1', 1_000_000_000n],
    [2, 2_000_000_000n],
    ['500m', 500_000_000n],
    ['.5', 500_000_000n],
    ['1.5Gi', 1_610_612_736_000_000_000n],
    ['1e3', 1_000_000_000_000n],
    ['1E-3', 1_000_000n],
    ['-2k', -2_000_000_000_000n],
    ['0.5n', 1n],
    ['', undefined],
    ['.', undefined],
    ['1 Gi', undefined],
    [null, undefined],
  ])('%j amounts to %s billionths', (text, value) => {
    expect(nanoValue(text)).toBe(value)
  })
})
