import type * as clientNode from '@kubernetes/client-node'
import { resolve } from 'node:path'
import type { Impersonation } from '../request/impersonation.ts'

type User = ReturnType<clientNode.KubeConfig['getCurrentUser']>

interface UserEntry {
  readonly name?: unknown
  readonly user?: Record<string, unknown>
}

// What client-node does not keep of a kubeconfig's users.
const impersonations = new WeakMap<object, Impersonation>()

/** Whom the user of a kubeconfig acts as; undefined: as nobody else. */
export function impersonationOf(user: User): Impersonation | undefined {
  if (!user) return undefined
  const { impersonateUser } = user
  return impersonations.get(user) ?? (impersonateUser ? { userName: impersonateUser } : undefined)
}

/**
 * Loads the text of a kubeconfig with those fields of its users that client-node does not know: `tokenFile`, which is
 * its provider for files of tokens, `as-uid`, `as-groups` and `as-user-extra`.
 */
export function loadUsers(
  kubeConfig: clientNode.KubeConfig,
  text: string,
  directory: string,
  { loadYaml, dumpYaml }: Pick<typeof clientNode, 'loadYaml' | 'dumpYaml'>,
): void {
  if (!/tokenFile|as-uid|as-groups|as-user-extra/.test(text)) {
    kubeConfig.loadFromString(text)
    return
  }
  const config = loadYaml<{ users?: readonly UserEntry[] }>(text)
  const users = config.users?.map((entry) => withTokenFile(entry, directory))
  kubeConfig.loadFromString(dumpYaml({ ...config, users }))
  for (const { name, user } of config.users ?? []) {
    const loaded = kubeConfig.getUser(String(name))
    const impersonation = user && impersonationIn(user)
    if (loaded && impersonation) impersonations.set(loaded, impersonation)
  }
}

function withTokenFile(entry: UserEntry, directory: string): UserEntry {
  const { tokenFile, token: _, ...user } = entry.user ?? {}
  if (typeof tokenFile !== 'string') return entry
  const provider = { name: 'tokenFile', config: { tokenFile: resolve(directory, tokenFile) } }
  return { ...entry, user: { ...user, 'auth-provider': provider } }
}

function impersonationIn(user: Record<string, unknown>): Impersonation | undefined {
  const { as: userName, 'as-uid': uid, 'as-groups': groups, 'as-user-extra': extra } = user
  if (typeof userName !== 'string' && (uid ?? groups ?? extra) === undefined) return undefined
  return {
    // Without a user, the rest asks for somebody who is not said: the check of headers says so.
    userName: typeof userName === 'string' ? userName : '',
    ...(typeof uid === 'string' && { uid }),
    ...(Array.isArray(groups) && { groups: groups.map(String) }),
    ...(typeof extra === 'object' && extra !== null && { extra: new Map(Object.entries(extra).map(texts)) }),
  }
}

function texts([key, values]: [string, unknown]): [string, string[]] {
  return [key, Array.isArray(values) ? values.map(String) : [String(values)]]
}
