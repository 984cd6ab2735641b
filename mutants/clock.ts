import type { Mutant } from './mutant.ts'

const src = 'packages/clock/src'

/** Time: back-off, and what Node's own timers get wrong. */
export const clockMutants: readonly Mutant[] = [
  {
    row: 'FEAT-B16',
    breaks: 'delays never begin anew',
    file: `${src}/backoff-manager.ts`,
    find: 'if (grows && now - this.#since > this.#resetAfter) this.reset()',
    replace: '',
  },
  {
    row: 'FAULT-G3',
    breaks: 'a timer above 2^31-1 ms is left to Node, which fires it at once',
    file: `${src}/system-clock.ts`,
    find: 'if (left <= longest) {',
    replace: 'if (true) {',
  },
]
