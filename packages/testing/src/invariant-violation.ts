/** The invariants of an informer, by the ids that tests and documentation speak of. */
export const invariants = {
  I1: 'what the cache holds of a key is some state that the server had',
  I2: 'per key and uid the cached version never decreases, unless a consistent list came between',
  I3: 'a handler is told (added updated* deleted)* of each key, and each `before` is the last `object`',
  I4: 'a handler that was told of a key that is gone was told of its deletion, once',
  I5: 'no handler is told of an object that is not selected',
  I6: 'the cache is at least as new as what a handler is told',
  I7: 'an index answers what a filter over the store answers',
  I8: 'a list of the cache is one state of the collection',
  I9: 'synced once, and only after the first complete list was applied',
  I10: 'a request carries the last applied version or "", and "0" before there is one',
  I11: 'nothing happens after a stop',
  I12: 'after heal and quiet the cache is what the server has',
  I13: 'a single fault is followed by progress within its time',
  I14: 'no list without a reason while the version is inside the history',
  I15: 'requests are bounded in every failure mode',
  I16: 'buffered bytes and backlogs are bounded',
  I17: 'a resync tells only of keys that are in the store',
  I18: 'the transform is called once for each object received, and identity stays',
  I19: 'an object is the same at its end as when it was handed out',
} as const

/** `I1` to `I19`. */
export type InvariantId = keyof typeof invariants

/** An invariant did not hold: which one, of which key, and what had been observed of that key. */
export class InvariantViolation extends Error {
  override readonly name = 'InvariantViolation'
  readonly id: InvariantId
  readonly key: string
  /** The observations of the key, oldest first; the last ones of a long history. */
  readonly history: readonly string[]

  constructor(id: InvariantId, key: string, what: string, history: readonly string[] = []) {
    const past = history.length === 0 ? '' : `\n  ${history.join('\n  ')}`
    super(`INV-${id} (${invariants[id]}) does not hold${key === '' ? '' : ` for ${key}`}: ${what}${past}`)
    this.id = id
    this.key = key
    this.history = history
  }
}
