import type { Mutant } from './mutant.ts'

const src = 'packages/indexer/src'
const names = 'packages/meta/src/names.ts'

/** Keys, stores, indices and listers: group C. */
export const indexerMutants: readonly Mutant[] = [
  {
    row: 'FEAT-C1',
    breaks: 'the key of a tombstone is looked for in its metadata',
    file: names,
    find: 'return object instanceof DeletedFinalStateUnknown ? object.key : metaNamespaceKey(object)',
    replace: 'return metaNamespaceKey(object as NamedObject)',
  },
  {
    row: 'FEAT-C1',
    breaks: 'a key of three segments is read as one of two',
    file: names,
    find: "if (key.includes('/', slash + 1)) throw new InvalidKeyError(key)",
    replace: '',
  },
  {
    row: 'FEAT-C1',
    breaks: 'an explicit key is asked for its metadata',
    file: names,
    find: 'return object instanceof ExplicitKey ? object.key : objectNameToString(objectToName(object))',
    replace: 'return objectNameToString(objectToName(object as NamedObject))',
  },
  {
    row: 'FEAT-C2',
    breaks: 'empty buckets stay, and with them every value that there ever was',
    file: `${src}/index-table.ts`,
    find: 'if (bucket?.delete(key) === true && bucket.size === 0) this.#buckets.delete(value)',
    replace: 'bucket?.delete(key)',
  },
  {
    row: 'FEAT-C2',
    breaks: 'an object stays under the values that it had',
    file: `${src}/index-table.ts`,
    find: 'for (const value of before) this.#leave(key, value)',
    replace: '',
  },
  {
    row: 'FEAT-C3',
    breaks: 'indexers that are added later know only what comes after them',
    file: `${src}/world.ts`,
    find: 'for (const [key, object] of this.items) table.file(key, this.#funcs.file(name, key, object))',
    replace: '',
  },
  {
    row: 'FEAT-C3',
    breaks: 'of several indexers, those whose name is free are added all the same',
    file: `${src}/index-funcs.ts`,
    find: 'if (conflicts.length > 0) throw new IndexerConflictError(conflicts)',
    replace:
      'for (const [name, func] of added) if (!this.#funcs.has(name)) this.#funcs.set(name, func)\n' +
      'if (conflicts.length > 0) throw new IndexerConflictError(conflicts)',
  },
  {
    row: 'FEAT-C4',
    breaks: 'a replacement adds what is new and leaves what is gone',
    file: `${src}/content.ts`,
    find: 'this.#world = world\n    this.#resourceVersion = resourceVersion\n    this.live.rebase()',
    replace:
      'for (const [key, object] of world.items) this.#world.set(key, object)\n' +
      'this.#resourceVersion = resourceVersion\nthis.live.rebase()',
  },
  {
    row: 'FEAT-C5',
    breaks: 'the first operation without a key ends a transaction',
    file: `${src}/content.ts`,
    find: 'failures.push({ index, error })',
    replace: 'failures.push({ index, error })\nbreak',
  },
  {
    row: 'FEAT-C6',
    breaks: 'a bookmark does not move the version of the store',
    file: `${src}/content.ts`,
    find: 'bookmark(resourceVersion: string): void {\n    this.#resourceVersion = resourceVersion',
    replace: 'bookmark(_resourceVersion: string): void {',
  },
  {
    row: 'FEAT-C6',
    breaks: 'a deletion does not move the version of the store',
    file: `${src}/content.ts`,
    find: 'if (object !== undefined) this.advance(object)',
    replace: '',
  },
  {
    row: 'FEAT-C7',
    breaks: 'the key is taken from what the transform made',
    file: `${src}/content.ts`,
    find: 'const stored = this.#admission.admit(key, object)\n    const before = this.#put(key, stored)',
    replace:
      'const stored = this.#admission.admit(key, object)\n' +
      'const before = this.#put(keyOf(this.#keyFunc, stored), stored)',
  },
  {
    row: 'FEAT-C7',
    breaks: 'an object whose transform failed is stored as it came',
    file: `${src}/admission.ts`,
    find: 'throw new TransformError(key, { cause })',
    replace: 'return object',
  },
  {
    row: 'FEAT-C8',
    breaks: 'without a namespace index a namespace is empty',
    file: `${src}/lister.ts`,
    find: 'return source.list().filter((object) => namespaceOf(object) === namespace)',
    replace: 'return []',
  },
  {
    row: 'FEAT-C8',
    breaks: 'a lister gives undefined for what is not there',
    file: `${src}/lister.ts`,
    find: 'if (object === undefined) throw new NotFoundError(groupResource, namespace, name)\n    return object',
    replace: 'return object as never',
  },
  {
    row: 'FEAT-C8',
    breaks: 'a selector is ignored within a namespace',
    file: `${src}/lister.ts`,
    find: 'return labels === undefined ? found : found.filter((object) => labels.matches(labelsOf(object)))',
    replace: 'return found',
  },
  {
    row: 'FEAT-C9',
    breaks: 'an object whose age is exactly the TTL is gone',
    file: `${src}/expiration-cache.ts`,
    find: 'limit > 0 && age > limit',
    replace: 'limit > 0 && age >= limit',
  },
  {
    row: 'FEAT-C9',
    breaks: 'what was added again while its policy looked is removed',
    file: `${src}/expiration-cache.ts`,
    find: 'if (this.#entries.get(key) === entry) this.#entries.delete(key)',
    replace: 'this.#entries.delete(key)',
  },
  {
    row: 'FEAT-C10',
    breaks: 'an undelta store does not tell of deletions',
    file: `${src}/undelta-store.ts`,
    find: 'this.#store.delete(object)\n    this.#push(this.#store.list())',
    replace: 'this.#store.delete(object)',
  },
  {
    row: 'FEAT-C10',
    breaks: 'a heap is not put in order when something is added',
    file: `${src}/heap.ts`,
    find: 'slot.object = object\n    this.#sift(slot)',
    replace: 'slot.object = object',
  },
  {
    row: 'FEAT-C11',
    breaks: 'the late result of a write brings back what was deleted',
    file: `${src}/mutation-cache.ts`,
    find: "if (known.type === 'tombstone' && (order === 0 || known.uid === uid)) return",
    replace: '',
  },
  {
    row: 'FEAT-C11',
    breaks: 'what the informer caught up with is remembered',
    file: `${src}/mutation-cache.ts`,
    find: 'if (compareResourceVersion(versionOf(object).resourceVersion, known.resourceVersion) >= 0)\n      this.#overlay.delete(key)',
    replace: '',
  },
  {
    row: 'FEAT-C12',
    breaks: 'a handler can change what everybody reads',
    file: `${src}/admission.ts`,
    find: "if (environment === 'test') return 'eager'",
    replace: "if (environment === 'test') return 'off'",
  },
  {
    row: 'FEAT-C12',
    breaks: 'the mutation detector compares objects with themselves',
    file: 'packages/shared-informer/src/mutation-detector.ts',
    find: 'copy: deepCopy<unknown>(object)',
    replace: 'copy: object',
  },
  {
    row: 'FAULT-F8',
    breaks: 'an index function that throws ends the write',
    file: `${src}/index-funcs.ts`,
    find: 'if (!(error instanceof IndexFuncError)) throw error',
    replace: 'throw error',
  },
  {
    row: 'FAULT-A19',
    breaks: 'a replacement is told before it is in place',
    file: `${src}/content.ts`,
    find: 'this.#world = world\n    this.#resourceVersion = resourceVersion\n    this.live.rebase()\n    this.live.recordReplace(before, resourceVersion)\n    this.live.flush()',
    replace:
      'this.live.rebase()\nthis.live.recordReplace(before, resourceVersion)\nthis.live.flush()\n' +
      'this.#world = world\nthis.#resourceVersion = resourceVersion',
  },
]
