import fc from 'fast-check'
import { Indexer } from '@rxkube/indexer'
import type { Cached } from '@rxkube/meta'
import { byNode, pod, type Pod } from './pods.ts'

/** A write of one object. */
export type Change =
  | { readonly type: 'add'; readonly object: Pod }
  | { readonly type: 'delete'; readonly object: Pod }

/** One thing that happens to an indexer. */
export type Step =
  | Change
  | { readonly type: 'replace'; readonly objects: readonly Pod[] }
  | { readonly type: 'stage'; readonly objects: readonly Pod[] }
  | { readonly type: 'transaction'; readonly operations: readonly Change[] }
  | { readonly type: 'addIndexers' }

const object = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
    namespace: fc.constantFrom('x', 'y', ''),
    node: fc.constantFrom('n1', 'n2', 'bad', 'constructor', ''),
    labels: fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('web', 'db'), {
      noNullPrototype: true,
    }),
    identity: fc.constantFrom('1', '2', undefined),
  })
  .map(({ name, namespace, node, labels, identity }) =>
    pod(name, {
      namespace,
      labels,
      ...(node !== '' && { node }),
      // The same version is the same object, as a server has it.
      ...(identity !== undefined && {
        uid: JSON.stringify([name, namespace, node, labels]),
        version: identity,
      }),
    }),
  )

const operation: fc.Arbitrary<Change> = fc.record({
  type: fc.constantFrom('add' as const, 'delete' as const),
  object,
})

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: operation },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('replace' as const, 'stage' as const),
      objects: fc.array(object, { maxLength: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('transaction' as const),
      operations: fc.array(operation, { maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'addIndexers' as const }) },
)

/** Any history of writes over a few keys. */
export const history = fc.array(step, { maxLength: 30 })

/** Index functions with no, one and several values, and one that throws. */
export const indexFuncs = {
  node: byNode,
  labels: (of: Cached<Pod>): readonly string[] => Object.values(of.metadata?.labels ?? {}),
  throwing: (of: Cached<Pod>): readonly string[] => {
    if (of.spec?.nodeName === 'bad') throw new Error('bad node')
    return [of.metadata?.namespace ?? '', 'all']
  },
  late: (of: Cached<Pod>): readonly string[] => [of.metadata?.name ?? ''],
}

/** What a value of an index is to hold, by the definition of an index. */
export function valuesOf(index: keyof typeof indexFuncs, of: Cached<Pod>): readonly string[] {
  return index === 'throwing' && of.spec?.nodeName === 'bad' ? [] : indexFuncs[index](of)
}

/** An indexer for histories; `late` comes in with the first `addIndexers`. */
export function makeIndexer(): Indexer<Pod> {
  const { node, labels, throwing } = indexFuncs
  return new Indexer<Pod>({ indexers: { node, labels, throwing } })
}

/** Does one step. */
export function apply(indexer: Indexer<Pod>, done: Step): void {
  if (done.type === 'add') indexer.add(done.object)
  else if (done.type === 'delete') indexer.delete(done.object)
  else if (done.type === 'replace') indexer.replace(done.objects, '1')
  else if (done.type === 'transaction') indexer.transaction(done.operations)
  else if (done.type === 'stage') {
    const stage = indexer.prepareReplace()
    for (const staged of done.objects) stage.add(keyOf(staged), staged)
    indexer.replace(stage, '1')
  } else if (!indexer.getIndexers().has('late')) indexer.addIndexers({ late: indexFuncs.late })
}

/** `namespace/name`, or `name`. */
export function keyOf({ metadata }: Cached<Pod>): string {
  const { namespace = '', name = '' } = metadata ?? {}
  return namespace === '' ? name : `${namespace}/${name}`
}

/** Does one step to a plain map, which is what an indexer without indices is. */
export function applyToMap(map: Map<string, Pod>, done: Step): void {
  if (done.type === 'add') map.set(keyOf(done.object), done.object)
  else if (done.type === 'delete') map.delete(keyOf(done.object))
  else if (done.type === 'transaction') for (const one of done.operations) applyToMap(map, one)
  else if (done.type === 'replace' || done.type === 'stage') {
    map.clear()
    for (const one of done.objects) map.set(keyOf(one), one)
  }
}
