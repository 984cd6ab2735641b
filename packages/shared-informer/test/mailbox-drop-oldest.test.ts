import type { KubernetesObject } from '@rxkube/meta'
import { Mailbox } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { setUp, started, gate, podOf, recorder } from './support/informer.ts'
import { added, deleted, drain, pod, updated } from './support/notifications.ts'

function mailboxOf(highWaterMark: number) {
  return new Mailbox<KubernetesObject>({ mode: 'every', highWaterMark, onOverflow: 'dropOldest' })
}

const [one, two, three] = [pod('a', 1), pod('a', 2), pod('a', 3)]
const b = pod('b', 4)

describe('a mailbox that drops the oldest', () => {
  it('INV-I3 makes an update an add when it gave up the add, whether the update waits or comes later', () => {
    const waiting = mailboxOf(2)
    for (const change of [added('a', one), updated('a', one, two), added('b', b)]) waiting.push(change)
    expect(drain(waiting)).toEqual([added('a', two), added('b', b)])
    const later = mailboxOf(1)
    for (const change of [added('a', one), added('b', b)]) later.push(change)
    expect(drain(later)).toEqual([added('b', b)])
    later.push(updated('a', one, two))
    expect(drain(later)).toEqual([added('a', two)])
  })

  it('INV-I3 tells nothing of the end of an object that it gave up', () => {
    const mailbox = mailboxOf(1)
    for (const change of [added('a', one), added('b', b), deleted('a', one)]) mailbox.push(change)
    expect(drain(mailbox)).toEqual([added('b', b)])
    expect(mailbox.dropped).toBe(2)
  })

  it('keeps what the handler saw last as the state before, when it gave up an update', () => {
    const mailbox = mailboxOf(1)
    for (const change of [updated('a', one, two), added('b', b)]) mailbox.push(change)
    expect(drain(mailbox)).toEqual([added('b', b)])
    mailbox.push(updated('a', two, three))
    expect(drain(mailbox)).toEqual([updated('a', one, three)])
  })

  it('never gives up the first population, nor the end of what was shown, and then gives up what comes', () => {
    const mailbox = mailboxOf(1)
    mailbox.push(added('a', one, true))
    for (const change of [deleted('c', pod('c', 1)), deleted('d', pod('d', 1)), added('b', b)])
      mailbox.push(change)
    expect(drain(mailbox).map(({ type, key }) => `${type} ${key}`)).toEqual([
      'added a',
      'deleted c',
      'deleted d',
    ])
    expect(mailbox.dropped).toBe(1)
  })

  it('FAULT-F1 takes time in proportion to what comes, whatever is in its way', () => {
    const mailbox = mailboxOf(10)
    const count = 50_000
    for (let index = 0; index < count; index++) mailbox.push(added(`seen-${index}`, one, true))
    for (let index = 0; index < count; index++) mailbox.push(deleted(`seen-${index}`, one))
    for (let index = 0; index < 4 * count; index++) mailbox.push(added(`new-${index}`, one))
    expect([mailbox.size, mailbox.dropped]).toEqual([2 * count, 4 * count])
  }, 5000)

  it('INV-I9 FAULT-F3 shows a slow handler each object of the first population, and only then counts as synced', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `pod-${index + 10}`)
    const setup = setUp({ pods: names })
    const running = gate()
    const { log, ...handler } = recorder()
    const registration = setup.informer.addEventHandler(
      {
        ...handler,
        added(object, info) {
          handler.added?.(object, info)
          return running.closed
        },
      },
      { mailbox: { mode: 'every', highWaterMark: 1, onOverflow: 'dropOldest' } },
    )
    const { informer, source, clock } = await started(setup)
    for (const name of names) source.modify(podOf(name, { value: 1 }))
    await clock.settle()
    expect([registration.backlog, registration.hasSynced()]).toEqual([50, false])
    running.open()
    await clock.settle()
    expect(log.filter((line) => line.startsWith('added'))).toEqual(
      names.map((name) => `added ${name} initial`),
    )
    expect([registration.hasSynced(), registration.dropped]).toEqual([true, 49])
    await informer.stop()
  })
})
