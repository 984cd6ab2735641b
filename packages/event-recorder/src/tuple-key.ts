/**
 * One text for a row of texts, another for every other row: `('ab', 'c')` and `('a', 'bc')` never share one. For key
 * functions of one's own.
 */
export function tupleKey(...parts: readonly (string | undefined)[]): string {
  // A length tells where each part ends, whatever is in it.
  let key = ''
  for (const part of parts) key += part === undefined ? '0:' : `${part.length}:${part}`
  return key
}
