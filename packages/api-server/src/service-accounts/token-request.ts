import { managedOnCreate, managerOf } from '../apply/tracking.ts'
import { newUid, nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { timestamp } from '../codec/time.ts'
import type { ServedResource } from '../registry/resource.ts'
import { badRequest, conflict, invalid, notFound, type FieldError } from '../status.ts'
import { hookOnSubresource } from '../verbs/admission-hook.ts'
import { decodeBody, settled } from '../verbs/body.ts'
import { existing, type Call } from '../verbs/call.ts'
import { encodeObject } from '../verbs/encode.ts'
import { writeOptions } from '../verbs/options.ts'
import type { ApiResponse } from '../verbs/request.ts'
import { jsonResponse, warningHeaders } from '../verbs/respond.ts'
import type { BoundObject } from './service-accounts.ts'

const usual = 3600
const shortest = 600
const longest = 2 ** 32

/** Makes a token of a service account: `kubectl create token`. */
export function requestToken(call: Call): ApiResponse {
  const { backend, info, request, resource } = call
  const options = writeOptions(info.query, 'CreateOptions')
  const kind = tokenRequestOf(resource)
  const { object, warnings } = decodeBody(request, kind, options)
  const account = existing(call)
  const own = object.metadata.name ?? ''
  if (own !== '' && own !== info.name) {
    throw badRequest(`the name of the object (${own}) does not match the name on the URL (${info.name})`)
  }
  const spec = asObject(object['spec'])
  const wished = spec['expirationSeconds']
  const expirationSeconds = typeof wished === 'number' ? wished : usual
  const errors = problems(expirationSeconds)
  if (errors.length > 0) throw invalid(kind, info.name, errors)
  hookOnSubresource(call, kind, object, options.dryRun)
  const bound = boundObject(backend, account, spec['boundObjectRef'])
  const asked = asArray(spec['audiences']).map(asString)
  const audiences = asked.length === 0 ? [backend.serviceAccounts.audience] : asked
  const now = Math.floor(backend.clock.now() / 1000)
  const expires = now + expirationSeconds
  const token = backend.serviceAccounts.token(account, {
    audiences,
    now,
    expires,
    id: newUid(backend),
    bound,
  })
  const manager = managerOf(info.query, request.headers['user-agent'])
  const writer = { manager, apiVersion: kind.apiVersion, subresource: 'token', time: nowOf(backend) }
  const given = { ...object, spec: { ...spec, expirationSeconds } }
  const answered: ApiObject = {
    metadata: {
      name: info.name,
      namespace: info.namespace,
      creationTimestamp: nowOf(backend),
      managedFields: managedOnCreate(kind, given, writer),
    },
    spec: { ...spec, audiences, expirationSeconds, boundObjectRef: spec['boundObjectRef'] ?? null },
    status: { token, expirationTimestamp: timestamp(expires * 1000) },
  }
  return jsonResponse(encodeObject(kind, settled(kind, answered)), 201, warningHeaders(warnings))
}

function tokenRequestOf(resource: ServedResource): ServedResource {
  const names = {
    group: 'authentication.k8s.io',
    version: 'v1',
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
  }
  const strategy = { ...resource.strategy, status: 'none', defaults: undefined } as const
  return { ...resource, ...names, storage: 'tokenrequests', strategy, conversion: undefined }
}

function problems(seconds: number): readonly FieldError[] {
  const why =
    seconds < shortest
      ? 'may not specify a duration less than 10 minutes'
      : seconds > longest
        ? 'may not specify a duration larger than 2^32 seconds'
        : undefined
  if (why === undefined) return []
  const message = `Invalid value: ${seconds}: ${why}`
  return [{ field: 'spec.expirationSeconds', reason: 'FieldValueInvalid', message }]
}

/** What a token is to be bound to. Throws the 400, 404 or 409 that refuses it. */
function boundObject(backend: Backend, account: ApiObject, reference: unknown): BoundObject | undefined {
  if (!isObject(reference)) return undefined
  const { kind, name, uid, apiVersion } = reference
  const { namespace = '', name: accountName = '' } = account.metadata
  if (kind !== 'Pod' && kind !== 'Secret' && kind !== 'Node') {
    const type = `${asString(apiVersion)}, Kind=${asString(kind)}`
    throw badRequest(`cannot bind token for serviceaccount ${JSON.stringify(accountName)} to type ${type}`)
  }
  const resource = backend.registry.get('', 'v1', `${kind.toLowerCase()}s`)
  if (resource === undefined) throw new TypeError(`the registry serves no ${kind}`)
  const key = kind === 'Node' ? asString(name) : `${namespace}/${asString(name)}`
  const found = backend.store.collection(resource.storage).get(key)
  if (found === undefined) throw notFound(resource, asString(name))
  if (asString(uid) !== '' && uid !== found.metadata.uid) {
    const why = `the UID in the bound object reference (${asString(uid)}) does not match the UID in record. The object might have been deleted and then recreated`
    throw conflict(resource, asString(name), why)
  }
  if (kind === 'Pod' && asObject(found['spec'])['serviceAccountName'] !== accountName) {
    const why = 'running with different service account name.'
    throw badRequest(`cannot bind token for serviceaccount ${JSON.stringify(accountName)} to pod ${why}`)
  }
  return { kind, name: asString(name), uid: found.metadata.uid ?? '' }
}
