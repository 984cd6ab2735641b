/**
 * The fewest items that still fail, found by leaving out ever smaller runs of them. `fails` is asked at most `budget`
 * times; what is left then is the answer. Delta debugging: Zeller's ddmin.
 */
export async function shrink<T>(
  items: readonly T[],
  fails: (items: readonly T[]) => Promise<boolean>,
  budget: number,
): Promise<readonly T[]> {
  let smallest = items
  let asked = 0
  for (let size = Math.ceil(smallest.length / 2); size >= 1;) {
    let removed = false
    for (let from = 0; from < smallest.length && asked < budget;) {
      const fewer = smallest.toSpliced(from, size)
      asked++
      // oxlint-disable-next-line no-await-in-loop -- each question depends on the answer before
      if (await fails(fewer)) {
        smallest = fewer
        removed = true
      } else from += size
    }
    if (asked >= budget || (size === 1 && !removed)) break
    if (!removed || size > smallest.length) size = Math.max(1, Math.floor(size / 2))
  }
  return smallest
}
