/** Where every package takes randomness from. */
export interface Random {
  /** The next number in [0, 1). */
  next(): number
}

/** Randomness as the platform gives it. Not for secrets. */
export const systemRandom: Random = { next: () => Math.random() }
