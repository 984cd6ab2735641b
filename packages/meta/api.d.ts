// src/cached.ts
declare const source: unique symbol;
export type Cached<T> = DeepReadonly<T> & {
    readonly [source]?: T;
};
export type DeepReadonly<T> = unknown extends T ? T : T extends string | number | boolean | bigint | symbol | null | undefined ? T : T extends (...parameters: never[]) => unknown ? T : {
    readonly [K in keyof T]: DeepReadonly<T[K]>;
};
export interface CopySource<T> {
    readonly [source]?: T;
}

// src/canonical-json.ts
export declare function canonicalJson(document: unknown): string;

// src/conditions.ts
export interface Condition {
    readonly type: string;
    readonly status: string;
    readonly reason?: string;
    readonly message?: string;
    readonly lastTransitionTime?: string;
    readonly observedGeneration?: number;
}
export declare function findCondition<C extends Pick<Condition, 'type'>>(conditions: readonly C[] | undefined, type: string): C | undefined;
export declare function isConditionTrue(conditions: readonly Pick<Condition, 'type' | 'status'>[] | undefined, type: string): boolean;
export declare function isConditionFalse(conditions: readonly Pick<Condition, 'type' | 'status'>[] | undefined, type: string): boolean;
export declare function setCondition<C extends Condition>(conditions: readonly C[] | undefined, condition: NoInfer<C>, now: number): readonly C[];
export declare function removeCondition<C extends Pick<Condition, 'type'>>(conditions: readonly C[], type: string): readonly C[];

// src/container.ts
export type Container = Record<string, unknown>;
export declare function isContainer(value: unknown): value is Container;

// src/deep-copy.ts
export declare function deepCopy<T>(object: CopySource<T>): T;
export declare function deepCopy<T>(value: T): T;

// src/deep-equal.ts
export declare function deepEqual(a: unknown, b: unknown): boolean;

// src/deep-freeze.ts
export declare function deepFreeze<T>(value: T): Cached<T>;

// src/fnv.ts
export declare function fnv1a32(data: string | Uint8Array, from?: number): number;

