import type { z } from 'zod'
import type { Derivation } from './schema-from-zod.ts'
import type { StructuralSchema } from './structural-schema.ts'
import { defOf, mayBeAbsent } from './zod-parts.ts'

/** Values of one schema under keys that are not known before, or, of an enum of keys, under those. */
export function recordSchema(
  def: z.core.$ZodRecordDef,
  path: string,
  { problems, derive }: Derivation,
  hasRules: boolean,
): StructuralSchema {
  const value = derive(def.valueType, `${path}.*`)
  const key = defOf(def.keyType)
  if (def.mode === 'loose')
    problems.add(path, 'lets keys pass that do not fit, which no schema of Kubernetes does')
  if (key.type === 'enum' || key.type === 'literal') return ofKnownKeys(def, value)
  if (key.type !== 'string') {
    problems.add(path, `has keys that are z.${key.type}(); keys in JSON are strings`)
  } else if (isRestricted(key) && !hasRules) {
    const how =
      "restrict them in CEL, by .meta({ 'x-kubernetes-validations': [{ rule: 'self.all(key, …)' }] })"
    problems.add(path, `restricts its keys, which no schema of Kubernetes does: ${how} on z.record()`)
  }
  return { type: 'object', additionalProperties: value }
}

function isRestricted(def: ReturnType<typeof defOf>): boolean {
  return (def.checks ?? []).length > 0 || 'format' in def
}

function ofKnownKeys(
  { keyType, valueType, partial }: z.core.$ZodRecordDef,
  value: StructuralSchema,
): StructuralSchema {
  const def = defOf(keyType)
  const keys = (
    def.type === 'literal' ? def.values : def.type === 'enum' ? Object.values(def.entries) : []
  ).map(String)
  const isWhole = partial !== true && !mayBeAbsent(valueType)
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key, value])),
    ...(isWhole ? { required: keys } : {}),
  }
}
