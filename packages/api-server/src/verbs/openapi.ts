import { createHash } from 'node:crypto'
import type { Registry } from '../registry/registry.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { ApiResponse } from './request.ts'
import { jsonResponse } from './respond.ts'

/**
 * Answers `/openapi/v3` and below: as much of it as kubectl reads to know that the server validates fields. Undefined
 * for any other path.
 */
export function openapi(registry: Registry, path: string): ApiResponse | undefined {
  if (path === '/openapi/v3' || path === '/openapi/v3/') {
    const paths = Object.fromEntries(
      groupVersions(registry).map(([name, document]) => {
        const hash = createHash('sha512').update(document).digest('hex').toUpperCase()
        return [name, { serverRelativeURL: `/openapi/v3/${name}?hash=${hash}` }]
      }),
    )
    return jsonResponse(JSON.stringify({ paths }))
  }
  if (!path.startsWith('/openapi/v3/')) return undefined
  const wanted = path.slice('/openapi/v3/'.length)
  const found = groupVersions(registry).find(([name]) => name === wanted)
  return found === undefined ? undefined : jsonResponse(found[1])
}

function groupVersions(registry: Registry): readonly (readonly [name: string, document: string])[] {
  return [...registry.groups()].flatMap(([group, versions]) =>
    versions.map((version) => {
      const name = group === '' ? `api/${version}` : `apis/${group}/${version}`
      const paths = registry
        .of(group, version)
        .filter(({ verbs }) => verbs.includes('patch'))
        .map((resource) => [itemPath(name, resource), { patch: patchOperation(resource) }])
      const info = { title: 'Kubernetes', version: '1.32' }
      const document = {
        openapi: '3.0.0',
        info,
        paths: Object.fromEntries(paths),
        components: { schemas: {} },
      }
      return [name, JSON.stringify(document)] as const
    }),
  )
}

function itemPath(name: string, { namespaced, resource }: ServedResource): string {
  return `/${name}/${namespaced ? 'namespaces/{namespace}/' : ''}${resource}/{name}`
}

function patchOperation({ group, version, kind }: ServedResource): unknown {
  return {
    'x-kubernetes-action': 'patch',
    'x-kubernetes-group-version-kind': { group, version, kind },
    parameters: ['dryRun', 'fieldManager', 'fieldValidation'].map((name) => ({
      name,
      in: 'query',
      schema: { type: 'string' },
    })),
    responses: { 200: { description: 'OK' } },
  }
}
