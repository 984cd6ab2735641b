import { ApiError } from '@rxkube/client'
import type { FakeControllerSource } from '@rxkube/client/testing'
import { type KubernetesObject, metaNamespaceKey } from '@rxkube/meta'
import type { SievePlan } from './sieve-plan.ts'

/** How a controller under `sieve` writes. Rejects with an `ApiError` (404, 409) as an API server would. */
export interface SieveWriter<T extends KubernetesObject = KubernetesObject> {
  add(object: T): Promise<T>
  /** With a resourceVersion, only if that is the newest. */
  modify(object: T): Promise<T>
  /** With a uid or a resourceVersion, only if the object there has it. */
  delete(object: T): Promise<T>
}

/** What every write of a controller rejects with once its process has "died". */
export class SieveCrashError extends Error {
  override readonly name = 'SieveCrashError'

  constructor() {
    super('the process was killed at this write, as the plan says')
  }
}

/** Counts the writes of all processes, and kills one where the plan says so. */
export class WriteLog<T extends KubernetesObject> {
  readonly #source: FakeControllerSource<T>
  readonly #plan: SievePlan
  #count = 0

  constructor(source: FakeControllerSource<T>, plan: SievePlan) {
    this.#source = source
    this.#plan = plan
  }

  /** Writes so far, of all processes. */
  get count(): number {
    return this.#count
  }

  /** The writer of one process; `crashed` turns true when it was killed. */
  process(): { readonly writer: SieveWriter<T>; readonly crashed: () => boolean } {
    let crashed = false
    const write = async (act: () => T): Promise<T> => {
      await Promise.resolve()
      if (crashed) throw new SieveCrashError()
      const { kind, at } = this.#plan
      const isLast = (kind === 'crashBefore' || kind === 'crashAfter') && this.#count === at
      this.#count++
      if (isLast) crashed = true
      if (isLast && kind === 'crashBefore') throw new SieveCrashError()
      const written = act()
      if (isLast) throw new SieveCrashError()
      return written
    }
    const writer: SieveWriter<T> = {
      add: (object) =>
        write(() => {
          if (this.#there(object)) throw refused(409, 'AlreadyExists', object)
          return this.#source.add(object)
        }),
      modify: (object) => write(() => this.#source.modify(this.#checked(object))),
      delete: (object) => write(() => this.#source.delete(this.#checked(object))),
    }
    return { writer, crashed: () => crashed }
  }

  #there(object: T): T | undefined {
    return this.#source.objects.get(metaNamespaceKey(object))
  }

  #checked(object: T): T {
    const there = this.#there(object)
    if (there === undefined) throw refused(404, 'NotFound', object)
    const { uid, resourceVersion } = object.metadata ?? {}
    const isOther = uid !== undefined && uid !== there.metadata?.uid
    const isOlder = resourceVersion !== undefined && resourceVersion !== there.metadata?.resourceVersion
    if (isOther || isOlder) throw refused(409, 'Conflict', object)
    return object
  }
}

function refused(code: number, reason: string, object: KubernetesObject): ApiError {
  const message = `${object.metadata?.name ?? ''}: ${reason}`
  return new ApiError({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason, message })
}
