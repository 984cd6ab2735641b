import type { CopySource } from './cached.ts'
import { isContainer, type Container } from './container.ts'

/**
 * A copy that shares nothing with the original and may be changed. For plain JSON data without cycles, of any depth;
 * what is neither a plain object nor an array (a Date, say) is taken over as it is.
 */
export function deepCopy<T>(object: CopySource<T>): T
export function deepCopy<T>(value: T): T
export function deepCopy(value: unknown): unknown {
  if (!isContainer(value)) return value
  const root = emptyLike(value)
  // A stack of our own: documents nest deeper than calls may.
  const open: [from: Container, to: Container][] = [[value, root]]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [from, to] = pair
    for (const key of Object.keys(from)) {
      let child = from[key]
      if (isContainer(child)) {
        const copy = emptyLike(child)
        open.push([child, copy])
        child = copy
      }
      put(to, key, child)
    }
  }
  return root
}

function emptyLike(container: Container): Container {
  if (!Array.isArray(container)) return {}
  const copy: unknown[] = []
  copy.length = container.length
  return copy as unknown as Container
}

function put(container: Container, key: string, value: unknown): void {
  if (key in Object.prototype) {
    // Assignment would set the prototype (__proto__), or fail where prototypes are frozen (constructor, toString).
    Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true })
  } else {
    container[key] = value
  }
}
