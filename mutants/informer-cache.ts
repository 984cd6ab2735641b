import type { Mutant } from './mutant.ts'

const src = 'packages/shared-informer/src'

/** What is done with deltas, and factories: the rest of group D, and F. */
export const informerCacheMutants: readonly Mutant[] = [
  {
    row: 'FEAT-D3',
    breaks: 'an object missed while disconnected is not told as deleted',
    file: `${src}/process-replaced-all.ts`,
    find: "yield objects.has(key) ? undefined : { type: 'deleted', key, object, finalStateUnknown: true }",
    replace: 'yield void object',
  },
  {
    row: 'FEAT-D9',
    breaks: 'a delta that says it was added is told as an addition, whatever the cache knows',
    file: `${src}/process-deltas.ts`,
    find: 'notificationOfWrite(key, before, (indexer.getByKey(key) as T | undefined) ?? object, initial),',
    replace:
      "notificationOfWrite(key, delta.type === 'Added' ? undefined : before, (indexer.getByKey(key) as T | undefined) ?? object, initial),",
  },
  {
    row: 'FEAT-D9',
    breaks: 'a change is told before the cache shows it',
    file: `${src}/process-deltas.ts`,
    find: "if (operation.type === 'delete') options.indexer.delete(operation.object)\n      else options.indexer.add(operation.object)\n      const told = write.told()\n      return told && options.distributor.distribute([told])",
    replace:
      'const told = write.told()\nconst waiting = told && options.distributor.distribute([told])\n' +
      "if (operation.type === 'delete') options.indexer.delete(operation.object)\n" +
      'else options.indexer.add(operation.object)\nreturn waiting',
  },
  {
    row: 'FEAT-D10',
    breaks: 'of a batch that failed in part, all is told',
    file: `${src}/process-deltas.ts`,
    find: 'const successful = failure ? failure.successfulIndices.map((index) => writes[index]) : writes',
    replace: 'const successful = writes',
  },
  {
    row: 'FEAT-D12',
    breaks: 'what a relist adds counts as initial',
    file: `${src}/process-replaced-all.ts`,
    find: '(indexer.getByKey(key) as T | undefined) ?? object,\n      initial,',
    replace: '(indexer.getByKey(key) as T | undefined) ?? object,\ninitial || true,',
  },
  {
    row: 'FEAT-D13',
    breaks: 'what a handler throws is swallowed',
    file: `${src}/informer.ts`,
    find: 'if (calls.failed || onStoreError === undefined) throw error\n        onStoreError(error)',
    replace: 'if (!calls.failed && onStoreError === undefined) throw error\nonStoreError?.(error)',
  },
  {
    row: 'FEAT-D13',
    breaks: 'the promise of a handler is not waited for',
    file: `${src}/informer.ts`,
    find: 'return this.#after(returned, rest)',
    replace: 'void this.#after(returned, rest)',
  },
  {
    row: 'FEAT-F1',
    breaks: 'each accessor makes an informer of its own',
    file: `${src}/shared-informer-factory.ts`,
    find: 'const made = this.#made.get(key) ?? this.#make(key, resource, options)',
    replace: 'const made = this.#make(key, resource, options)',
  },
  {
    row: 'FEAT-F2',
    breaks: 'a second start starts nothing',
    file: `${src}/shared-informer-factory.ts`,
    find: 'if (this.#isShutDown) return\n    for',
    replace: 'if (this.#isShutDown || this.#started.size > 0) return\n    for',
  },
  {
    row: 'FEAT-F3',
    breaks: 'informers that were not started are waited for',
    file: `${src}/shared-informer-factory.ts`,
    find: 'this.informers.filter(isStarted)\n',
    replace: 'this.informers\n',
  },
  {
    row: 'FEAT-F4',
    breaks: 'a factory that was shut down can be started',
    file: `${src}/shared-informer-factory.ts`,
    find: 'this.#isShutDown = true\n',
    replace: '',
  },
  {
    row: 'FEAT-F4',
    breaks: 'shutdown does not wait',
    file: `${src}/shared-informer-factory.ts`,
    find: 'await Promise.allSettled(this.informers.map((informer) => informer.stop(options)))',
    replace:
      '[] as PromiseSettledResult<void>[]\nfor (const informer of this.informers) void informer.stop(options)',
  },
  {
    row: 'FEAT-F5',
    breaks: 'the namespace of a factory is not asked for',
    file: `${src}/shared-informer-factory.ts`,
    find: '...(resource.namespaced && { namespace }),',
    replace: '',
  },
  {
    row: 'FEAT-F6',
    breaks: 'whole objects are asked for where metadata would do',
    file: `${src}/shared-informer-factory.ts`,
    find: 'projection: options.projection,',
    replace: '',
  },
  {
    row: 'FAULT-A9',
    breaks: 'what a relist changed counts as unchanged, and is kept from handlers without resyncs',
    file: `${src}/process-replaced-all.ts`,
    find: 'yield notificationOfWrite(\n      key,\n      before.get(key),\n      (indexer.getByKey(key) as T | undefined) ?? object,\n      initial,\n    )',
    replace:
      'yield {\n...notificationOfWrite(key, before.get(key), (indexer.getByKey(key) as T | undefined) ?? object, initial),\n' +
      'sync: true,\n} as Step<T>',
  },
  {
    row: 'FAULT-A14',
    breaks: 'a server that repeats the creation of a deleted object brings it back',
    file: `${src}/process-deltas.ts`,
    find: 'return graveyard?.holds(key, object) ?? false',
    replace: 'void [key, graveyard]\nreturn false',
  },
  {
    row: 'FAULT-A11',
    breaks: 'a handler is given a tombstone where it expects an object',
    file: `${src}/handlers.ts`,
    find: 'const { object, key, finalStateUnknown } = notification',
    replace:
      'const { key, finalStateUnknown } = notification\nconst { object: last } = notification\n' +
      'const object = finalStateUnknown ? (new DeletedFinalStateUnknown(key, last) as unknown) : last',
  },
  {
    row: 'FAULT-A12',
    breaks: 'what a relist finds missing is told as if its last state were known',
    file: `${src}/process-replaced-all.ts`,
    find: "{ type: 'deleted', key, object, finalStateUnknown: true }",
    replace: "{ type: 'deleted', key, object, finalStateUnknown: false }",
  },
  {
    row: 'FAULT-F6',
    breaks: 'a transform can take the version away',
    file: `${src}/queue-sink.ts`,
    find: 'return withIdentity(transform(object), { name, namespace, uid, resourceVersion })',
    replace: 'void [name, namespace, uid, resourceVersion]\nreturn transform(object)',
  },
  {
    row: 'GUAR-G1',
    breaks: 'a server that goes back in time takes the cache with it',
    file: `${src}/process-deltas.ts`,
    find: 'if (order !== 0) return order < 0',
    replace: 'if (order !== 0) return false',
  },
]
