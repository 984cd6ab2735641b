import { ApiServer } from '@rxkube/api-server'
import { Client, type Transport } from '@rxkube/client'
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from '@rxkube/meta'
import { ClusterRole as ClusterRoles, ClusterRoleBinding as ClusterRoleBindings } from '@rxkube/meta'
import { Namespace, Role as Roles, RoleBinding as RoleBindings } from '@rxkube/meta'

export const serviceAccount = { name: 'controller', namespace: 'system' }
const userName = 'system:serviceaccount:system:controller'

/** Whatever there may be in the manifests of roles. */
export type Manifest = ClusterRole | Role | ClusterRoleBinding | RoleBinding

const users = new Map([
  ['admin', { name: 'admin', groups: ['system:masters'] }],
  ['controller', { name: userName, groups: ['system:serviceaccounts', 'system:serviceaccounts:system'] }],
])

/** A server with RBAC, an admin, and a service account that may do what is applied. */
export class GuardedServer implements AsyncDisposable {
  readonly server = new ApiServer({ authorize: 'rbac', tokens: users, controllers: [] })
  readonly admin = this.#client('admin')
  readonly controller = this.#client('controller')

  static async with(manifests: readonly Manifest[]): Promise<GuardedServer> {
    const guarded = new GuardedServer()
    for (const name of ['shop', 'system']) {
      // oxlint-disable-next-line no-await-in-loop -- a cluster is made step by step
      await guarded.admin.create(Namespace, { metadata: { name } })
    }
    for (const manifest of manifests) {
      // oxlint-disable-next-line no-await-in-loop -- bindings come after their roles
      await guarded.apply(manifest)
    }
    return guarded
  }

  async apply(manifest: Manifest): Promise<void> {
    const options = { fieldManager: 'test', force: true }
    if (manifest.kind === 'ClusterRole') await this.admin.apply(ClusterRoles, manifest, options)
    else if (manifest.kind === 'Role') await this.admin.apply(Roles, manifest, options)
    else if (manifest.kind === 'RoleBinding')
      await this.admin.apply(RoleBindings, manifest as RoleBinding, options)
    else await this.admin.apply(ClusterRoleBindings, manifest as ClusterRoleBinding, options)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.admin.close()
    await this.controller.close()
    await this.server.close()
  }

  #client(token: string): Client {
    const inner = this.server.transport()
    const transport: Transport = {
      request: (request) =>
        inner.request({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
      close: () => inner.close(),
      [Symbol.asyncDispose]: () => inner.close(),
    }
    return new Client({ transport, qps: -1 })
  }
}
