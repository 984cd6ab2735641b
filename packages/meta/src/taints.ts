/** A taint of a node: pods that do not tolerate it stay or go away. */
export interface Taint {
  readonly key: string
  readonly value?: string
  readonly effect: string
  readonly timeAdded?: string
}

/** What a pod puts up with. An empty `key` stands for any, an empty `effect` for every effect. */
export interface Toleration {
  readonly key?: string
  readonly operator?: string
  readonly value?: string
  readonly effect?: string
  readonly tolerationSeconds?: number
}

/** Whether two taints are the same one: they are told apart by key and effect. Upstream: MatchTaint. */
export function isSameTaint(a: Taint, b: Taint): boolean {
  return a.key === b.key && a.effect === b.effect
}

/** Whether a toleration tolerates a taint. Upstream: ToleratesTaint. */
export function toleratesTaint(toleration: Toleration, taint: Taint): boolean {
  const { key = '', operator = '', value = '', effect = '' } = toleration
  if (effect !== '' && effect !== taint.effect) return false
  if (key !== '' && key !== taint.key) return false
  if (operator === 'Exists') return true
  return (operator === 'Equal' || operator === '') && value === (taint.value ?? '')
}

/**
 * For each taint the first toleration that tolerates it, or undefined when one is not tolerated. A toleration that
 * answers for several taints is there once for each. Upstream: GetMatchingTolerations.
 */
export function matchingTolerations<T extends Toleration>(
  taints: readonly Taint[] | undefined,
  tolerations: readonly T[] | undefined,
): readonly T[] | undefined {
  const used: T[] = []
  for (const taint of taints ?? []) {
    const toleration = tolerations?.find((each) => toleratesTaint(each, taint))
    if (toleration === undefined) return undefined
    used.push(toleration)
  }
  return used
}

/**
 * The first taint that is not tolerated. Only taints with one of `effects` count, when they are given.
 * Upstream: FindMatchingUntoleratedTaint.
 */
export function findUntoleratedTaint<T extends Taint>(
  taints: readonly T[] | undefined,
  tolerations: readonly Toleration[] | undefined,
  effects?: readonly string[],
): T | undefined {
  return taints?.find(
    (taint) =>
      (effects?.includes(taint.effect) ?? true) &&
      !(tolerations ?? []).some((toleration) => toleratesTaint(toleration, taint)),
  )
}

/** Taints with `taint` in them, in the place of the same one; the same array when it is there as it is. */
export function addTaint<T extends Taint>(taints: readonly T[] | undefined, taint: T): readonly T[] {
  const all = taints ?? []
  const before = all.find((each) => isSameTaint(each, taint))
  if (before === undefined) return [...all, taint]
  const unchanged = (before.value ?? '') === (taint.value ?? '') && before.timeAdded === taint.timeAdded
  return unchanged ? all : all.map((each) => (each === before ? taint : each))
}

/** Taints without `taint`; the same array when it is not there. */
export function removeTaint<T extends Taint>(taints: readonly T[], taint: Taint): readonly T[] {
  const left = taints.filter((each) => !isSameTaint(each, taint))
  return left.length === taints.length ? taints : left
}
