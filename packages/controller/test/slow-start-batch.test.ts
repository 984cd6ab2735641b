import { slowStartBatch } from '@rxkube/controller'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Calls of which the first few succeed. */
const limited = (limit: number) => {
  let calls = 0
  return async (): Promise<void> => {
    if (++calls > limit) throw new Error(`call ${calls} is beyond the limit`)
  }
}

describe('slowStartBatch', () => {
  it.each([
    [0, 1, 0],
    [10, 10, 10],
    [5, 7, 5],
  ])(
    'CH-7 FEAT-K3 with a limit of %i makes %i of 10 calls, of which %i succeed',
    async (limit, attempted, successes) => {
      const result = await slowStartBatch(10, limited(limit))
      expect([result.attempted, result.successes]).toEqual([attempted, successes])
      expect(result.errors).toHaveLength(attempted - successes)
    },
  )

  it('CH-7 FEAT-K3 makes the calls of a batch at the same time, and those of the next when all are done', async () => {
    const open: (() => void)[] = []
    const indices: number[] = []
    const done = slowStartBatch(6, (index) => {
      indices.push(index)
      return new Promise<void>((resolve) => open.push(resolve))
    })
    const batches: number[] = []
    while (indices.length < 6) {
      await new Promise((resolve) => setImmediate(resolve))
      batches.push(open.length)
      for (const resolve of open.splice(0)) resolve()
    }
    expect(await done).toEqual({ successes: 6, attempted: 6, errors: [] })
    expect([batches, indices]).toEqual([
      [1, 2, 3],
      [0, 1, 2, 3, 4, 5],
    ])
  })

  it('CH-7 FEAT-K3 costs a failing server a number of calls that grows with the logarithm', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(600), fc.nat(600), async (count, limit) => {
        const { attempted, successes } = await slowStartBatch(count, limited(limit))
        expect(successes).toBe(Math.min(count, limit))
        expect(attempted).toBeLessThanOrEqual(Math.min(count, 2 * limit + 1))
      }),
    )
  })

  it('takes errors thrown at once, other first sizes, and a largest batch', async () => {
    const refuse = (): never => {
      throw new Error('refused')
    }
    expect(await slowStartBatch(3, refuse)).toMatchObject({ successes: 0, attempted: 1 })
    expect((await slowStartBatch(10, limited(0), { initial: 4 })).attempted).toBe(4)
    expect((await slowStartBatch(100, limited(20), { initial: 16, maxBatch: 20 })).attempted).toBe(36)
    expect((await slowStartBatch(2, limited(2), { initial: 0 })).successes).toBe(2)
    expect(await slowStartBatch(0, refuse)).toEqual({ successes: 0, attempted: 0, errors: [] })
  })

  it('begins no batch once its signal aborts', async () => {
    const end = new AbortController()
    const call = async (index: number): Promise<void> => {
      if (index === 2) end.abort('enough')
    }
    expect(await slowStartBatch(10, call, { signal: end.signal })).toEqual({
      successes: 3,
      attempted: 3,
      errors: ['enough'],
    })
  })
})
