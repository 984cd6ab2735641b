import type { KubernetesObject } from '@rxkube/meta'
import { ObservedAccess, rbacManifests, type Access } from '@rxkube/testing'
import { dump } from 'js-yaml'
import { expect, it } from 'vitest'
import { Website } from '../src/website.ts'
import { clusterWith, manifest, publish } from './cluster.ts'

// `npm run manifests` writes both files anew.

it('deploy/crd.yaml is the definition', async () => {
  await expect(yaml([Website.crd])).toMatchFileSnapshot('../deploy/crd.yaml')
})

it('deploy/rbac.yaml allows what the program was seen to do, and nothing else', async () => {
  const { env, admin } = await clusterWith([...manifest('namespace.yaml'), Website.crd], { rbac: false })
  await using _ = env
  expect(await publish(env, admin)).toEqual([])
  const observed = [...ObservedAccess.from(env.audit)]
  const serviceAccount = { name: 'website-controller', namespace: 'website-system' }
  const options = { name: 'website-controller', serviceAccount }
  // Websites may be in any namespace; the lease is in its own.
  const anywhere = rbacManifests(observed.filter(isElsewhere), { ...options, namespaces: 'cluster' })
  const own = rbacManifests(
    observed.filter((access) => !isElsewhere(access)),
    { ...options, resourceNames: true, fallback: false },
  )
  await expect(yaml([...anywhere.all, ...own.all])).toMatchFileSnapshot('../deploy/rbac.yaml')
})

function isElsewhere(access: Access): boolean {
  return access.type === 'path' || access.namespace !== 'website-system'
}

function yaml(objects: readonly KubernetesObject[]): string {
  return objects.map((object) => dump(object, { noRefs: true })).join('---\n')
}
