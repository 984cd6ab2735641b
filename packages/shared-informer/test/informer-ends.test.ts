import type { Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { gate, nameOf, podOf, setUp, started } from './support/informer.ts'

/** What became of an Observable so far: its values as `text` says, and `complete`. */
function watched<T>(observable: Observable<T>, text: (value: T) => string): string[] {
  const log: string[] = []
  observable.subscribe({
    next: (value) => void log.push(text(value)),
    complete: () => void log.push('complete'),
  })
  return log
}

describe('when an informer stops, status$ and error$', () => {
  it('FEAT-E10 complete when nothing of it runs any more, not before', async () => {
    const setup = setUp({ pods: ['a'] })
    const running = gate()
    setup.informer.addEventHandler({ added: () => running.closed })
    const { informer, clock } = await started(setup)
    const statuses = watched(informer.status$, ({ phase }) => phase)
    const errors = watched(informer.error$, ({ name }) => name)
    const stop = informer.stop()
    await clock.settle()
    expect([statuses, errors]).toEqual([['watching', 'stopped'], []])
    running.open()
    await stop
    expect([statuses, errors]).toEqual([['watching', 'stopped', 'complete'], ['complete']])
  })

  it('FEAT-E10 tell one who comes later how it ended, and complete', async () => {
    const { informer } = await started(setUp())
    await informer.stop()
    expect(watched(informer.status$, ({ phase }) => phase)).toEqual(['stopped', 'complete'])
    expect(watched(informer.error$, ({ name }) => name)).toEqual(['complete'])
  })
})

describe('error$', () => {
  it('GUAR-G3 tells of an index function that threw when the write is done, before the handlers’ own failures', async () => {
    const { informer, source, clock } = await started(
      setUp({
        indexers: {
          broken() {
            throw new Error('no index')
          },
        },
      }),
    )
    const log: string[] = []
    informer.error$.subscribe(({ name }) => {
      const cached = informer.lister.list().map((pod) => `${nameOf(pod)} ${pod.spec?.value ?? ''}`)
      log.push(`${name}: ${cached.join()}`)
    })
    informer.addEventHandler({
      added() {
        throw new Error('no')
      },
    })
    source.add(podOf('a', { value: 1 }))
    await clock.settle()
    expect(log).toEqual(['IndexFuncError: a 1', 'HandlerError: a 1'])
    await informer.stop()
  })
})

describe('start() with a signal', () => {
  it.each([
    ['aborted already', (stop: AbortController) => stop.abort(), () => undefined],
    ['that aborts later', () => undefined, (stop: AbortController) => stop.abort()],
  ])('FEAT-E9 stops an informer that runs already, with one %s', async (_, before, after) => {
    const { informer, clock } = await started(setUp())
    const stop = new AbortController()
    before(stop)
    informer.start(stop)
    after(stop)
    expect(informer.isStopped()).toBe(true)
    await informer.stop()
    expect(clock.pending).toBe(0)
  })
})
