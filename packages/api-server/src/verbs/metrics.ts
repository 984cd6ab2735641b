import type { Backend } from '../backend.ts'
import type { ApiResponse } from './request.ts'

const type = 'text/plain; version=0.0.4; charset=utf-8; escaping=underscores'

/** Answers `/metrics` in the text form of Prometheus; undefined for any other path. */
export function metrics({ store }: Backend, path: string): ApiResponse | undefined {
  if (path !== '/metrics') return undefined
  const lines = [
    '# HELP apiserver_resource_version Number of the last write.',
    '# TYPE apiserver_resource_version counter',
    `apiserver_resource_version ${store.revision}`,
    '# HELP apiserver_storage_objects Number of stored objects by resource.',
    '# TYPE apiserver_storage_objects gauge',
    ...[...store.collections()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { size }]) => `apiserver_storage_objects{resource="${name}"} ${size}`),
  ]
  return { status: 200, headers: { 'content-type': type }, body: `${lines.join('\n')}\n` }
}
