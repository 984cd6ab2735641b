// Written by scripts/resources.ts.

import type * as k8s from '@kubernetes/client-node'

import type { Raw } from '../raw.ts'
import { defineResource, type Resource } from '../resource.ts'

/** The kind CSIDriver of storage.k8s.io/v1, as it is on the wire. */
export interface CSIDriver extends Raw<k8s.V1CSIDriver> {}

/** Where API servers serve csidrivers of storage.k8s.io/v1. */
export const CSIDriver: Resource<CSIDriver> = defineResource({
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'CSIDriver',
  resource: 'csidrivers',
  namespaced: false,
})

/** The kind CSINode of storage.k8s.io/v1, as it is on the wire. */
export interface CSINode extends Raw<k8s.V1CSINode> {}

/** Where API servers serve csinodes of storage.k8s.io/v1. */
export const CSINode: Resource<CSINode> = defineResource({
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'CSINode',
  resource: 'csinodes',
  namespaced: false,
})

/** The kind CSIStorageCapacity of storage.k8s.io/v1, as it is on the wire. */
export interface CSIStorageCapacity extends Raw<k8s.V1CSIStorageCapacity> {}

/** Where API servers serve csistoragecapacities of storage.k8s.io/v1. */
export const CSIStorageCapacity: Resource<CSIStorageCapacity> = defineResource({
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'CSIStorageCapacity',
  resource: 'csistoragecapacities',
  namespaced: true,
})

/** The kind StorageClass of storage.k8s.io/v1, as it is on the wire. */
export interface StorageClass extends Raw<k8s.V1StorageClass> {}

/** Where API servers serve storageclasses of storage.k8s.io/v1. */
export const StorageClass: Resource<StorageClass> = defineResource({
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'StorageClass',
  resource: 'storageclasses',
  namespaced: false,
})

/** The kind VolumeAttachment of storage.k8s.io/v1, as it is on the wire. */
export interface VolumeAttachment extends Raw<k8s.V1VolumeAttachment> {}

/** Where API servers serve volumeattachments of storage.k8s.io/v1. */
export const VolumeAttachment: Resource<VolumeAttachment> = defineResource({
  group: 'storage.k8s.io',
  version: 'v1',
  kind: 'VolumeAttachment',
  resource: 'volumeattachments',
  namespaced: false,
})
