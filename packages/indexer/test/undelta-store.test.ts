import { describe, expect, it } from 'vitest'
import { UndeltaStore } from '@rxkube/indexer'
import { names, pod, type Pod } from './support/pods.ts'

function make() {
  const pushed: string[][] = []
  const store = new UndeltaStore<Pod>((objects) => pushed.push(names(objects)))
  return { store, pushed }
}

describe('an undelta store', () => {
  it('ST-9 FEAT-C10 pushes the whole content after each write', () => {
    const { store, pushed } = make()
    store.add(pod('a'))
    store.add(pod('b'))
    store.update(pod('b', { node: 'n1' }))
    store.delete(pod('a'))
    store.replace([pod('x'), pod('y')], '1')
    expect(pushed).toEqual([['a'], ['a', 'b'], ['a', 'b'], ['b'], ['x', 'y']])
  })

  it('ST-9 FEAT-C10 pushes nothing for reads and resyncs', () => {
    const { store, pushed } = make()
    store.add(pod('a'))
    store.get(pod('a'))
    store.getByKey('default/a')
    store.list()
    store.listKeys()
    store.resync()
    expect(pushed).toHaveLength(1)
  })

  it('ST-9 FEAT-C10 pushes nothing for writes that failed', () => {
    const { store, pushed } = make()
    for (const write of [() => store.add({}), () => store.delete({}), () => store.replace([{}], '1')]) {
      expect(write).toThrow('key')
    }
    expect(pushed).toEqual([])
  })
})
