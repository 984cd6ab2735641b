import type { KeyObject } from 'node:crypto'

/** How service accounts' tokens are made. */
export interface ServiceAccountOptions {
  /** Who the tokens say made them. Default `https://kubernetes.default.svc`. */
  readonly issuer?: string | undefined
  /** Whom tokens are for that name nobody; tokens for others are not let in here. Default: the issuer. */
  readonly audience?: string | undefined
  /** Default `ES256`, whose keys are made in no time. */
  readonly algorithm?: 'HS256' | 'RS256' | 'ES256' | undefined
  /** What signs: a private key, or for HS256 a secret one. Default: one that is made at the start. */
  readonly key?: KeyObject | undefined
  /** What the ConfigMap `kube-root-ca.crt` holds, as PEM. Default: nothing. */
  readonly rootCa?: string | undefined
}
