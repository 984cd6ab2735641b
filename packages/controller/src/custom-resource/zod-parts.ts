import type { z } from 'zod'

/* oxlint-disable no-underscore-dangle -- zod keeps what libraries are to read under this name */

/** What a schema was made of, told apart by `type`. */
export function defOf(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'] {
  return (schema as z.core.$ZodTypes)._zod.def
}

/** What a check was made of; zod's own union leaves two out. */
type CheckDef = z.core.$ZodChecks['_zod']['def'] | { readonly check: 'custom' | 'overwrite' }

/** What the checks of a schema were made of, told apart by `check`. */
export function checksOf(schema: z.core.$ZodType): readonly CheckDef[] {
  return (defOf(schema).checks ?? []).map((check) => check._zod.def as CheckDef)
}

/** Whether a field of this schema may be left out. */
export function mayBeAbsent(schema: z.core.$ZodType): boolean {
  return schema._zod.optin !== undefined
}
