import { firstValueFrom, map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { LabelSelector } from '@rxkube/meta'
import { Indexer, type Selection, UnknownIndexError } from '@rxkube/indexer'
import { byNode, pod, type Pod } from './support/pods.ts'

function make() {
  const indexer = new Indexer({ indexers: { node: byNode } })
  indexer.replace(
    [
      pod('b', { node: 'n1', labels: { app: 'web' }, uid: 'b', version: '1' }),
      pod('a', { node: 'n1', uid: 'a', version: '1' }),
      pod('c', { namespace: 'kube-system', node: 'n1', labels: { app: 'web' } }),
      pod('d', { node: 'n2' }),
    ],
    '1',
  )
  return indexer
}

function follow(indexer: Indexer<Pod, 'node'>, selection: Selection<'node'>) {
  const answers: string[] = []
  const subscription = indexer
    .select$(selection)
    .pipe(map((pods) => pods.map(({ metadata }) => metadata?.name).join(' ')))
    .subscribe((answer) => answers.push(answer))
  return { answers, subscription }
}

describe('select$', () => {
  it.each<[string, Selection<'node'>, string]>([
    ['an index value', { index: 'node', value: 'n1' }, 'a b c'],
    ['a selector', { selector: 'app=web' }, 'b c'],
    ['a parsed selector', { selector: LabelSelector.everything }, 'a b d c'],
    ['no selector at all', {}, 'a b d c'],
    ['a selector that selects nothing', { selector: LabelSelector.nothing }, ''],
    ['a namespace', { namespace: 'default' }, 'a b d'],
    ['every namespace', { namespace: '' }, 'a b d c'],
    ['keys', { keys: ['default/d', 'default/a', 'default/nobody'] }, 'a d'],
    ['an index value and a selector', { index: 'node', value: 'n1', selector: 'app=web' }, 'b c'],
    [
      'an index value, a selector and a namespace',
      { index: 'node', value: 'n1', selector: 'app', namespace: 'default' },
      'b',
    ],
    ['keys and an index value', { keys: ['default/d', 'default/a'], index: 'node', value: 'n2' }, 'd'],
  ])('begins with what %s selects, by key', (_what, selection, expected) => {
    expect(follow(make(), selection).answers).toEqual([expected])
  })

  it('emits when an object comes, changes and goes, and not for anything else', () => {
    const indexer = make()
    const { answers } = follow(indexer, { index: 'node', value: 'n1' })
    indexer.add(pod('aa', { node: 'n1' }))
    indexer.add(pod('e', { node: 'n2' }))
    indexer.update(pod('aa', { node: 'n1', version: '2' }))
    indexer.update(pod('aa', { node: 'n2' }))
    indexer.delete(pod('b'))
    indexer.delete(pod('d'))
    indexer.delete(pod('nobody'))
    expect(answers).toEqual(['a b c', 'a aa b c', 'a aa b c', 'a b c', 'a c'])
  })

  it('does not emit for the same object again', () => {
    const indexer = make()
    const object = pod('x', { node: 'n1' })
    indexer.add(object)
    const { answers } = follow(indexer, { index: 'node', value: 'n1' })
    indexer.update(object)
    expect(answers).toHaveLength(1)
  })

  it('emits fresh arrays, so that what one has been given never changes', async () => {
    const indexer = make()
    const first = await firstValueFrom(indexer.select$({ namespace: 'default' }))
    indexer.delete(pod('a'))
    expect(first).toHaveLength(3)
  })

  it('emits once for a transaction, and not at all for one that changes nothing in the end', () => {
    const indexer = make()
    const { answers } = follow(indexer, { index: 'node', value: 'n2' })
    indexer.transaction(['x', 'y', 'z'].map((name) => ({ type: 'add', object: pod(name, { node: 'n2' }) })))
    expect(answers).toEqual(['d', 'd x y z'])
    indexer.transaction([
      { type: 'add', object: pod('w', { node: 'n2' }) },
      { type: 'delete', object: pod('w') },
    ])
    expect(answers).toHaveLength(2)
  })

  it('emits once for a replacement, also for objects that went', () => {
    const indexer = make()
    const { answers } = follow(indexer, { index: 'node', value: 'n1' })
    const stage = indexer.prepareReplace()
    stage.add('default/x', pod('x', { node: 'n1' }))
    stage.add('default/d', pod('d', { node: 'n1' }))
    indexer.replace(stage, '2')
    expect(answers).toEqual(['a b c', 'd x'])
  })

  it('does not emit for a relist that brings the same versions of the same objects again', () => {
    const indexer = make()
    const { answers } = follow(indexer, { index: 'node', value: 'n1', namespace: 'default' })
    const again = (version: string) => [
      pod('a', { node: 'n1', uid: 'a', version }),
      pod('b', { node: 'n1', labels: { app: 'web' }, uid: 'b', version: '1' }),
    ]
    indexer.replace(again('1'), '2')
    expect(answers).toHaveLength(1)
    indexer.replace(again('2'), '3')
    expect(answers).toHaveLength(2)
  })

  it('ends with an error when there is no such index', () => {
    const errors: unknown[] = []
    ;(make() as Indexer<Pod>)
      .select$({ index: 'nodes', value: 'n1' })
      .subscribe({ error: (error) => errors.push(error) })
    expect(errors).toEqual([expect.any(UnknownIndexError)])
  })

  it('ends with an error when the selector cannot be read, and leaves all others be', () => {
    const indexer = make()
    const errors: unknown[] = []
    indexer.select$({ selector: 'app in (' }).subscribe({ error: (error) => errors.push(error) })
    const { answers } = follow(indexer, { keys: ['default/a'] })
    indexer.delete(pod('a'))
    expect(errors).toHaveLength(1)
    expect(answers).toEqual(['a', ''])
  })

  it('ends with an error when its selector throws, and the write is done', () => {
    const indexer = make()
    const errors: unknown[] = []
    const selector = {
      matches: (labels: Readonly<Record<string, string>>) => {
        if (labels['app'] === 'bad') throw new Error('a bad selector')
        return true
      },
    }
    indexer.select$({ selector }).subscribe({ error: (error) => errors.push(error) })
    const { answers } = follow(indexer, { index: 'node', value: 'n3' })
    indexer.add(pod('x', { node: 'n3', labels: { app: 'bad' } }))
    indexer.add(pod('y', { node: 'n3', labels: { app: 'bad' } }))
    expect(errors).toEqual([new Error('a bad selector')])
    expect(answers).toEqual(['', 'x', 'x y'])
  })

  it('tells nobody after unsubscribe', () => {
    const indexer = make()
    const { answers, subscription } = follow(indexer, {})
    subscription.unsubscribe()
    indexer.delete(pod('a'))
    expect(answers).toHaveLength(1)
  })

  it('asks a query for a write only when the write touches its index value, namespace or key', () => {
    const indexer = make()
    let asked = 0
    const spying = { matches: () => asked++ >= 0 }
    const selections: Selection<'node'>[] = [
      { index: 'node', value: 'n1' },
      { namespace: 'other' },
      { keys: ['default/x'] },
    ]
    for (const selection of selections) indexer.select$({ ...selection, selector: spying }).subscribe()
    indexer.select$({ selector: spying }).subscribe()
    asked = 0
    indexer.add(pod('y', { node: 'n2' }))
    expect(asked).toBe(1)
    indexer.add(pod('y', { node: 'n1' }))
    expect(asked).toBe(3)
    indexer.add(pod('x', { node: 'n1', namespace: 'other' }))
    expect(asked).toBe(6)
  })

  it('may be subscribed any number of times, also with keys that can be read once', () => {
    const indexer = make()
    const query = indexer.select$({ keys: new Set(['default/a']).values() })
    const sizes: number[] = []
    for (let times = 0; times < 2; times++) query.subscribe((pods) => sizes.push(pods.length))
    expect(sizes).toEqual([1, 1])
  })

  it('tells a large answer that was parsed anew once more, rather than to compare all of it in one turn', () => {
    const pods = (count: number) =>
      Array.from({ length: count }, (_, index) => pod(`p${index}`, { uid: `u${index}`, version: '1' }))
    for (const [count, answers] of [
      [1000, 1],
      [1001, 2],
    ] as const) {
      const indexer = new Indexer<Pod>()
      indexer.replace(pods(count), '1')
      let told = 0
      indexer.select$({}).subscribe(() => told++)
      const anew = pods(count)
      indexer.replace(anew, '2')
      indexer.replace([...anew], '3')
      expect(told).toBe(answers)
    }
  })
})
