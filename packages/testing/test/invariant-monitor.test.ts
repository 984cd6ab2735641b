import type { KubernetesObject } from '@rxkube/meta'
import { InvariantMonitor, type HandlerEvent } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const object = (version: number, uid = 'u1', name = 'a'): KubernetesObject => ({
  metadata: { name, uid, resourceVersion: String(version) },
})

const added = (version: number, uid?: string): HandlerEvent => ({
  type: 'added',
  key: 'a',
  object: object(version, uid),
  initial: false,
})

const updated = (from: number, to: number): HandlerEvent => ({
  type: 'updated',
  key: 'a',
  before: object(from),
  object: object(to),
  sync: from === to,
  replaced: false,
})

const deleted = (version: number): HandlerEvent => ({
  type: 'deleted',
  key: 'a',
  object: object(version),
  finalStateUnknown: false,
})

/** A server that had `a` at 2 and 3, and a cache that tests fill. */
function setup() {
  const monitor = new InvariantMonitor()
  const cache = new Map<string, KubernetesObject>()
  monitor.wrote({ type: 'ADDED', key: 'a', object: object(2) })
  monitor.wrote({ type: 'MODIFIED', key: 'a', object: object(3) })
  const handler = monitor.handler('h', {
    get: (key) => cache.get(key),
    selects: ({ metadata }) => metadata?.uid !== 'no',
  })
  const tell = (...events: HandlerEvent[]) => events.forEach((event) => handler.observe(event))
  const ids = () => monitor.violations.map(({ id }) => id)
  return { monitor, cache, handler, tell, ids }
}

