// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind LocalSubjectAccessReview of authorization.k8s.io/v1, as it is on the wire. */
export interface LocalSubjectAccessReview extends Raw<k8s.V1LocalSubjectAccessReview> {}

/** Where API servers serve localsubjectaccessreviews of authorization.k8s.io/v1. */
export const LocalSubjectAccessReview: Resource<LocalSubjectAccessReview> = defineResource({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'LocalSubjectAccessReview',
  resource: 'localsubjectaccessreviews',
  namespaced: true,
})

/** The kind SelfSubjectAccessReview of authorization.k8s.io/v1, as it is on the wire. */
export interface SelfSubjectAccessReview extends Raw<k8s.V1SelfSubjectAccessReview> {}

/** Where API servers serve selfsubjectaccessreviews of authorization.k8s.io/v1. */
export const SelfSubjectAccessReview: Resource<SelfSubjectAccessReview> = defineResource({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectAccessReview',
  resource: 'selfsubjectaccessreviews',
  namespaced: false,
})

/** The kind SelfSubjectRulesReview of authorization.k8s.io/v1, as it is on the wire. */
export interface SelfSubjectRulesReview extends Raw<k8s.V1SelfSubjectRulesReview> {}

/** Where API servers serve selfsubjectrulesreviews of authorization.k8s.io/v1. */
export const SelfSubjectRulesReview: Resource<SelfSubjectRulesReview> = defineResource({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectRulesReview',
  resource: 'selfsubjectrulesreviews',
  namespaced: false,
})

/** The kind SubjectAccessReview of authorization.k8s.io/v1, as it is on the wire. */
export interface SubjectAccessReview extends Raw<k8s.V1SubjectAccessReview> {}

/** Where API servers serve subjectaccessreviews of authorization.k8s.io/v1. */
export const SubjectAccessReview: Resource<SubjectAccessReview> = defineResource({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SubjectAccessReview',
  resource: 'subjectaccessreviews',
  namespaced: false,
})
