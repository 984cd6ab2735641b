import type { KubernetesObject } from '@rxkube/meta'
import type { Api } from './api.ts'

export const pods = '/api/v1/namespaces/default/pods'

type Loose = KubernetesObject & Record<string, unknown>

export async function podsOf(api: Api, query = ''): Promise<Loose[]> {
  return (await api.get(`${pods}${query}`)).body.items as Loose[]
}

export function status(object: Loose | undefined): Record<string, unknown> {
  return (object?.['status'] ?? {}) as Record<string, unknown>
}

export function conditionOf(object: Loose | undefined, type: string): Record<string, unknown> {
  const conditions = (status(object)['conditions'] ?? []) as Record<string, unknown>[]
  return conditions.find((each) => each['type'] === type) ?? {}
}
