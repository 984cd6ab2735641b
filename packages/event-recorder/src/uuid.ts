import type { Random } from '@rxkube/clock'

/** A random UUID (version 4), from the randomness that was given. */
export function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, (_, at) => digit(at, Math.floor(random.next() * 16)))
  const text = digits.join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}

function digit(at: number, drawn: number): string {
  if (at === 12) return '4'
  return (at === 16 ? (drawn & 3) | 8 : drawn).toString(16)
}
