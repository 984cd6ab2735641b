// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind CertificateSigningRequest of certificates.k8s.io/v1, as it is on the wire. */
export interface CertificateSigningRequest extends Raw<k8s.V1CertificateSigningRequest> {}

/** Where API servers serve certificatesigningrequests of certificates.k8s.io/v1. */
export const CertificateSigningRequest: Resource<CertificateSigningRequest> = defineResource({
  group: 'certificates.k8s.io',
  version: 'v1',
  kind: 'CertificateSigningRequest',
  resource: 'certificatesigningrequests',
  namespaced: false,
})
