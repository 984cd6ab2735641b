import type { SpanContext } from '@opentelemetry/api'

/** A write that a controller of this process made. */
export interface LoggedWrite {
  readonly controller: string
  /** The version that the write replaced, where the request said so. */
  readonly base?: string | undefined
  readonly span?: SpanContext | undefined
}

// Enough for the echoes that are under way; what is forgotten counts as somebody else's.
const generationSize = 4096

/** Which versions of which objects the controllers of a process wrote: the last 4,096 to 8,192 of them. */
export class WriteLog {
  readonly #underway = new Map<string, Set<Promise<void>>>()
  #young = new Map<string, LoggedWrite>()
  #old = new Map<string, LoggedWrite>()

  /** A controller is about to write an object; call what this returns when it knows what came of it. */
  begin(resource: string, object: string): () => void {
    const key = keyOf(resource, object)
    const { promise, resolve } = Promise.withResolvers<void>()
    const all = this.#underway.get(key) ?? new Set()
    this.#underway.set(key, all.add(promise))
    return () => {
      all.delete(promise)
      if (all.size === 0) this.#underway.delete(key)
      resolve()
    }
  }

  /** Resolves when the writes of the object that are under way have had their answers; undefined when there are none. */
  settled(resource: string, object: string): Promise<unknown> | undefined {
    const all = this.#underway.get(keyOf(resource, object))
    return all && Promise.all(all)
  }

  add(resource: string, resourceVersion: string, write: LoggedWrite): void {
    if (this.#young.size >= generationSize) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(keyOf(resource, resourceVersion), write)
  }

  get(resource: string, resourceVersion: string | undefined): LoggedWrite | undefined {
    if (resourceVersion === undefined) return undefined
    const key = keyOf(resource, resourceVersion)
    return this.#young.get(key) ?? this.#old.get(key)
  }

  /** Whether nothing but writes of the controller leads from one version of an object to another. */
  leadsTo(
    resource: string,
    before: string | undefined,
    after: string | undefined,
    controller: string,
  ): boolean {
    let version = after
    for (let steps = 0; steps < 100 && version !== undefined && version !== before; steps += 1) {
      const write = this.get(resource, version)
      if (write?.controller !== controller) return false
      version = write.base
    }
    return version !== undefined && version === before && after !== before
  }
}

function keyOf(resource: string, what: string): string {
  return `${resource} ${what}`
}
