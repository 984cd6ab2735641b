/** A kubeconfig: the object, and the same as YAML for a file. */
export interface Kubeconfig {
  readonly config: {
    readonly apiVersion: 'v1'
    readonly kind: 'Config'
    readonly clusters: readonly {
      readonly name: string
      readonly cluster: { readonly server: string; readonly 'insecure-skip-tls-verify': true }
    }[]
    readonly users: readonly { readonly name: string; readonly user: { readonly token?: string } }[]
    readonly contexts: readonly {
      readonly name: string
      readonly context: { readonly cluster: string; readonly user: string }
    }[]
    readonly 'current-context': string
  }
  readonly yaml: string
}

/**
 * Writes a kubeconfig for a server at `url`. Over plain http kubectl sends no token, and client-node connects only
 * because `insecure-skip-tls-verify` is set.
 */
export function kubeconfig({ url, token }: { readonly url: string; readonly token?: string }): Kubeconfig {
  const name = 'rxkube'
  const user = token === undefined ? {} : { token }
  const yaml = `apiVersion: v1
kind: Config
clusters:
- name: ${name}
  cluster:
    server: ${JSON.stringify(url)}
    insecure-skip-tls-verify: true
users:
- name: ${name}
  user: ${JSON.stringify(user)}
contexts:
- name: ${name}
  context:
    cluster: ${name}
    user: ${name}
current-context: ${name}
`
  const config: Kubeconfig['config'] = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: url, 'insecure-skip-tls-verify': true } }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  }
  return { config, yaml }
}
