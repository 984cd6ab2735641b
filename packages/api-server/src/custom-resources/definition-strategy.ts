import { asArray, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import type { Strategy } from '../registry/strategy.ts'
import { definitionErrors } from './definition-errors.ts'
import { readNestedSchemas, unknownSchemaFields } from './nested-schemas.ts'
import { uncalledWebhooks, uncheckedRules } from './definition-warnings.ts'

/** What is special about CustomResourceDefinitions, beside what any kind with a status has. */
export const definitionStrategy: Pick<
  Strategy,
  | 'versionRequired'
  | 'unknownFields'
  | 'freeFinalizers'
  | 'defaults'
  | 'prepare'
  | 'prepareUpdate'
  | 'validate'
  | 'warnings'
> = {
  versionRequired: true,
  freeFinalizers: true,
  unknownFields: (value) => unknownSchemaFields(value),
  defaults: (object) => {
    readNestedSchemas(object)
    setDefaults(object)
  },
  prepare: (object) => {
    object['status'] = { conditions: null, acceptedNames: { plural: '', kind: '' }, storedVersions: [] }
    rememberStorage(object)
  },
  prepareUpdate: (object) => rememberStorage(object),
  validate: (object, before) => definitionErrors(object, before),
  warnings: (object) => [...uncheckedRules(object), ...uncalledWebhooks(object)],
}

function setDefaults(object: JsonObject): void {
  const spec = asObject(object['spec'])
  const names = asObject(spec['names'])
  const kind = asString(names['kind'])
  if (kind !== '' && asString(names['singular']) === '') names['singular'] = kind.toLowerCase()
  if (kind !== '' && asString(names['listKind']) === '') names['listKind'] = `${kind}List`
  const conversion = asObject(spec['conversion'])
  if (asString(conversion['strategy']) === '') spec['conversion'] = { ...conversion, strategy: 'None' }
}

/** The version that objects are stored in now is one that some are stored in. */
function rememberStorage(object: ApiObject): void {
  const versions = asArray(asObject(object['spec'])['versions']).map(asObject)
  const storage = versions.filter((each) => each['storage'] === true).map((each) => asString(each['name']))
  const status = asObject(object['status'])
  const stored = asArray(status['storedVersions']).map(asString)
  const added = storage.filter((name) => !stored.includes(name))
  if (added.length > 0) object['status'] = { ...status, storedVersions: [...stored, ...added] }
}