// src/index.ts
export type { Cached, CopySource, DeepReadonly } from './cached.ts';
export { canonicalJson } from './canonical-json.ts';
export { findCondition, isConditionFalse, isConditionTrue, removeCondition, setCondition, type Condition, } from './conditions.ts';
export { deepCopy } from './deep-copy.ts';
export { deepEqual } from './deep-equal.ts';
export { deepFreeze } from './deep-freeze.ts';
export { fnv1a32 } from './fnv.ts';
export { getScaledValueFromIntOrPercent, InvalidIntOrPercentError, type IntOrPercent, } from './int-or-percent.ts';
export { deletionHandlingMetaNamespaceKey, deletionHandlingObjectToName, ExplicitKey, InvalidKeyError, KeyError, metaNamespaceKey, MissingMetadataError, objectNameToString, objectToName, splitMetaNamespaceKey, type KeyFunc, type NamedObject, type ObjectName, } from './names.ts';
export type { KubernetesObject, ListMeta, ManagedFieldsEntry, ObjectMeta, OwnerReference, Status, StatusDetails, } from './object.ts';
export { controllerOf, isControlledBy, isOwnedBy, newControllerRef, newOwnerRef, UnidentifiedOwnerError, } from './owner-references.ts';
export { hashWithCollisionCount, podTemplateHash, safeEncodeString } from './pod-template-hash.ts';
export { nanoValue } from './quantity.ts';
export type { Raw } from './raw.ts';
export { compareResourceVersion, InvalidResourceVersionError, isComparableResourceVersion, } from './resource-version.ts';
export { apiVersionOf, defineResource, type Resource } from './resource.ts';
export { semanticEqual } from './semantic-equal.ts';
export { FieldSelector, parseFieldSelector, type FieldRequirement, type Fields, } from './selectors/field-selector.ts';
export type { LabelOperator, LabelRequirement, Labels } from './selectors/label-requirement.ts';
export { labelSelectorFrom, type LabelSelectorSpec } from './selectors/label-selector-from.ts';
export { InvalidRequirementError, LabelSelector } from './selectors/label-selector.ts';
export { labelKeyProblem, labelValueProblem } from './selectors/label-syntax.ts';
export { parseLabelSelector } from './selectors/parse-label-selector.ts';
export { SelectorSyntaxError } from './selectors/selector-syntax-error.ts';
export { addTaint, findUntoleratedTaint, isSameTaint, matchingTolerations, removeTaint, toleratesTaint, type Taint, type Toleration, } from './taints.ts';
export { microTimestamp, timestamp } from './timestamps.ts';
export { DeletedFinalStateUnknown } from './tombstone.ts';
export { builtInResources } from './resources/built-in-resources.ts';
export { MutatingWebhookConfiguration, ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding, ValidatingWebhookConfiguration, } from './resources/admissionregistration.ts';
export { CustomResourceDefinition } from './resources/apiextensions.ts';
export { APIService } from './resources/apiregistration.ts';
export { ControllerRevision, DaemonSet, Deployment, ReplicaSet, StatefulSet } from './resources/apps.ts';
export { SelfSubjectReview, TokenReview, type TokenRequest } from './resources/authentication.ts';
export { LocalSubjectAccessReview, SelfSubjectAccessReview, SelfSubjectRulesReview, SubjectAccessReview, } from './resources/authorization.ts';
export { HorizontalPodAutoscaler, HorizontalPodAutoscalerV1, type Scale } from './resources/autoscaling.ts';
export { CronJob, Job } from './resources/batch.ts';
export { CertificateSigningRequest } from './resources/certificates.ts';
export { Lease } from './resources/coordination.ts';
export { Binding, ComponentStatus, ConfigMap, Endpoints, Event, LimitRange, Namespace, Node, PersistentVolumeClaim, PersistentVolume, Pod, PodTemplate, ReplicationController, ResourceQuota, Secret, ServiceAccount, Service, } from './resources/core.ts';
export { EndpointSlice } from './resources/discovery.ts';
export { EventsV1Event } from './resources/events.ts';
export { FlowSchema, PriorityLevelConfiguration } from './resources/flowcontrol.ts';
export { IngressClass, Ingress, NetworkPolicy } from './resources/networking.ts';
export { RuntimeClass } from './resources/node.ts';
export { PodDisruptionBudget, type Eviction } from './resources/policy.ts';
export { ClusterRoleBinding, ClusterRole, RoleBinding, Role } from './resources/rbac.ts';
export { PriorityClass } from './resources/scheduling.ts';
export { CSIDriver, CSINode, CSIStorageCapacity, StorageClass, VolumeAttachment, } from './resources/storage.ts';

// src/int-or-percent.ts
export type IntOrPercent = number | string;
export declare class InvalidIntOrPercentError extends Error {
    readonly name = "InvalidIntOrPercentError";
    readonly value: IntOrPercent | null | undefined;
    constructor(value: IntOrPercent | null | undefined);
}
export declare function getScaledValueFromIntOrPercent(value: IntOrPercent | null | undefined, total: number, roundUp: boolean): number;

// src/names.ts
export interface ObjectName {
    readonly namespace: string;
    readonly name: string;
}
export interface NamedObject {
    readonly metadata?: {
        readonly name?: string;
        readonly namespace?: string;
    };
}
export declare class ExplicitKey {
    readonly key: string;
    constructor(key: string);
}
export type KeyFunc<T> = (object: T) => string;
export declare class MissingMetadataError extends Error {
    readonly name = "MissingMetadataError";
    constructor();
}
export declare class InvalidKeyError extends Error {
    readonly name = "InvalidKeyError";
    readonly key: string;
    constructor(key: string);
}
export declare class KeyError extends Error {
    readonly name = "KeyError";
    readonly object: unknown;
    constructor(object: unknown, cause: unknown);
}
export declare function objectNameToString({ namespace, name }: ObjectName): string;
export declare function objectToName(object: NamedObject): ObjectName;
export declare function deletionHandlingObjectToName(object: NamedObject | DeletedFinalStateUnknown<unknown>): ObjectName;
export declare function metaNamespaceKey(object: NamedObject | ExplicitKey): string;
export declare function deletionHandlingMetaNamespaceKey(object: NamedObject | ExplicitKey | DeletedFinalStateUnknown<unknown>): string;
export declare function splitMetaNamespaceKey(key: string): ObjectName;

