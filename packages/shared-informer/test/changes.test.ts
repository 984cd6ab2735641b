import { getEventListeners } from 'node:events'
import { MailboxOverflowError, InformerStoppedError, type Change } from '@rxkube/shared-informer'
import { take } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { gate, nameOf, podOf, setUp, started, type TestPod } from './support/informer.ts'

function text(change: Change<TestPod>): string {
  if (change.type === 'synced') return `synced ${change.resourceVersion}`
  return `${change.type} ${change.key}${change.type === 'added' && change.initial ? ' initial' : ''}`
}

describe('changes()', () => {
  it('is the cache as initial adds, then synced, then what happens', async () => {
    const { informer, source, clock } = setUp({ pods: ['a', 'b'] })
    const seen: string[] = []
    informer.changes().subscribe((change) => seen.push(text(change)))
    await clock.settle()
    source.add(podOf('c'))
    source.delete(podOf('a'))
    await clock.settle()
    expect(seen).toEqual([
      'added default/a initial',
      'added default/b initial',
      'synced 3',
      'added default/c',
      'deleted default/a',
    ])
    await informer.stop()
  })

  it('FEAT-E2 has no gap for one who comes late', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a'] }))
    const seen: string[] = []
    source.add(podOf('b'))
    informer.changes().subscribe((change) => seen.push(text(change)))
    source.add(podOf('c'))
    await clock.settle()
    expect(seen).toEqual(['added default/a initial', 'synced 2', 'added default/b', 'added default/c'])
    await informer.stop()
  })

  it('is over at once when it is unsubscribed, also from within', async () => {
    const { informer, clock } = await started(setUp({ pods: ['a', 'b', 'c'] }))
    const seen: string[] = []
    informer
      .changes()
      .pipe(take(2))
      .subscribe((change) => seen.push(text(change)))
    await clock.settle()
    expect(seen).toEqual(['added default/a initial', 'added default/b initial'])
    expect(informer.status.handlers).toEqual([])
    await informer.stop()
  })

  it('completes when the informer stops, and fails when it was stopped before', async () => {
    const { informer } = await started(setUp())
    const ends: unknown[] = []
    informer.changes().subscribe({ complete: () => ends.push('complete') })
    informer.select$({}).subscribe({ complete: () => ends.push('complete') })
    await informer.stop()
    informer.changes().subscribe({ error: (error: unknown) => ends.push(error) })
    informer.select$({}).subscribe({ error: (error: unknown) => ends.push(error) })
    expect(ends).toEqual([
      'complete',
      'complete',
      expect.any(InformerStoppedError),
      expect.any(InformerStoppedError),
    ])
  })
})

describe('live queries of an informer', () => {
  it('begin when the cache is whole and go on when the answer changes', async () => {
    const { informer, source, clock } = setUp({ pods: ['a', 'b'] })
    const answers: string[][] = []
    informer.select$({ namespace: 'default' }).subscribe((pods) => answers.push(pods.map(nameOf)))
    expect(answers).toEqual([])
    await clock.settle()
    source.delete(podOf('a'))
    source.add(podOf('c', {}, 'elsewhere'))
    await clock.settle()
    expect(answers).toEqual([['a', 'b'], ['b']])
    await informer.stop()
  })

  it('are told when the handlers have been told, never within the write of the cache', async () => {
    const { informer, source, clock } = await started(setUp())
    const running = gate()
    const registration = informer.addEventHandler({ added: () => running.closed })
    source.add(podOf('first'))
    await clock.settle()
    const backlogs: number[] = []
    informer.select$({}).subscribe((pods) => backlogs.push(pods.length, registration.backlog))
    await clock.settle()
    source.add(podOf('second'))
    await clock.settle()
    expect(backlogs).toEqual([1, 0, 2, 1])
    running.open()
    await informer.stop()
  })

  it('follow one object by its name', async () => {
    const { informer, source, clock } = setUp({ pods: ['a'] })
    const values: unknown[] = []
    informer.observe$({ namespace: 'default', name: 'a' }).subscribe((pod) => values.push(pod?.spec?.value))
    await clock.settle()
    source.modify(podOf('a', { value: 1 }))
    await clock.settle()
    source.delete(podOf('a'))
    await clock.settle()
    expect(values).toEqual([undefined, 1, undefined])
    await informer.stop()
  })
})

