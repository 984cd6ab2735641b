import { Observable, type OperatorFunction } from 'rxjs'

/**
 * Tells the newest value once the code that caused it has run to its end, so that subscribers never run inside the
 * write of a cache; values that are overtaken before that are left out.
 */
export function latestLater<T>(): OperatorFunction<T, T> {
  return (source) =>
    new Observable((subscriber) => {
      let latest: { readonly value: T } | undefined
      let end: (() => void) | undefined
      let due = false
      const tell = (): void => {
        due = false
        const told = latest
        latest = undefined
        if (told) subscriber.next(told.value)
        end?.()
      }
      const later = (): void => {
        if (due) return
        due = true
        void Promise.resolve().then(tell)
      }
      return source.subscribe({
        next: (value) => {
          latest = { value }
          later()
        },
        error: (error: unknown) => {
          end = () => subscriber.error(error)
          later()
        },
        complete: () => {
          end = () => subscriber.complete()
          later()
        },
      })
    })
}