// src/object.ts
export interface OwnerReference {
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
    blockOwnerDeletion?: boolean;
}
export interface ManagedFieldsEntry {
    manager?: string;
    operation?: string;
    apiVersion?: string;
    time?: string;
    fieldsType?: string;
    fieldsV1?: unknown;
    subresource?: string;
}
export interface ObjectMeta {
    name?: string;
    generateName?: string;
    namespace?: string;
    uid?: string;
    resourceVersion?: string;
    generation?: number;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    deletionGracePeriodSeconds?: number;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: OwnerReference[];
    finalizers?: string[];
    managedFields?: ManagedFieldsEntry[];
    selfLink?: string;
}
export interface KubernetesObject {
    apiVersion?: string;
    kind?: string;
    metadata?: ObjectMeta;
}
export interface ListMeta {
    resourceVersion?: string;
    continue?: string;
    remainingItemCount?: number;
}
export interface Status {
    apiVersion?: 'v1';
    kind?: 'Status';
    metadata?: ListMeta;
    status?: 'Success' | 'Failure';
    message?: string;
    reason?: string;
    code?: number;
    details?: StatusDetails;
}
export interface StatusDetails {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: {
        reason?: string;
        message?: string;
        field?: string;
    }[];
    retryAfterSeconds?: number;
}

// src/owner-references.ts
export declare class UnidentifiedOwnerError extends Error {
    readonly name = "UnidentifiedOwnerError";
    readonly kind: string;
    constructor(kind: string);
}
export declare function controllerOf(object: Cached<KubernetesObject>): Readonly<OwnerReference> | undefined;
export declare function isControlledBy(object: Cached<KubernetesObject>, owner: Cached<KubernetesObject>): boolean;
export declare function isOwnedBy(object: Cached<KubernetesObject>, owner: Cached<KubernetesObject>): boolean;
export declare function newOwnerRef(owner: Cached<KubernetesObject>, resource: Pick<Resource, 'group' | 'version' | 'kind'>): OwnerReference;
export declare function newControllerRef(owner: Cached<KubernetesObject>, resource: Pick<Resource, 'group' | 'version' | 'kind'>): OwnerReference;

// src/pod-template-hash.ts
export declare function safeEncodeString(text: string): string;
export declare function hashWithCollisionCount(data: string | Uint8Array, collisionCount?: number): string;
export declare function podTemplateHash(template: unknown, collisionCount?: number): string;

// src/quantity.ts
export declare function nanoValue(quantity: unknown): bigint | undefined;

// src/raw.ts
export type Raw<T> = 0 extends 1 & T ? unknown : T extends Date ? string : T extends string | number | boolean | null | undefined ? T : T extends readonly (infer Item)[] ? Raw<Item>[] : string extends keyof T ? {
    [K in keyof T]: Raw<T[K]>;
} : [PresentKey<T>] extends [never] ? RawFields<T> : RawFields<T> & RawPresent<T>;
type RawFields<T> = {
    [K in keyof T as WireName<T, K>]: Raw<T[K]>;
};
type RawPresent<T> = {
    [K in PresentKey<T>]-?: K extends keyof T ? Raw<Exclude<T[K], undefined>> : never;
};
type PresentKey<T> = 'apiVersion' | 'kind' | 'metadata' extends keyof T ? 'spec' extends keyof T ? object extends Exclude<T['spec'], undefined> ? 'metadata' : 'metadata' | 'spec' : 'metadata' : never;
type WireName<T, K> = K extends `_${infer Name}` ? Name : K extends `x_kubernetes_${string}` ? Dashed<K> : 'x_kubernetes_int_or_string' extends keyof T ? K extends 'ref' | 'schema' ? `$${K}` : K : K;
type Dashed<K extends string> = K extends `${infer Head}_${infer Tail}` ? `${Head}-${Dashed<Tail>}` : K;

