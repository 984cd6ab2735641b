import { compareResourceVersion, isComparableResourceVersion, type KubernetesObject } from '@rxkube/meta'
import type { ServerStates } from './server-states.ts'
import type { ViolationLog } from './violation-log.ts'

/** What a handler is told, in the shape of an informer's notifications. */
export type HandlerEvent =
  | {
      readonly type: 'added'
      readonly key: string
      readonly object: KubernetesObject
      readonly initial: boolean
    }
  | {
      readonly type: 'updated'
      readonly key: string
      readonly before: KubernetesObject
      readonly object: KubernetesObject
      readonly sync: boolean
      readonly replaced: boolean
    }
  | {
      readonly type: 'deleted'
      readonly key: string
      readonly object: KubernetesObject | undefined
      readonly finalStateUnknown: boolean
    }

/** What a handler's monitor looks at besides the events. */
export interface HandlerView {
  /** Reads the informer's cache. */
  readonly get: (key: string) => KubernetesObject | undefined
  /** Which objects the handler's informer selects; all unless told. */
  readonly selects?: (object: KubernetesObject) => boolean
  /** False where pending changes of a key are let go together (`annihilate`) or oldest dropped. */
  readonly seesAll?: boolean
}

const label = (object: KubernetesObject | undefined) =>
  `${object?.metadata?.uid ?? ''}@${object?.metadata?.resourceVersion ?? ''}`

function older(a: KubernetesObject, b: KubernetesObject): boolean {
  const [left, right] = [a.metadata?.resourceVersion, b.metadata?.resourceVersion]
  if (!isComparableResourceVersion(left) || !isComparableResourceVersion(right)) return false
  return compareResourceVersion(left ?? '', right ?? '') < 0
}

/** Follows what one handler is told. */
export class HandlerMonitor {
  readonly #name: string
  readonly #log: ViolationLog
  readonly #states: ServerStates
  readonly #view: HandlerView
  readonly #known = new Map<string, KubernetesObject>()
  readonly #deletions = new Map<string, number>()
  readonly #additions = new Map<string, number>()
  #stopped = false

  constructor(name: string, log: ViolationLog, states: ServerStates, view: HandlerView) {
    this.#name = name
    this.#log = log
    this.#states = states
    this.#view = view
  }

  /** What the handler knows by what it was told. */
  get known(): ReadonlyMap<string, KubernetesObject> {
    return this.#known
  }

  /** From now on the handler may not be told anything. */
  stop(): void {
    this.#stopped = true
  }

  observe(event: HandlerEvent): void {
    const { key } = event
    this.#log.note(key, `${this.#name}: ${event.type} ${label(event.object)}`)
    this.#log.check(
      'I11',
      !this.#stopped,
      key,
      () => `${event.type} was told to ${this.#name} after its stop`,
    )
    if (event.type === 'deleted') this.#deleted(event)
    else this.#present(event)
  }

  /** A call for an initial addition is under way, and the registration says whether it has synced. */
  duringInitial(hasSynced: boolean): void {
    this.#log.check(
      'I9',
      !hasSynced,
      '',
      () => `${this.#name} has synced within a call for an initial addition`,
    )
  }

  /** To be called when nothing is under way any more. */
  quiet(): void {
    if (this.#stopped) return
    for (const [key, additions] of this.#additions) {
      if (this.#view.get(key) !== undefined) continue
      const deletions = this.#deletions.get(key) ?? 0
      this.#log.check('I4', deletions === additions && !this.#known.has(key), key, () => {
        return `${this.#name} saw ${additions} additions and ${deletions} deletions`
      })
    }
  }

  #present(event: Exclude<HandlerEvent, { type: 'deleted' }>): void {
    const { key, object } = event
    const last = this.#known.get(key)
    if (event.type === 'added') {
      this.#additions.set(key, (this.#additions.get(key) ?? 0) + 1)
      this.#log.check('I3', last === undefined, key, () => `${this.#name} was told of an addition twice`)
    } else {
      this.#log.check('I3', last !== undefined && label(last) === label(event.before), key, () => {
        return `${this.#name} had ${label(last)} last, but "before" is ${label(event.before)}`
      })
      if (event.sync) {
        this.#log.check('I17', this.#view.get(key) !== undefined || last !== undefined, key, () => {
          return `${this.#name} was told of a resync of a key that is not there`
        })
      } else {
        this.#log.check('I3', label(event.before) !== label(object), key, () => {
          return `${this.#name} was told of an update that is none and not said to be a resync`
        })
      }
    }
    this.#known.set(key, object)
    this.#log.check('I1', this.#states.has(key, object), key, () => {
      return `${this.#name} was told of ${label(object)}, which the server never had`
    })
    if (this.#view.selects !== undefined) {
      this.#log.check(
        'I5',
        this.#view.selects(object),
        key,
        () => `${this.#name} was told of ${label(object)}`,
      )
    }
    const cached = this.#view.get(key)
    if (cached === undefined || cached.metadata?.uid !== object.metadata?.uid) return
    this.#log.check('I6', !older(cached, object), key, () => {
      return `${this.#name} was told of ${label(object)} while the cache holds ${label(cached)}`
    })
  }

  #deleted(event: Extract<HandlerEvent, { type: 'deleted' }>): void {
    const { key, object } = event
    const last = this.#known.get(key)
    this.#deletions.set(key, (this.#deletions.get(key) ?? 0) + 1)
    this.#log.check('I3', last !== undefined, key, () => `${this.#name} was told to delete what it never had`)
    this.#known.delete(key)
    const cached = this.#view.get(key)
    if (cached === undefined || object === undefined) return
    const newer = cached.metadata?.uid !== object.metadata?.uid || older(object, cached)
    this.#log.check(
      'I6',
      newer,
      key,
      () => `${this.#name} was told of a deletion that the cache does not show`,
    )
  }
}
