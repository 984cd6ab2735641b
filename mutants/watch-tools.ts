import type { Mutant } from './mutant.ts'

const reflector = 'packages/reflector/src'
const informer = 'packages/shared-informer/src'

/** What watches and waits without a cache of one's own: group J. */
export const watchToolMutants: readonly Mutant[] = [
  {
    row: 'FEAT-J1',
    breaks: 'a watch whose history is gone is asked for again and again',
    file: `${reflector}/retry-watcher-reading.ts`,
    find: 'if (isStatus(status) && isGone(status)) return ended(status)',
    replace: 'void isGone',
  },
  {
    row: 'FEAT-J1',
    breaks: 'a watch goes on from where it began',
    file: `${reflector}/retry-watcher.ts`,
    find: 'this.#resourceVersion = resourceVersion\n        if',
    replace: 'void resourceVersion\nif',
  },
  {
    row: 'FEAT-J1',
    breaks: 'an event of an unknown type is passed over',
    file: `${reflector}/retry-watcher-reading.ts`,
    find: 'return ended(internalError(`an event of',
    replace: 'void (internalError(`an event of',
  },
  {
    row: 'FEAT-J2',
    breaks: 'an event meets one condition at most',
    file: `${reflector}/until.ts`,
    find: 'while (this.#conditions[this.#met]?.(event) === true) this.#met++',
    replace: 'if (this.#conditions[this.#met]?.(event) === true) this.#met++',
  },
  {
    row: 'FEAT-J2',
    breaks: 'a timeout knows no last event',
    file: `${reflector}/until.ts`,
    find: 'new UntilTimeoutError(timeout, waiting.lastEvent)',
    replace: 'new UntilTimeoutError(timeout, undefined)',
  },
  {
    row: 'FEAT-J2',
    breaks: 'a precondition that holds is waited past',
    file: `${informer}/until-with-sync.ts`,
    find: 'if (precondition(watch.store)) return undefined',
    replace: 'precondition(watch.store)',
  },
  {
    row: 'FEAT-J3',
    breaks: 'a deletion that was missed is not told',
    file: `${informer}/informer-watcher.ts`,
    find: 'deleted: (object) =>',
    replace: 'deleted: (object, { finalStateUnknown }) => finalStateUnknown ||',
  },
  {
    row: 'FEAT-J3',
    breaks: 'what comes while nobody reads replaces what waited',
    file: `${informer}/event-buffer.ts`,
    find: 'this.#waiting.push(value)',
    replace: 'this.#waiting = [value]',
  },
]
