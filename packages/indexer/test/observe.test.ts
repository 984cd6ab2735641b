import { config, map, type Observable } from 'rxjs'
import { afterEach, describe, expect, it } from 'vitest'
import { Indexer, type Write } from '@rxkube/indexer'
import { byNode, names, pod, type Pod } from './support/pods.ts'

function make() {
  return new Indexer({ indexers: { node: byNode } })
}

function collect<V>(values$: Observable<V>): V[] {
  const values: V[] = []
  values$.subscribe((value) => values.push(value))
  return values
}

describe('observe$', () => {
  it('emits the object of a key now and after each change', () => {
    const indexer = make()
    const nodes: (string | undefined | null)[] = []
    indexer
      .observe$('default/a')
      .subscribe((object) => nodes.push(object === undefined ? null : object.spec?.nodeName))
    indexer.add(pod('a', { node: 'n1' }))
    indexer.add(pod('b', { node: 'n1' }))
    indexer.update(pod('a', { node: 'n2' }))
    indexer.delete(pod('a'))
    indexer.replace([pod('a', { node: 'n3' })], '1')
    expect(nodes).toEqual([null, 'n1', 'n2', null, 'n3'])
  })

  it('takes a namespace and a name, or a name alone', () => {
    const indexer = make()
    const one = pod('a')
    const other = pod('a', { namespace: '' })
    indexer.replace([one, other], '1')
    expect(collect(indexer.observe$({ namespace: 'default', name: 'a' }))).toEqual([one])
    expect(collect(indexer.observe$({ name: 'a' }))).toEqual([other])
  })

  it('does not emit what it emitted last, also not after a relist or a transaction back and forth', () => {
    const indexer = make()
    const object = pod('a', { uid: 'a', version: '1' })
    indexer.add(object)
    const seen = collect(indexer.observe$('default/a'))
    indexer.update(object)
    indexer.replace([pod('a', { uid: 'a', version: '1' })], '2')
    const now = indexer.getByKey('default/a') as Pod
    indexer.transaction([
      { type: 'delete', object },
      { type: 'add', object: now },
    ])
    expect(seen).toHaveLength(1)
  })

  it('tells a recreated object from the one before', () => {
    const indexer = make()
    indexer.add(pod('a', { uid: 'first', version: '1' }))
    const seen = collect(indexer.observe$('default/a'))
    indexer.replace([pod('a', { uid: 'second', version: '1' })], '2')
    expect(seen.map((object) => object?.metadata?.uid)).toEqual(['first', 'second'])
  })
})

describe('writes$', () => {
  it('GUAR-G3 tells each turn of writes in order, when store and indices are in their new state', () => {
    const indexer = make()
    const told: string[] = []
    indexer.writes$.subscribe((writes) => {
      told.push(
        `${writes.map(({ type }) => type).join(' ')}: ${names(indexer.byIndex('node', 'n1')).join(' ')}`,
      )
    })
    indexer.add(pod('a', { node: 'n1' }))
    indexer.update(pod('a', { node: 'n2' }))
    indexer.transaction([
      { type: 'add', object: pod('b', { node: 'n1' }) },
      { type: 'delete', object: pod('a') },
      { type: 'delete', object: pod('nobody') },
    ])
    indexer.replace([pod('z', { node: 'n1' })], '1')
    expect(told).toEqual(['added: a', 'updated: ', 'added deleted: b', 'replaced: z'])
  })

  it('has the objects before and after', () => {
    const indexer = make()
    const [first, second] = [pod('a'), pod('a', { node: 'n1' })]
    const told = collect<readonly Write<Pod>[]>(indexer.writes$)
    indexer.add(first)
    indexer.add(second)
    indexer.delete(second)
    expect(told).toEqual([
      [{ type: 'added', key: 'default/a', object: first }],
      [{ type: 'updated', key: 'default/a', before: first, object: second }],
      [{ type: 'deleted', key: 'default/a', before: second }],
    ])
  })
})

describe('a subscriber', () => {
  afterEach(() => {
    config.onUnhandledError = null
  })

  it('GUAR-G3 that writes is told of its write after everybody was told of the one before', () => {
    const indexer = make()
    const log: string[] = []
    indexer.observe$('default/a').subscribe((object) => {
      log.push(`first ${object?.spec?.nodeName ?? 'none'}`)
      if (object?.spec?.nodeName === 'n1') indexer.update(pod('a', { node: 'n2' }))
      log.push('first is done')
    })
    indexer.writes$.subscribe((writes) => log.push(...writes.map(({ type }) => type)))
    log.length = 0
    indexer.add(pod('a', { node: 'n1' }))
    expect(log).toEqual(['added', 'first n1', 'first is done', 'updated', 'first n2', 'first is done'])
  })

  it('that writes while it gets its first answer is told of it when it has got it', () => {
    const indexer = make()
    const log: (string | number)[] = []
    indexer.select$({ index: 'node', value: 'n1' }).subscribe((pods) => {
      log.push(pods.length)
      if (pods.length < 3) indexer.add(pod(`p${pods.length}`, { node: 'n1' }))
      log.push('done')
    })
    expect(log).toEqual([0, 'done', 1, 'done', 2, 'done', 3, 'done'])
  })

  it('may subscribe and write within an answer, and the new one misses nothing', () => {
    const indexer = make()
    const inner: number[] = []
    let once = false
    indexer.select$({}).subscribe((pods) => {
      if (pods.length === 0 || once) return
      once = true
      indexer.select$({}).subscribe((seen) => {
        inner.push(seen.length)
        if (seen.length === 1) indexer.add(pod('second'))
      })
    })
    indexer.add(pod('first'))
    expect(inner).toEqual([1, 2])
  })

  it('FAULT-A16 emits another state of the same version, as a server that was restored may give it', () => {
    const indexer = make()
    indexer.add(pod('a', { node: 'n1', uid: 'a', version: '5' }))
    const nodes = collect(indexer.observe$('default/a').pipe(map((object) => object?.spec?.nodeName)))
    const answers = collect(indexer.select$({}).pipe(map((pods) => pods[0]?.spec?.nodeName)))
    indexer.replace([pod('a', { node: 'n1', uid: 'a', version: '5' })], '6')
    indexer.replace([pod('a', { node: 'n2', uid: 'a', version: '5' })], '6')
    expect([nodes, answers]).toEqual([
      ['n1', 'n2'],
      ['n1', 'n2'],
    ])
  })

  it('may unsubscribe another one within an answer', () => {
    const indexer = make()
    let told = 0
    indexer.select$({}).subscribe((pods) => pods.length > 0 && second.unsubscribe())
    const second = indexer.select$({}).subscribe(() => told++)
    indexer.add(pod('a'))
    expect(told).toBe(1)
  })

  it('that throws breaks neither the write nor anybody else', async () => {
    const unhandled = new Promise<unknown>((resolve) => {
      config.onUnhandledError = resolve
    })
    const indexer = make()
    indexer.select$({}).subscribe((pods) => {
      if (pods.length > 0) throw new Error('a bad subscriber')
    })
    const seen = collect(indexer.select$({}))
    const told = collect(indexer.writes$)
    indexer.add(pod('a'))
    expect([indexer.size, seen.length, told.length]).toEqual([1, 2, 1])
    await expect(unhandled).resolves.toMatchObject({ message: 'a bad subscriber' })
  })
})
