import {
  findCondition,
  isConditionFalse,
  isConditionTrue,
  type Cached,
  type Condition,
  type CustomResourceDefinition,
  type Resource,
} from '@rxkube/meta'

type Definition = Cached<CustomResourceDefinition> | undefined

/** The name of the CustomResourceDefinition that brings a resource: `widgets.example.com`. */
export function definitionName({ group, resource }: Pick<Resource, 'group' | 'resource'>): string {
  return `${resource}.${group}`
}

export function conditionsOf(definition: Definition): readonly Condition[] {
  return definition?.status?.conditions ?? []
}

/** Whether someone else has one of the names. */
export function isRefused(definition: Definition): boolean {
  return isConditionFalse(conditionsOf(definition), 'NamesAccepted')
}

/** What is lacking until a definition is as it was asked for; undefined for nothing. */
export function lackingOf(definition: Definition, versions: readonly string[]): string | undefined {
  const conditions = conditionsOf(definition)
  if (definition === undefined || isConditionTrue(conditions, 'NamesAccepted'))
    return unserved(definition, versions)
  return `its names are not accepted${said(conditions, 'NamesAccepted')}`
}

/** Why objects of these versions cannot be asked for; undefined when they can, under whatever names. */
export function unserved(definition: Definition, versions: readonly string[]): string | undefined {
  if (definition === undefined) return 'there is no such definition'
  const conditions = conditionsOf(definition)
  if (!isConditionTrue(conditions, 'Established'))
    return `it is not established${said(conditions, 'Established')}`
  const known = definition.spec.versions.filter((each) => each.served).map(({ name }) => name)
  const missing = versions.filter((version) => !known.includes(version))
  return missing.length === 0
    ? undefined
    : `it does not serve ${missing.join(', ')} (it serves ${known.join(', ')})`
}

function said(conditions: readonly Condition[], type: string): string {
  const { reason = '', message = '' } = findCondition(conditions, type) ?? {}
  return reason === '' && message === ''
    ? ' yet'
    : ` (${[reason, message].filter((each) => each !== '').join(': ')})`
}
