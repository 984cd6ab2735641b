import {
  addTaint,
  findUntoleratedTaint,
  isSameTaint,
  matchingTolerations,
  removeTaint,
  toleratesTaint,
  type Taint,
  type Toleration,
} from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

const gpu: Taint = { key: 'gpu', value: 'a100', effect: 'NoSchedule' }
const gone: Taint = { key: 'gone', effect: 'NoExecute' }

describe('toleratesTaint', () => {
  it.each<[Toleration, Taint, boolean]>([
    [{ key: 'gpu', operator: 'Equal', value: 'a100', effect: 'NoSchedule' }, gpu, true],
    [{ key: 'gpu', value: 'a100' }, gpu, true],
    [{ key: 'gpu', operator: '', value: 'a100', effect: '' }, gpu, true],
    [{ key: 'gpu', value: 'h100' }, gpu, false],
    [{ key: 'gpu' }, gpu, false],
    [{ key: 'gpu', operator: 'Exists' }, gpu, true],
    [{ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }, gpu, false],
    [{ key: 'cpu', operator: 'Exists' }, gpu, false],
    [{ operator: 'Exists' }, gpu, true],
    [{ operator: 'Exists', effect: 'NoExecute' }, gpu, false],
    [{ key: 'gone' }, gone, true],
    [{ key: 'gone', operator: 'Equal', value: '' }, { ...gone, value: '' }, true],
    [{ key: 'gpu', operator: 'Similar', value: 'a100' }, gpu, false],
  ])('%j of %j: %j', (toleration, taint, tolerates) => {
    expect(toleratesTaint(toleration, taint)).toBe(tolerates)
  })
})

describe('matchingTolerations', () => {
  const any: Toleration = { operator: 'Exists', tolerationSeconds: 300 }
  const exact: Toleration = { key: 'gone', operator: 'Exists', tolerationSeconds: 10 }

  it('takes the first that matches each taint', () => {
    expect(matchingTolerations([gone, gpu], [any, exact])).toEqual([any, any])
    expect(matchingTolerations([gone, gpu], [exact, any])).toEqual([exact, any])
  })

  it('is undefined when a taint is not tolerated', () => {
    expect(matchingTolerations([gone, gpu], [exact])).toBeUndefined()
    expect(matchingTolerations([gone], undefined)).toBeUndefined()
    expect(matchingTolerations(undefined, undefined)).toEqual([])
  })
})

describe('findUntoleratedTaint', () => {
  it('tells the first taint that is not tolerated, among the effects that count', () => {
    expect(findUntoleratedTaint([gpu, gone], [])).toBe(gpu)
    expect(findUntoleratedTaint([gpu, gone], undefined, ['NoExecute'])).toBe(gone)
    expect(findUntoleratedTaint([gpu, gone], [{ key: 'gone' }], ['NoExecute'])).toBeUndefined()
    expect(findUntoleratedTaint(undefined, undefined)).toBeUndefined()
  })
})

describe('taints of a node', () => {
  it('are told apart by key and effect', () => {
    expect(isSameTaint(gpu, { ...gpu, value: 'other' })).toBe(true)
    expect(isSameTaint(gpu, { ...gpu, effect: 'NoExecute' })).toBe(false)
  })

  it('are appended, replaced in place, or left as they are', () => {
    const taints = Object.freeze([gpu, gone])
    const added: Taint = { key: 'new', effect: 'NoSchedule' }
    expect(addTaint(taints, added)).toEqual([gpu, gone, added])
    expect(addTaint<Taint>(undefined, added)).toEqual([added])
    expect(addTaint(taints, { ...gpu, value: 'h100' })).toEqual([{ ...gpu, value: 'h100' }, gone])
    expect(addTaint(taints, { ...gone, value: '' })).toBe(taints)
    const timed = { ...gone, timeAdded: '2025-01-01T00:00:00Z' }
    expect(addTaint(taints, timed)).toEqual([gpu, timed])
  })

  it('are removed whatever their value', () => {
    const taints = Object.freeze([gpu, gone])
    expect(removeTaint(taints, { ...gpu, value: 'other' })).toEqual([gone])
    expect(removeTaint(taints, { ...gpu, key: 'other' })).toBe(taints)
  })
})
