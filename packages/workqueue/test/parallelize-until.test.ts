import { parallelizeUntil } from '@rxkube/workqueue'
import { describe, expect, it } from 'vitest'

const shapes = [1, 2, 7, 100].flatMap((workers) =>
  [0, 1, 10, 1000].flatMap((pieces) => [1, 3, 5, 1000].map((chunkSize) => ({ workers, pieces, chunkSize }))),
)

describe('parallelizeUntil', () => {
  it.for(shapes)(
    'WQ-7 FEAT-G8 does each piece once: $workers workers, $pieces pieces, chunks of $chunkSize',
    async (shape) => {
      const { workers, pieces, chunkSize } = shape
      const seen: number[] = []
      let atOnce = 0
      let most = 0
      await parallelizeUntil(
        workers,
        pieces,
        async (piece) => {
          most = Math.max(most, ++atOnce)
          await Promise.resolve()
          seen.push(piece)
          atOnce--
        },
        { chunkSize },
      )
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pieces }, (_, piece) => piece))
      expect(most).toBe(Math.min(workers, Math.ceil(pieces / chunkSize)))
    },
  )

  it('FEAT-G8 begins no piece after the signal, and waits for those that were begun', async () => {
    const stop = new AbortController()
    const begun: number[] = []
    let ended = 0
    await parallelizeUntil(
      2,
      100,
      async (piece) => {
        begun.push(piece)
        if (piece === 4) stop.abort()
        await Promise.resolve()
        ended++
      },
      { signal: stop.signal, chunkSize: 10 },
    )
    expect(begun.length).toBeLessThan(12)
    expect(ended).toBe(begun.length)
  })

  it('FEAT-G8 throws the first that a piece throws, when all workers have ended', async () => {
    let ended = 0
    const error = await parallelizeUntil(3, 30, async (piece) => {
      await Promise.resolve()
      ended++
      if (piece === 1) throw new Error('no')
    }).catch((thrown: unknown) => thrown)
    expect(String(error)).toBe('Error: no')
    expect(ended).toBeLessThan(8)
  })
})
