import assert from 'node:assert/strict'
import { type Cached, DeletedFinalStateUnknown } from '@rxkube/meta'
import { type ContractObject, contractObject as thing } from './contract-object.ts'
import type { TestRegistrar } from './test-registrar.ts'

/** What `passesStore` tries: `Store` of `@rxkube/indexer`, without importing it. */
export interface ContractStore {
  add(object: ContractObject): unknown
  update(object: ContractObject): unknown
  delete(object: ContractObject | DeletedFinalStateUnknown<ContractObject>): unknown
  get(object: ContractObject): Cached<ContractObject> | undefined
  getByKey(key: string): Cached<ContractObject> | undefined
  list(selector?: string): readonly Cached<ContractObject>[]
  listKeys(): readonly string[]
  replace(objects: Map<string, ContractObject> | Iterable<ContractObject>, resourceVersion: string): void
  resync(): void
}

/** Registers what every store of objects by key owes, for upstream's contract of `cache.Store`. `make` gives an empty one. */
export function passesStore(test: TestRegistrar, name: string, make: () => ContractStore): void {
  const it = (what: string, body: (store: ContractStore) => void): void => {
    test(`${name}: ${what}`, () => run(body, make))
  }
  const on = (node: string): Partial<ContractObject> => ({ spec: { node } })

  it('ST-1 gives back what was added, by object and by key', (store) => {
    store.add(thing('a', 1, on('n1')))
    assert.equal(store.get(thing('a', 1))?.spec?.node, 'n1')
    assert.equal(store.getByKey('default/a')?.spec?.node, 'n1')
    assert.equal(store.getByKey('default/b'), undefined)
  })

  it('ST-1 keeps one object a key, the last that was added or updated', (store) => {
    store.add(thing('a', 1, on('n1')))
    store.update(thing('a', 2, on('n2')))
    store.update(thing('b', 3, on('n3')))
    assert.deepEqual(
      store
        .list()
        .map(({ spec }) => spec?.node ?? '')
        .toSorted(),
      ['n2', 'n3'],
    )
  })

  it('ST-1 no longer has what was deleted, be it by object or by tombstone', (store) => {
    for (const each of ['a', 'b', 'c']) store.add(thing(each, 1))
    store.delete(thing('a', 2))
    store.delete(new DeletedFinalStateUnknown<ContractObject>('default/b', undefined))
    store.delete(thing('never-there', 2))
    assert.deepEqual(store.listKeys(), ['default/c'])
  })

  it('ST-1 FEAT-C4 has after a replacement what the list had and nothing else', (store) => {
    store.add(thing('a', 1))
    store.replace([thing('b', 2), thing('c', 3), thing('c', 4, on('n1'))], '7')
    assert.deepEqual([...store.listKeys()].toSorted(), ['default/b', 'default/c'])
    assert.equal(store.getByKey('default/c')?.spec?.node, 'n1')
    store.replace(new Map([['default/d', thing('d', 8)]]), '8')
    assert.deepEqual(store.listKeys(), ['default/d'])
  })

  it('ST-1 lists what a selector selects', (store) => {
    const labelled = thing('a', 1)
    store.add({ ...labelled, metadata: { ...labelled.metadata, labels: { app: 'web' } } })
    store.add(thing('b', 2))
    const names = (selector: string) => store.list(selector).map(({ metadata }) => metadata.name)
    assert.deepEqual(names('app=web'), ['a'])
    assert.deepEqual(names('').toSorted(), ['a', 'b'])
  })

  it('ST-1 writes nothing of a replacement in which one object has no key', (store) => {
    store.add(thing('a', 1))
    const keyless = {} as ContractObject
    assert.throws(() => store.replace([thing('b', 2), keyless], '7'), { name: 'KeyError' })
    assert.deepEqual(store.listKeys(), ['default/a'])
  })

  it('ST-1 does nothing at a resync', (store) => {
    store.add(thing('a', 1))
    store.resync()
    assert.deepEqual(store.listKeys(), ['default/a'])
  })

  it('ST-1 holds objects by any name: __proto__, constructor and the like', (store) => {
    const strange = ['__proto__', 'constructor', 'toString', 'then', 'toJSON', 'hasOwnProperty']
    for (const each of strange) store.add(thing(each, 1))
    assert.deepEqual([...store.listKeys()].toSorted(), strange.map((each) => `default/${each}`).toSorted())
    for (const each of strange) store.delete(thing(each, 1))
    assert.deepEqual(store.listKeys(), [])
  })
}

// Promise.try is not in Node 22.
async function run(body: (store: ContractStore) => void, make: () => ContractStore): Promise<void> {
  await Promise.resolve()
  body(make())
}