describe('InvariantMonitor', () => {
  it('finds nothing in a history that is right, and says what it looked at', () => {
    const { monitor, cache, tell, ids } = setup()
    cache.set('a', object(2))
    tell(added(2))
    cache.set('a', object(3))
    tell(updated(2, 3), updated(3, 3))
    monitor.cache.snapshot(cache)
    monitor.wrote({ type: 'DELETED', key: 'a', object: object(4) })
    cache.clear()
    tell(deleted(4))
    monitor.quiet(cache)
    monitor.verify()
    expect(ids()).toEqual([])
    for (const id of ['I1', 'I3', 'I4', 'I6', 'I8', 'I12', 'I17'] as const)
      expect(monitor.checked.get(id)).toBeGreaterThan(0)
  })

  it('INV-I1 finds a state that the server never had', () => {
    const { tell, ids, monitor, cache } = setup()
    tell(added(9))
    cache.set('a', { ...object(3), kind: 'Invented' })
    monitor.cache.snapshot(cache)
    expect(ids()).toEqual(['I1', 'I1'])
  })

  it('INV-I2 finds a cache that goes back, unless an epoch came between', () => {
    const { monitor, ids } = setup()
    monitor.cache.snapshot(new Map([['a', object(3)]]))
    monitor.cache.epoch()
    monitor.cache.snapshot(new Map([['a', object(2)]]))
    expect(ids()).toEqual([])
    monitor.cache.snapshot(new Map([['a', object(3)]]))
    monitor.cache.snapshot(new Map([['a', object(2)]]))
    expect(ids()).toEqual(['I2'])
  })

  it('INV-I3 finds a second addition, a foreign before, an update that is none and a deletion of nothing', () => {
    const { tell, ids } = setup()
    tell(added(2), added(3))
    expect(ids()).toEqual(['I3'])
    tell(updated(2, 3))
    expect(ids()).toHaveLength(2)
    tell({ ...updated(3, 3), sync: false } as HandlerEvent)
    expect(ids()).toHaveLength(3)
    tell(deleted(3), deleted(3))
    expect(ids()).toEqual(['I3', 'I3', 'I3', 'I3'])
  })

  it('INV-I4 finds a deletion that was never told', () => {
    const { tell, ids, handler } = setup()
    tell(added(2))
    handler.quiet()
    expect(ids()).toEqual(['I4'])
  })

  it('INV-I5 INV-I6 finds what is not selected, and a cache behind what is told', () => {
    const { monitor, tell, ids, cache } = setup()
    monitor.wrote({ type: 'MODIFIED', key: 'a', object: object(5, 'no') })
    tell(added(5, 'no'))
    expect(ids()).toEqual(['I5'])
    cache.set('a', object(2))
    tell(deleted(5), added(3))
    expect(ids()).toContain('I6')
  })

  it('INV-I7 INV-I8 finds an index or a list that is not what the store had', () => {
    const { monitor, ids } = setup()
    const a = object(3)
    monitor.cache.index('node', [a], [a])
    monitor.cache.index('node', [a], [])
    monitor.wrote({ type: 'ADDED', key: 'b', object: object(4, 'u2', 'b') })
    monitor.cache.snapshot(new Map([['b', object(4, 'u2', 'b')]]))
    expect(ids()).toEqual(['I7', 'I8'])
  })

  it('INV-I9 finds a sync before the list was whole, and one that is taken back', () => {
    const { monitor, ids } = setup()
    monitor.wrote({ type: 'ADDED', key: 'b', object: object(4, 'u2', 'b') })
    monitor.cache.synced(true, new Map([['b', object(4, 'u2', 'b')]]))
    monitor.cache.synced(false, new Map())
    expect(ids()).toEqual(['I9', 'I9'])
  })

  it('INV-I10 INV-I14 finds a request for a version that was not applied, and a list without a reason', () => {
    const { monitor, ids } = setup()
    const { requests } = monitor
    requests.observe({ verb: 'list', resourceVersion: '0', at: 0, applied: '' })
    requests.observe({ verb: 'watch', resourceVersion: '3', at: 1, applied: '3' })
    expect(ids()).toEqual([])
    requests.observe({ verb: 'watch', resourceVersion: '4', at: 2, applied: '3' })
    requests.observe({ verb: 'list', resourceVersion: '3', at: 3, applied: '3' })
    expect(ids()).toEqual(['I10', 'I14'])
    requests.reasonToList()
    requests.observe({ verb: 'list', resourceVersion: '0', at: 4, applied: '3' })
    requests.observe({ verb: 'watch', resourceVersion: '9', at: 5, applied: '9', newest: '3' })
    expect(ids().slice(2)).toEqual(['I10', 'I10'])
  })

  it('INV-I11 finds what happens after a stop', () => {
    const { monitor, tell, ids } = setup()
    monitor.stop()
    tell(added(3))
    monitor.requests.observe({ verb: 'watch', at: 9, applied: '' })
    expect(ids()).toEqual(['I11', 'I11'])
  })

  it('INV-I12 INV-I19 finds a cache that is not the server, and an object that was mutated', () => {
    const { monitor, ids } = setup()
    const mine = object(3)
    monitor.cache.seal(mine)
    monitor.quiet(new Map([['a', mine]]))
    expect(ids()).toEqual([])
    mine.kind = 'Mutated'
    monitor.quiet(new Map([['a', mine]]))
    expect(ids()).toEqual(['I12', 'I19'])
  })

  it('INV-I13 INV-I15 INV-I16 finds late progress, too many requests and too much that waits', () => {
    const { monitor, ids } = setup()
    monitor.requests.fault('hang', 0, 1000)
    monitor.requests.progress(2000)
    monitor.requests.buffered('backlog', 11, 10)
    monitor.requests.trouble(0)
    for (let at = 0; at < 13; at += 1) monitor.requests.observe({ verb: 'watch', at, applied: '' })
    expect(ids()).toEqual(['I13', 'I16', 'I15'])
  })

  it('INV-I17 INV-I18 finds a resync of what is not there, and a transform called too often', () => {
    const { monitor, tell, ids } = setup()
    tell(updated(3, 3))
    monitor.cache.transformed(2, 3)
    expect(ids()).toEqual(['I3', 'I17', 'I18'])
  })

  it('names the invariant, the key and the history, and throws the first violation', () => {
    const { monitor, tell } = setup()
    tell(added(3), added(3))
    expect(() => monitor.verify()).toThrow(
      /INV-I3 .* for a: .*\n {2}server: ADDED @2\n {2}server: MODIFIED @3/,
    )
  })
})
