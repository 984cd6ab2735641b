import type { TLSSocket } from 'node:tls'
import type { ServerOptions } from 'node:https'
import type { ClientIdentity, User } from '../verbs/request.ts'
import { CertificateAuthority, type Certificate } from './certificate-authority.ts'

/** How to serve TLS; everything that is left away is made when the server starts to listen. */
export interface TlsOptions {
  /** The server's certificate and key as PEM, and the certificate of the authority that signed it. */
  readonly certificate?: Certificate & { readonly certificateAuthority: string }
  /**
   * Whether to ask clients for certificates: the common name is the user, each organization a group. True makes an
   * authority for `Listening.clientCertificate`; a PEM is that of an authority of yours. Default false.
   */
  readonly clientCertificates?: boolean | string
}

/** What a listener needs to serve TLS. */
export interface Tls {
  readonly options: ServerOptions
  /** The certificate that clients have to trust, as PEM. */
  readonly certificateAuthority: string
  /** Who issues client certificates; undefined when nobody here does. */
  readonly clients: CertificateAuthority | undefined
}

/** Makes what the options leave away. */
export async function prepareTls(given: true | TlsOptions): Promise<Tls> {
  const { certificate, clientCertificates = false }: TlsOptions = given === true ? {} : given
  const server = certificate ?? (await selfMade())
  const clients =
    clientCertificates === true ? await CertificateAuthority.create('rxkube-client-ca') : undefined
  const trusted = typeof clientCertificates === 'string' ? clientCertificates : clients?.certificate
  // Who comes with a certificate that is not trusted gets a 401, not a broken handshake.
  const asking = trusted === undefined ? {} : { requestCert: true, rejectUnauthorized: false, ca: trusted }
  return {
    options: { cert: server.certificate, key: server.key, minVersion: 'TLSv1.2', ...asking },
    certificateAuthority: server.certificateAuthority,
    clients,
  }
}

async function selfMade(): Promise<Certificate & { readonly certificateAuthority: string }> {
  const authority = await CertificateAuthority.create('rxkube-ca')
  return { ...(await authority.forLoopback()), certificateAuthority: authority.certificate }
}

/** Who a connection's certificate says its client is; undefined when it showed none. */
export function identityOf(socket: TLSSocket): ClientIdentity | undefined {
  const { subject } = socket.getPeerCertificate()
  // Without a certificate there is an empty object, whatever its type says.
  if ((subject as typeof subject | undefined) === undefined) return undefined
  if (!socket.authorized) return 'untrusted'
  const [name = ''] = listOf(subject.CN)
  return name === '' ? 'untrusted' : ({ name, groups: listOf(subject.O) } satisfies User)
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
