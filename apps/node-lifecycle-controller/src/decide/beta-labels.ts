import type { Cached, Node } from '@rxkube/meta'

const betaOfStable: readonly (readonly [stable: string, beta: string])[] = [
  ['kubernetes.io/os', 'beta.kubernetes.io/os'],
  ['kubernetes.io/arch', 'beta.kubernetes.io/arch'],
]

/** The old labels that do not say what the ones say that took their place; empty when all is well. */
export function betaLabelChange({ metadata }: Cached<Node>): Readonly<Record<string, string>> {
  const labels = new Map(Object.entries(metadata.labels ?? {}))
  const change: Record<string, string> = {}
  for (const [stable, beta] of betaOfStable) {
    const value = labels.get(stable)
    if (value !== undefined && labels.get(beta) !== value) change[beta] = value
  }
  return change
}
