import { InvalidIntOrPercentError } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { maxUnavailable, minAvailable, resolveFenceposts } from '../../src/decide/fenceposts.ts'
import { deployment } from '../support/objects.ts'

describe('D-12 fenceposts', () => {
  it.each([
    ['0%', '0%', 0, 0, 1],
    ['39%', '39%', 10, 4, 3],
    [undefined, '39%', 10, 0, 3],
    ['39%', undefined, 10, 4, 0],
    [undefined, undefined, 10, 0, 1],
    [3, 2, 10, 3, 2],
  ])('D-12 surge %s and unavailable %s of %i are %i and %i', (surge, unavailable, desired, over, under) => {
    expect(resolveFenceposts(surge, unavailable, desired)).toEqual({ surge: over, unavailable: under })
  })

  it.each([
    ['oops', '39%'],
    ['39%', 'oops'],
    ['3', 0],
  ])('D-12 surge %s and unavailable %s are refused', (surge, unavailable) => {
    expect(() => resolveFenceposts(surge, unavailable, 10)).toThrow(InvalidIntOrPercentError)
  })

  it.each([
    [5, 10, 5],
    [10, 10, 10],
    [10, 5, 5],
    [10, 0, 0],
    ['50%', 10, 5],
    ['100%', 10, 10],
  ])('D-12 %s unavailable of %i are %i', (limit, replicas, expected) => {
    expect(maxUnavailable(deployment({ replicas, maxSurge: 0, maxUnavailable: limit }))).toBe(expected)
  })

  it('D-12 pods that are recreated are bound by neither', () => {
    const recreated = deployment({ replicas: 10, strategy: 'Recreate' })
    expect([maxUnavailable(recreated), minAvailable(recreated)]).toEqual([0, 0])
  })

  it('D-12 with 60% of 10 unavailable, 4 have to be available', () => {
    expect(minAvailable(deployment({ replicas: 10, maxUnavailable: '60%', maxSurge: 1 }))).toBe(4)
  })
})
