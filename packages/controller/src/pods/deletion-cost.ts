const annotation = 'controller.kubernetes.io/pod-deletion-cost'
const canonical = /^(?:-\d+|0|[1-9]\d*)$/
const [least, most] = [-(2 ** 31), 2 ** 31 - 1]

/**
 * What the deletion of a pod costs, by its annotation `controller.kubernetes.io/pod-deletion-cost`. 0 where there is none,
 * and for what is no 32-bit integer, such as `+10` and `008`. Upstream: `GetDeletionCostFromPodAnnotations`.
 */
export function podDeletionCost(pod: {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> }
}): number {
  const text = pod.metadata?.annotations?.[annotation] ?? ''
  if (!canonical.test(text)) return 0
  const cost = Number(text)
  return cost >= least && cost <= most ? cost || 0 : 0
}
