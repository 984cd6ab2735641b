import type { CustomResourceVersionOptions } from './custom-resource-options.ts'
import type { SchemaProblems } from './schema-problems.ts'
import type { StructuralSchema } from './structural-schema.ts'

/** Tells of columns, selectors and scales that look where nothing can be; servers would show nothing there. */
export function inspectPaths(
  { name, printerColumns = [], selectableFields = [], scale }: CustomResourceVersionOptions,
  schema: StructuralSchema,
  problems: SchemaProblems,
): void {
  const inspect = (what: string, path: string): void => {
    if (!path.startsWith('.')) problems.add(`${name} ${what}`, `"${path}" does not begin with a dot`)
    else if (!leadsSomewhere(path, schema))
      problems.add(`${name} ${what}`, `the schema has nothing at ${path}`)
  }
  for (const column of printerColumns) inspect(`printerColumns[${column.name}]`, column.jsonPath)
  for (const path of selectableFields) inspect('selectableFields', path)
  if (scale === undefined) return
  const under = (part: 'spec' | 'status', what: string, path: string): void => {
    if (path.startsWith(`.${part}.`)) inspect(what, path)
    else problems.add(`${name} ${what}`, `"${path}" is not under .${part}, where servers want it`)
  }
  under('spec', 'scale.specReplicasPath', scale.specReplicasPath)
  under('status', 'scale.statusReplicasPath', scale.statusReplicasPath)
  const { labelSelectorPath } = scale
  if (labelSelectorPath !== undefined) inspect('scale.labelSelectorPath', labelSelectorPath)
}

/** Follows names; what else JSONPath can say (`[?(@.type=="Ready")]`) ends the search well. */
function leadsSomewhere(path: string, root: StructuralSchema): boolean {
  let schema = root
  for (const part of path.slice(1).split('.')) {
    if (!/^[\w-]+$/.test(part) || isOpen(schema)) return true
    const { properties = {} } = schema
    const next = Object.hasOwn(properties, part) ? properties[part] : undefined
    if (next === undefined) return typeof schema.additionalProperties === 'object'
    if (schema === root && part === 'metadata') return true
    schema = next
  }
  return true
}

function isOpen(schema: StructuralSchema): boolean {
  return (
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema['x-kubernetes-embedded-resource'] === true
  )
}
