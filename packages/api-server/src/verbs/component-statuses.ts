import type { Backend } from '../backend.ts'
import { asString, type ApiObject } from '../codec/json.ts'
import { notFound } from '../status.ts'
import { jsonResponse, warningHeaders } from './respond.ts'
import type { ApiResponse } from './request.ts'
import { show, type Call } from './call.ts'
import { negotiate } from './negotiate.ts'
import { listOptions } from './options.ts'
import { selectionOf } from './selection.ts'
import { TableView } from './table.ts'

const deprecated = ['v1 ComponentStatus is deprecated in v1.19+']

/**
 * Answers what is asked of component statuses, which nobody stores: the store is well, and what runs inside of the server
 * is; what does not is where a real server would look for it in vain.
 */
export function componentStatuses(call: Call): ApiResponse {
  const { backend, info, request, resource } = call
  const { matches } = selectionOf(resource, '', listOptions(info.query, false))
  const all = components(backend).filter((each) => matches(each))
  if (info.name !== '') {
    const found = all.find(({ metadata }) => metadata.name === info.name)
    if (found === undefined) throw notFound(resource, info.name)
    return show(call, found, 200, deprecated)
  }
  const view = negotiate(request.headers['accept'], 'list', 'ComponentStatusList')
  if (view.as === 'table') {
    const table = new TableView(resource, info.query, view, () => backend.clock.now())
    const rows = all.map((each) => table.row(each)).join(',')
    return jsonResponse(`${table.head({})}${rows}]}`, 200, warningHeaders(deprecated))
  }
  const list = { kind: 'ComponentStatusList', apiVersion: 'v1', metadata: {}, items: all }
  return jsonResponse(JSON.stringify(list), 200, warningHeaders(deprecated))
}

function components({ controllers }: Backend): readonly ApiObject[] {
  return [
    component(
      'controller-manager',
      [...controllers].some((name) => asString(name) !== 'scheduler'),
      10_257,
    ),
    component(
      'scheduler',
      [...controllers].some((name) => asString(name) === 'scheduler'),
      10_259,
    ),
    component('etcd-0', true),
  ]
}

function component(name: string, healthy: boolean, port = 0): ApiObject {
  const address = `127.0.0.1:${port}`
  const refused = `Get "https://${address}/healthz": dial tcp ${address}: connect: connection refused`
  const status = healthy ? 'True' : 'False'
  return {
    metadata: { name, creationTimestamp: null } as unknown as ApiObject['metadata'],
    conditions: [{ type: 'Healthy', status, message: healthy ? 'ok' : refused }],
  }
}
