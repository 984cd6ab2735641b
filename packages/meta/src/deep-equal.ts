import { isContainer, type Container } from './container.ts'

/**
 * Whether two values are the same JSON: the order of keys does not matter, and a key whose value is `undefined` is
 * not there. For plain JSON data of any depth; anything else is compared by identity.
 */
export function deepEqual(a: unknown, b: unknown): boolean {
  const open: [a: unknown, b: unknown][] = [[a, b]]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [left, right] = pair
    if (left === right || Object.is(left, right)) continue
    if (!isContainer(left) || !isContainer(right)) return false
    if (Array.isArray(left) !== Array.isArray(right)) return false
    if (Array.isArray(left) && left.length !== right['length']) return false
    if (count(left) !== count(right)) return false
    for (const key of Object.keys(left)) {
      if (left[key] === undefined) continue
      // An inherited property is no member: `constructor` is an ordinary name.
      if (!Object.hasOwn(right, key)) return false
      open.push([left[key], right[key]])
    }
  }
  return true
}

function count(container: Container): number {
  let members = 0
  for (const key of Object.keys(container)) if (container[key] !== undefined) members++
  return members
}
