/** Every error that `error` wraps, itself first: its causes and, of aggregates, each member. */
export function* errorChain(error: unknown): Generator {
  const seen = new Set<unknown>()
  const pending: unknown[] = [error]
  while (pending.length > 0) {
    const next = pending.pop()
    if (next === undefined || next === null || seen.has(next)) continue
    seen.add(next)
    yield next
    if (typeof next !== 'object') continue
    if ('errors' in next && Array.isArray(next.errors)) {
      for (let at = next.errors.length - 1; at >= 0; at--) pending.push(next.errors[at])
    }
    if ('cause' in next) pending.push(next.cause)
  }
}
