/** The sorted keys that are still there and those that came, sorted, in time proportional to the result. */
export function merge(
  sorted: readonly string[],
  came: readonly string[],
  isThere: (key: string) => boolean,
): readonly string[] {
  const added = came.toSorted()
  const merged: string[] = []
  let next = 0
  for (const key of sorted) {
    if (!isThere(key)) continue
    for (; next < added.length && (added[next] as string) < key; next++) merged.push(added[next] as string)
    merged.push(key)
  }
  for (; next < added.length; next++) merged.push(added[next] as string)
  return merged
}
