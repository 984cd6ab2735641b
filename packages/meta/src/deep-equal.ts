import { isContainer, type Container } from './container.ts'

// Recursion is much faster than a stack of our own, and ends long before that of the engine does.
const maxRecursion = 100

/**
 * Whether two values are the same JSON: the order of keys does not matter, and a key whose value is `undefined` is
 * not there. For plain JSON data of any depth; anything else is compared by identity.
 */
export function deepEqual(a: unknown, b: unknown): boolean {
  const deeper: Pair[] = []
  let isEqual = equal(a, b, 0, deeper)
  for (let pair = deeper.pop(); pair && isEqual; pair = deeper.pop()) isEqual = equal(...pair, 0, deeper)
  return isEqual
}

type Pair = readonly [a: unknown, b: unknown]

/** What is too deep to compare here goes to `deeper`, as if it were equal. */
function equal(left: unknown, right: unknown, depth: number, deeper: Pair[]): boolean {
  if (left === right) return true
  if (!isContainer(left) || !isContainer(right)) return Object.is(left, right)
  if (depth >= maxRecursion) {
    deeper.push([left, right])
    return true
  }
  if (Array.isArray(left)) return Array.isArray(right) && equalElements(left, right, depth, deeper)
  if (Array.isArray(right)) return false
  let members = 0
  for (const key of Object.keys(left)) {
    const value = left[key]
    if (value === undefined) continue
    // An inherited property is no member: `constructor` is an ordinary name.
    if (!Object.hasOwn(right, key) || !equal(value, right[key], depth + 1, deeper)) return false
    members++
  }
  return members === count(right)
}

function equalElements(
  left: readonly unknown[],
  right: readonly unknown[],
  depth: number,
  deeper: Pair[],
): boolean {
  if (left.length !== right.length) return false
  return left.every((element, index) => equal(element, right[index], depth + 1, deeper))
}

function count(container: Container): number {
  let members = 0
  for (const key of Object.keys(container)) if (container[key] !== undefined) members++
  return members
}
