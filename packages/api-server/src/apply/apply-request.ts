import type { ManagedFieldsEntry } from '@rxkube/meta'
import { nowOf, type Backend } from '../backend.ts'
import { asObject, asString, isObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { parseYaml } from '../codec/yaml.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, rawError } from '../status.ts'
import { conflictError } from './conflict.ts'
import { afterLastApplied, withLastApplied } from './last-applied.ts'
import { writeOwners, type Owners } from './managed-fields.ts'
import { apply, updated, type Lens, type Writer } from './ownership.ts'
import { problemsOf } from './validate.ts'
import { lensOf, ownersOf, versioned, zeroObject } from './tracking.ts'

/** Somebody's configuration of an object, as an apply brings it. */
export interface ApplyRequest {
  readonly config: JsonObject
  readonly manager: string
  readonly force: boolean
  /** Empty for the object itself. */
  readonly subresource: string
}

/** Reads the body of an apply and checks it against the kind. Throws the 400 or 500 that a real server answers. */
export function readConfig(resource: ServedResource, body: Uint8Array): JsonObject {
  const config = parseYaml(Buffer.from(body).toString('utf8')) ?? {}
  if (!isObject(config)) {
    const type = Array.isArray(config) ? 'array' : typeof config
    throw badRequest(
      `error decoding YAML: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${type} into Go value of type map[string]interface {}`,
    )
  }
  const kind = asString(config['kind'])
  const apiVersion = asString(config['apiVersion'])
  if (kind !== resource.kind || apiVersion !== resource.apiVersion) {
    throw badRequest(`invalid object type: ${groupVersion(apiVersion)}, Kind=${kind}`)
  }
  const metadata = asObject(config['metadata'])
  if ((metadata['managedFields'] ?? undefined) !== undefined) {
    throw badRequest('metadata.managedFields must be nil')
  }
  const problems = problemsOf(lensOf(resource, '').shape, config)
  if (problems !== undefined) {
    const of = `${asString(metadata['namespace'])}/${asString(metadata['name'])}`
    const type = `${groupVersion(apiVersion)}, Kind=${kind}`
    throw rawError(`failed to create typed patch object (${of}; ${type}): ${problems}`)
  }
  return config
}

/** `apps/v1`, and `/v1` for the core group. */
function groupVersion(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion : `/${apiVersion}`
}

/** What an apply makes of an object, before defaults, and of the list of its managers. Throws a 409. */
export function applied(
  backend: Backend,
  resource: ServedResource,
  before: ApiObject | undefined,
  request: ApplyRequest,
): { readonly object: JsonObject; readonly managedFields: ManagedFieldsEntry[] } {
  const lens = lensOf(resource, request.subresource)
  const live = before === undefined ? zeroObject(resource) : versioned(resource, before)
  const owners = before === undefined ? new Map() : ownersOf(before)
  const time = nowOf(backend)
  const known = before === undefined ? owners : withFirstOwner(owners, resource, live, lens, request, time)
  const result = applyTo(known, live, lens, resource.apiVersion, request, time)
  return { object: result.object, managedFields: writeOwners(result.owners) }
}

/** What nobody is known to own belongs to one who may be argued with. */
function withFirstOwner(
  owners: Owners,
  resource: ServedResource,
  live: JsonObject,
  lens: Lens,
  { subresource }: ApplyRequest,
  time: string,
): Owners {
  if (owners.size > 0) return owners
  const { apiVersion } = resource
  const writer: Writer = { manager: 'before-first-apply', apiVersion, subresource, time }
  return updated(owners, zeroObject(resource), live, lens, writer)
}

/** Applies, with the exceptions that are made for kubectl. */
export function applyTo(
  owners: Owners,
  live: JsonObject,
  lens: Lens,
  apiVersion: string,
  { config, manager, force, subresource }: ApplyRequest,
  time: string | undefined,
): { readonly object: JsonObject; readonly owners: Owners } {
  const writer: Writer = { manager, apiVersion, subresource, time }
  const kubectl = manager === 'kubectl'
  let result = apply(owners, live, config, lens, writer, force)
  if (result.type === 'conflicts') {
    const conflicts = kubectl
      ? afterLastApplied(result.conflicts, live, lens.shape, apiVersion)
      : result.conflicts
    if (conflicts.size > 0) throw conflictError(conflicts)
    result = apply(owners, live, config, lens, writer, true)
    if (result.type === 'conflicts') throw new TypeError('a forced apply has no conflicts')
  }
  const object = asObject(result.object)
  return { object: kubectl ? withLastApplied(object, config) : object, owners: result.owners }
}
