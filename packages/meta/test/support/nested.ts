/** A document nested `depth` levels, objects and arrays in turn, with `leaf` at the bottom. */
export function nested(depth: number, leaf: unknown): unknown {
  let value = leaf
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { next: value } : [value]
  return value
}

/** What is at the bottom of a nested document. */
export function leafOf(document: unknown): unknown {
  let value = document
  while (typeof value === 'object' && value !== null) {
    value = Array.isArray(value) ? value[0] : Reflect.get(value, 'next')
  }
  return value
}
