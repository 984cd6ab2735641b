import { systemClock } from '@rxkube/clock'
import type { User } from '../verbs/request.ts'

/** A certificate and its private key, each as PEM. */
export interface Certificate {
  readonly certificate: string
  readonly key: string
}

type Selfsigned = typeof import('selfsigned')
type Options = NonNullable<Parameters<Selfsigned['generate']>[1]>

const day = 86_400_000
const signed = { keyType: 'ec', algorithm: 'sha256' } as const

/** A certificate authority that lives as long as the server it was made for; its key never leaves memory. */
export class CertificateAuthority {
  readonly #own: Certificate

  constructor(own: Certificate) {
    this.#own = own
  }

  static async create(name: string): Promise<CertificateAuthority> {
    const extensions: Options['extensions'] = [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, digitalSignature: true, critical: true },
    ]
    return new CertificateAuthority(await generate([['commonName', name]], { extensions }))
  }

  /** The authority's own certificate as PEM: what a client trusts. */
  get certificate(): string {
    return this.#own.certificate
  }

  /** A certificate for a server that is reached on loopback, by its address or as localhost. */
  async forLoopback(): Promise<Certificate> {
    const altNames = [
      { type: 7, ip: '127.0.0.1' },
      { type: 2, value: 'localhost' },
    ] as const
    return this.#issue(
      [['commonName', 'rxkube-api-server']],
      [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [...altNames] },
      ],
    )
  }

  /** A certificate that says who its owner is: the common name is the user, each organization a group. */
  async forUser({ name, groups }: Pick<User, 'name' | 'groups'>): Promise<Certificate> {
    const subject = groups.map((group): [string, string] => ['organizationName', group])
    return this.#issue(
      [...subject, ['commonName', name]],
      [
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', clientAuth: true },
      ],
    )
  }

  async #issue(
    subject: readonly (readonly [string, string])[],
    extensions: NonNullable<Options['extensions']>,
  ): Promise<Certificate> {
    const { certificate, key } = this.#own
    return generate(subject, { extensions, ca: { cert: certificate, key } })
  }
}

async function generate(
  subject: readonly (readonly [string, string])[],
  options: Options,
): Promise<Certificate> {
  // Only who serves TLS pays for loading it.
  const selfsigned = await import('selfsigned')
  const attributes = subject.map(([name, value]) => ({ name, value: escaped(value) }))
  // The peers of a connection live in real time, whatever clock the server has. An hour is for clocks that are behind.
  const from = systemClock.now() - 3_600_000
  const dates = { notBeforeDate: new Date(from), notAfterDate: new Date(from + 365 * day) }
  const { cert, private: key } = await selfsigned.generate(attributes, { ...signed, ...dates, ...options })
  return { certificate: cert, key }
}

/** A value as it stands in a distinguished name that is written as text (RFC 4514). */
function escaped(value: string): string {
  return value.replaceAll(/[,+"\\<>;=#]/g, String.raw`\$&`)
}
