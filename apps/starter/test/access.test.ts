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

  const rights = all.filter(isRole).flatMap((role) =>
    (role.rules ?? []).flatMap((rule) => {
      // An informer makes do with one of these two.
      const reading = rule.verbs.filter((verb) => ['list', 'watch'].includes(verb))
      const others = rule.verbs.filter((verb) => !reading.includes(verb)).map((verb) => [verb])
      return [...(reading.length > 0 ? [reading] : []), ...others].map((taken) => ({ role, rule, taken }))
    }),
  )

  it.each(rights)('need $taken of $rule.resources', async ({ role, rule, taken }) => {
    const verbs = rule.verbs.filter((verb) => !taken.includes(verb))
    const rules = role.rules?.map((each) => (each === rule ? { ...rule, verbs } : each))
    const narrower = { ...role, rules }
    expect(await undone(all.map((each) => (each === role ? narrower : each)))).not.toEqual([])
  })
})
