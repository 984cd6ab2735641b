import { systemClock } from '@rxkube/clock'
import { generate, type SelfsignedOptions } from 'selfsigned'

/** A certificate and its key, as PEM. */
export interface Pair {
  readonly cert: string
  readonly key: string
}

/** A throw-away certificate authority. */
export class Authority {
  readonly #pair: Pair

  private constructor(pair: Pair) {
    this.#pair = pair
  }

  static async make(name: string): Promise<Authority> {
    return new Authority(
      await pairOf(name, {
        extensions: [
          { name: 'basicConstraints', cA: true, critical: true },
          { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
        ],
      }),
    )
  }

  get cert(): string {
    return this.#pair.cert
  }

  /** A certificate for a name; for 127.0.0.1 too. */
  issue(name: string): Promise<Pair> {
    return pairOf(name, {
      ca: this.#pair,
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: name },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
      ],
    })
  }
}

const day = 24 * 60 * 60 * 1000

async function pairOf(commonName: string, options: SelfsignedOptions): Promise<Pair> {
  const now = systemClock.now()
  const made = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + day),
    ...options,
  })
  return { cert: made.cert, key: made.private }
}
