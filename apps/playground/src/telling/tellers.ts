import type { Row } from '../view/cluster-view.ts'
import { fit, tableLines } from '../view/table.ts'
import { linesOf } from './lines.ts'
import type { Teller, Told } from './told.ts'

/** Tells a person line by line, as where no terminal is. */
export function plainTeller(write: (text: string) => void): Teller {
  return {
    tell: (told) => {
      for (const line of linesOf(told)) write(`${line}\n`)
    },
  }
}

/** Tells a program: a line of JSON for each. */
export function jsonTeller(write: (text: string) => void): Teller {
  return { tell: (told) => write(`${JSON.stringify(told)}\n`) }
}

/** How large a terminal is. */
export interface ScreenSize {
  readonly columns: number
  readonly rows: number
}

/** Shows a terminal the cluster as it is, above what was told last. At the end the summary stays. */
export class ScreenTeller implements Teller {
  readonly #write: (text: string) => void
  readonly #size: () => ScreenSize
  readonly #recent: string[] = []
  #scene = ''

  constructor(write: (text: string) => void, size: () => ScreenSize) {
    this.#write = write
    this.#size = size
    // Its own page; the terminal has its old one back afterwards.
    write('\u001B[?1049h\u001B[?25l')
  }

  tell(told: Told): void {
    if (told.type === 'scene') this.#scene = `${told.name}: ${told.title}`
    // The table is there already; the summary comes when the page is gone.
    if (told.type === 'state' || told.type === 'summary') return
    this.#recent.push(...linesOf(told, this.#width).filter((line) => line !== ''))
    this.#recent.splice(0, this.#recent.length - 200)
  }

  show(rows: readonly Row[], at: number): void {
    const width = this.#width
    const height = Math.max(8, this.#size().rows)
    const head = fit(`rxkube playground  ${at.toFixed(1).padStart(6)}s  ${this.#scene}`, width)
    const table = tableLines(rows, width).slice(0, height - 5)
    const room = Math.max(1, height - table.length - 3)
    const lines = [head, '─'.repeat(width), ...table, '─'.repeat(width), ...this.#recent.slice(-room)]
    this.#write(`\u001B[H${lines.slice(0, height).join('\u001B[K\r\n')}\u001B[J`)
  }

  end(): void {
    this.#write('\u001B[?25h\u001B[?1049l')
  }

  get #width(): number {
    return Math.max(20, Math.min(80, this.#size().columns))
  }
}
