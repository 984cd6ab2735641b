import type { Misfit } from './node-info.ts'

/** Why a pod fits nowhere, counted while nodes are looked at. */
export class FitError {
  readonly #reasons = new Map<string, number>()
  #nodes = 0
  #resolvable = 0

  add({ reasons, resolvable }: Misfit): void {
    this.#nodes++
    if (resolvable) this.#resolvable++
    for (const reason of reasons) this.#reasons.set(reason, (this.#reasons.get(reason) ?? 0) + 1)
  }

  /** Whether room could be made by pods that matter less. */
  get resolvable(): boolean {
    return this.#resolvable > 0
  }

  /** What kube-scheduler says. */
  text(preemption?: string): string {
    if (this.#nodes === 0) return 'no nodes available to schedule pods'
    const text = `0/${this.#nodes} nodes are available: ${histogram(this.#reasons)}.`
    return preemption === undefined ? text : `${text} preemption: ${preemption}`
  }

  /** What it says of making room when there is nobody to make it. */
  noVictims(): string {
    const reasons = new Map([
      ['No preemption victims found for incoming pod', this.#resolvable],
      ['Preemption is not helpful for scheduling', this.#nodes - this.#resolvable],
    ])
    return `0/${this.#nodes} nodes are available: ${histogram(reasons)}.`
  }
}

function histogram(reasons: ReadonlyMap<string, number>): string {
  return [...reasons]
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${count} ${reason}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(', ')
}