// src/resource-version.ts
export declare class InvalidResourceVersionError extends Error {
    readonly name = "InvalidResourceVersionError";
    readonly resourceVersion: string;
    constructor(resourceVersion: string);
}
export declare function isComparableResourceVersion(resourceVersion: string | undefined): boolean;
export declare function compareResourceVersion(a: string, b: string): -1 | 0 | 1;

// src/resource.ts
export interface Resource<T extends KubernetesObject = KubernetesObject> {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly resource: string;
    readonly namespaced: boolean;
    readonly object?: T;
}
export declare function defineResource<T extends KubernetesObject>(resource: Omit<Resource<T>, 'object'>): Resource<T>;
export declare function apiVersionOf({ group, version }: Pick<Resource, 'group' | 'version'>): string;

// src/resources/admissionregistration.ts
export interface MutatingWebhookConfiguration extends Raw<k8s.V1MutatingWebhookConfiguration> {
}
export declare const MutatingWebhookConfiguration: Resource<MutatingWebhookConfiguration>;
export interface ValidatingAdmissionPolicy extends Raw<k8s.V1ValidatingAdmissionPolicy> {
}
export declare const ValidatingAdmissionPolicy: Resource<ValidatingAdmissionPolicy>;
export interface ValidatingAdmissionPolicyBinding extends Raw<k8s.V1ValidatingAdmissionPolicyBinding> {
}
export declare const ValidatingAdmissionPolicyBinding: Resource<ValidatingAdmissionPolicyBinding>;
export interface ValidatingWebhookConfiguration extends Raw<k8s.V1ValidatingWebhookConfiguration> {
}
export declare const ValidatingWebhookConfiguration: Resource<ValidatingWebhookConfiguration>;

// src/resources/apiextensions.ts
export interface CustomResourceDefinition extends Raw<k8s.V1CustomResourceDefinition> {
}
export declare const CustomResourceDefinition: Resource<CustomResourceDefinition>;

// src/resources/apiregistration.ts
export interface APIService extends Raw<k8s.V1APIService> {
}
export declare const APIService: Resource<APIService>;

// src/resources/apps.ts
export interface ControllerRevision extends Raw<k8s.V1ControllerRevision> {
}
export declare const ControllerRevision: Resource<ControllerRevision>;
export interface DaemonSet extends Raw<k8s.V1DaemonSet> {
}
export declare const DaemonSet: Resource<DaemonSet>;
export interface Deployment extends Raw<k8s.V1Deployment> {
}
export declare const Deployment: Resource<Deployment>;
export interface ReplicaSet extends Raw<k8s.V1ReplicaSet> {
}
export declare const ReplicaSet: Resource<ReplicaSet>;
export interface StatefulSet extends Raw<k8s.V1StatefulSet> {
}
export declare const StatefulSet: Resource<StatefulSet>;

// src/resources/authentication.ts
export interface SelfSubjectReview extends Raw<k8s.V1SelfSubjectReview> {
}
export declare const SelfSubjectReview: Resource<SelfSubjectReview>;
export interface TokenReview extends Raw<k8s.V1TokenReview> {
}
export declare const TokenReview: Resource<TokenReview>;
export interface TokenRequest extends Raw<k8s.AuthenticationV1TokenRequest> {
}

