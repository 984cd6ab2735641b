import { asArray, asObject, asString, type JsonObject } from '../codec/json.ts'
import { evaluatesAllRules } from './cel/rules.ts'
import { readSchema } from './schema.ts'

/** One warning for each version of a definition that has CEL rules which are not evaluated here. */
export function uncheckedRules(definition: JsonObject): readonly string[] {
  const spec = asObject(definition['spec'])
  const found: string[] = []
  for (const [at, each] of asArray(spec['versions']).entries()) {
    const version = asObject(each)
    const schema = readSchema(asObject(version['schema'])['openAPIV3Schema'])
    if (evaluatesAllRules(schema)) continue
    found.push(
      `spec.versions[${at}].schema.openAPIV3Schema: some x-kubernetes-validations of ${asString(version['name'])} are stored but not evaluated by this API server`,
    )
  }
  return found
}

/** A warning for a definition whose versions a webhook would convert: nobody calls it here. */
export function uncalledWebhooks(definition: JsonObject): readonly string[] {
  const conversion = asObject(asObject(definition['spec'])['conversion'])
  if (conversion['strategy'] !== 'Webhook') return []
  return ['spec.conversion: webhooks are not called by this API server: versions differ in apiVersion alone']
}
