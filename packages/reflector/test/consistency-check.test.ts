import type { ListPart } from '@rxkube/client'
import { consistencyListOptions, ConsistencyError, differenceAt, reflector } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, statuses } from './support/failures.ts'
import { added, deleted, initialEventsEnd, modified, page, type Pod } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

/** A server that streams a@1, and lists what it is told. */
function start(...lists: (readonly ListPart<Pod>[] | Error)[]) {
  const stream = new ControlledStream().send(
    added('ghost@1'),
    added('a@1'),
    deleted('ghost@2'),
    initialEventsEnd('7'),
  )
  const server = new ScriptedListerWatcher({ lists, watches: [stream] })
  return { server, running: new Running(server, { consistencyCheck: true }), stream }
}

/** Lists as servers do: without saying of each item what it is. */
function bare(...pods: string[]): ListPart<Pod>[] {
  return page('7', ...pods).map((part) =>
    part.type === 'items'
      ? { type: 'items', items: part.items.map(({ metadata }) => ({ metadata }) as Pod) }
      : part,
  )
}

describe('the consistency check', () => {
  it('REF-29 lists at exactly the version of a streamed snapshot, and lets the same state pass', async () => {
    const { server, running, stream } = start(bare('a@1'))
    await running.settle()
    expect(server.requests[1]).toEqual(['list', { resourceVersion: '7', resourceVersionMatch: 'Exact' }])
    expect(running.told.at(-1)).toBe('done 7')
    stream.send(modified('a@8'))
    await running.settle()
    expect(running.told.at(-1)).toBe('~a@8')
  })

  it('REF-29 lists each second until that works', async () => {
    const { server, running } = start(api(statuses.serverError), api(statuses.serverError), bare('a@1'))
    await running.clock.advance(1999)
    expect(running.told).not.toContain('done 7')
    await running.clock.advance(1)
    expect(server.count('list')).toBe(3)
    expect(running.told).toContain('done 7')
  })

  it('REF-29 FEAT-B22 ends the reflector with the difference, before anyone got the snapshot', async () => {
    const { running, server } = start(bare('a@2', 'missing@3'))
    await expect(running.run).rejects.toThrow(ConsistencyError)
    await expect(running.run).rejects.toMatchObject({
      resourceVersion: '7',
      difference: {
        missing: ['default/missing uid-missing'],
        extra: [],
        different: [{ key: 'default/a uid-a', path: '.metadata.resourceVersion' }],
      },
    })
    expect(running.told).not.toContain('done 7')
    expect([server.openStreams, running.clock.pending]).toEqual([0, 0])
  })

  it('REF-29 FEAT-B22 names what was streamed but is not there', async () => {
    const { running } = start(bare())
    await expect(running.run).rejects.toThrow('+ default/a uid-a')
  })

  it('REF-29 ends with the reflector while it waits', async () => {
    const { running } = start(api(statuses.serverError))
    await running.clock.advance(500)
    await running.stop()
    expect(running.clock.pending).toBe(0)
  })

  it('FEAT-B22 is an error of the stream', async () => {
    const stream = new ControlledStream().send(added('a@1'), initialEventsEnd('7'))
    const server = new ScriptedListerWatcher({ lists: [bare()], watches: [stream] })
    const failed = Promise.withResolvers<unknown>()
    reflector(server, { consistencyCheck: true }).subscribe({ error: failed.resolve })
    await expect(failed.promise).resolves.toBeInstanceOf(ConsistencyError)
  })

  it('does not list again after a list', async () => {
    const server = new ScriptedListerWatcher({ lists: [page('7', 'a@1')] })
    const running = new Running(server, { consistencyCheck: true, useWatchList: false })
    await running.settle()
    expect(running.told.at(-1)).toBe('done 7')
    expect(server.count('list')).toBe(1)
  })

  it('REF-29 shapes its request: exactly that version, no limit that a cache would have ignored, nothing at "0"', () => {
    const exact = { resourceVersion: '7', resourceVersionMatch: 'Exact' }
    expect(consistencyListOptions('7', { labelSelector: 'a=b' }, 1)).toEqual({
      ...exact,
      labelSelector: 'a=b',
    })
    expect(consistencyListOptions('7', { resourceVersion: '0', limit: 2 }, 3)).toEqual(exact)
    expect(consistencyListOptions('7', { resourceVersion: '0', limit: 5 }, 3)).toEqual({ ...exact, limit: 5 })
    expect(consistencyListOptions('0', {}, 1)).toBeUndefined()
    expect(consistencyListOptions('7', { continue: 'x' }, 1)).toBeUndefined()
  })
})

describe('the difference of two values', () => {
  it.each([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, undefined],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, '.a.1.b'],
    [{ a: 1 }, {}, '.a'],
    [{}, { a: undefined }, '.a'],
    [{ a: [] }, { a: {} }, '.a'],
    [1, 2, '.'],
    [null, {}, '.'],
    [JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}'), '.__proto__'],
  ])('%j and %j differ at %s', (left, right, at) => {
    expect(differenceAt(left, right)).toBe(at)
  })

  it('is found at any depth', () => {
    const deep = (end: number): unknown => {
      let value: unknown = end
      for (let depth = 0; depth < 20_000; depth++) value = [value]
      return value
    }
    expect(differenceAt(deep(1), deep(1))).toBeUndefined()
    expect(differenceAt(deep(1), deep(2))).toHaveLength(40_000)
  })
})
