import { channel } from 'node:diagnostics_channel'

const warnings = channel('rxkube.client.warning')
// Enough for every deprecation a cluster knows; a server that makes texts up does not fill memory.
const most = 1000

/** Passes on what an API server warns of, each text once. */
export class Warnings {
  readonly #seen = new Set<string>()
  readonly #tell: ((text: string) => void) | undefined

  constructor(tell: ((text: string) => void) | undefined) {
    this.#tell = tell
  }

  /** Reads `Warning` headers (`299 - "text"`). */
  read(header: string | readonly string[] | undefined): void {
    if (header === undefined) return
    for (const line of typeof header === 'string' ? [header] : header) {
      for (const [, quoted = ''] of line.matchAll(/\b299 [^ ]+ ("(?:[^"\\]|\\.)*")/g))
        this.#pass(unquoted(quoted))
    }
  }

  #pass(text: string): void {
    if (this.#seen.has(text) || this.#seen.size >= most) return
    this.#seen.add(text)
    warnings.publish({ text })
    try {
      this.#tell?.(text)
    } catch (error) {
      // The request that the warning came with is not to fail by it.
      process.emitWarning(`onWarning threw ${error instanceof Error ? error.name : typeof error}`, {
        code: 'RXKUBE_ON_WARNING',
      })
    }
  }
}

function unquoted(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1')
}
