import type { Row } from './cluster-view.ts'

/** A line that fits: what is too much is cut off. */
export function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}

/** Rows as lines of at most `width` columns. */
export function tableLines(rows: readonly Row[], width = 80): string[] {
  let last: Row['kind'] | undefined
  return rows.map(({ kind, name, state, detail }) => {
    const label = kind === last ? '' : kind
    last = kind
    const line = `${label.padEnd(7)}${fit(name, 21).padEnd(22)}${fit(state, 16).padEnd(17)}${detail}`
    return fit(line.trimEnd(), width)
  })
}
