import { findCondition } from '@rxkube/meta'

/** What conditions of any kind of object read. */
export interface AnyObject {
  readonly metadata?: { readonly uid?: string; readonly generation?: number }
}

/**
 * Something that is true of an object or not, with words for it. It is also asked about an object that is not there.
 * Combine with `and`, `or` and `not`. `O` is the object as it is read, such as `Cached<Pod>`. kube-rs: `Condition`.
 */
export class ObjectCondition<O extends AnyObject = AnyObject> {
  /** In words that follow the name of an object: `is Ready`. */
  readonly description: string
  readonly #isTrue: (object: O | undefined) => boolean

  constructor(description: string, isTrue: (object: O | undefined) => boolean) {
    this.description = description
    this.#isTrue = isTrue
  }

  isTrue(object: O | undefined): boolean {
    return this.#isTrue(object)
  }

  /** Both. */
  and<P extends O>(other: ObjectCondition<P>): ObjectCondition<P> {
    return new ObjectCondition<P>(
      `(${this.description} and ${other.description})`,
      (object) => this.isTrue(object) && other.isTrue(object),
    )
  }

  /** One of the two, or both. */
  or<P extends O>(other: ObjectCondition<P>): ObjectCondition<P> {
    return new ObjectCondition<P>(
      `(${this.description} or ${other.description})`,
      (object) => this.isTrue(object) || other.isTrue(object),
    )
  }

  /** The opposite; also true of an object that is not there. */
  not(): ObjectCondition<O> {
    return new ObjectCondition<O>(`not ${this.description}`, (object) => !this.isTrue(object))
  }
}

/** The object is there. */
export const exists: ObjectCondition = new ObjectCondition('exists', (object) => object !== undefined)

/** The object of this uid is not there any more, though another one may have its name. kube-rs: `is_deleted`. */
export function isDeleted(uid: string): ObjectCondition {
  return new ObjectCondition('is deleted', (object) => object?.metadata?.uid !== uid)
}

/**
 * The object has a condition in its status, such as `Ready`, `Available` or `Established`, that is `True`, or what is
 * said. One that was observed for an older generation of the object does not count.
 */
export function hasCondition(type: string, status = 'True'): ObjectCondition {
  const description = status === 'True' ? `is ${type}` : `has the condition ${type}=${status}`
  return new ObjectCondition(description, (object) => {
    const condition = findCondition(conditionsOf(object), type)
    const { observedGeneration = Infinity } = condition ?? {}
    return condition?.status === status && observedGeneration >= (object?.metadata?.generation ?? 0)
  })
}

/** A condition as most kinds have it. */
interface ReadCondition {
  readonly type: string
  readonly status?: string
  readonly reason?: string
  readonly observedGeneration?: number
}

/** The conditions in the status of an object of any kind. */
export function conditionsOf(object: AnyObject | undefined): readonly ReadCondition[] {
  const { conditions } = ((object as { status?: unknown } | undefined)?.status ?? {}) as {
    conditions?: unknown
  }
  if (!Array.isArray(conditions)) return []
  return (conditions as readonly (ReadCondition | null)[]).filter((each) => each !== null)
}
