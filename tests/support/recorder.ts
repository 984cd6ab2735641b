import type { Cached, KubernetesObject } from '@rxkube/meta'
import type { ResourceEventHandler } from '@rxkube/shared-informer'

/** How a script writes an object: uid and version, such as `a5`. */
export function labelOf(object: KubernetesObject | Cached<KubernetesObject>): string {
  const { uid = '', resourceVersion = '' } = object.metadata ?? {}
  return `${uid}${resourceVersion}`
}

/**
 * A handler that writes down what it is told, in short: `+a5*` added (`*` initially), `~a5>a6` updated, `=a6` the same
 * again, `~a6>a'9!` replaced, `-a7` deleted, `-a7?` deleted unseen.
 */
export class Recorder<T extends KubernetesObject = KubernetesObject> implements ResourceEventHandler<T> {
  readonly log: string[] = []
  #gate: Promise<void> | undefined
  #open: (() => void) | undefined

  /** From now on each call waits until `release`. */
  stall(): void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gate = promise
    this.#open = resolve
  }

  release(): void {
    this.#gate = undefined
    this.#open?.()
  }

  added(object: Cached<T>, { initial }: { readonly initial: boolean }): Promise<void> | undefined {
    this.log.push(`+${labelOf(object)}${initial ? '*' : ''}`)
    return this.#gate
  }

  updated(
    before: Cached<T>,
    object: Cached<T>,
    { sync, replaced }: { readonly sync: boolean; readonly replaced: boolean },
  ): Promise<void> | undefined {
    const what = sync ? `=${labelOf(object)}` : `~${labelOf(before)}>${labelOf(object)}`
    this.log.push(`${what}${replaced ? '!' : ''}`)
    return this.#gate
  }

  deleted(
    object: Cached<T>,
    { finalStateUnknown }: { readonly finalStateUnknown: boolean },
  ): Promise<void> | undefined {
    this.log.push(`-${labelOf(object)}${finalStateUnknown ? '?' : ''}`)
    return this.#gate
  }
}
