import type { Random } from './random.ts'

/**
 * Randomness that is the same for the same seed, on every machine.
 *
 * The generator is SFC32: 128 bits of state, a period of at least 2^32, 53 bits a number. Not for secrets.
 */
export function seededRandom(seed: number): Random {
  const high = Math.floor(seed / 2 ** 32) | 0
  let a = seed | 0
  let b = high
  let c = Math.trunc((seed % 1) * 2 ** 32) | 0
  let counter = 1

  const draw = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }

  // The first draws still look like the seed.
  for (let round = 0; round < 15; round++) draw()

  return { next: () => ((draw() >>> 5) * 2 ** 26 + (draw() >>> 6)) / 2 ** 53 }
}
