import {
  HandlerError,
  MailboxOverflowError,
  type Change,
  type ResourceEventHandlerRegistration,
} from '@rxkube/shared-informer'
import { retry } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import { gate, podOf, recorder, setUp, started, type SetUpOptions, type TestPod } from './support/informer.ts'

const endsWhenFull = { mode: 'every', highWaterMark: 1, onOverflow: 'error' } as const

function text(change: Change<TestPod>): string {
  if (change.type === 'synced') return 'synced'
  return `${change.type} ${change.key}${change.type === 'added' && change.initial ? ' initial' : ''}`
}

/** An informer with a handler that is busy with its first pod and has too much waiting. */
async function overflowing(
  options: SetUpOptions & Parameters<ReturnType<typeof setUp>['informer']['addEventHandler']>[1],
) {
  const { onError, failFast, ...rest } = options
  const setup = setUp({ pods: ['a'], ...rest })
  const running = gate()
  const registration = setup.informer.addEventHandler(
    { added: () => running.closed },
    { name: 'slow', mailbox: endsWhenFull, onError, failFast },
  )
  await started(setup)
  for (const name of ['b', 'c', 'd']) setup.source.add(podOf(name))
  await setup.clock.settle()
  return { ...setup, registration, running }
}

describe('a stream whose mailbox is full', () => {
  it('INV-I3 GUAR-G6 that subscribes again in its error handler sees no phantom delete and nothing twice', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a', 'b'] }))
    const attempts: string[][] = []
    informer
      .changes({ mailbox: endsWhenFull })
      .pipe(retry())
      .subscribe((change) => {
        if (change.type === 'added' && change.initial && change.key === 'default/a') attempts.push([])
        attempts.at(-1)?.push(text(change))
      })
    source.modify(podOf('a', { value: 1 }))
    source.delete(podOf('b'))
    await clock.settle()
    expect(attempts.at(-1)).toEqual(['added default/a initial', 'synced'])
    await informer.stop()
  })

  it('INV-I3 whose reader adds a handler meanwhile gives that handler each change once', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a', 'b'] }))
    const late = recorder()
    informer
      .changes({ mailbox: endsWhenFull })
      .subscribe({ error: () => informer.addEventHandler(late, { mailbox: { mode: 'every' } }) })
    source.modify(podOf('a', { value: 1 }))
    source.delete(podOf('b'))
    await clock.settle()
    expect(late.log).toEqual(['added a initial'])
    await informer.stop()
  })

  it('GUAR-G12 is told so when the change is in line for all others, and their signals abort no earlier', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a', 'b'] }))
    const running = gate()
    const backlogs: (number | undefined)[] = []
    const others: ResourceEventHandlerRegistration[] = []
    const note = (): void => void backlogs.push(others[0]?.backlog)
    informer.addEventHandler(
      {
        added(_, { signal }) {
          signal.addEventListener('abort', note)
          return running.closed
        },
      },
      { mailbox: endsWhenFull, onError: note },
    )
    informer.changes({ mailbox: endsWhenFull }).subscribe({ error: note })
    others.push(informer.addEventHandler({ added: () => running.closed }, { mailbox: { mode: 'every' } }))
    await clock.settle()
    source.modify(podOf('a', { value: 1 }))
    source.delete(podOf('b'))
    source.add(podOf('c'))
    await clock.settle()
    expect(new Set(backlogs)).toEqual(new Set([others[0]?.backlog]))
    expect(backlogs.length).toBeGreaterThanOrEqual(2)
    running.open()
    await informer.stop()
  })

  it('is told to its subscriber and in error$, and is no warning of the process', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
    const { informer, source, clock } = await started(setUp())
    const errors: unknown[] = []
    informer.changes({ mailbox: endsWhenFull }).subscribe({ error: (error: unknown) => errors.push(error) })
    for (const name of ['a', 'b', 'c']) source.add(podOf(name))
    await clock.settle()
    expect([errors, warned.mock.calls]).toEqual([[expect.any(MailboxOverflowError)], []])
    warned.mockRestore()
    await informer.stop()
  })
})

describe('a handler whose mailbox is full', () => {
  it('FEAT-E11 is told so through onError and onHandlerError, with the overflow as the cause', async () => {
    const own: HandlerError[] = []
    const common: HandlerError[] = []
    const { informer, running } = await overflowing({
      onError: (error) => own.push(error),
      onHandlerError: (error) => common.push(error),
    })
    expect(own).toEqual([expect.any(HandlerError)])
    expect(own[0]).toMatchObject({ handler: 'slow', notification: 'overflow', key: 'default/c' })
    expect(own[0]?.cause).toBeInstanceOf(MailboxOverflowError)
    expect(own[0]?.message).toMatch(/^handler "slow" of the informer of pods was taken off: 1 changes wait/)
    expect(common).toEqual(own)
    running.open()
    await informer.stop()
  })

  it('FEAT-E11 stops the informer when it was to fail fast', async () => {
    const { informer, running } = await overflowing({ failFast: true })
    expect([informer.isStopped(), informer.status.lastError]).toEqual([true, expect.any(HandlerError)])
    running.open()
    await informer.stop()
  })

  it('can be told so by its handle, once its call has ended', async () => {
    const { informer, registration, running, clock } = await overflowing({ onError: () => undefined })
    let failure: unknown
    void registration.done.catch((error: unknown) => (failure = error))
    await clock.settle()
    expect(failure).toBeUndefined()
    running.open()
    await clock.settle()
    expect(failure).toMatchObject({ notification: 'overflow' })
    await informer.stop()
  })
})

describe('the handle of a handler', () => {
  it.each([
    ['taken off', (_: ReturnType<typeof setUp>, handle: ResourceEventHandlerRegistration) => handle.remove()],
    ['stopped with its informer', ({ informer }: ReturnType<typeof setUp>) => informer.stop()],
  ])('is done when the handler was %s and no call is under way', async (_, end) => {
    const setup = setUp({ pods: ['a'] })
    const running = gate()
    const registration = setup.informer.addEventHandler({ added: () => running.closed })
    await started(setup)
    let done = false
    void registration.done.then(() => (done = true))
    const ended = end(setup, registration)
    await setup.clock.settle()
    expect(done).toBe(false)
    running.open()
    await registration.done
    await ended
    await setup.informer.stop()
  })
})
