export type {
  KubernetesObject,
  ListMeta,
  ObjectMeta,
  OwnerReference,
  Status,
  StatusDetails,
} from './object.ts'
export type { Resource } from './resource.ts'
export { DeletedFinalStateUnknown } from './tombstone.ts'
