import {
  expectedTypeOf,
  isTable,
  prepareWatchListOptions,
  typeDescription,
  watchTimeout,
} from '@rxkube/reflector'
import { seededRandom } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { page } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

describe('the timeout of a watch', () => {
  it('REF-19 FEAT-B10 is drawn anew for each watch, from 5 to 10 minutes, in whole seconds', async () => {
    const ends = Array.from({ length: 40 }, () => new ControlledStream())
    const server = new ScriptedListerWatcher({ lists: [page('10')], watches: ends })
    const running = new Running(server, { useWatchList: false, random: seededRandom(1) })
    for (const stream of ends) {
      await running.clock.advance('2s')
      stream.end()
    }
    await running.settle()
    const asked = server.asked('watch', 'timeoutSeconds').map(Number)
    expect(asked.every((each) => Number.isInteger(each) && each >= 300 && each < 600)).toBe(true)
    expect(new Set(asked).size).toBeGreaterThan(20)
  })

  it.each([
    ['1s', 300],
    ['30m', 1800],
  ])(
    'REF-19 FEAT-B10 can be made longer only: %s asks for at least %i seconds',
    async (minWatchTimeout, seconds) => {
      const server = new ScriptedListerWatcher({})
      await new Running(server, { minWatchTimeout }).settle()
      expect(server.asked('watch', 'timeoutSeconds')).toEqual([seconds])
      expect(watchTimeout(seconds * 1000, 0.999_999)).toBe(2 * seconds - 1)
    },
  )
})

describe('a list as a WatchList', () => {
  it.each([
    ['where it is not wanted', {}, false],
    ['with a continue token', { continue: 'x' }, true],
    ['at exactly a version', { resourceVersion: '5', resourceVersionMatch: 'Exact' }, true],
    ['not older than nothing', { resourceVersionMatch: 'NotOlderThan' }, true],
    ['with a limit', { limit: 500, resourceVersion: '5' }, true],
    ['with a limit, at the newest version', { limit: 500 }, true],
  ] as const)('REF-30 cannot be asked for %s', (_why, options, useWatchList) => {
    expect(prepareWatchListOptions(options, { useWatchList })).toBeUndefined()
  })

  it('REF-30 keeps what is asked for, and drops a limit that a watch cache would ignore', () => {
    const asked = { resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: true, sendInitialEvents: true }
    expect(prepareWatchListOptions({ labelSelector: 'a=b' })).toEqual({
      ...asked,
      labelSelector: 'a=b',
      resourceVersion: '',
    })
    expect(prepareWatchListOptions({ limit: 500, resourceVersion: '0' })).toEqual({
      ...asked,
      resourceVersion: '0',
    })
    expect(prepareWatchListOptions({ resourceVersion: '5', resourceVersionMatch: 'NotOlderThan' })).toEqual({
      ...asked,
      resourceVersion: '5',
    })
  })
})

describe('what is expected', () => {
  it('REF-18 comes from an example that says both its group and version, and its kind', () => {
    expect(expectedTypeOf({ apiVersion: 'apps/v1', kind: 'Deployment' })).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
    })
    expect(expectedTypeOf({ kind: 'Deployment' })).toBeUndefined()
    expect(expectedTypeOf({ apiVersion: 'v1' })).toBeUndefined()
    expect(expectedTypeOf(undefined)).toBeUndefined()
  })

  it('REF-18 is called by its version and kind, or unspecified', () => {
    expect(typeDescription({ apiVersion: 'apps/v1', kind: 'Deployment' })).toBe('apps/v1, Kind=Deployment')
    expect(typeDescription({ kind: 'Pod' })).toBe('Pod')
    expect(typeDescription(undefined)).toBe('<unspecified>')
  })

  it('REF-24 a Table is one of meta.k8s.io, v1 or v1beta1', () => {
    expect(isTable({ apiVersion: 'meta.k8s.io/v1', kind: 'Table' })).toBe(true)
    expect(isTable({ apiVersion: 'meta.k8s.io/v1beta1', kind: 'Table' })).toBe(true)
    expect(isTable({ apiVersion: 'meta.k8s.io/v1', kind: 'Status' })).toBe(false)
    expect(isTable({ apiVersion: 'v1', kind: 'Table' })).toBe(false)
  })
})
