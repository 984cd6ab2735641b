import { equalJson, getOwn, isObject, setOwn, type JsonObject } from '../codec/json.ts'

/** Thrown when an operation of a JSON patch cannot be done. */
export class JsonPatchError extends Error {
  override readonly name = 'JsonPatchError'
}

/**
 * Applies the operations of RFC 6902, in order, to a copy that the caller owns.
 *
 * Libraries for this guard against `__proto__` and `constructor` by not looking them up, which makes them address
 * something else; as keys of labels and data they are names like any other.
 */
export function applyJsonPatch(target: unknown, operations: readonly unknown[]): unknown {
  // Everything hangs under one key, so that the whole document can be replaced like any member.
  const root: JsonObject = { document: target }
  for (const operation of operations) apply(root, operation)
  return root['document']
}

function apply(root: JsonObject, operation: unknown): void {
  if (!isObject(operation)) throw new JsonPatchError('an operation is not an object')
  const path = pointer(operation['path'])
  switch (operation['op']) {
    case 'add':
      add(root, path, valueOf(operation))
      break
    case 'remove':
      remove(root, path)
      break
    case 'replace':
      replace(root, path, valueOf(operation))
      break
    case 'move':
      add(root, path, remove(root, pointer(operation['from'])))
      break
    case 'copy':
      add(root, path, structuredClone(read(root, pointer(operation['from']))))
      break
    case 'test':
      if (!equalJson(readOrNull(root, path), operation['value'] ?? null)) {
        throw new JsonPatchError(`the value at ${String(operation['path'])} is another`)
      }
      break
    default:
      throw new JsonPatchError('an operation is none of add, remove, replace, move, copy and test')
  }
}

function pointer(text: unknown): readonly string[] {
  if (typeof text !== 'string' || (text !== '' && !text.startsWith('/'))) {
    throw new JsonPatchError('a path does not begin with a slash')
  }
  const parts = text.split('/').slice(1)
  return ['document', ...parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))]
}

function valueOf(operation: JsonObject): unknown {
  if (!Object.hasOwn(operation, 'value')) throw new JsonPatchError('an operation has no value')
  return operation['value']
}

function step(parent: unknown, key: string): unknown {
  if (Array.isArray(parent)) return parent[index(key, parent.length - 1)]
  const found = isObject(parent) ? getOwn(parent, key) : undefined
  if (found === undefined) throw new JsonPatchError(`there is no "${key}"`)
  return found
}

function index(key: string, last: number): number {
  const number = /^(0|[1-9]\d*)$/.test(key) ? Number(key) : NaN
  if (!(number <= last)) throw new JsonPatchError(`there is no element ${key}`)
  return number
}

function read(root: JsonObject, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => step(parent, key), root)
}

function readOrNull(root: JsonObject, path: readonly string[]): unknown {
  const parent = read(root, path.slice(0, -1))
  const key = path.at(-1) ?? ''
  return isObject(parent) ? (getOwn(parent, key) ?? null) : step(parent, key)
}

function add(root: JsonObject, path: readonly string[], value: unknown): void {
  const parent = read(root, path.slice(0, -1))
  const key = path.at(-1) ?? ''
  const whole = path.length === 1 ? root : parent
  if (Array.isArray(whole)) whole.splice(key === '-' ? whole.length : index(key, whole.length), 0, value)
  else if (isObject(whole)) setOwn(whole, key, value)
  else throw new JsonPatchError(`nothing can be put at "${key}"`)
}

function replace(root: JsonObject, path: readonly string[], value: unknown): void {
  const parent = read(root, path.slice(0, -1))
  const key = path.at(-1) ?? ''
  // A real server lets the replacement of an absent key pass as an addition.
  if (Array.isArray(parent)) parent[index(key, parent.length - 1)] = value
  else if (isObject(parent)) setOwn(parent, key, value)
  else throw new JsonPatchError(`nothing can be replaced at "${key}"`)
}

function remove(root: JsonObject, path: readonly string[]): unknown {
  const parent = read(root, path.slice(0, -1))
  const key = path.at(-1) ?? ''
  const value = step(parent, key)
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else if (isObject(parent)) delete parent[key]
  return value
}