// src/resources/authorization.ts
export interface LocalSubjectAccessReview extends Raw<k8s.V1LocalSubjectAccessReview> {
}
export declare const LocalSubjectAccessReview: Resource<LocalSubjectAccessReview>;
export interface SelfSubjectAccessReview extends Raw<k8s.V1SelfSubjectAccessReview> {
}
export declare const SelfSubjectAccessReview: Resource<SelfSubjectAccessReview>;
export interface SelfSubjectRulesReview extends Raw<k8s.V1SelfSubjectRulesReview> {
}
export declare const SelfSubjectRulesReview: Resource<SelfSubjectRulesReview>;
export interface SubjectAccessReview extends Raw<k8s.V1SubjectAccessReview> {
}
export declare const SubjectAccessReview: Resource<SubjectAccessReview>;

// src/resources/autoscaling.ts
export interface HorizontalPodAutoscaler extends Raw<k8s.V2HorizontalPodAutoscaler> {
}
export declare const HorizontalPodAutoscaler: Resource<HorizontalPodAutoscaler>;
export interface HorizontalPodAutoscalerV1 extends Raw<k8s.V1HorizontalPodAutoscaler> {
}
export declare const HorizontalPodAutoscalerV1: Resource<HorizontalPodAutoscalerV1>;
export interface Scale extends Raw<k8s.V1Scale> {
}

// src/resources/batch.ts
export interface CronJob extends Raw<k8s.V1CronJob> {
}
export declare const CronJob: Resource<CronJob>;
export interface Job extends Raw<k8s.V1Job> {
}
export declare const Job: Resource<Job>;

// src/resources/built-in-resources.ts
export declare const builtInResources: readonly Resource[];

// src/resources/certificates.ts
export interface CertificateSigningRequest extends Raw<k8s.V1CertificateSigningRequest> {
}
export declare const CertificateSigningRequest: Resource<CertificateSigningRequest>;

// src/resources/coordination.ts
export interface Lease extends Raw<k8s.V1Lease> {
}
export declare const Lease: Resource<Lease>;

// src/resources/core.ts
export interface Binding extends Raw<k8s.V1Binding> {
}
export declare const Binding: Resource<Binding>;
export interface ComponentStatus extends Raw<k8s.V1ComponentStatus> {
}
export declare const ComponentStatus: Resource<ComponentStatus>;
export interface ConfigMap extends Raw<k8s.V1ConfigMap> {
}
export declare const ConfigMap: Resource<ConfigMap>;
export interface Endpoints extends Raw<k8s.V1Endpoints> {
}
export declare const Endpoints: Resource<Endpoints>;
export interface Event extends Raw<k8s.CoreV1Event> {
}
export declare const Event: Resource<Event>;
export interface LimitRange extends Raw<k8s.V1LimitRange> {
}
export declare const LimitRange: Resource<LimitRange>;
export interface Namespace extends Raw<k8s.V1Namespace> {
}
export declare const Namespace: Resource<Namespace>;
export interface Node extends Raw<k8s.V1Node> {
}
export declare const Node: Resource<Node>;
export interface PersistentVolumeClaim extends Raw<k8s.V1PersistentVolumeClaim> {
}
export declare const PersistentVolumeClaim: Resource<PersistentVolumeClaim>;
export interface PersistentVolume extends Raw<k8s.V1PersistentVolume> {
}
export declare const PersistentVolume: Resource<PersistentVolume>;
export interface Pod extends Raw<k8s.V1Pod> {
}
export declare const Pod: Resource<Pod>;
export interface PodTemplate extends Raw<k8s.V1PodTemplate> {
}
export declare const PodTemplate: Resource<PodTemplate>;
export interface ReplicationController extends Raw<k8s.V1ReplicationController> {
}
export declare const ReplicationController: Resource<ReplicationController>;
export interface ResourceQuota extends Raw<k8s.V1ResourceQuota> {
}
export declare const ResourceQuota: Resource<ResourceQuota>;
export interface Secret extends Raw<k8s.V1Secret> {
}
export declare const Secret: Resource<Secret>;
export interface ServiceAccount extends Raw<k8s.V1ServiceAccount> {
}
export declare const ServiceAccount: Resource<ServiceAccount>;
export interface Service extends Raw<k8s.V1Service> {
}
export declare const Service: Resource<Service>;

