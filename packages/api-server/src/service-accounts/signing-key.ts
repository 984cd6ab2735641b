import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  createSecretKey,
  sign,
  timingSafeEqual,
  verify,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto'
import type { ServiceAccountOptions } from './service-account-options.ts'

type Algorithm = NonNullable<ServiceAccountOptions['algorithm']>

/** What signs tokens and knows its own signature again. */
export class SigningKey {
  readonly algorithm: Algorithm
  readonly #key: KeyObject

  constructor(algorithm: Algorithm, key: KeyObject | undefined) {
    this.algorithm = algorithm
    this.#key = key ?? generated(algorithm)
  }

  sign(text: string): Buffer {
    const data = Buffer.from(text)
    if (this.algorithm === 'HS256') return createHmac('sha256', this.#key).update(data).digest()
    return sign('sha256', data, { key: this.#key, dsaEncoding: 'ieee-p1363' })
  }

  /** What others check signatures with. */
  publicKeys(): readonly JsonWebKey[] {
    if (this.algorithm === 'HS256') return []
    const key = createPublicKey(this.#key).export({ format: 'jwk' })
    return [{ ...key, use: 'sig', alg: this.algorithm }]
  }

  verifies(text: string, signature: Buffer): boolean {
    if (this.algorithm === 'HS256') {
      const own = this.sign(text)
      return own.length === signature.length && timingSafeEqual(own, signature)
    }
    const key = createPublicKey(this.#key)
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signature)
  }
}

function generated(algorithm: Algorithm): KeyObject {
  if (algorithm === 'HS256') return createSecretKey(randomBytes(32))
  if (algorithm === 'ES256') return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}
