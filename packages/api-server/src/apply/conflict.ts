import { StatusError } from '../status.ts'
import type { FieldSet } from './field-set.ts'
import { displayPath } from './path-element.ts'
import type { Ownership } from './managed-fields.ts'

/** What others own of the fields that somebody wants to change, by owner key. */
export type Conflicts = ReadonlyMap<string, { readonly owner: Ownership; readonly fields: FieldSet }>

/** The 409 that lists conflicts, one cause for each field. */
export function conflictError(conflicts: Conflicts): StatusError {
  const sorted = [...conflicts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, conflict]) => conflict)
  const causes = sorted.flatMap(({ owner, fields }) =>
    [...fields.paths()].map((path) => ({
      reason: 'FieldManagerConflict',
      message: `conflict with ${nameOf(owner)}`,
      field: displayPath(path),
    })),
  )
  const lines = sorted.map(({ owner, fields }) => {
    const paths = [...fields.paths()].map((path) => `\n- ${displayPath(path)}`)
    return `conflicts with ${nameOf(owner)}:${paths.join('')}`
  })
  const [only] = causes
  const text =
    causes.length === 1 && only !== undefined
      ? `1 conflict: ${only.message}: ${only.field}`
      : `${causes.length} conflicts: ${lines.join('\n')}`
  return new StatusError(409, 'Conflict', `Apply failed with ${text}`, { causes })
}

function nameOf({ manager, subresource, operation, apiVersion }: Ownership): string {
  const within = subresource === '' ? '' : ` with subresource ${JSON.stringify(subresource)}`
  const using = operation === 'Update' ? ` using ${apiVersion}` : ''
  return `${JSON.stringify(manager)}${within}${using}`
}
