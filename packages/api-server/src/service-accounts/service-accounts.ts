import type { JsonWebKey } from 'node:crypto'
import {
  asArray,
  asNumber,
  asObject,
  asString,
  isObject,
  type ApiObject,
  type JsonObject,
} from '../codec/json.ts'
import type { Store } from '../store/store.ts'
import type { User } from '../verbs/request.ts'
import type { ServiceAccountOptions } from './service-account-options.ts'
import { SigningKey } from './signing-key.ts'

/** What a token is bound to besides its account: it is good for nothing once that is gone. */
export interface BoundObject {
  readonly kind: 'Pod' | 'Node' | 'Secret'
  readonly name: string
  readonly uid: string
}

/** A token that was let in: whose it is, and for whom. */
export interface KnownToken {
  readonly user: User
  readonly audiences: readonly string[]
}

const prefix = 'system:serviceaccount:'
const storages = { Pod: 'pods', Node: 'nodes', Secret: 'secrets' } as const

// A key outlives a restart of its server, as the file of a real one's does.
const keys = new WeakMap<object, SigningKey>()

/** The service accounts of a server. */
export function serviceAccountsOf(
  options: { readonly serviceAccounts?: boolean | ServiceAccountOptions },
  store: Store,
): ServiceAccounts {
  const { serviceAccounts: given = false } = options
  const wishes = typeof given === 'boolean' ? {} : given
  const algorithm = wishes.algorithm ?? 'ES256'
  const key = () => {
    const known = keys.get(options) ?? new SigningKey(algorithm, wishes.key)
    keys.set(options, known)
    return known
  }
  return new ServiceAccounts(store, { ...wishes, algorithm }, key, given !== false)
}

/** Makes tokens of service accounts, and finds out whose a token is. */
export class ServiceAccounts {
  readonly #store: Store
  /** Made when it is first needed: a server that nobody asks for a token starts without it. */
  readonly #key: () => SigningKey
  /** Whether every pod is to have an account. */
  readonly admits: boolean
  readonly issuer: string
  /** Whom tokens are for unless told. */
  readonly audience: string
  /** What `kube-root-ca.crt` holds. */
  readonly rootCa: string
  readonly algorithm: NonNullable<ServiceAccountOptions['algorithm']>

  constructor(
    store: Store,
    { issuer, audience, rootCa, algorithm }: ServiceAccountOptions,
    key: () => SigningKey,
    admits: boolean,
  ) {
    this.#store = store
    this.admits = admits
    this.#key = key
    this.issuer = issuer ?? 'https://kubernetes.default.svc'
    this.audience = audience ?? this.issuer
    this.rootCa = rootCa ?? ''
    this.algorithm = algorithm ?? 'ES256'
  }

  /** The keys that tokens are signed with, as JSON Web Keys; none when they are secret. */
  publicKeys(): readonly JsonWebKey[] {
    return this.#key().publicKeys()
  }

  /** A signed token, as JWT. Times are seconds since 1970. */
  token(
    account: ApiObject,
    {
      audiences,
      now,
      expires,
      id,
      bound,
    }: {
      readonly audiences: readonly string[]
      readonly now: number
      readonly expires: number
      readonly id: string
      readonly bound?: BoundObject | undefined
    },
  ): string {
    const { namespace = '', name = '', uid } = account.metadata
    const to = bound === undefined ? {} : { [bound.kind.toLowerCase()]: { name: bound.name, uid: bound.uid } }
    const claims = {
      aud: audiences,
      exp: expires,
      iat: now,
      iss: this.issuer,
      jti: id,
      'kubernetes.io': { namespace, ...to, serviceaccount: { name, uid } },
      nbf: now,
      sub: `${prefix}${namespace}:${name}`,
    }
    const head = encoded({ alg: this.#key().algorithm, typ: 'JWT' })
    const text = `${head}.${encoded(claims)}`
    return `${text}.${this.#key().sign(text).toString('base64url')}`
  }

  /** Whether a token says that it was made here; that may be a lie. */
  claims(token: string): boolean {
    return asString(parsed(token)?.claims['iss']) === this.issuer
  }

  /**
   * Whose a token is: undefined when it was not made here, is not for one of `audiences`, is not good yet or any more,
   * or when its account or what it is bound to is gone or another one by now. `now` is in milliseconds.
   */
  know(token: string, now: number, audiences: readonly string[] = [this.audience]): KnownToken | undefined {
    const found = parsed(token)
    if (found === undefined || asString(found.claims['iss']) !== this.issuer) return undefined
    const { claims, header, text, signature } = found
    if (header['alg'] !== this.#key().algorithm || !this.#key().verifies(text, signature)) return undefined
    const seconds = now / 1000
    if (seconds >= asNumber(claims['exp']) || seconds < asNumber(claims['nbf'])) return undefined
    const meant = asArray(claims['aud'])
      .map(asString)
      .filter((each) => audiences.includes(each))
    const own = asObject(claims['kubernetes.io'])
    const namespace = asString(own['namespace'])
    const account = asObject(own['serviceaccount'])
    if (meant.length === 0 || !this.#isThere('serviceaccounts', namespace, account)) return undefined
    const extra = new Map([
      ['authentication.kubernetes.io/credential-id', [`JTI=${asString(claims['jti'])}`]],
    ])
    for (const kind of ['Pod', 'Node', 'Secret'] as const) {
      const bound = own[kind.toLowerCase()]
      if (!isObject(bound)) continue
      if (!this.#isThere(storages[kind], kind === 'Node' ? '' : namespace, bound)) return undefined
      if (kind === 'Secret') continue
      extra.set(`authentication.kubernetes.io/${kind.toLowerCase()}-name`, [asString(bound['name'])])
      extra.set(`authentication.kubernetes.io/${kind.toLowerCase()}-uid`, [asString(bound['uid'])])
    }
    const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated']
    const user = {
      name: `${prefix}${namespace}:${asString(account['name'])}`,
      uid: asString(account['uid']),
      groups,
      extra,
    }
    return { user, audiences: meant }
  }

  #isThere(collection: string, namespace: string, { name, uid }: JsonObject): boolean {
    const key = namespace === '' ? asString(name) : `${namespace}/${asString(name)}`
    return this.#store.collection(collection).get(key)?.metadata.uid === uid
  }
}

interface Parsed {
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly text: string
  readonly signature: Buffer
}

function parsed(token: string): Parsed | undefined {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  if (head === '' || body === '' || more.length > 0) return undefined
  const header = decoded(head)
  const claims = decoded(body)
  if (header === undefined || claims === undefined) return undefined
  return { header, claims, text: `${head}.${body}`, signature: Buffer.from(signature, 'base64url') }
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decoded(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return isObject(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
