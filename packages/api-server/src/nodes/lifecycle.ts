import type { Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import { Turns } from '../controllers/turns.ts'
import type { ServedResource } from '../registry/resource.ts'
import { StatusError } from '../status.ts'
import { compileStage, type CompiledStage } from './compiled-stage.ts'
import { Deadlines } from './deadlines.ts'
import { playStage } from './play-stage.ts'
import type { Stage, StageContext } from './stage.ts'

/** What the rules need to know of the objects that they are about. */
export interface LifecycleWorld {
  /** Whether anybody looks after an object: rules are played on it only while that is so. */
  isKept(resource: ServedResource, object: ApiObject): boolean
  contextOf(object: ApiObject): StageContext
}

/** Rules that are played before requests have their turn. */
const turnSize = 25

interface Pending {
  readonly uid: string
  readonly stage: CompiledStage
  /** The rules that it was drawn from. */
  readonly candidates: string
}

/**
 * Plays rules on objects: after each write, of the rules that fit an object one is drawn, and played when its delay is
 * over. A write that leaves the same rules leaves the delay as it is. Upstream: the stage controllers of kwok.
 */
export class Lifecycle {
  readonly #backend: Backend
  readonly #world: LifecycleWorld
  readonly #failed: (error: unknown) => void
  readonly #stages = new Map<string, CompiledStage[]>()
  readonly #resources = new Map<string, ServedResource>()
  readonly #pending = new Map<string, Pending>()
  readonly #deadlines: Deadlines
  readonly #turns: Turns

  constructor(
    backend: Backend,
    stages: readonly Stage[],
    world: LifecycleWorld,
    failed: (error: unknown) => void,
  ) {
    this.#backend = backend
    this.#world = world
    this.#failed = failed
    for (const stage of stages) {
      const { apiGroup = 'v1', kind } = stage.spec.resourceRef
      const list = this.#stages.get(`${apiGroup} ${kind}`) ?? []
      this.#stages.set(`${apiGroup} ${kind}`, list)
      list.push(compileStage(stage))
    }
    this.#turns = new Turns(backend.clock, (id) => this.#play(id), failed, turnSize)
    this.#deadlines = new Deadlines(backend.clock, (id) => this.#turns.add(id))
  }

  stop(): void {
    this.#deadlines.clear()
    this.#turns.stop()
    this.#pending.clear()
  }

  /** Whether there are rules for a resource. */
  has({ apiVersion, kind }: ServedResource): boolean {
    return this.#stages.has(`${apiVersion} ${kind}`)
  }

  /** Finds out what is next for an object that was written, or that somebody looks after only now. */
  follow(resource: ServedResource, key: string, object: ApiObject | undefined): void {
    const stages = this.#stages.get(`${resource.apiVersion} ${resource.kind}`)
    if (stages === undefined) return
    const id = `${resource.storage} ${key}`
    this.#resources.set(resource.storage, resource)
    const kept = object !== undefined && this.#world.isKept(resource, object)
    const fitting = kept ? stages.filter((stage) => stage.matches(object)) : []
    if (object === undefined || fitting.length === 0) {
      this.#forget(id)
      return
    }
    const { uid = '' } = object.metadata
    const candidates = fitting.map(({ name }) => name).join(' ')
    const pending = this.#pending.get(id)
    if (pending?.uid === uid && pending.candidates === candidates) return
    this.#forget(id)
    const stage = this.#drawn(fitting, object)
    this.#pending.set(id, { uid, stage, candidates })
    const delay = stage.delay(object, this.#backend.clock.now(), this.#backend.random)
    if (delay > 0) this.#deadlines.set(id, delay)
    else this.#turns.add(id)
  }

  #forget(id: string): void {
    this.#pending.delete(id)
    this.#deadlines.delete(id)
  }

  #drawn(stages: readonly CompiledStage[], object: ApiObject): CompiledStage {
    const weights = stages.map((stage) => stage.weight(object))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const even = total === 0
    let rest = this.#backend.random.next() * (even ? stages.length : total)
    for (const [at, stage] of stages.entries()) {
      rest -= even ? 1 : (weights[at] ?? 0)
      if (rest < 0) return stage
    }
    throw new TypeError('no stage was drawn')
  }

  #play(id: string): void {
    const pending = this.#pending.get(id)
    const space = id.indexOf(' ')
    const key = id.slice(space + 1)
    const resource = this.#resources.get(id.slice(0, space))
    if (pending === undefined || resource === undefined) return
    // A rule that was drawn anew after this one came due waits for its own time.
    if (this.#deadlines.has(id)) return
    this.#pending.delete(id)
    const collection = this.#backend.store.collection(resource.storage)
    const object = collection.get(key)
    if (object === undefined || !this.#world.isKept(resource, object)) return
    const { stage, uid } = pending
    if (object.metadata.uid !== uid || !stage.matches(object)) {
      this.follow(resource, key, object)
      return
    }
    try {
      playStage(this.#backend, resource, object, stage.next, (each) => this.#world.contextOf(each))
    } catch (error) {
      // What the server refuses is the rule's fault; the object's next change is the next chance.
      this.#failed(error instanceof StatusError ? new StagePlayError(stage.name, key, error) : error)
      return
    }
    const unchanged = collection.get(key) === object
    if (
      unchanged &&
      stage.immediateNextStage &&
      stage.delay(object, this.#backend.clock.now(), this.#backend.random) > 0
    )
      this.follow(resource, key, object)
  }
}

/** What a listener hears of when the server refuses what a Stage wants to write. */
class StagePlayError extends Error {
  override readonly name = 'StagePlayError'
  readonly stage: string
  readonly key: string

  constructor(stage: string, key: string, cause: StatusError) {
    super(`stage "${stage}" was refused on ${key}: ${cause.message}`, { cause })
    this.stage = stage
    this.key = key
  }
}
