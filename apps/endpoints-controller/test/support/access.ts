import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ObservedAccess, type TestEnv } from '@rxkube/testing'

/** What the ClusterRole in `deploy/rbac.yaml` allows, as `discovery.k8s.io/endpointslices update`. */
export function allowed(): Set<string> {
  const text = readFileSync(join(import.meta.dirname, '../../deploy/rbac.yaml'), 'utf8')
  const [, role = ''] = /kind: ClusterRole\n([^]*?)---/.exec(text) ?? []
  const rules = role.matchAll(/apiGroups: \[(.*?)\]\n +resources: \[(.*?)\]\n +verbs: \[(.*?)\]/g)
  const all = new Set<string>()
  for (const [, groups = '', resources = '', verbs = ''] of rules) {
    for (const resource of resources.split(', ')) {
      for (const verb of verbs.split(', ')) all.add(`${groups === "''" ? '' : groups}/${resource} ${verb}`)
    }
  }
  return all
}

/** What a process was seen to do, in the same words. */
export function done(env: TestEnv, process: string): Set<string> {
  const observed = ObservedAccess.from(env.audit.filter((effect) => effect.process === process))
  const all = new Set<string>()
  for (const access of observed) {
    if (access.type === 'resource') all.add(`${access.apiGroup}/${access.resource} ${access.verb}`)
  }
  return all
}
