import type { Kubeconfig, KubeconfigUser } from './kubeconfig.ts'
import type { Certificate } from './rims/certificate-authority.ts'
import type { TlsOptions } from './rims/tls.ts'
import type { User } from './verbs/request.ts'

/** Where and how to listen. */
export interface ListenOptions {
  /** 0, the default, takes a port that is free. */
  readonly port?: number
  /** HTTPS; `true` makes a certificate authority and a certificate, which live in memory. Default: plain HTTP. */
  readonly tls?: boolean | TlsOptions
}

/** A server that listens. */
export interface Listening {
  /** `http://127.0.0.1:…` or `https://127.0.0.1:…`. */
  readonly url: string
  readonly port: number
  /** The certificate that clients have to trust, as PEM; undefined over plain HTTP. */
  readonly certificateAuthority: string | undefined
  /** A certificate for a user. Rejects with a TypeError unless `clientCertificates: true` was asked for. */
  clientCertificate(user: Pick<User, 'name' | 'groups'>): Promise<Certificate>
  /** A kubeconfig for this listener, for somebody with a token, a certificate or nothing. */
  kubeconfig(user?: KubeconfigUser): Kubeconfig
  /** Stops listening and closes every connection. */
  close(): Promise<void>
}
