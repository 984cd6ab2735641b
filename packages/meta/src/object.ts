/** `metadata.ownerReferences[]` as it is on the wire. */
export interface OwnerReference {
  apiVersion: string
  kind: string
  name: string
  uid: string
  controller?: boolean
  blockOwnerDeletion?: boolean
}

/** `metadata.managedFields[]` as it is on the wire: who set which fields. */
export interface ManagedFieldsEntry {
  manager?: string
  operation?: string
  apiVersion?: string
  time?: string
  fieldsType?: string
  fieldsV1?: unknown
  subresource?: string
}

/** `metadata` of an object as it is on the wire: timestamps are RFC 3339 strings. */
export interface ObjectMeta {
  name?: string
  generateName?: string
  namespace?: string
  uid?: string
  resourceVersion?: string
  generation?: number
  creationTimestamp?: string
  deletionTimestamp?: string
  deletionGracePeriodSeconds?: number
  labels?: Record<string, string>
  annotations?: Record<string, string>
  ownerReferences?: OwnerReference[]
  finalizers?: string[]
  managedFields?: ManagedFieldsEntry[]
  selfLink?: string
}

/** What every Kubernetes object is at least: plain JSON as the server sent it. */
export interface KubernetesObject {
  apiVersion?: string
  kind?: string
  metadata?: ObjectMeta
}

/** `metadata` of a list. A list without `resourceVersion` is not a valid list. */
export interface ListMeta {
  resourceVersion?: string
  continue?: string
  remainingItemCount?: number
}

/** The body of an error response, and the object of an ERROR watch event. */
export interface Status {
  apiVersion?: 'v1'
  kind?: 'Status'
  metadata?: ListMeta
  status?: 'Success' | 'Failure'
  message?: string
  reason?: string
  code?: number
  details?: StatusDetails
}

/** `details` of a Status. */
export interface StatusDetails {
  name?: string
  group?: string
  kind?: string
  uid?: string
  causes?: { reason?: string; message?: string; field?: string }[]
  retryAfterSeconds?: number
}
