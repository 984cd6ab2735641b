// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind MutatingWebhookConfiguration of admissionregistration.k8s.io/v1, as it is on the wire. */
export interface MutatingWebhookConfiguration extends Raw<k8s.V1MutatingWebhookConfiguration> {}

/** Where API servers serve mutatingwebhookconfigurations of admissionregistration.k8s.io/v1. */
export const MutatingWebhookConfiguration: Resource<MutatingWebhookConfiguration> = defineResource({
  group: 'admissionregistration.k8s.io',
  version: 'v1',
  kind: 'MutatingWebhookConfiguration',
  resource: 'mutatingwebhookconfigurations',
  namespaced: false,
})

/** The kind ValidatingAdmissionPolicy of admissionregistration.k8s.io/v1, as it is on the wire. */
export interface ValidatingAdmissionPolicy extends Raw<k8s.V1ValidatingAdmissionPolicy> {}

/** Where API servers serve validatingadmissionpolicies of admissionregistration.k8s.io/v1. */
export const ValidatingAdmissionPolicy: Resource<ValidatingAdmissionPolicy> = defineResource({
  group: 'admissionregistration.k8s.io',
  version: 'v1',
  kind: 'ValidatingAdmissionPolicy',
  resource: 'validatingadmissionpolicies',
  namespaced: false,
})

/** The kind ValidatingAdmissionPolicyBinding of admissionregistration.k8s.io/v1, as it is on the wire. */
export interface ValidatingAdmissionPolicyBinding extends Raw<k8s.V1ValidatingAdmissionPolicyBinding> {}

/** Where API servers serve validatingadmissionpolicybindings of admissionregistration.k8s.io/v1. */
export const ValidatingAdmissionPolicyBinding: Resource<ValidatingAdmissionPolicyBinding> = defineResource({
  group: 'admissionregistration.k8s.io',
  version: 'v1',
  kind: 'ValidatingAdmissionPolicyBinding',
  resource: 'validatingadmissionpolicybindings',
  namespaced: false,
})

/** The kind ValidatingWebhookConfiguration of admissionregistration.k8s.io/v1, as it is on the wire. */
export interface ValidatingWebhookConfiguration extends Raw<k8s.V1ValidatingWebhookConfiguration> {}

/** Where API servers serve validatingwebhookconfigurations of admissionregistration.k8s.io/v1. */
export const ValidatingWebhookConfiguration: Resource<ValidatingWebhookConfiguration> = defineResource({
  group: 'admissionregistration.k8s.io',
  version: 'v1',
  kind: 'ValidatingWebhookConfiguration',
  resource: 'validatingwebhookconfigurations',
  namespaced: false,
})
