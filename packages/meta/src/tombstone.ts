/** Stands for an object that was deleted unseen: `object` is the last state that was known, if any was. */
export class DeletedFinalStateUnknown<T> {
  readonly key: string
  readonly object: T | undefined

  constructor(key: string, object: T | undefined) {
    this.key = key
    this.object = object
  }
}
