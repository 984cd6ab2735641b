import {
  canonicalJson,
  deepCopy,
  fnv1a32,
  hashWithCollisionCount,
  podTemplateHash,
  safeEncodeString,
} from '@rxkube/meta'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { nested } from './support/nested.ts'

const template = {
  metadata: { labels: { app: 'web', tier: 'front' } },
  spec: { containers: [{ name: 'web', image: 'web:1' }] },
}

describe('fnv1a32', () => {
  it.each([
    ['', 2_166_136_261],
    ['a', 3_826_002_220],
    ['foobar', 3_214_735_720],
  ])('of %j is %d', (text, hash) => {
    expect(fnv1a32(text)).toBe(hash)
  })

  it('spreads names over lanes as upstream does', () => {
    expect(['node1', 'node2', 'node3'].map((name) => fnv1a32(name) % 8)).toEqual([4, 5, 2])
  })

  it('goes on from an earlier hash', () => {
    expect(fnv1a32('bar', fnv1a32('foo'))).toBe(fnv1a32('foobar'))
  })
})

describe('hashWithCollisionCount', () => {
  it.each([
    ['', undefined, '65bb57b6b5'],
    ['', 0, '6b5968754f'],
    ['', 1, '548d9d4bcb'],
    ['a', undefined, '7d6b446664'],
    ['foobar', undefined, '7658c79c64'],
    ['foobar', 1, '69cb999845'],
  ])('of %j and %j is %s', (text, count, hash) => {
    expect(hashWithCollisionCount(text, count)).toBe(hash)
  })

  it('encodes digits without words', () => {
    expect(safeEncodeString('0123456789')).toBe('456789bcdf')
  })
})

describe('podTemplateHash', () => {
  it('is the same for the same template, whatever the order of keys', () => {
    const reordered = {
      spec: { containers: [{ image: 'web:1', name: 'web' }], nodeName: undefined },
      metadata: { labels: { tier: 'front', app: 'web' } },
    }
    expect(podTemplateHash(reordered)).toBe(podTemplateHash(template))
    expect(podTemplateHash(template)).toMatch(/^[456789bcdf]{1,10}$/)
  })

  it('D-24 differs for each collision count, and between none and the largest', () => {
    const hashes = [undefined, 0, 1, 2, 2 ** 31 - 1].map((count) => podTemplateHash(template, count))
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  it('differs when a field does', () => {
    const changed = deepCopy(template)
    changed.metadata.labels.tier = 'back'
    expect(podTemplateHash(changed)).not.toBe(podTemplateHash(template))
  })
})

describe('canonicalJson', () => {
  it('reads back as the same data, and is the same after any reordering', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (document: Record<string, unknown>) => {
        const text = canonicalJson(document)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)))
        expect(canonicalJson(Object.fromEntries(Object.entries(document).toReversed()))).toBe(text)
      }),
    )
  })

  it.each([
    [{ b: [1, { d: null, c: 'x' }], a: {} }, '{"a":{},"b":[1,{"c":"x","d":null}]}'],
    [[], '[]'],
    [[undefined, []], '[null,[]]'],
    [{ a: undefined }, '{}'],
    ['text', '"text"'],
  ])('writes %j as %s', (document, text) => {
    expect(canonicalJson(document)).toBe(text)
  })

  it('survives 10,000 levels', () => {
    expect(canonicalJson(nested(10_000, 'leaf'))).toContain('"leaf"')
  })
})
