import { afterEach, describe, expect, it, vi } from 'vitest'
import { firstValueFrom } from 'rxjs'
import { Indexer, type FreezePolicy } from '@rxkube/indexer'
import { pod, type Pod } from './support/pods.ts'

const labelled = () => pod('a', { labels: { app: 'web' } })

function relabel(object: unknown): void {
  const { metadata } = object as Pod
  if (metadata?.labels !== undefined) metadata.labels['app'] = 'changed'
}

function make(freeze?: FreezePolicy) {
  const indexer = new Indexer<Pod, 'namespace'>({
    indexers: { namespace: ({ metadata }) => [metadata?.namespace ?? ''] },
    ...(freeze && { freeze }),
  })
  const object = labelled()
  indexer.add(object)
  return { indexer, object }
}

describe('a reader that changes what it reads', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each<[string, (indexer: Indexer<Pod, 'namespace'>) => unknown]>([
    ['getByKey', (indexer) => indexer.getByKey('default/a')],
    ['get', (indexer) => indexer.get(labelled())],
    ['list', (indexer) => indexer.list()[0]],
    ['byIndex', (indexer) => indexer.byIndex('namespace', 'default')[0]],
    ['index', (indexer) => indexer.index('namespace', labelled())[0]],
    ['values', (indexer) => [...indexer.values()][0]],
    ['a snapshot', (indexer) => indexer.snapshot().getByKey('default/a')],
    ['what a write gives back', (indexer) => indexer.delete(labelled())],
  ])('FAULT-F7 is told by a TypeError, and others see the original, by way of %s', (_way, read) => {
    for (const freeze of ['eager', 'lazy'] as const) {
      const { indexer, object } = make(freeze)
      expect(() => relabel(read(indexer))).toThrow(TypeError)
      expect(object.metadata?.labels).toEqual({ app: 'web' })
    }
  })

  it('FAULT-F7 is told by a TypeError in a live query too', async () => {
    const { indexer } = make('lazy')
    const [selected] = await firstValueFrom(indexer.select$({}))
    expect(() => relabel(selected)).toThrow(TypeError)
    const second = make('lazy').indexer
    const observed = await firstValueFrom(second.observe$('default/a'))
    expect(() => relabel(observed)).toThrow(TypeError)
  })

  it('INV-I19 leaves objects as they were delivered until they leave the store, whatever readers try', () => {
    const indexer = new Indexer<Pod>({ freeze: 'lazy' })
    const delivered = ['a', 'b'].map((name) => JSON.stringify(pod(name, { labels: { app: 'web' } })))
    indexer.replace(
      delivered.map((text) => JSON.parse(text) as Pod),
      '1',
    )
    for (const object of indexer.list('app=web')) expect(() => relabel(object)).toThrow(TypeError)
    const evicted = indexer.replace([], '2')
    expect(Array.from(evicted.values(), (object) => JSON.stringify(object))).toEqual(delivered)
  })

  it('FAULT-F7 may be an index function, which then fails and changes nothing', () => {
    const indexer = new Indexer<Pod, 'bad'>({
      indexers: {
        bad: (object) => {
          relabel(object)
          return ['x']
        },
      },
    })
    indexer.add(labelled())
    expect(indexer.indexErrors).toBe(1)
    expect(indexer.list('app=web')).toHaveLength(1)
  })
})

describe('freezing', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each([
    ['test', true, true],
    ['production', false, false],
    ['development', false, true],
  ])(
    'FAULT-F7 is, where NODE_ENV is %s: at the write %s, at the first read %s',
    (environment, atWrite, atRead) => {
      vi.stubEnv('NODE_ENV', environment)
      const { indexer, object } = make()
      expect(Object.isFrozen(object)).toBe(atWrite)
      indexer.list()
      expect(Object.isFrozen(object.metadata?.labels)).toBe(atRead)
    },
  )

  it('FAULT-F7 reaches objects that came by transaction, by replacement and by stage', () => {
    const indexer = new Indexer<Pod>({ freeze: 'eager' })
    const objects = ['a', 'b', 'c', 'd'].map((name) => pod(name))
    const [byTransaction, byMap, byList, byStage] = objects as [Pod, Pod, Pod, Pod]
    indexer.transaction([{ type: 'add', object: byTransaction }])
    indexer.replace(new Map([['default/b', byMap]]), '1')
    indexer.replace([byList], '2')
    indexer.prepareReplace().add('default/d', byStage)
    expect(objects.map((object) => Object.isFrozen(object.metadata))).toEqual([true, true, true, true])
  })

  it('survives objects of 10,000 levels', () => {
    for (const freeze of ['eager', 'lazy'] as const) {
      const levels = 10_000
      const deep = JSON.parse(`${'{"a":'.repeat(levels)}{}${'}'.repeat(levels)}`) as { a: object }
      const indexer = new Indexer<Pod & { deep: object }>({ freeze })
      indexer.add({ ...pod('a'), deep })
      indexer.snapshot()
      expect(Object.isFrozen(indexer.list()[0]?.deep)).toBe(true)
      let innermost: { a?: object } = deep
      while (innermost.a !== undefined) innermost = innermost.a
      expect(Object.isFrozen(innermost)).toBe(true)
    }
  })
})
