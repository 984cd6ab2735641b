import { deliberate, deliberateOf, noDescriptions } from './deliberate.ts'
import type { Outcome } from './outcome.ts'
import type { AreaOutcome } from './replay.ts'

/** How the exchanges of an area came out. */
export interface Count {
  readonly area: string
  /** How many the recording holds. */
  readonly present: number
  readonly replayed: number
  readonly agreeing: number
  readonly differing: number
  /** Differences that are meant to be, with a reason. */
  readonly deliberate: number
  readonly skipped: number
  /** Of the exchanges whose recorded answer shows managedFields, those where they agree, and all. */
  readonly managedFields: readonly [agreeing: number, all: number]
}

/** The differences of an outcome that nobody meant. */
export function unexpected({ id, differences }: Outcome): readonly string[] {
  const meant = deliberateOf(id)
  return differences.filter((each) => meant?.differences.test(each) !== true)
}

export function countOf({ name, present, outcomes, skipped }: AreaOutcome): Count {
  const differing = outcomes.filter((each) => unexpected(each).length > 0).length
  const agreeing = outcomes.filter(({ differences }) => differences.length === 0).length
  const managed = outcomes.filter((each) => each.managedFields !== undefined)
  return {
    area: name,
    present,
    replayed: outcomes.length,
    agreeing,
    differing,
    deliberate: outcomes.length - agreeing - differing,
    skipped: skipped.length,
    managedFields: [managed.filter((each) => each.managedFields?.length === 0).length, managed.length],
  }
}

/** The counts of all areas together. */
export function total(counts: readonly Count[]): Count {
  const sum = (of: (count: Count) => number) => counts.reduce((all, count) => all + of(count), 0)
  return {
    area: 'all',
    present: sum((count) => count.present),
    replayed: sum((count) => count.replayed),
    agreeing: sum((count) => count.agreeing),
    differing: sum((count) => count.differing),
    deliberate: sum((count) => count.deliberate),
    skipped: sum((count) => count.skipped),
    managedFields: [sum((count) => count.managedFields[0]), sum((count) => count.managedFields[1])],
  }
}

/** What people read: the differences, a table of areas, and what differs on purpose. */
export function report(
  areas: readonly AreaOutcome[],
  { ids, quiet }: { readonly ids: readonly string[]; readonly quiet: boolean },
): { readonly text: string; readonly unexpected: number } {
  const lines: string[] = []
  for (const { outcomes, skipped } of quiet ? [] : areas) {
    for (const outcome of outcomes) {
      const asked = ids.includes(outcome.id)
      if (ids.length > 0 ? asked : unexpected(outcome).length > 0) lines.push(...shown(outcome, asked))
    }
    for (const { id, why } of ids.length > 0 ? [] : skipped) lines.push(`${id} skipped: ${why}`)
  }
  const counts = areas.map((area) => countOf(area))
  const all = total(counts)
  lines.push('', row(['area', 'replayed', 'agree', 'differ', 'meant', 'skipped', 'managedFields']))
  for (const count of [...counts, all]) lines.push(countRow(count))
  lines.push('', `replayed ${all.replayed} of ${all.present}`, '', ...meantLines(areas))
  return { text: lines.join('\n'), unexpected: all.differing + all.skipped }
}

function meantLines(areas: readonly AreaOutcome[]): readonly string[] {
  const outcomes = areas.flatMap((area) => area.outcomes)
  const differing = new Set(outcomes.filter(({ differences }) => differences.length > 0).map(({ id }) => id))
  const lines = deliberate.map(({ reason, exchanges }) => {
    const count = [...exchanges.keys()].filter((id) => differing.has(id)).length
    return `${String(count).padStart(4)}  ${reason}`
  })
  const described = outcomes.filter((outcome) => outcome.described).length
  const all = [...lines, `${String(described).padStart(4)}  ${noDescriptions}`]
  return [`deliberate differences: ${all.length}, with the exchanges that each touches`, ...all]
}

function shown(outcome: Outcome, all: boolean): readonly string[] {
  const { id, title, request, differences, managedFields } = outcome
  const lines = [`${id} ${request}${title === '' ? '' : `   (${title})`}`]
  lines.push(...(all ? differences : unexpected(outcome)).map((each) => `    ${each}`))
  if (all) lines.push(...(managedFields ?? []).map((each) => `    managedFields${each}`))
  return lines
}

const row = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(28) : cell.padStart(at === 6 ? 15 : 11))).join('')

function countRow(count: Count): string {
  const [agree, all] = count.managedFields
  const { area, replayed, present, agreeing, differing, deliberate: meant, skipped } = count
  const numbers = [agreeing, differing, meant, skipped].map(String)
  return row([area, `${replayed} of ${present}`, ...numbers, `${agree} of ${all}`])
}
