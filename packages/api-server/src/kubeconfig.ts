import { dump } from 'js-yaml'
import type { Certificate } from './rims/certificate-authority.ts'

/** Who a kubeconfig is for. */
export interface KubeconfigUser {
  readonly token?: string
  readonly clientCertificate?: Certificate
}

/** What a kubeconfig is to say. */
export interface KubeconfigOptions extends KubeconfigUser {
  /** `http://127.0.0.1:8080`, `https://127.0.0.1:6443`. */
  readonly url: string
  /** The certificate to trust, as PEM. */
  readonly certificateAuthority?: string | undefined
}

/** A cluster as a kubeconfig has it. */
export type KubeconfigCluster =
  | { readonly server: string; readonly 'insecure-skip-tls-verify': true }
  | { readonly server: string; readonly 'certificate-authority-data': string }

/** Credentials as a kubeconfig has them. */
export interface KubeconfigCredentials {
  readonly token?: string
  readonly 'client-certificate-data'?: string
  readonly 'client-key-data'?: string
}

/** A kubeconfig: the object, and the same as YAML for a file. */
export interface Kubeconfig {
  readonly config: {
    readonly apiVersion: 'v1'
    readonly kind: 'Config'
    readonly clusters: readonly { readonly name: string; readonly cluster: KubeconfigCluster }[]
    readonly users: readonly { readonly name: string; readonly user: KubeconfigCredentials }[]
    readonly contexts: readonly {
      readonly name: string
      readonly context: { readonly cluster: string; readonly user: string }
    }[]
    readonly 'current-context': string
  }
  readonly yaml: string
}

const name = 'rxkube'

/**
 * Writes a kubeconfig. Over plain http kubectl sends no token, and client-node connects only because
 * `insecure-skip-tls-verify` is set.
 */
export function kubeconfig({
  url,
  token,
  clientCertificate,
  certificateAuthority,
}: KubeconfigOptions): Kubeconfig {
  const cluster: KubeconfigCluster =
    certificateAuthority === undefined
      ? { server: url, 'insecure-skip-tls-verify': true }
      : { server: url, 'certificate-authority-data': base64(certificateAuthority) }
  const user: KubeconfigCredentials = {
    ...(token === undefined ? {} : { token }),
    ...(clientCertificate === undefined
      ? {}
      : {
          'client-certificate-data': base64(clientCertificate.certificate),
          'client-key-data': base64(clientCertificate.key),
        }),
  }
  const config: Kubeconfig['config'] = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  }
  return { config, yaml: dump(config, { lineWidth: -1, quoteStyle: 'double', forceQuotes: true }) }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
