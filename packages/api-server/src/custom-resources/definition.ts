import { asArray, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { compareVersions } from './version-order.ts'

/** What the resources of a definition are called. */
export interface DefinitionNames {
  readonly plural: string
  readonly singular: string
  readonly kind: string
  readonly listKind: string
  readonly shortNames: readonly string[]
  readonly categories: readonly string[]
}

/** A version of a definition. */
export interface DefinitionVersion {
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  /** Its JSONSchemaProps. */
  readonly schema: unknown
  readonly subresources: JsonObject
  readonly selectableFields: readonly string[]
  /** What requests of this version are warned of; empty when it is not deprecated. */
  readonly deprecation: string
  /** The version as the definition has it. */
  readonly json: JsonObject
}

/** A CustomResourceDefinition, read. */
export interface Definition {
  readonly name: string
  readonly group: string
  readonly namespaced: boolean
  /** What is asked for. */
  readonly names: DefinitionNames
  /** What was granted, and is served. */
  readonly accepted: DefinitionNames
  readonly versions: readonly DefinitionVersion[]
  readonly terminating: boolean
  readonly established: boolean
}

/** The collection of definitions in the store. */
export const definitionStorage = 'customresourcedefinitions.apiextensions.k8s.io'
/** Holds a definition that is deleted until its resources are gone. */
export const cleanupFinalizer = 'customresourcecleanup.apiextensions.k8s.io'

export function readDefinition(object: ApiObject): Definition {
  const spec = asObject(object['spec'])
  const status = asObject(object['status'])
  const group = asString(spec['group'])
  const names = readNames(spec['names'])
  const versions = asArray(spec['versions']).map(asObject)
  return {
    name: object.metadata.name ?? '',
    group,
    namespaced: spec['scope'] === 'Namespaced',
    names,
    accepted: readNames(status['acceptedNames']),
    versions: versions.map((version) => readVersion(version, versions, group, names.kind)),
    terminating: object.metadata.deletionTimestamp !== undefined,
    established: conditionOf(object, 'Established')['status'] === 'True',
  }
}

/** The condition of this type; empty when there is none. */
export function conditionOf(object: ApiObject, type: string): JsonObject {
  const conditions = asArray(asObject(object['status'])['conditions']).map(asObject)
  return conditions.find((each) => each['type'] === type) ?? {}
}

export function readNames(json: unknown): DefinitionNames {
  const names = asObject(json)
  return {
    plural: asString(names['plural']),
    singular: asString(names['singular']),
    kind: asString(names['kind']),
    listKind: asString(names['listKind']),
    shortNames: asArray(names['shortNames']).map(asString),
    categories: asArray(names['categories']).map(asString),
  }
}

function readVersion(
  json: JsonObject,
  all: readonly JsonObject[],
  group: string,
  kind: string,
): DefinitionVersion {
  const given = json['deprecationWarning']
  const warning = typeof given === 'string' ? given : deprecationWarning(json, all, group, kind)
  return {
    name: asString(json['name']),
    served: json['served'] === true,
    storage: json['storage'] === true,
    schema: asObject(json['schema'])['openAPIV3Schema'],
    subresources: asObject(json['subresources']),
    selectableFields: asArray(json['selectableFields']).map((each) => asString(asObject(each)['jsonPath'])),
    deprecation: json['deprecated'] === true ? warning : '',
    json,
  }
}

/** Names the newer version to use, where there is one. */
function deprecationWarning(
  json: JsonObject,
  all: readonly JsonObject[],
  group: string,
  kind: string,
): string {
  const own = asString(json['name'])
  const [newest] = all
    .filter((each) => each['served'] === true && each['deprecated'] !== true)
    .map((each) => asString(each['name']))
    .filter((name) => compareVersions(name, own) < 0)
    .toSorted(compareVersions)
  const warning = `${group}/${own} ${kind} is deprecated`
  return newest === undefined ? warning : `${warning}; use ${group}/${newest} ${kind}`
}
