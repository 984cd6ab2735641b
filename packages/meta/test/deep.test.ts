import { deepCopy, deepEqual, deepFreeze, type Cached, type KubernetesObject } from '@rxkube/meta'
import * as fc from 'fast-check'
import { describe, expect, expectTypeOf, it } from 'vitest'

import { leafOf, nested } from './support/nested.ts'

const depth = 10_000

describe('deepCopy', () => {
  it('gives the same JSON, sharing nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value: unknown) => {
        const copy = deepCopy(deepFreeze(value))
        expect(JSON.stringify(copy)).toBe(JSON.stringify(value))
      }),
    )
    const pod = { metadata: { labels: { app: 'web' }, finalizers: ['a'] } }
    const copy = deepCopy(pod)
    expect(copy).not.toBe(pod)
    expect(copy.metadata.labels).not.toBe(pod.metadata.labels)
    expect(copy.metadata.finalizers).not.toBe(pod.metadata.finalizers)
  })

  it(`survives ${depth} levels`, () => {
    expect(leafOf(deepCopy(nested(depth, 'leaf')))).toBe('leaf')
  })

  it('keeps __proto__ as an ordinary name', () => {
    const original: unknown = JSON.parse('{"labels":{"__proto__":{"polluted":true},"constructor":"x"}}')
    const copy = deepCopy(original)
    expect(JSON.stringify(copy)).toBe(JSON.stringify(original))
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(Reflect.get(copy as object, 'polluted')).toBeUndefined()
  })

  it('copies an array of a million without trouble', () => {
    expect(deepCopy(Array.from({ length: 1_000_000 }, (_, index) => index))).toHaveLength(1_000_000)
  })

  it('takes over what is no JSON', () => {
    const date = new Date(0)
    expect(deepCopy({ date }).date).toBe(date)
    expect(deepCopy(null)).toBeNull()
  })

  it('tells the type of the copy from that of the cached object', () => {
    const cached: Cached<KubernetesObject> = { metadata: { name: 'a' } }
    expectTypeOf(deepCopy(cached)).toEqualTypeOf<KubernetesObject>()
    const generic = <T extends KubernetesObject>(object: Cached<T>): T => deepCopy(object)
    expectTypeOf(generic(cached)).toEqualTypeOf<KubernetesObject>()
    expectTypeOf(deepCopy({ a: [1] })).toEqualTypeOf<{ a: number[] }>()
    expectTypeOf(deepCopy('text' as string)).toEqualTypeOf<string>()
    expect(generic(cached)).toEqual({ metadata: { name: 'a' } })
  })
})

describe('Cached', () => {
  it('is read-only at any depth, and takes the plain object', () => {
    const pod = { metadata: { name: 'a', finalizers: ['x'] } }
    const cached: Cached<typeof pod> = pod
    // @ts-expect-error -- a cached object is not to be changed
    const rename = (): unknown => (cached.metadata.name = 'b')
    // @ts-expect-error -- nor is what is in it
    const add = (): unknown => (cached.metadata.finalizers[1] = 'y')
    const mutate = (object: typeof pod): unknown => object.metadata.finalizers.pop()
    // @ts-expect-error -- nor may it be given to what changes it
    const giveAway = (): unknown => mutate(cached)
    expect([rename, add, giveAway]).toHaveLength(3)
  })

  it('of a kind is one of objects in general', () => {
    expectTypeOf<Cached<{ metadata: { name: string }; spec: { a: number[] } }>>().toExtend<
      Cached<KubernetesObject>
    >()
  })
})

describe('deepFreeze', () => {
  it(`freezes every level, and survives ${depth} of them`, () => {
    let value: unknown = deepFreeze(nested(depth, 'leaf'))
    let levels = 0
    while (typeof value === 'object' && value !== null) {
      if (!Object.isFrozen(value)) break
      levels++
      value = Array.isArray(value) ? value[0] : Reflect.get(value, 'next')
    }
    expect(levels).toBe(depth)
  })

  it('gives the object itself back, and reaches below what was frozen by others', () => {
    const pod = { metadata: Object.freeze({ labels: { app: 'web' } }) }
    expect(deepFreeze(pod)).toBe(pod)
    expect(Object.isFrozen(pod.metadata.labels)).toBe(true)
    expect(deepFreeze(pod)).toBe(pod)
  })
})

describe('deepEqual', () => {
  it('agrees with JSON whose keys are sorted', () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted)
      if (typeof value !== 'object' || value === null) return value
      const entries = Object.entries(value)
        .map(([key, child]) => [key, sorted(child)])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      return { entries }
    }
    const small = fc.jsonValue({ maxDepth: 2 })
    fc.assert(
      fc.property(small, small, (a: unknown, b: unknown) => {
        expect(deepEqual(a, b)).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)))
        expect(deepEqual(a, deepCopy(a))).toBe(true)
      }),
    )
  })

  it(`survives ${depth} levels, and sees a difference at the bottom`, () => {
    expect(deepEqual(nested(depth, 1), nested(depth, 1))).toBe(true)
    expect(deepEqual(nested(depth, 1), nested(depth, 2))).toBe(false)
  })

  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: undefined }, { b: undefined }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [[undefined], [], false],
    [{}, null, false],
    [{ constructor: undefined }, {}, true],
    [{}, { constructor: 1 }, false],
    [{ toString: 1 }, { x: 1 }, false],
    ['1', 1, false],
    [0, -0, true],
  ])('compares %j with %j: %j', (a, b, equal) => {
    expect(deepEqual(a, b)).toBe(equal)
    expect(deepEqual(b, a)).toBe(equal)
  })
})
