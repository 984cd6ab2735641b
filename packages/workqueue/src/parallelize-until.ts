/** How `parallelizeUntil` goes about it. */
export interface ParallelizeOptions {
  /** Pieces that a worker takes at a time; 1 unless told. */
  readonly chunkSize?: number | undefined
  /** Looked at before every piece. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Works off the pieces 0 … `pieces` − 1 with at most so many workers at a time; each piece once, in no order that one
 * may count on. Resolves when no worker works any more: with all pieces done, or, when the signal aborts, with those
 * done that were begun. What a piece throws is thrown, the first of it, after the workers have ended; nothing is
 * begun after it. Rejects with RangeError for numbers that are none, or no whole ones. client-go:
 * `workqueue.ParallelizeUntil`, where what a piece throws ends the process.
 */
export async function parallelizeUntil(
  workers: number,
  pieces: number,
  doWorkPiece: (piece: number) => void | Promise<void>,
  { chunkSize = 1, signal }: ParallelizeOptions = {},
): Promise<void> {
  for (const number of [workers, pieces, chunkSize]) {
    if (!Number.isInteger(number) && number !== Infinity)
      throw new RangeError(`workers, pieces and chunkSize are whole numbers, ${number} is none`)
  }
  if (pieces === Infinity) throw new RangeError('there is no end of infinitely many pieces')
  const chunk = Math.max(1, chunkSize)
  let next = 0
  let failure: { readonly error: unknown } | undefined
  const stopped = (): boolean => signal?.aborted === true || failure !== undefined
  const work = async (): Promise<void> => {
    while (next < pieces && !stopped()) {
      const end = Math.min(next + chunk, pieces)
      let piece = next
      next = end
      for (; piece < end && !stopped(); piece++) {
        try {
          // oxlint-disable-next-line no-await-in-loop -- one piece at a time for each worker
          await doWorkPiece(piece)
        } catch (error) {
          failure ??= { error }
        }
      }
    }
  }
  const count = Math.min(Math.max(1, workers), Math.ceil(pieces / chunk))
  await Promise.all(Array.from({ length: count }, work))
  if (failure) throw failure.error
}
