import type { ChangeLine } from './describe-change.ts'

/** How many changes there were, and what the caches held at the end. */
export interface Summary {
  readonly changes: Readonly<Record<ChangeLine['type'], number>>
  readonly pods: number
  readonly deployments: number
  readonly resourceVersion: string
}

/** Where the playground writes: text for a person, or a line of JSON for each thing. */
export class Output {
  readonly #write: (line: string) => void
  readonly #json: boolean
  readonly #counts = { added: 0, updated: 0, deleted: 0 }

  constructor(write: (line: string) => void, json: boolean) {
    this.#write = write
    this.#json = json
  }

  /** A line for a person; JSON has no place for it. */
  say(text: string): void {
    if (!this.#json) this.#write(text)
  }

  /** One change, and what the live query answers right after it. */
  change(line: ChangeLine, onNode: readonly string[]): void {
    this.#counts[line.type]++
    if (this.#json) {
      this.#write(JSON.stringify({ ...line, 'pods on node-1': onNode }))
      return
    }
    const sign = { added: '+', updated: '~', deleted: '-' }[line.type]
    const what = `${sign} ${line.kind.padEnd(10)} ${line.name.padEnd(24)} ${line.detail}`
    this.#write(`${what.padEnd(84)} │ ${onNode.length} on node-1`)
  }

  /** The last thing that is written. */
  summary(state: Omit<Summary, 'changes'>): void {
    const summary: Summary = { changes: { ...this.#counts }, ...state }
    if (this.#json) {
      this.#write(JSON.stringify({ type: 'summary', ...summary }))
      return
    }
    const { added, updated, deleted } = summary.changes
    this.#write(
      `\n${added + updated + deleted} changes seen: ${added} added, ${updated} updated, ${deleted} deleted. ` +
        `At the end ${counted(state.pods, 'pod')} and ${counted(state.deployments, 'deployment')} ` +
        `at resourceVersion ${state.resourceVersion}.`,
    )
    this.#write('How a change came here: docs/architecture.md. To write this yourself: README.md.')
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
