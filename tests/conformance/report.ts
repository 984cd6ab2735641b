import { deliberate } from './deliberate.ts'
import type { Outcome } from './outcome.ts'
import type { AreaOutcome } from './replay.ts'

/** How many exchanges of an area agree. */
export interface Count {
  readonly area: string
  readonly agreeing: number
  readonly differing: number
  /** Differences that are meant to be, with a reason. */
  readonly deliberate: number
  readonly skipped: number
  /** Of the exchanges whose recorded answer shows managedFields, those where they agree, and all. */
  readonly managedFields: readonly [agreeing: number, all: number]
}

export function countOf({ name, outcomes, skipped }: AreaOutcome): Count {
  const differing = outcomes.filter((each) => each.differences.length > 0)
  const meant = differing.filter(({ id }) => deliberate.has(id))
  const managed = outcomes.filter((each) => each.managedFields !== undefined)
  return {
    area: name,
    agreeing: outcomes.length - differing.length,
    differing: differing.length - meant.length,
    deliberate: meant.length,
    skipped: skipped.length,
    managedFields: [managed.filter((each) => each.managedFields?.length === 0).length, managed.length],
  }
}

/** What people read: the differences, then a table of areas; `unexpected` counts differences without a reason. */
export function report(
  areas: readonly AreaOutcome[],
  { ids, quiet }: { readonly ids: readonly string[]; readonly quiet: boolean },
): { readonly text: string; readonly unexpected: number } {
  const lines: string[] = []
  for (const { outcomes, skipped } of quiet ? [] : areas) {
    for (const outcome of outcomes) {
      const asked = ids.includes(outcome.id)
      if (ids.length > 0 ? asked : outcome.differences.length > 0) lines.push(...shown(outcome, asked))
    }
    for (const { id, why } of ids.length > 0 ? [] : skipped) lines.push(`${id} skipped: ${why}`)
  }
  const counts = areas.map((area) => countOf(area))
  lines.push('', row(['area', 'agree', 'differ', 'meant', 'skipped', 'managedFields']))
  for (const count of counts) lines.push(countRow(count))
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0)
  const all: Count = {
    area: 'all',
    agreeing: sum((count) => count.agreeing),
    differing: sum((count) => count.differing),
    deliberate: sum((count) => count.deliberate),
    skipped: sum((count) => count.skipped),
    managedFields: [sum((count) => count.managedFields[0]), sum((count) => count.managedFields[1])],
  }
  lines.push(countRow(all))
  return { text: lines.join('\n'), unexpected: all.differing }
}

function shown({ id, title, request, differences, managedFields }: Outcome, all: boolean): readonly string[] {
  const reason = deliberate.get(id)
  const lines = [`${id} ${request}${title === '' ? '' : `   (${title})`}`]
  if (reason !== undefined && differences.length > 0) lines.push(`    meant: ${reason}`)
  else lines.push(...differences.map((each) => `    ${each}`))
  if (all) lines.push(...(managedFields ?? []).map((each) => `    managedFields${each}`))
  return lines
}

const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(28) : cell.padStart(at === 5 ? 15 : 9))).join('')

function countRow({ area, agreeing, differing, deliberate: meant, skipped, managedFields }: Count): string {
  const [agree, all] = managedFields
  return row([area, `${agreeing}`, `${differing}`, `${meant}`, `${skipped}`, `${agree} of ${all}`])
}
