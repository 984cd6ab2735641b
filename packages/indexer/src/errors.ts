/** Thrown when an index is asked for by a name that the indexer does not have. */
export class UnknownIndexError extends Error {
  override readonly name = 'UnknownIndexError'
  readonly index: string
  readonly known: readonly string[]

  constructor(index: string, known: Iterable<string>) {
    const names = [...known].toSorted()
    super(`no index named "${index}" (known: ${names.join(', ') || 'none'}); add it with addIndexers`)
    this.index = index
    this.known = names
  }
}

/** Thrown when indexers are added under names that are taken; none of them was added. */
export class IndexerConflictError extends Error {
  override readonly name = 'IndexerConflictError'
  readonly conflicts: readonly string[]

  constructor(conflicts: readonly string[]) {
    super(`indexers exist already: ${conflicts.join(', ')}; none was added, choose other names`)
    this.conflicts = conflicts
  }
}

/**
 * Reported when an index function threw (`cause`) or returned something other than an array of strings.
 * The object `key` is in the store and in no bucket of `index`.
 */
export class IndexFuncError extends Error {
  override readonly name = 'IndexFuncError'
  readonly index: string
  readonly key: string

  constructor(index: string, key: string, options?: ErrorOptions) {
    const what = options === undefined ? 'returned no array of strings' : 'threw'
    super(
      `the function of index "${index}" ${what} for ${key}; the object is stored, but not in this index`,
      options,
    )
    this.index = index
    this.key = key
  }
}

/** Thrown when the transform of a store failed for the object `key` (`cause` says how); nothing was written. */
export class TransformError extends Error {
  override readonly name = 'TransformError'
  readonly key: string

  constructor(key: string, options: ErrorOptions) {
    super(`the transform of the store failed for ${key}; nothing was written`, options)
    this.key = key
  }
}

/** One operation of a transaction that could not be applied: its place in the list, and why. */
export interface OperationError {
  readonly index: number
  readonly error: unknown
}

/**
 * Thrown after a transaction of which some operations could not be applied. All others were: `successfulIndices`
 * are their places in the list. Upstream: `TransactionError`.
 */
export class TransactionError extends AggregateError {
  override readonly name = 'TransactionError'
  readonly successfulIndices: readonly number[]
  readonly total: number
  /** The failed operations by place; `errors` has their causes in the same order. */
  readonly failures: readonly OperationError[]

  constructor(successfulIndices: readonly number[], failures: readonly OperationError[]) {
    const total = successfulIndices.length + failures.length
    super(
      failures.map(({ error }) => error),
      `${failures.length} of ${total} operations were not applied (at ${failures.map(({ index }) => index).join(', ')}); the others were`,
    )
    this.successfulIndices = successfulIndices
    this.total = total
    this.failures = failures
  }
}

/** Thrown by a lister that has no object of that name; has the fields of a `Status`, so `isNotFound` holds. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  readonly reason = 'NotFound'
  readonly code = 404
  /** Plural and group, as in `deployments.apps`. */
  readonly groupResource: string
  /** Name of the object that is not there; `namespace` is `''` for cluster scope. */
  readonly objectName: string
  readonly namespace: string

  constructor(groupResource: string, namespace: string, objectName: string) {
    super(`${groupResource} "${objectName}" not found${namespace === '' ? '' : ` in namespace ${namespace}`}`)
    this.groupResource = groupResource
    this.objectName = objectName
    this.namespace = namespace
  }
}

/** Thrown when a mutation cache is asked by index and lies over a store that has none. */
export class MissingIndexerError extends Error {
  override readonly name = 'MissingIndexerError'
  readonly index: string

  constructor(index: string) {
    super(`index "${index}" cannot be asked: the store beneath has no indices; give an Indexer as backing`)
    this.index = index
  }
}