describe('events()', () => {
  it('is the same for a loop, which begins the watch and lets it go with break', async () => {
    const { informer, clock, source } = setUp({ pods: ['a'] })
    const seen: string[] = []
    const loop = (async () => {
      for await (const change of informer.events()) {
        seen.push(text(change))
        if (change.type === 'synced') break
      }
    })()
    await clock.settle()
    await loop
    expect(seen).toEqual(['added default/a initial', 'synced 2'])
    expect([informer.status.handlers, source.streams]).toEqual([[], 1])
    await clock.advance('30s')
    expect([informer.status.phase, source.streams, clock.pending]).toEqual(['new', 0, 0])
  })

  it('coalesces while the reader is busy, and holds nobody else back', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a'] }))
    const iterator = informer.events()[Symbol.asyncIterator]()
    expect((await iterator.next()).value).toMatchObject({ type: 'added', key: 'default/a' })
    for (let value = 1; value <= 1000; value++) source.modify(podOf('a', { value }))
    await clock.settle()
    expect(informer.status.handlers.map(({ backlog }) => backlog)).toEqual([1])
    expect((await iterator.next()).value).toMatchObject({ type: 'synced' })
    expect((await iterator.next()).value).toMatchObject({
      type: 'updated',
      object: { spec: { value: 1000 } },
    })
    await iterator.return?.()
    await informer.stop()
  })

  it('ends with the signal, also while it waits, and forgets the signal then', async () => {
    const { informer, clock } = await started(setUp())
    const stop = new AbortController()
    const iterator = informer.events({ signal: stop.signal })[Symbol.asyncIterator]()
    expect((await iterator.next()).value).toMatchObject({ type: 'synced' })
    const waiting = iterator.next()
    await clock.settle()
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1)
    stop.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
    expect(informer.status.handlers).toEqual([])
    await informer.stop()
  })

  it('forgets its signal when the loop is left', async () => {
    const { informer } = await started(setUp())
    const stop = new AbortController()
    for await (const change of informer.events({ signal: stop.signal })) if (change.type === 'synced') break
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
    await informer.stop()
  })

  it('ends with the informer, and with return() while it waits', async () => {
    const { informer, clock } = await started(setUp())
    const [one, two] = [informer.events()[Symbol.asyncIterator](), informer.events()[Symbol.asyncIterator]()]
    await Promise.all([one.next(), two.next()])
    const waiting = [one.next(), two.next()]
    await clock.settle()
    await one.return?.()
    await informer.stop()
    expect(await Promise.all(waiting)).toEqual([
      { done: true, value: undefined },
      { done: true, value: undefined },
    ])
    await expect(informer.events()[Symbol.asyncIterator]().next()).rejects.toThrow(InformerStoppedError)
  })

  it('fails a reader that is too slow for the mailbox it asked for', async () => {
    const { informer, source, clock } = await started(setUp())
    const changes = informer.events({ mailbox: { mode: 'every', highWaterMark: 2, onOverflow: 'error' } })
    const iterator = changes[Symbol.asyncIterator]()
    await iterator.next()
    for (let index = 0; index < 4; index++) source.add(podOf(`pod-${index}`))
    await clock.settle()
    await expect(iterator.next()).rejects.toThrow(MailboxOverflowError)
    expect(await iterator.next()).toEqual({ done: true, value: undefined })
    await informer.stop()
  })
})

describe('a mailbox that pauses', () => {
  it('holds the informer until its handler has caught up, and loses nothing', async () => {
    const { informer, source, clock } = await started(setUp())
    const changes = informer.events({ mailbox: { mode: 'every', highWaterMark: 2, onOverflow: 'pause' } })
    const iterator = changes[Symbol.asyncIterator]()
    await iterator.next()
    const other: string[] = []
    informer.addEventHandler({ added: (pod) => void other.push(nameOf(pod)) })
    for (let index = 0; index < 10; index++) {
      source.add(podOf(`pod-${index}`))
      // oxlint-disable-next-line no-await-in-loop -- each is a delta of its own
      await clock.settle()
    }
    expect(other.length).toBeLessThan(10)
    const keys: string[] = []
    for (let index = 0; index < 10; index++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { value } = await iterator.next()
      if (value && 'key' in value) keys.push(value.key)
    }
    await clock.settle()
    expect([keys.length, other.length]).toEqual([10, 10])
    await iterator.return?.()
    await informer.stop()
  })

  it('lets the informer stop while it is held', async () => {
    const { informer, source, clock } = await started(setUp())
    const never = Promise.withResolvers<void>()
    const registration = informer.addEventHandler(
      { added: () => never.promise },
      { mailbox: { mode: 'every', highWaterMark: 1, onOverflow: 'pause' } },
    )
    for (let index = 0; index < 5; index++) source.add(podOf(`pod-${index}`))
    await clock.settle()
    const stop = informer.stop()
    never.resolve()
    await stop
    expect(registration.backlog).toBe(0)
  })
})