// src/resources/discovery.ts
export interface EndpointSlice extends Raw<k8s.V1EndpointSlice> {
}
export declare const EndpointSlice: Resource<EndpointSlice>;

// src/resources/events.ts
export interface EventsV1Event extends Raw<k8s.EventsV1Event> {
}
export declare const EventsV1Event: Resource<EventsV1Event>;

// src/resources/flowcontrol.ts
export interface FlowSchema extends Raw<k8s.V1FlowSchema> {
}
export declare const FlowSchema: Resource<FlowSchema>;
export interface PriorityLevelConfiguration extends Raw<k8s.V1PriorityLevelConfiguration> {
}
export declare const PriorityLevelConfiguration: Resource<PriorityLevelConfiguration>;

// src/resources/networking.ts
export interface IngressClass extends Raw<k8s.V1IngressClass> {
}
export declare const IngressClass: Resource<IngressClass>;
export interface Ingress extends Raw<k8s.V1Ingress> {
}
export declare const Ingress: Resource<Ingress>;
export interface NetworkPolicy extends Raw<k8s.V1NetworkPolicy> {
}
export declare const NetworkPolicy: Resource<NetworkPolicy>;

// src/resources/node.ts
export interface RuntimeClass extends Raw<k8s.V1RuntimeClass> {
}
export declare const RuntimeClass: Resource<RuntimeClass>;

// src/resources/policy.ts
export interface PodDisruptionBudget extends Raw<k8s.V1PodDisruptionBudget> {
}
export declare const PodDisruptionBudget: Resource<PodDisruptionBudget>;
export interface Eviction extends Raw<k8s.V1Eviction> {
}

// src/resources/rbac.ts
export interface ClusterRoleBinding extends Raw<k8s.V1ClusterRoleBinding> {
}
export declare const ClusterRoleBinding: Resource<ClusterRoleBinding>;
export interface ClusterRole extends Raw<k8s.V1ClusterRole> {
}
export declare const ClusterRole: Resource<ClusterRole>;
export interface RoleBinding extends Raw<k8s.V1RoleBinding> {
}
export declare const RoleBinding: Resource<RoleBinding>;
export interface Role extends Raw<k8s.V1Role> {
}
export declare const Role: Resource<Role>;

// src/resources/scheduling.ts
export interface PriorityClass extends Raw<k8s.V1PriorityClass> {
}
export declare const PriorityClass: Resource<PriorityClass>;

// src/resources/storage.ts
export interface CSIDriver extends Raw<k8s.V1CSIDriver> {
}
export declare const CSIDriver: Resource<CSIDriver>;
export interface CSINode extends Raw<k8s.V1CSINode> {
}
export declare const CSINode: Resource<CSINode>;
export interface CSIStorageCapacity extends Raw<k8s.V1CSIStorageCapacity> {
}
export declare const CSIStorageCapacity: Resource<CSIStorageCapacity>;
export interface StorageClass extends Raw<k8s.V1StorageClass> {
}
export declare const StorageClass: Resource<StorageClass>;
export interface VolumeAttachment extends Raw<k8s.V1VolumeAttachment> {
}
export declare const VolumeAttachment: Resource<VolumeAttachment>;

// src/selectors/field-selector.ts
export interface FieldRequirement {
    readonly field: string;
    readonly operator: '=' | '!=';
    readonly value: string;
}
export type Fields = Readonly<Record<string, string>>;
export declare class FieldSelector {
    static readonly everything: FieldSelector;
    readonly requirements: readonly FieldRequirement[];
    constructor(requirements: readonly FieldRequirement[]);
    matches(fields: Fields): boolean;
    get isEmpty(): boolean;
    toString(): string;
}
export declare function parseFieldSelector(selector: string): FieldSelector;

