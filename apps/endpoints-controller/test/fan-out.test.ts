import type { Cached, Service } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { neededUpdates, servicesOf, servicesToUpdate } from '../src/decide/pods/fan-out.ts'
import { pod, service, type PodFacts } from './support/objects.ts'

const named = (name: string, selector: Record<string, string> | undefined): Service => {
  const { selector: _none, ...spec } = service().spec ?? {}
  return { ...service({}, { name }), spec: selector ? { ...spec, selector } : spec }
}
const services = [
  named('a', { app: 'a' }),
  named('both', { tier: 'web' }),
  named('b', { app: 'b' }),
  named('all', {}),
  named('none', undefined),
]
const names = (found: Iterable<Cached<Service>>) =>
  [...found].map(({ metadata }) => metadata.name ?? '').toSorted()
const update = (before: PodFacts, after: PodFacts) =>
  names(
    servicesToUpdate(
      pod(0, { ...before, resourceVersion: '1' }),
      pod(0, { resourceVersion: '2', ...after }),
      services,
    ),
  )
const a = { labels: { app: 'a', tier: 'web' } }
const b = { labels: { app: 'b', tier: 'web' } }

describe('E-19 which Services an event of a pod wakes', () => {
  it.each<[string, string[], string[], string[], string[]]>([
    ['nothing changed', ['a', 'b', 'c'], ['a', 'b', 'c'], [], ['a', 'b', 'c']],
    [
      'all others',
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['a', 'b', 'c', 'd', 'e', 'f'],
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ],
    ['all gone', ['a', 'b', 'c'], [], ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['all new', [], ['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']],
    ['one out, one in', ['a', 'b', 'c'], ['b', 'c', 'd'], ['a', 'd'], ['a', 'b', 'c', 'd']],
    ['none', [], [], [], []],
  ])('E-19 %s', (_name, before, after, difference, union) => {
    expect([...neededUpdates(new Set(before), new Set(after), false)].toSorted()).toEqual(difference)
    expect([...neededUpdates(new Set(before), new Set(after), true)].toSorted()).toEqual(union)
  })

  it('E-4 E-19 an empty selector selects every pod, a missing one none', () => {
    expect(names(servicesOf({ any: 'thing' }, services))).toEqual(['all'])
    expect(names(servicesOf(a.labels, services))).toEqual(['a', 'all', 'both'])
  })

  it('E-19 the same version, or a change that does not matter, wakes none', () => {
    expect(update(a, { ...b, resourceVersion: '1' })).toEqual([])
    expect(update(a, { ...a, phase: 'Unknown' })).toEqual([])
  })

  it.each<[string, PodFacts]>([
    ['readiness', { ready: false }],
    ['IPs', { ips: ['1.2.3.4', '2000::4'] }],
    ['deletionTimestamp', { terminating: true }],
  ])('E-19 a change of %s wakes those that select the pod', (_name, change) => {
    expect(update(a, { ...a, ...change })).toEqual(['a', 'all', 'both'])
  })

  it('E-19 a change of labels alone wakes those that select the pod before or after, not both', () => {
    expect(update(a, b)).toEqual(['a', 'b'])
  })

  it('E-19 a change of labels and readiness wakes all that select the pod before or after', () => {
    expect(update(a, { ...b, ready: false })).toEqual(['a', 'all', 'b', 'both'])
  })

  it('E-19 a change of the hostname alone wakes none', () => {
    expect(update(a, { ...a, hostname: 'h' })).toEqual([])
  })
})
