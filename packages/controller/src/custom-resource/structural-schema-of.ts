import type { z } from 'zod'
import { InvalidCustomResourceDefinitionError } from './errors.ts'
import { schemaFromZod } from './schema-from-zod.ts'
import { SchemaProblems } from './schema-problems.ts'
import type { StructuralSchema } from './structural-schema.ts'

/**
 * The schema that a zod schema is on a server. `defineCustomResource` has it in its manifest; alone it serves to look
 * at one. Throws an InvalidCustomResourceDefinitionError that tells all that servers cannot express.
 */
export function structuralSchemaOf(schema: z.ZodType, name = 'the schema'): StructuralSchema {
  const problems = new SchemaProblems()
  const structural = schemaFromZod(schema, name, problems)
  if (problems.found.length > 0) throw new InvalidCustomResourceDefinitionError(name, problems.found)
  return structural
}