// src/selectors/label-lexer.ts
export interface Token {
    readonly type: 'word' | 'end' | '(' | ')' | ',' | '!' | '=' | '==' | '!=' | '<' | '>';
    readonly text: string;
    readonly position: number;
}
export declare function tokensOf(selector: string): Token[];

// src/selectors/label-requirement.ts
export type LabelOperator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
export interface LabelRequirement {
    readonly key: string;
    readonly operator: LabelOperator;
    readonly values: readonly string[];
}
export type Labels = Readonly<Record<string, string>>;
export declare function requirementProblem({ key, operator, values }: LabelRequirement): string | undefined;
export declare function labelTest({ key, operator, values }: LabelRequirement): (labels: Labels) => boolean;
export declare function requirementToString({ key, operator, values }: LabelRequirement): string;

// src/selectors/label-selector-from.ts
export interface LabelSelectorSpec {
    readonly matchLabels?: Labels;
    readonly matchExpressions?: readonly {
        readonly key: string;
        readonly operator: string;
        readonly values?: readonly string[];
    }[];
}
export declare function labelSelectorFrom(spec: LabelSelectorSpec | null | undefined): LabelSelector;

// src/selectors/label-selector.ts
export declare class InvalidRequirementError extends Error {
    readonly name = "InvalidRequirementError";
    readonly requirement: LabelRequirement;
    constructor(requirement: LabelRequirement, problem: string);
}
export declare class LabelSelector {
    #private;
    static readonly everything: LabelSelector;
    static readonly nothing: LabelSelector;
    readonly requirements: readonly LabelRequirement[];
    constructor(requirements: readonly LabelRequirement[]);
    matches(labels: Labels | null | undefined): boolean;
    get isEmpty(): boolean;
    get isNothing(): boolean;
    toString(): string;
}

// src/selectors/label-syntax.ts
export declare function labelKeyProblem(key: string): string | undefined;
export declare function labelValueProblem(value: string): string | undefined;

// src/selectors/parse-label-selector.ts
export declare function parseLabelSelector(selector: string): LabelSelector;

// src/selectors/selector-syntax-error.ts
export declare class SelectorSyntaxError extends Error {
    readonly name = "SelectorSyntaxError";
    readonly selector: string;
    readonly position: number;
    constructor(selector: string, position: number, problem: string);
}

// src/semantic-equal.ts
export declare function semanticEqual(a: unknown, b: unknown): boolean;

// src/taints.ts
export interface Taint {
    readonly key: string;
    readonly value?: string;
    readonly effect: string;
    readonly timeAdded?: string;
}
export interface Toleration {
    readonly key?: string;
    readonly operator?: string;
    readonly value?: string;
    readonly effect?: string;
    readonly tolerationSeconds?: number;
}
export declare function isSameTaint(a: Taint, b: Taint): boolean;
export declare function toleratesTaint(toleration: Toleration, taint: Taint): boolean;
export declare function matchingTolerations<T extends Toleration>(taints: readonly Taint[] | undefined, tolerations: readonly T[] | undefined): readonly T[] | undefined;
export declare function findUntoleratedTaint<T extends Taint>(taints: readonly T[] | undefined, tolerations: readonly Toleration[] | undefined, effects?: readonly string[]): T | undefined;
export declare function addTaint<T extends Taint>(taints: readonly T[] | undefined, taint: T): readonly T[];
export declare function removeTaint<T extends Taint>(taints: readonly T[], taint: Taint): readonly T[];

// src/timestamps.ts
export declare function timestamp(time: number): string;
export declare function microTimestamp(time: number): string;

// src/tombstone.ts
export declare class DeletedFinalStateUnknown<T> {
    readonly key: string;
    readonly object: T | undefined;
    constructor(key: string, object: T | undefined);
}
