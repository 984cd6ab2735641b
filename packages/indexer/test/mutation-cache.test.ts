import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { DeletedFinalStateUnknown, InvalidResourceVersionError } from '@rxkube/meta'
import { Indexer, MissingIndexerError, MutationCache, type MutationCacheOptions } from '@rxkube/indexer'
import { byNode, pod, type Pod } from './support/pods.ts'

function make(options: Partial<MutationCacheOptions<Pod>> = {}) {
  const clock = new TestClock()
  const indexer = new Indexer<Pod, 'node'>({ indexers: { node: byNode } })
  const cache = new MutationCache<Pod>({ backing: indexer, includeAdds: true, clock, ...options })
  const versionOf = (key: string) => cache.getByKey(key)?.metadata?.resourceVersion
  const filed = () => cache.byIndex('node', 'n1').map(({ metadata }) => metadata?.resourceVersion)
  return { clock, indexer, cache, versionOf, filed }
}

const a = (version: string, uid = 'one') => pod('a', { node: 'n1', version, uid })

describe('a mutation cache', () => {
  it('ST-11 FEAT-C11 answers with a write until the store has caught up', () => {
    const { indexer, cache, versionOf, filed } = make()
    indexer.add(a('9'))
    cache.mutation(a('10'))
    expect([versionOf('default/a'), filed()]).toEqual(['10', ['10']])
    indexer.update(a('11'))
    expect([versionOf('default/a'), filed()]).toEqual(['11', ['11']])
  })

  it('ST-11 forgets a write once the store has answered with something as new', () => {
    const { indexer, cache, versionOf } = make()
    cache.mutation(a('10'))
    indexer.add(a('10'))
    versionOf('default/a')
    indexer.deleteByKey('default/a')
    expect(versionOf('default/a')).toBeUndefined()
  })

  it.each([
    ['9', '10'],
    ['10', undefined],
    ['11', undefined],
  ])('ST-11 FEAT-C11 told of version %s by the informer, has %s of a write of version 10', (told, left) => {
    const { cache, versionOf } = make()
    cache.mutation(a('10'))
    cache.onAddOrUpdate(a(told))
    expect(versionOf('default/a')).toBe(left)
  })

  it.each([
    ['the same instance, though older', a('9'), undefined],
    ['another instance, newer', a('11', 'two'), undefined],
    ['another instance, older', a('9', 'two'), '10'],
    ['a tombstone of the same instance', new DeletedFinalStateUnknown('default/a', a('9')), undefined],
    [
      'a tombstone of which nothing is known',
      new DeletedFinalStateUnknown<Pod>('default/a', undefined),
      undefined,
    ],
  ])('ST-11 FEAT-C11 told that %s was deleted, has the right thing of a write', (_what, deleted, left) => {
    const { cache, versionOf, filed } = make()
    cache.mutation(a('10'))
    cache.onDelete(deleted)
    expect([versionOf('default/a'), filed()]).toEqual([left, left === undefined ? [] : [left]])
  })

  it('ST-11 FEAT-C11 rejects the late result of a write to what is deleted by now', () => {
    const { cache, versionOf, filed } = make()
    cache.onDelete(a('12'))
    cache.mutation(a('11'))
    cache.mutation(a('12', 'two'))
    cache.mutation(a('13'))
    expect([versionOf('default/a'), filed()]).toEqual([undefined, []])
    cache.mutation(a('14', 'two'))
    expect(versionOf('default/a')).toBe('14')
  })

  it('ST-11 FEAT-C11 prefers what was recreated to the late result of a write to the one before', () => {
    const { indexer, cache, versionOf } = make()
    cache.onDelete(a('12'))
    indexer.add(a('13', 'two'))
    cache.onAddOrUpdate(a('13', 'two'))
    cache.mutation(a('11'))
    expect(versionOf('default/a')).toBe('13')
    indexer.deleteByKey('default/a')
    expect(versionOf('default/a')).toBeUndefined()
  })

  it('ST-11 FEAT-C11 no longer answers by index what was deleted', () => {
    const { indexer, cache, filed } = make()
    indexer.add(a('9'))
    cache.mutation(a('10'))
    indexer.delete(a('10'))
    expect(filed()).toEqual(['10'])
    cache.onDelete(a('11'))
    expect(filed()).toEqual([])
  })

  it('does not replace a newer write by an older one', () => {
    const { cache, versionOf } = make()
    cache.mutation(a('10'))
    cache.mutation(a('9'))
    expect(versionOf('default/a')).toBe('10')
  })

  it('compares versions as numbers of any size, and no others', () => {
    const { indexer, cache, versionOf } = make()
    indexer.add(a('9007199254740993'))
    cache.mutation(a('9007199254740992'))
    expect(versionOf('default/a')).toBe('9007199254740993')
    cache.mutation(a('10'))
    expect(() => cache.onAddOrUpdate(a('x'))).toThrow(InvalidResourceVersionError)
  })

  it('answers with what the store does not have only when asked to include adds', () => {
    const { indexer, cache, versionOf, filed } = make({ includeAdds: false })
    cache.mutation(a('10'))
    expect([versionOf('default/a'), filed()]).toEqual([undefined, []])
    indexer.add(a('9'))
    expect([versionOf('default/a'), filed()]).toEqual(['10', ['10']])
  })

  it('files what the store has where the store has it, and what it does not have under its own values', () => {
    const { indexer, cache } = make()
    indexer.add(a('9'))
    cache.mutation(pod('a', { node: 'n2', version: '10' }))
    cache.mutation(pod('b', { node: 'n2', version: '10' }))
    const at = (node: string) => cache.byIndex('node', node).map(({ metadata }) => metadata?.name)
    expect([at('n1'), at('n2')]).toEqual([['a'], ['a', 'b']])
  })

  it('cannot answer by index over a store without indices', () => {
    const { cache } = make({ backing: { getByKey: () => undefined } })
    expect(() => cache.byIndex('node', 'n1')).toThrow(MissingIndexerError)
  })

  it('FEAT-C11 remembers a write for its TTL and no longer', async () => {
    const { clock, cache, versionOf } = make()
    cache.mutation(a('10'))
    await clock.advance('5m')
    expect(versionOf('default/a')).toBe('10')
    await clock.advance(1)
    expect(versionOf('default/a')).toBeUndefined()
  })

  it('FEAT-C11 forgets the least recently used write above its capacity', () => {
    const { cache, versionOf } = make({ capacity: 2 })
    for (const name of ['a', 'b']) cache.mutation(pod(name, { version: '1' }))
    versionOf('default/a')
    cache.mutation(pod('c', { version: '1' }))
    expect(['a', 'b', 'c'].map((name) => versionOf(`default/${name}`))).toEqual(['1', undefined, '1'])
  })
})
