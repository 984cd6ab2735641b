import type { Mutant } from './mutant.ts'

const informer = 'packages/shared-informer/src'
const reflector = 'packages/reflector/src'

/** Each breaks an invariant of informers: by a bug that caches of this kind had, or could have. */
export const informerInvariantMutants: readonly Mutant[] = [
  {
    row: 'INV-I1',
    breaks: 'an object that took the name of another takes its uid as well',
    file: `${informer}/queue-sink.ts`,
    find: 'return withIdentity(transform(object), { name, namespace, uid, resourceVersion })',
    replace:
      'const last = this.#options.known?.(key)?.metadata?.uid ?? uid\n' +
      'return withIdentity(transform(object), { name, namespace, uid: last, resourceVersion })',
  },
  {
    row: 'INV-I2',
    breaks: 'a list begins with what the list before held',
    file: `${informer}/queue-sink.ts`,
    find: 'this.#state = new Map()\n',
    replace: 'this.#state = (queue as { kept?: Map<string, T> }).kept ??= new Map()\n',
  },
  {
    row: 'INV-I3',
    breaks: 'changes that wait together forget what the handler saw last',
    file: `${informer}/coalesce.ts`,
    find: 'return {\n        ...pending,\n        object: incoming.object,\n        sync:',
    replace: 'return {\n        ...incoming,\n        sync:',
  },
  {
    row: 'INV-I4',
    breaks: 'an object that a relist finds missing leaves without a word',
    file: `${informer}/process-replaced-all.ts`,
    find: "yield objects.has(key) ? undefined : { type: 'deleted', key, object, finalStateUnknown: true }",
    replace: 'yield void object',
  },
  {
    row: 'INV-I5',
    breaks: 'of the metadata of an object nothing but its identity is kept',
    file: `${informer}/queue-sink.ts`,
    find: 'if (lost.length === 0) return transformed\n',
    replace: 'if (lost.length === 0) return { ...transformed, metadata: identity }\n',
  },
  {
    row: 'INV-I6',
    breaks: 'a deletion is told a turn before the cache shows it',
    file: `${informer}/process-deltas.ts`,
    find:
      "if (operation.type === 'delete') options.indexer.delete(operation.object)\n      else options.indexer.add(operation.object)\n" +
      '      const told = write.told()\n      return told && options.distributor.distribute([told])',
    replace:
      "if (operation.type !== 'delete') options.indexer.add(operation.object)\n" +
      'const told = write.told()\nconst waiting = told && options.distributor.distribute([told])\n' +
      "if (operation.type !== 'delete') return waiting\n" +
      'return options.clock.yield().then(() => void options.indexer.delete(operation.object))',
  },
  {
    row: 'INV-I7',
    breaks: 'an index keeps an object where it was filed before',
    file: 'packages/indexer/src/index-table.ts',
    find: 'for (const value of before) this.#leave(key, value)\n',
    replace: '',
  },
  {
    row: 'INV-I8',
    breaks: 'the first of changes that are written together is not',
    file: `${informer}/process-deltas.ts`,
    find: 'options.indexer.transaction(writes.map(({ operation }) => operation))',
    replace: 'options.indexer.transaction(writes.slice(1).map(({ operation }) => operation))',
  },
  {
    row: 'INV-I9',
    breaks: 'a handler counts as synced while initial additions wait for it',
    file: `${informer}/registration.ts`,
    find: 'if (this.#inInitial || this.#mailbox.initial > 0) return',
    replace: 'if (this.#inInitial) return',
  },
  {
    row: 'INV-I10',
    breaks: 'a watch begins anew at any state',
    file: `${reflector}/transitions.ts`,
    find: 'resourceVersion: memory.resourceVersion,\n    allowWatchBookmarks: true,',
    replace: "resourceVersion: '0',\n    allowWatchBookmarks: true,",
  },
  {
    row: 'INV-I10',
    breaks: 'a relist takes any state, however old',
    file: `${reflector}/transitions.ts`,
    find: "return resourceVersion === '' ? '0' : resourceVersion",
    replace: "void resourceVersion\nreturn '0'",
  },
  {
    row: 'INV-I11',
    breaks: 'a handler that was taken off is told what waited for it',
    file: `${informer}/registration.ts`,
    find: 'this.#ended = true\n    this.#mailbox.clear()\n',
    replace: '',
  },
  {
    row: 'INV-I12',
    breaks: 'a watch that was refused for now is never asked for again',
    file: `${reflector}/step.ts`,
    find: 'return openWatch(state, input, state.internalErrors)',
    replace: 'return [state, []]',
  },
  {
    row: 'INV-I12',
    breaks: 'an object that comes back into the selection stays away',
    file: `${informer}/graveyard.ts`,
    find: 'return compareResourceVersion(resourceVersion, grave.resourceVersion) <= 0',
    replace: 'return compareResourceVersion(resourceVersion, grave.resourceVersion) <= Infinity',
  },
  {
    row: 'INV-I14',
    breaks: 'a list is followed by one of the newest state',
    file: `${reflector}/step-listing.ts`,
    find: 'if (isOlder(resourceVersion, state.resourceVersion)) {',
    replace: 'if (!state.retried || isOlder(resourceVersion, state.resourceVersion)) {',
  },
  {
    row: 'INV-I16',
    breaks: 'each resync waits in a line of its own',
    file: `${informer}/mailbox.ts`,
    find: 'const merged = coalesce(pending, notification)\n    if (merged) {',
    replace:
      "const resync = notification.type === 'updated' && notification.sync\n" +
      'const merged = resync ? undefined : coalesce(pending, notification)\nif (merged) {',
  },
  {
    row: 'INV-I17',
    breaks: 'a resync tells of what the last one told',
    file: `${informer}/process-replaced-all.ts`,
    find: 'for (const key of indexer.keys()) {\n    const object = indexer.getByKey(key) as T | undefined\n    yield object',
    replace:
      'const told = ((indexer as { told?: Map<string, T> }).told ??= new Map())\n' +
      'for (const key of indexer.keys()) told.set(key, indexer.getByKey(key))\n' +
      'for (const [key, object] of told) {\n    yield object',
  },
  {
    row: 'INV-I18',
    breaks: 'what a relist brings is transformed twice',
    file: `${informer}/queue-sink.ts`,
    find: 'this.#unchanged(key, admitted) ?? admitted',
    replace: 'this.#unchanged(key, admitted) ?? this.#transformed(key, admitted)',
  },
  {
    row: 'INV-I19',
    breaks: 'an object that changes is written over where it is held, and not frozen',
    file: 'packages/indexer/src/admission.ts',
    find: "if (this.#freeze === 'eager') deepFreeze(object)\n    return object",
    replace:
      'const held = ((this as { held?: Map<unknown, object> }).held ??= new Map())\n' +
      'const { uid } = (object as { metadata?: { uid?: string } }).metadata ?? {}\n' +
      'const last = held.get(uid)\nif (last === undefined) held.set(uid, object as object)\n' +
      'return last === undefined ? object : (Object.assign(last, object) as T)',
  },
  {
    row: 'INV-I13',
    breaks: 'whoever meets a fault waits as long as the longest wait',
    file: `${reflector}/backoff.ts`,
    find: 'current.delay * (1 + jitter * random),',
    replace: 'Math.max(current.delay, cap) * (1 + jitter * random),',
  },
  {
    row: 'INV-I15',
    breaks: 'waits never grow',
    file: `${reflector}/backoff.ts`,
    find: 'Math.min(current.delay * factor, cap)',
    replace: 'Math.min(current.delay, cap)',
  },
]
