import type { Mutant } from './mutant.ts'

const src = 'packages/controller/src'

/** What makes controllers safe on a cache that lags behind: group K. */
export const controllerHelperMutants: readonly Mutant[] = [
  {
    row: 'FEAT-K1',
    breaks: 'nothing is waited for: a stale cache makes duplicates',
    file: `${src}/expectations/controller-expectations.ts`,
    find: 'if (entry.creations <= 0 && entry.deletions <= 0) return true',
    replace: 'if (entry.creations <= 0 || entry.deletions <= 0) return true',
  },
  {
    row: 'FEAT-K1',
    breaks: 'an expectation that is never seen is waited for for ever',
    file: `${src}/expectations/controller-expectations.ts`,
    find: 'return this.#clock.monotonic() - entry.since > this.#timeout',
    replace: 'return false',
  },
  {
    row: 'FEAT-K1',
    breaks: 'what an owner that is gone waited for is inherited by its namesake',
    file: `${src}/expectations/controller-expectations.ts`,
    find: 'this.#entries.delete(key)',
    replace: 'this.#entries.get(key)',
  },
  {
    row: 'FEAT-K2',
    breaks: 'a graceful deletion counts twice',
    file: `${src}/expectations/uid-tracking-controller-expectations.ts`,
    find: 'if (this.#deletions.get(key)?.delete(child)) this.#counts.deletionObserved(key)',
    replace: 'this.#counts.deletionObserved(key)',
  },
  {
    row: 'FEAT-K2',
    breaks: 'a child that is named twice is waited for twice',
    file: `${src}/expectations/uid-tracking-controller-expectations.ts`,
    find: 'this.#counts.expectDeletions(key, expected.size)',
    replace: 'this.#counts.expectDeletions(key, [...children].length)',
  },
  {
    row: 'FEAT-K3',
    breaks: 'all calls are made at once',
    file: `${src}/slow-start-batch.ts`,
    find: 'let size = Math.max(1, Math.floor(initial))',
    replace: 'let size = Math.max(count, Math.floor(initial))',
  },
  {
    row: 'FEAT-K3',
    breaks: 'a batch that failed is followed by the next',
    file: `${src}/slow-start-batch.ts`,
    find: 'if (errors.length > 0) return { successes, attempted, errors }',
    replace: 'if (errors.length > 0 && attempted >= count) return { successes, attempted, errors }',
  },
  {
    row: 'FEAT-K5',
    breaks: 'an owner that is gone or recreated adopts: the cache is believed',
    file: `${src}/controller-ref/can-adopt.ts`,
    find: 'if (fresh.metadata?.uid !== uid)',
    replace: 'if (uid === undefined)',
  },
  {
    row: 'FEAT-K5',
    breaks: 'an owner that is being deleted adopts',
    file: `${src}/controller-ref/can-adopt.ts`,
    find: 'if (fresh.metadata?.deletionTimestamp !== undefined)',
    replace: 'if (uid === undefined)',
  },
  {
    row: 'FEAT-K5',
    breaks: 'whether the owner may adopt is asked for each child',
    file: `${src}/controller-ref/controller-ref-manager.ts`,
    find: 'this.#mayAdopt ??= ',
    replace: 'this.#mayAdopt = ',
  },
  {
    row: 'FEAT-K5',
    breaks: "another controller's children are taken",
    file: `${src}/controller-ref/controller-ref-manager.ts`,
    find: 'if (controller.uid !== owner?.uid) return false',
    replace: '',
  },
  {
    row: 'FEAT-K5',
    breaks: 'orphans of other namespaces are adopted',
    file: `${src}/controller-ref/controller-ref-manager.ts`,
    find: 'if (owner?.namespace && object.metadata?.namespace !== owner.namespace) return false',
    replace: '',
  },
  {
    row: 'FEAT-K5',
    breaks: 'a namesake of the child that was seen is adopted',
    file: `${src}/controller-ref/ownership-patches.ts`,
    find: 'const metadata = { uid, ownerReferences: [reference]',
    replace: 'const metadata = { ownerReferences: [reference]',
  },
]
