import { z } from 'zod'
import type { SchemaProblems } from './schema-problems.ts'
import { checksOf, defOf } from './zod-parts.ts'

const expressible = new Set([
  'less_than',
  'greater_than',
  'multiple_of',
  'number_format',
  'min_length',
  'max_length',
  'length_equals',
  'string_format',
])

/** Tells of checks that only this process would make, and of values that only this process would change. */
export function inspectChecks(schema: z.core.$ZodType, path: string, problems: SchemaProblems): void {
  let refinements = 0
  const def = defOf(schema)
  if ('coerce' in def && def.coerce) {
    problems.add(path, 'is coerced, which servers do not do: say the type that is on the wire')
  }
  for (const { check: kind } of checksOf(schema)) {
    if (expressible.has(kind)) continue
    if (kind === 'overwrite') {
      problems.add(
        path,
        'changes the value (trim, toLowerCase, normalize, …), which servers do not do: use a pattern',
      )
    } else if (kind === 'custom') refinements++
    else problems.add(path, `has the check ${kind}, which no schema of Kubernetes expresses`)
  }
  // A copy with one more check has the meta of the original.
  if (refinements > rulesOf(schema)) {
    const how = ".meta({ 'x-kubernetes-validations': [{ rule, message }] })"
    problems.add(path, `has a refinement, which servers do not run: give it in CEL as well, by ${how}`)
  }
}

/** How many rules in CEL stand beside what is said in TypeScript. */
export function rulesOf(schema: z.core.$ZodType): number {
  const meta = z.globalRegistry.get(schema)
  if (meta?.['openAPIV3Schema'] !== undefined) return Infinity
  const rules = meta?.['x-kubernetes-validations']
  return Array.isArray(rules) ? rules.length : 0
}
