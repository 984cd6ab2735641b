/** A JSON object or array, read by its keys. */
export type Container = Record<string, unknown>

/** Whether a value is a plain object or an array, which is what JSON nests. */
export function isContainer(value: unknown): value is Container {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return true
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
