import type { Cached } from './cached.ts'
import { isContainer, type Container } from './container.ts'

// So that freezing on every read costs one look-up.
const frozen = new WeakSet()

/** Freezes an object and all that is in it, at any depth, and gives it back. For plain JSON data. */
export function deepFreeze<T>(value: T): Cached<T> {
  if (isContainer(value) && !frozen.has(value)) {
    const open: Container[] = [value]
    for (let container = open.pop(); container; container = open.pop()) {
      Object.freeze(container)
      for (const key of Object.keys(container)) {
        const child = container[key]
        if (isContainer(child)) open.push(child)
      }
    }
    frozen.add(value)
  }
  return value as Cached<T>
}
