// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind SelfSubjectReview of authentication.k8s.io/v1, as it is on the wire. */
export interface SelfSubjectReview extends Raw<k8s.V1SelfSubjectReview> {}

/** Where API servers serve selfsubjectreviews of authentication.k8s.io/v1. */
export const SelfSubjectReview: Resource<SelfSubjectReview> = defineResource({
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectReview',
  resource: 'selfsubjectreviews',
  namespaced: false,
})

/** The kind TokenReview of authentication.k8s.io/v1, as it is on the wire. */
export interface TokenReview extends Raw<k8s.V1TokenReview> {}

/** Where API servers serve tokenreviews of authentication.k8s.io/v1. */
export const TokenReview: Resource<TokenReview> = defineResource({
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'TokenReview',
  resource: 'tokenreviews',
  namespaced: false,
})

/** The kind TokenRequest of authentication.k8s.io/v1, as it is on the wire. */
export interface TokenRequest extends Raw<k8s.AuthenticationV1TokenRequest> {}
