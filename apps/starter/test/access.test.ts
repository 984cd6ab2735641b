import { ClusterRole, Role, type KubernetesObject } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { clusterWith, manifest, publish } from './cluster.ts'

const all = ['namespace.yaml', 'crd.yaml', 'rbac.yaml', 'controller.yaml'].flatMap(manifest)
const isRole = (object: KubernetesObject): object is ClusterRole | Role =>
  object.kind === 'ClusterRole' || object.kind === 'Role'

/** What the program does not get done where these are applied. */
async function undone(objects: readonly KubernetesObject[]): Promise<readonly string[]> {
  const { env, admin } = await clusterWith(objects, { rbac: true })
  await using _ = env
  return await publish(env, admin)
}

describe('the manifests in deploy/', () => {
  it('let the program work', async () => {
    expect(await undone(all)).toEqual([])
  })

  const rules = all
    .filter(isRole)
    .flatMap((role) => (role.rules ?? []).map((rule) => ({ role, rule, text: JSON.stringify(rule) })))

  it.each(rules)('need $text of the $role.kind', async ({ role, rule }) => {
    const without = { ...role, rules: role.rules?.filter((each) => each !== rule) }
    expect(await undone(all.map((each) => (each === role ? without : each)))).not.toEqual([])
  })
})
