import { filteringHandler, type ResourceEventHandler } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { thing, type Thing } from './support/deltas.ts'
import {
  gate,
  nameOf,
  podOf,
  recorder as podRecorder,
  setUp,
  started,
  type TestPod,
} from './support/informer.ts'

function recorder(): { readonly calls: string[]; readonly handler: ResourceEventHandler<Thing> } {
  const calls: string[] = []
  const at = (object: { readonly node?: string }): string => object.node ?? ''
  return {
    calls,
    handler: {
      added: (object, { initial }) => void calls.push(`added ${at(object)}${initial ? ' initial' : ''}`),
      updated: (before, object, { sync }) =>
        void calls.push(`updated ${at(before)}>${at(object)}${sync ? ' sync' : ''}`),
      deleted: (object, { key, finalStateUnknown }) =>
        void calls.push(`deleted ${key} ${at(object)}${finalStateUnknown ? ' unknown' : ''}`),
    },
  }
}

const on = (node: string): Thing => ({ ...thing('a', 1), node })

const { signal } = new AbortController()

describe('filteringHandler', () => {
  const start = () => {
    const { calls, handler } = recorder()
    return {
      calls,
      filtering: filteringHandler<Thing>((object) => object.node?.startsWith('in') === true, handler),
    }
  }

  it.each([
    ['both are selected', 'in1', 'in2', ['updated in1>in2']],
    ['it comes to be selected, as an addition that is not initial', 'out', 'in', ['added in']],
    ['it ceases to be selected, as a deletion of its selected state', 'in', 'out', ['deleted a in']],
    ['neither is selected, not at all', 'out1', 'out2', []],
  ])('CTL-9 FEAT-E12 tells of an update when %s', (_, before, object, expected) => {
    const { calls, filtering } = start()
    filtering.updated?.(on(before), on(object), { sync: false, replaced: false, signal })
    expect(calls).toEqual(expected)
  })

  it('CTL-9 FEAT-E12 tells of additions and deletions of selected objects alone, found missing or not', () => {
    const { calls, filtering } = start()
    for (const node of ['in', 'out']) {
      filtering.added?.(on(node), { initial: true, signal })
      filtering.deleted?.(on(node), { key: 'a', finalStateUnknown: true, signal })
    }
    expect(calls).toEqual(['added in initial', 'deleted a in unknown'])
  })

  it('CTL-9 leaves out what the handler has no method for', () => {
    const filtering = filteringHandler<Thing>(() => true, {})
    expect(filtering.added?.(on('in'), { initial: false, signal })).toBe(undefined)
    expect(filtering.updated?.(on('in'), on('in'), { sync: false, replaced: false, signal })).toBe(undefined)
  })

  it('gives the promise of the handler on, so that it counts as the end of the call', async () => {
    const filtering = filteringHandler<Thing>(() => true, { added: () => Promise.resolve('done') })
    await expect(filtering.added?.(on('in'), { initial: false, signal })).resolves.toBe('done')
  })
})

describe('filteringHandler on a shared informer', () => {
  const onN1 = (pod: { readonly spec?: TestPod['spec'] }) => pod.spec?.nodeName === 'n1'

  /** A handler that is busy with its first object until the gate opens. */
  async function busy(filtering: (inner: ResourceEventHandler<TestPod>) => ResourceEventHandler<TestPod>) {
    const running = gate()
    const handler = podRecorder()
    const setup = setUp()
    setup.informer.addEventHandler(
      filtering({
        ...handler,
        added(pod, info) {
          handler.added?.(pod, info)
          return nameOf(pod) === 'busy' ? running.closed : undefined
        },
      }),
    )
    setup.source.add(podOf('a', { nodeName: 'n1' }))
    setup.source.add(podOf('busy', { nodeName: 'n1' }))
    await started(setup)
    return { ...setup, running, log: handler.log }
  }

  it('CTL-9 FEAT-E12 INV-I3 tells of the end of what it showed, although the last state that is left is not selected', async () => {
    const { source, clock, informer, running, log } = await busy((inner) => filteringHandler(onN1, inner))
    source.modify(podOf('a', { nodeName: 'n2' }))
    source.delete(podOf('a'))
    await clock.settle()
    running.open()
    await clock.settle()
    expect(log).toEqual(['added a initial', 'added busy initial', 'deleted a'])
    await informer.stop()
  })

  it('CTL-9 INV-I3 remembers for each registration by itself, also within another filter', async () => {
    const { source, clock, informer, running, log } = await busy((inner) =>
      filteringHandler(({ spec }) => spec?.value !== 0, filteringHandler(onN1, inner)),
    )
    source.modify(podOf('a', { nodeName: 'n1', value: 0 }))
    source.modify(podOf('a', { nodeName: 'n2' }))
    await clock.settle()
    running.open()
    await clock.settle()
    source.modify(podOf('a', { nodeName: 'n1', value: 0 }))
    await clock.settle()
    source.delete(podOf('a'))
    await clock.settle()
    expect(log).toEqual(['added a initial', 'added busy initial', 'deleted a'])
    await informer.stop()
  })

  it('gives the inner handler’s name to messages', () => {
    const { informer } = setUp()
    class PodCounter implements ResourceEventHandler<TestPod> {
      added(): void {}
    }
    expect(informer.addEventHandler(filteringHandler<TestPod>(onN1, new PodCounter())).name).toBe(
      'PodCounter',
    )
  })
})
