// Written by scripts/resources.ts.

import type { Resource } from '../resource.ts'
import {
  MutatingWebhookConfiguration,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
} from './admissionregistration.ts'
import { CustomResourceDefinition } from './apiextensions.ts'
import { APIService } from './apiregistration.ts'
import { ControllerRevision, DaemonSet, Deployment, ReplicaSet, StatefulSet } from './apps.ts'
import { SelfSubjectReview, TokenReview } from './authentication.ts'
import {
  LocalSubjectAccessReview,
  SelfSubjectAccessReview,
  SelfSubjectRulesReview,
  SubjectAccessReview,
} from './authorization.ts'
import { HorizontalPodAutoscaler, HorizontalPodAutoscalerV1 } from './autoscaling.ts'
import { CronJob, Job } from './batch.ts'
import { CertificateSigningRequest } from './certificates.ts'
import { Lease } from './coordination.ts'
import {
  Binding,
  ComponentStatus,
  ConfigMap,
  Endpoints,
  Event,
  LimitRange,
  Namespace,
  Node,
  PersistentVolume,
  PersistentVolumeClaim,
  Pod,
  PodTemplate,
  ReplicationController,
  ResourceQuota,
  Secret,
  Service,
  ServiceAccount,
} from './core.ts'
import { EndpointSlice } from './discovery.ts'
import { EventsV1Event } from './events.ts'
import { FlowSchema, PriorityLevelConfiguration } from './flowcontrol.ts'
import { Ingress, IngressClass, NetworkPolicy } from './networking.ts'
import { RuntimeClass } from './node.ts'
import { PodDisruptionBudget } from './policy.ts'
import { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from './rbac.ts'
import { PriorityClass } from './scheduling.ts'
import { CSIDriver, CSINode, CSIStorageCapacity, StorageClass, VolumeAttachment } from './storage.ts'

/** Every resource that comes with Kubernetes. Some can only be created: Binding and the reviews. */
export const builtInResources: readonly Resource[] = [
  MutatingWebhookConfiguration,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
  CustomResourceDefinition,
  APIService,
  ControllerRevision,
  DaemonSet,
  Deployment,
  ReplicaSet,
  StatefulSet,
  SelfSubjectReview,
  TokenReview,
  LocalSubjectAccessReview,
  SelfSubjectAccessReview,
  SelfSubjectRulesReview,
  SubjectAccessReview,
  HorizontalPodAutoscaler,
  HorizontalPodAutoscalerV1,
  CronJob,
  Job,
  CertificateSigningRequest,
  Lease,
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
  EndpointSlice,
  EventsV1Event,
  FlowSchema,
  PriorityLevelConfiguration,
  IngressClass,
  Ingress,
  NetworkPolicy,
  RuntimeClass,
  PodDisruptionBudget,
  ClusterRoleBinding,
  ClusterRole,
  RoleBinding,
  Role,
  PriorityClass,
  CSIDriver,
  CSINode,
  CSIStorageCapacity,
  StorageClass,
  VolumeAttachment,
]
