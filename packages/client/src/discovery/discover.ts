import type { Client } from '../client.ts'
import { isNotAcceptable, isNotFound } from '../errors/classification.ts'
import type { CallOptions } from '../options.ts'
import { isAggregated, readAggregated } from './aggregated.ts'
import type { ApiResource, ApiResources } from './api-resource.ts'
import { readLegacy, versionsOf, type ApiGroup } from './legacy.ts'

const accept =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,' +
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json'

/**
 * What an API server serves: in two requests, or, of servers that do not aggregate discovery, in one for each version of
 * each group. Groups that do not answer are told apart, not thrown. client-go: `ServerGroupsAndResources`.
 */
export async function discover(
  client: Pick<Client, 'request'>,
  { signal }: CallOptions = {},
): Promise<ApiResources> {
  const unavailable = new Map<string, Error>()
  const get = async (path: string): Promise<object> => {
    const body = await client.request({ path, accept, signal })
    return typeof body === 'object' && body !== null ? body : {}
  }
  const [core, groups] = await Promise.all([getOrNothing(get, '/api'), getOrNothing(get, '/apis')])
  const legacyOf = async (group: string, version: string, path: string): Promise<ApiResource[]> => {
    try {
      return readLegacy(group, version, await get(path))
    } catch (error) {
      signal?.throwIfAborted()
      unavailable.set(group === '' ? version : `${group}/${version}`, error as Error)
      return []
    }
  }
  const found: Promise<ApiResource[]>[] = []
  for (const body of [core, groups]) {
    if (isAggregated(body)) {
      const { resources, stale } = readAggregated(body)
      for (const each of stale)
        unavailable.set(each, new Error(`the server of ${each} was not reached by the API server`))
      found.push(Promise.resolve(resources))
    } else if ('versions' in body) {
      for (const version of body.versions as string[]) found.push(legacyOf('', version, `/api/${version}`))
    } else if ('groups' in body) {
      for (const group of body.groups as ApiGroup[]) {
        for (const version of versionsOf(group)) {
          found.push(legacyOf(group.name, version, `/apis/${group.name}/${version}`))
        }
      }
    }
  }
  return { resources: (await Promise.all(found)).flat(), unavailable }
}

/** A server may have no core group, or no other than that. */
async function getOrNothing(get: (path: string) => Promise<object>, path: string): Promise<object> {
  try {
    return await get(path)
  } catch (error) {
    if (isNotFound(error) || isNotAcceptable(error)) return {}
    throw error
  }
}
