import type { ListerWatcher, ListOptions, ListPart, WatchStream } from '@rxkube/client'
import { ControlledStream } from './controlled-stream.ts'
import type { Pod } from './objects.ts'

type ListAnswer = readonly ListPart<Pod>[] | Error | 'hang'
type WatchAnswer = ControlledStream | Error | 'hang'

/** Which requests came, in order, with their options. */
export type Request = readonly ['list' | 'watch', ListOptions]

/**
 * A server that answers as written down, each list and each watch with the next line; after the last, lists hang and
 * watches are open and silent.
 */
export class ScriptedListerWatcher implements ListerWatcher<Pod> {
  readonly description = 'pods'
  readonly watchListUnsupported: boolean
  readonly requests: Request[] = []
  readonly streams: ControlledStream[] = []
  /** Requests that are under way, and the most there ever were. */
  underWay = 0
  most = 0
  /** Called as each request comes in. */
  onRequest: (() => void) | undefined
  readonly #lists: Iterator<ListAnswer>
  readonly #watches: Iterator<WatchAnswer>

  constructor(script: {
    readonly lists?: Iterable<ListAnswer>
    readonly watches?: Iterable<WatchAnswer>
    readonly watchListUnsupported?: boolean
  }) {
    this.#lists = (script.lists ?? [])[Symbol.iterator]()
    this.#watches = (script.watches ?? [])[Symbol.iterator]()
    this.watchListUnsupported = script.watchListUnsupported ?? false
  }

  /** The options of the requests of one verb; `field` of them. */
  asked<K extends keyof ListOptions>(verb: 'list' | 'watch', field: K): (ListOptions[K] | undefined)[] {
    return this.requests.filter(([of]) => of === verb).map(([, options]) => options[field])
  }

  count(verb: 'list' | 'watch'): number {
    return this.requests.filter(([of]) => of === verb).length
  }

  get openStreams(): number {
    return this.streams.filter((each) => each.isOpen).length
  }

  async *list(
    options: ListOptions,
    { signal }: { readonly signal: AbortSignal },
  ): AsyncGenerator<ListPart<Pod>, void, undefined> {
    const answer = this.#arrive('list', options, signal, this.#lists) ?? 'hang'
    try {
      if (answer === 'hang') await aborted(signal)
      else if (answer instanceof Error) throw answer
      else yield* answer
    } finally {
      this.underWay -= 1
    }
  }

  async watch(options: ListOptions, { signal }: { readonly signal: AbortSignal }): Promise<WatchStream<Pod>> {
    const answer = this.#arrive('watch', options, signal, this.#watches) ?? new ControlledStream()
    try {
      if (answer === 'hang') return await aborted(signal)
      if (answer instanceof Error) throw answer
      await Promise.resolve()
      this.streams.push(answer)
      return answer
    } finally {
      this.underWay -= 1
    }
  }

  #arrive<A>(verb: 'list' | 'watch', options: ListOptions, signal: AbortSignal, answers: Iterator<A>) {
    signal.throwIfAborted()
    this.requests.push([verb, options])
    this.underWay += 1
    this.most = Math.max(this.most, this.underWay + this.openStreams)
    this.onRequest?.()
    const { done, value } = answers.next()
    return done ? undefined : value
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
