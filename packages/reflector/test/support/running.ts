import { TestClock, type Random } from '@rxkube/clock'
import type { ListerWatcher } from '@rxkube/client'
import { Reflector, type Deliver, type ReflectorEvent, type ReflectorOptions } from '@rxkube/reflector'
import { onTestFinished } from 'vitest'
import type { Pod } from './objects.ts'

/** No jitter, and the shortest watch timeouts. */
export const noChance: Random = { next: () => 0 }

/** A reflector that runs on a clock of its own, and what it told so far. */
export class Running {
  readonly clock: TestClock
  readonly reflector: Reflector<Pod>
  readonly batches: (readonly ReflectorEvent<Pod>[])[] = []
  /** What the watch error handler was told. */
  readonly handled: Error[] = []
  readonly run: Promise<void>
  readonly #controller = new AbortController()

  constructor(
    listerWatcher: ListerWatcher<Pod>,
    options: ReflectorOptions & {
      readonly deliver?: Deliver<Pod>
      readonly clock?: TestClock
      readonly signal?: AbortSignal
    } = {},
  ) {
    const { deliver, clock = new TestClock(), signal = this.#controller.signal, ...rest } = options
    this.clock = clock
    this.reflector = new Reflector(listerWatcher, {
      clock,
      random: noChance,
      watchErrorHandler: (error) => this.handled.push(error),
      ...rest,
    })
    this.run = this.reflector.run(
      (events, call) => {
        this.batches.push(events)
        return deliver?.(events, call)
      },
      { signal },
    )
    onTestFinished(() => this.#controller.abort())
  }

  get events(): ReflectorEvent<Pod>[] {
    return this.batches.flat()
  }

  /** The events in short: `init`, `+a@5`, `~a@6`, `-a@7`, `*8`, `[a@5 b@6]`, `done 10`, `error VeryShortWatchError 800`. */
  get told(): string[] {
    return this.events.map(told)
  }

  get errors(): Error[] {
    return this.events.flatMap((event) => (event.type === 'error' ? [event.error] : []))
  }

  settle(): Promise<void> {
    return this.clock.settle()
  }

  async stop(): Promise<void> {
    this.#controller.abort()
    await this.run
  }
}

function told(event: ReflectorEvent<Pod>): string {
  switch (event.type) {
    case 'init':
      return `init ${event.reason}`
    case 'initApply':
      return `[${event.objects.map(short).join(' ')}]`
    case 'initDelete':
      return `[-${short(event.object)}]`
    case 'initDone':
      return `done ${event.resourceVersion}`
    case 'added':
      return `+${short(event.object)}`
    case 'modified':
      return `~${short(event.object)}`
    case 'deleted':
      return `-${short(event.object)}`
    case 'bookmark':
      return `*${event.resourceVersion}`
    case 'error':
      return `error ${event.error.name} ${event.retryIn}`
    case 'resync':
  }
  return 'resync'
}

function short({ metadata }: Pod): string {
  return `${metadata?.name}@${metadata?.resourceVersion}`
}
