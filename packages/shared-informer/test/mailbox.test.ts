import type { KubernetesObject } from '@rxkube/meta'
import { Mailbox, MailboxOverflowError } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { added, deleted, drain, pod, updated } from './support/notifications.ts'

const [one, two, three] = [pod('a', 1), pod('a', 2), pod('a', 3)]

function after(...changes: Parameters<Mailbox<KubernetesObject>['push']>[0][]) {
  const mailbox = new Mailbox<KubernetesObject>()
  for (const change of changes) mailbox.push(change)
  return drain(mailbox)
}

describe('a coalescing mailbox', () => {
  it('is first in, first out across keys', () => {
    const b = pod('b', 2)
    expect(after(added('a', one), added('b', b))).toEqual([added('a', one), added('b', b)])
  })

  it('makes an add and an update one add of the newer object, at the place of the add', () => {
    const b = pod('b', 2)
    expect(after(added('a', one), added('b', b), updated('a', one, three))).toEqual([
      added('a', three),
      added('b', b),
    ])
  })

  it('keeps the initial flag of an add that is updated before it was seen', () => {
    expect(after(added('a', one, true), updated('a', one, two))).toEqual([added('a', two, true)])
  })

  it('makes two updates one whose before is what was last seen', () => {
    expect(after(updated('a', one, two), updated('a', two, three))).toEqual([updated('a', one, three)])
  })

  it('makes an update and a delete one delete', () => {
    expect(after(updated('a', one, two), deleted('a', three))).toEqual([deleted('a', three)])
  })

  it('keeps an add and the delete of it, so that every creation is seen', () => {
    expect(after(added('a', one), deleted('a', two))).toEqual([added('a', one), deleted('a', two)])
  })

  it('keeps a delete and the add of the next object of that name', () => {
    const next = pod('a', 4, 'other')
    expect(after(deleted('a', two), added('a', next))).toEqual([deleted('a', two), added('a', next)])
  })

  it('makes resyncs of a key one, and a change with a resync a change', () => {
    const sync = { sync: true }
    expect(after(updated('a', one, one, sync), updated('a', one, one, sync))).toEqual([
      updated('a', one, one, sync),
    ])
    expect(after(updated('a', one, two), updated('a', two, two, sync))).toEqual([updated('a', one, two)])
    expect(after(updated('a', one, one, sync), updated('a', one, two))).toEqual([updated('a', one, two)])
  })

  it('remembers that the object was replaced by one of another uid', () => {
    const other = pod('a', 3, 'other')
    const changes = after(
      updated('a', one, other, { replaced: true }),
      updated('a', other, pod('a', 4, 'other')),
    )
    expect(changes).toEqual([updated('a', one, pod('a', 4, 'other'), { replaced: true })])
  })

  it('makes two deletes one, and prefers the one that was seen', () => {
    expect(after(deleted('a', one, true), deleted('a', two))).toEqual([deleted('a', two)])
    expect(after(deleted('a', two), deleted('a', one, true))).toEqual([deleted('a', two)])
    expect(after(deleted('a', one, true), deleted('a', undefined, true))).toEqual([deleted('a', one, true)])
  })

  it('shows the update of what was taken in between as one of its own', () => {
    const mailbox = new Mailbox<KubernetesObject>()
    mailbox.push(added('a', one))
    expect(mailbox.take()).toEqual(added('a', one))
    mailbox.push(updated('a', one, two))
    expect(drain(mailbox)).toEqual([updated('a', one, two)])
  })

  it('FAULT-F11 INV-I16 holds at most one resync a key, however many come', () => {
    const mailbox = new Mailbox<KubernetesObject>()
    for (let round = 0; round < 1000; round++) mailbox.push(updated('a', one, one, { sync: true }))
    expect(mailbox.size).toBe(1)
  })
})

describe('a coalescing mailbox that annihilates', () => {
  it('forgets an object that came and went unseen, and says so', () => {
    const mailbox = new Mailbox<KubernetesObject>({ annihilate: true })
    mailbox.push(added('a', one, true))
    expect(mailbox.push(deleted('a', two))).toEqual(added('a', one, true))
    expect([mailbox.size, mailbox.take()]).toEqual([0, undefined])
  })

  it('goes back to the delete that waited before the object that came and went', () => {
    const mailbox = new Mailbox<KubernetesObject>({ annihilate: true })
    const [next, last] = [pod('a', 4, 'second'), pod('a', 6, 'third')]
    mailbox.push(deleted('a', two))
    mailbox.push(added('a', next))
    mailbox.push(deleted('a', next))
    mailbox.push(added('a', last))
    expect(drain(mailbox)).toEqual([deleted('a', two), added('a', last)])
  })

  it('stays small through any number of objects that come and go', () => {
    const mailbox = new Mailbox<KubernetesObject>({ annihilate: true })
    mailbox.push(added('kept', one))
    for (let index = 0; index < 100_000; index++) {
      mailbox.push(added(`pod-${index}`, one))
      mailbox.push(deleted(`pod-${index}`, one))
    }
    expect(mailbox.size).toBe(1)
    expect(drain(mailbox)).toEqual([added('kept', one)])
  })
})

describe('a mailbox that keeps every change', () => {
  const changes = [added('a', one), updated('a', one, two), updated('a', two, three), deleted('a', three)]

  it('keeps them all, in order', () => {
    const mailbox = new Mailbox<KubernetesObject>({ mode: 'every' })
    for (const change of changes) mailbox.push(change)
    expect(drain(mailbox)).toEqual(changes)
  })

  it('asks its informer to wait while it is full, and tells when there is room', async () => {
    const mailbox = new Mailbox<KubernetesObject>({ mode: 'every', highWaterMark: 2 })
    mailbox.push(added('a', one))
    expect(mailbox.ready()).toBeUndefined()
    mailbox.push(updated('a', one, two))
    const ready = mailbox.ready()
    expect(ready).toBeInstanceOf(Promise)
    mailbox.take()
    await ready
    expect(mailbox.ready()).toBeUndefined()
  })

  it('tells its informer to go on when it is cleared', async () => {
    const mailbox = new Mailbox<KubernetesObject>({ mode: 'every', highWaterMark: 1 })
    mailbox.push(added('a', one))
    const ready = mailbox.ready()
    mailbox.clear()
    await ready
    expect(mailbox.size).toBe(0)
  })

  it('throws when it is full and was told to', () => {
    const mailbox = new Mailbox<KubernetesObject>({ mode: 'every', highWaterMark: 1, onOverflow: 'error' })
    mailbox.push(added('a', one))
    expect(() => mailbox.push(updated('a', one, two))).toThrow(MailboxOverflowError)
  })

  it('gives up the oldest when it is full and was told to, and counts what it gave up', () => {
    const mailbox = new Mailbox<KubernetesObject>({
      mode: 'every',
      highWaterMark: 2,
      onOverflow: 'dropOldest',
    })
    for (const change of changes) mailbox.push(change)
    expect(mailbox.dropped).toBe(2)
    expect(drain(mailbox)).toEqual([added('a', three), deleted('a', three)])
  })

  it('never counts the first population against the mark', () => {
    const mailbox = new Mailbox<KubernetesObject>({ mode: 'every', highWaterMark: 1, onOverflow: 'error' })
    for (const name of ['a', 'b', 'c']) mailbox.push(added(name, pod(name, 1), true))
    mailbox.push(added('d', pod('d', 2)))
    expect(mailbox.size).toBe(4)
  })

  it('refuses a mark that holds nothing', () => {
    expect(() => new Mailbox({ mode: 'every', highWaterMark: 0 })).toThrow(RangeError)
  })
})
