import type { JsonObject } from '../codec/json.ts'
import type { Definition, DefinitionNames } from './definition.ts'

/** What a definition may call its resources, beside the other definitions of its group. */
export interface Naming {
  readonly accepted: DefinitionNames
  /** The condition NamesAccepted, without its time. */
  readonly condition: JsonObject
}

/** Grants names that nobody else in the group has. Upstream: NamingConditionController. */
export function granted(definition: Definition, others: readonly Definition[]): Naming {
  const resources = new Set<string>()
  const kinds = new Set<string>()
  for (const { accepted } of others) {
    for (const name of [accepted.plural, accepted.singular, ...accepted.shortNames]) resources.add(name)
    for (const name of [accepted.kind, accepted.listKind]) kinds.add(name)
  }
  const { names, accepted: before } = definition
  const accepted: { -readonly [Key in keyof DefinitionNames]: DefinitionNames[Key] } = {
    ...before,
    categories: names.categories,
  }
  let condition: JsonObject | undefined
  const refuse = (what: string, taken: readonly string[]) => {
    const list = taken.map((name) => `${JSON.stringify(name)} is already in use`)
    const message = list.length === 1 ? list.join('') : `[${list.join(', ')}]`
    condition = { type: 'NamesAccepted', status: 'False', reason: `${what}Conflict`, message }
  }
  const fields = [
    ['plural', 'Plural', resources],
    ['singular', 'Singular', resources],
    ['kind', 'Kind', kinds],
    ['listKind', 'ListKind', kinds],
  ] as const
  for (const [field, what, used] of fields) {
    if (names[field] !== before[field] && used.has(names[field])) refuse(what, [names[field]])
    else accepted[field] = names[field]
  }
  const own = new Set(before.shortNames)
  const taken = names.shortNames.filter((name) => !own.has(name) && resources.has(name))
  if (taken.length > 0) refuse('ShortNames', taken)
  else accepted.shortNames = names.shortNames
  const message = 'no conflicts found'
  condition ??= { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts', message }
  return { accepted, condition }
}

/** Names as a status shows them: in the order of Go's struct, empty ones left out. */
export function shownNames(names: DefinitionNames): JsonObject {
  const { plural, singular, shortNames, kind, listKind, categories } = names
  return {
    plural,
    ...(singular === '' ? {} : { singular }),
    ...(shortNames.length === 0 ? {} : { shortNames }),
    kind,
    ...(listKind === '' ? {} : { listKind }),
    ...(categories.length === 0 ? {} : { categories }),
  }
}
