import { deepEqual } from '@rxkube/meta'
import { z } from 'zod'
import type { Derivation } from './schema-from-zod.ts'
import type { StructuralSchema } from './structural-schema.ts'

/** A value that the server puts in where there is none. */
export function defaultedSchema(
  def: z.core.$ZodDefaultDef | z.core.$ZodPrefaultDef,
  path: string,
  { problems, derive }: Derivation,
): StructuralSchema {
  const inner = derive(def.innerType, path)
  const value: unknown = def.defaultValue
  const again: unknown = def.defaultValue
  const json = asJson(value)
  if (json === undefined || !deepEqual(json, value)) {
    problems.add(path, 'has a default that is not JSON')
  } else if (!deepEqual(value, again)) {
    problems.add(path, 'has a default that is another each time; servers have one for all')
  } else if (!z.safeParse(def.innerType, value).success) {
    problems.add(path, 'has a default that its own schema refuses')
  } else return { ...inner, default: json }
  return inner
}

function asJson(value: unknown): unknown {
  try {
    const text = JSON.stringify(value) as string | undefined
    return text === undefined ? undefined : JSON.parse(text)
  } catch (error) {
    // What JSON.stringify cannot write (cycles, bigints) it tells so.
    if (error instanceof TypeError) return undefined
    throw error
  }
}
