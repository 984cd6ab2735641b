export type { Cached, CopySource, DeepReadonly } from './cached.ts'
export { canonicalJson } from './canonical-json.ts'
export {
  findCondition,
  isConditionFalse,
  isConditionTrue,
  removeCondition,
  setCondition,
  type Condition,
} from './conditions.ts'
export { deepCopy } from './deep-copy.ts'
export { deepEqual } from './deep-equal.ts'
export { deepFreeze } from './deep-freeze.ts'
export { fnv1a32 } from './fnv.ts'
export {
  getScaledValueFromIntOrPercent,
  InvalidIntOrPercentError,
  type IntOrPercent,
} from './int-or-percent.ts'
export {
  deletionHandlingMetaNamespaceKey,
  deletionHandlingObjectToName,
  ExplicitKey,
  InvalidKeyError,
  KeyError,
  metaNamespaceKey,
  MissingMetadataError,
  objectNameToString,
  objectToName,
  splitMetaNamespaceKey,
  type KeyFunc,
  type NamedObject,
  type ObjectName,
} from './names.ts'
export type {
  KubernetesObject,
  ListMeta,
  ManagedFieldsEntry,
  ObjectMeta,
  OwnerReference,
  Status,
  StatusDetails,
} from './object.ts'
export {
  controllerOf,
  isControlledBy,
  isOwnedBy,
  newControllerRef,
  newOwnerRef,
  UnidentifiedOwnerError,
} from './owner-references.ts'
export { hashWithCollisionCount, podTemplateHash, safeEncodeString } from './pod-template-hash.ts'
export { nanoValue } from './quantity.ts'
export type { Raw } from './raw.ts'
export {
  compareResourceVersion,
  InvalidResourceVersionError,
  isComparableResourceVersion,
} from './resource-version.ts'
export { apiVersionOf, defineResource, type Resource } from './resource.ts'
export { semanticEqual } from './semantic-equal.ts'
export {
  FieldSelector,
  parseFieldSelector,
  type FieldRequirement,
  type Fields,
} from './selectors/field-selector.ts'
export type { LabelOperator, LabelRequirement, Labels } from './selectors/label-requirement.ts'
export { labelSelectorFrom, type LabelSelectorSpec } from './selectors/label-selector-from.ts'
export { InvalidRequirementError, LabelSelector } from './selectors/label-selector.ts'
export { labelKeyProblem, labelValueProblem } from './selectors/label-syntax.ts'
export { parseLabelSelector } from './selectors/parse-label-selector.ts'
export { SelectorSyntaxError } from './selectors/selector-syntax-error.ts'
export {
  addTaint,
  findUntoleratedTaint,
  isSameTaint,
  matchingTolerations,
  removeTaint,
  toleratesTaint,
  type Taint,
  type Toleration,
} from './taints.ts'
export { microTimestamp, timestamp } from './timestamps.ts'
export { DeletedFinalStateUnknown } from './tombstone.ts'
export { builtInResources } from './resources/built-in-resources.ts'
export {
  MutatingWebhookConfiguration,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
} from './resources/admissionregistration.ts'
export { CustomResourceDefinition } from './resources/apiextensions.ts'
export { APIService } from './resources/apiregistration.ts'
export { ControllerRevision, DaemonSet, Deployment, ReplicaSet, StatefulSet } from './resources/apps.ts'
export { SelfSubjectReview, TokenReview, type TokenRequest } from './resources/authentication.ts'
export {
  LocalSubjectAccessReview,
  SelfSubjectAccessReview,
  SelfSubjectRulesReview,
  SubjectAccessReview,
} from './resources/authorization.ts'
export { HorizontalPodAutoscaler, HorizontalPodAutoscalerV1, type Scale } from './resources/autoscaling.ts'
export { CronJob, Job } from './resources/batch.ts'
export { CertificateSigningRequest } from './resources/certificates.ts'
export { Lease } from './resources/coordination.ts'
export {
  Binding,
  ComponentStatus,
  ConfigMap,
  Endpoints,
  Event,
  LimitRange,
  Namespace,
  Node,
  PersistentVolumeClaim,
  PersistentVolume,
  Pod,
  PodTemplate,
  ReplicationController,
  ResourceQuota,
  Secret,
  ServiceAccount,
  Service,
} from './resources/core.ts'
export { EndpointSlice } from './resources/discovery.ts'
export { EventsV1Event } from './resources/events.ts'
export { FlowSchema, PriorityLevelConfiguration } from './resources/flowcontrol.ts'
export { IngressClass, Ingress, NetworkPolicy } from './resources/networking.ts'
export { RuntimeClass } from './resources/node.ts'
export { PodDisruptionBudget, type Eviction } from './resources/policy.ts'
export { ClusterRoleBinding, ClusterRole, RoleBinding, Role } from './resources/rbac.ts'
export { PriorityClass } from './resources/scheduling.ts'
export {
  CSIDriver,
  CSINode,
  CSIStorageCapacity,
  StorageClass,
  VolumeAttachment,
} from './resources/storage.ts'
