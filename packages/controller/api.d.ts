// src/await-condition/await-condition.ts
export interface AwaitConditionOptions {
    readonly timeout?: Duration | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly clock?: Clock | undefined;
}
export declare function awaitCondition<T extends KubernetesObject>(source: ObjectSource<T>, key: string | {
    readonly namespace?: string;
    readonly name: string;
}, condition: ObjectCondition<Cached<T>> | ((object: Cached<T> | undefined) => boolean), { timeout, signal, clock }?: AwaitConditionOptions): Promise<Cached<T> | undefined>;

// src/await-condition/condition-not-met-error.ts
export interface ConditionNotMetFacts<T extends KubernetesObject> {
    readonly key: string;
    readonly condition: string;
    readonly wasSeen: boolean;
    readonly lastSeen: Cached<T> | undefined;
    readonly waited: number;
    readonly reason: 'timeout' | 'ended' | 'failed';
    readonly cause?: unknown;
}
export declare class ConditionNotMetError<T extends KubernetesObject = KubernetesObject> extends Error {
    readonly name = "ConditionNotMetError";
    readonly key: string;
    readonly condition: string;
    readonly reason: ConditionNotMetFacts<T>['reason'];
    readonly wasSeen: boolean;
    readonly lastSeen: Cached<T> | undefined;
    constructor({ key, condition, wasSeen, lastSeen, waited, reason, cause }: ConditionNotMetFacts<T>);
}

// src/await-condition/object-condition.ts
export interface AnyObject {
    readonly metadata?: {
        readonly uid?: string;
        readonly generation?: number;
    };
}
export declare class ObjectCondition<O extends AnyObject = AnyObject> {
    #private;
    readonly description: string;
    constructor(description: string, isTrue: (object: O | undefined) => boolean);
    isTrue(object: O | undefined): boolean;
    and<P extends O>(other: ObjectCondition<P>): ObjectCondition<P>;
    or<P extends O>(other: ObjectCondition<P>): ObjectCondition<P>;
    not(): ObjectCondition<O>;
}
export declare const exists: ObjectCondition;
export declare function isDeleted(uid: string): ObjectCondition;
export declare function hasCondition(type: string, status?: string): ObjectCondition;
interface ReadCondition {
    readonly type: string;
    readonly status?: string;
    readonly reason?: string;
    readonly observedGeneration?: number;
}
export declare function conditionsOf(object: AnyObject | undefined): readonly ReadCondition[];

// src/await-condition/object-source.ts
export interface ObjectSource<T extends KubernetesObject> {
    observe$(key: ObjectName): Observable<Cached<T> | undefined>;
    readonly lastError?: unknown;
}
export declare function watchedObjects<T extends KubernetesObject>(client: ReflectorClient, resource: Resource<T>): ObjectSource<T>;
export declare function polledObjects<T extends KubernetesObject>(lister: Pick<Lister<T>, 'get'>, { clock, interval }?: {
    readonly clock?: Clock;
    readonly interval?: Duration;
}): ObjectSource<T>;

// src/await-condition/summary.ts
export declare function summaryOf(object: Cached<KubernetesObject> | undefined): string;

// src/builder/checked.ts
export declare function checked(name: string, options: ControllerOptions): ControllerOptions;

// src/builder/controller-builder.ts
export interface WatchOptions<T extends KubernetesObject> {
    readonly predicates?: readonly Predicate<T>[] | undefined;
    readonly indexers?: Indexers<T> | undefined;
}
export interface OwnsOptions<T extends KubernetesObject> extends WatchOptions<T>, OwnerOptions {
    readonly projection?: Projection | undefined;
}
export declare class ControllerBuilder<T extends KubernetesObject = KubernetesObject> {
    #private;
    constructor(name: string, make: (parts: ControllerParts) => Controller);
    for<U extends KubernetesObject>(resource: Resource<U>, options?: WatchOptions<U>): ControllerBuilder<U>;
    owns<U extends KubernetesObject>(resource: Resource<U>, options?: OwnsOptions<U>): this;
    watches<U extends KubernetesObject>(resource: Resource<U>, handler: MapFunc<PartialObjectMetadata> | EventHandler<PartialObjectMetadata>, options: WatchOptions<PartialObjectMetadata> & {
        readonly projection: 'metadata';
    }): this;
    watches<U extends KubernetesObject>(resource: Resource<U>, handler: MapFunc<U> | EventHandler<U>, options?: WatchOptions<U> & {
        readonly projection?: 'full';
    }): this;
    reads<U extends KubernetesObject>(resource: Resource<U>, options?: Pick<WatchOptions<U>, 'indexers'> & {
        readonly projection?: Projection;
    }): this;
    reconcileOn(stream: Observable<Request | Iterable<Request>>, name?: string): this;
    reconcileAllOn(stream: Observable<unknown>, name?: string): this;
    finalizer(name: string, cleanup: Cleanup<T>): this;
    options(options: ControllerOptions): this;
    reconcile(reconciler: Reconciler<T>): Controller;
}

// src/builder/under-finalizer.ts
export type Cleanup<T extends KubernetesObject = KubernetesObject> = (request: Request, context: ReconcileContext<T> & {
    readonly object: Cached<T>;
}) => Promise<Result | void> | Result | void;
export declare function underFinalizer(name: string, resource: Resource, cleanup: Cleanup, reconciler: Reconciler): Reconciler;

// src/cause.ts
export type CauseType = 'added' | 'updated' | 'deleted' | 'resync' | 'dependency' | 'requested' | 'requeue' | 'retry' | 'caughtUp';
export interface Cause {
    readonly type: CauseType;
    readonly source: string;
    readonly object?: string;
    readonly resourceVersion?: string;
    readonly initial?: boolean;
    readonly own?: boolean;
    readonly span?: SpanContext;
}

// src/consistency/consistency-error.ts
export declare class ConsistencyError extends Error {
    readonly name = "ConsistencyError";
    readonly readResourceVersion: string;
    readonly wroteResourceVersion: string;
    readonly groupResource: string;
    constructor(groupResource: string, readResourceVersion: string, wroteResourceVersion: string);
}

// src/consistency/consistency-store.ts
export interface VersionedStore {
    lastStoreSyncResourceVersion(): string;
}
type GroupResource = Pick<Resource, 'group' | 'resource'>;
export declare class ConsistencyStore {
    #private;
    constructor(stores: Iterable<readonly [resource: GroupResource, store: VersionedStore]>);
    get size(): number;
    wroteAt(owner: string, uid: string, resource: GroupResource, resourceVersion: string | undefined): void;
    ensureReady(owner: string): void;
    clear(owner: string, uid?: string): void;
}

// src/controller-ref/can-adopt.ts
export declare class AdoptionRefusedError extends Error {
    readonly name = "AdoptionRefusedError";
    readonly owner: string;
    constructor(owner: string, why: string, options?: ErrorOptions);
}
export type CanAdopt = (options: {
    readonly signal?: AbortSignal | undefined;
}) => Promise<void>;
export declare function recheckOwner(client: Pick<Client, 'get'>, resource: Resource, owner: Cached<KubernetesObject>): CanAdopt;

// src/controller-ref/claim-error.ts
export declare class ClaimError<T extends KubernetesObject = KubernetesObject> extends AggregateError {
    readonly name = "ClaimError";
    readonly claimed: readonly Cached<T>[];
    constructor(claimed: readonly Cached<T>[], errors: readonly unknown[]);
}

// src/controller-ref/claims.ts
export type ClaimParts<T extends Pod | ReplicaSet> = Omit<ControllerRefManagerOptions<T>, 'resource'> & ClaimOptions;
export declare function claimPods(pods: Iterable<Cached<Pod>>, { signal, ...options }: ClaimParts<Pod>, ...filters: readonly ((pod: Cached<Pod>) => boolean)[]): Promise<Cached<Pod>[]>;
export declare function claimReplicaSets(sets: Iterable<Cached<ReplicaSet>>, { signal, ...options }: ClaimParts<ReplicaSet>): Promise<Cached<ReplicaSet>[]>;

// src/controller-ref/controller-ref-manager.ts
export interface ControllerRefManagerOptions<T extends KubernetesObject> {
    readonly client: Pick<Client, 'get' | 'patch'>;
    readonly resource: Resource<T>;
    readonly owner: Cached<KubernetesObject>;
    readonly ownerResource: Resource;
    readonly selector: LabelSelector;
    readonly canAdopt?: CanAdopt | undefined;
    readonly finalizers?: readonly string[] | undefined;
    readonly patch?: ((child: Cached<T>, body: unknown, options: PatchOptions) => Promise<unknown>) | undefined;
}
export interface ClaimOptions {
    readonly signal?: AbortSignal | undefined;
}
export declare class ControllerRefManager<T extends KubernetesObject> {
    #private;
    constructor(options: ControllerRefManagerOptions<T>);
    claim(objects: Iterable<Cached<T>>, filters?: readonly ((object: Cached<T>) => boolean)[], options?: ClaimOptions): Promise<Cached<T>[]>;
    claimObject(object: Cached<T>, matches: (object: Cached<T>) => boolean, options?: ClaimOptions): Promise<boolean>;
    adopt(object: Cached<T>, options?: ClaimOptions): Promise<void>;
    release(object: Cached<T>, options?: ClaimOptions): Promise<void>;
}

// src/controller-ref/ownership-patches.ts
export interface OwnershipPatch {
    readonly type: 'strategic' | 'json';
    readonly body: unknown;
}
export interface Owner {
    readonly object: Cached<KubernetesObject>;
    readonly resource: Resource;
    readonly finalizers: readonly string[];
}
export declare function adoptPatch({ object, resource, finalizers }: Owner, child: Cached<KubernetesObject>, type: OwnershipPatch['type']): OwnershipPatch;
export declare function releasePatch({ object, finalizers }: Owner, child: Cached<KubernetesObject>, type: OwnershipPatch['type']): OwnershipPatch;

// src/custom-resource/checks.ts
export declare function inspectChecks(schema: z.core.$ZodType, path: string, problems: SchemaProblems): void;
export declare function rulesOf(schema: z.core.$ZodType): number;

// src/custom-resource/custom-resource-options.ts
export interface PrinterColumn {
    readonly name: string;
    readonly type: 'boolean' | 'date' | 'integer' | 'number' | 'string';
    readonly jsonPath: string;
    readonly format?: string;
    readonly description?: string;
    readonly priority?: number;
}
export interface ScalePaths {
    readonly specReplicasPath: string;
    readonly statusReplicasPath: string;
    readonly labelSelectorPath?: string;
}
export interface CustomResourceVersionOptions {
    readonly name: string;
    readonly served?: boolean;
    readonly storage?: boolean;
    readonly spec: z.ZodType;
    readonly status?: z.ZodType;
    readonly description?: string;
    readonly validations?: readonly ValidationRule[];
    readonly printerColumns?: readonly PrinterColumn[];
    readonly selectableFields?: readonly string[];
    readonly scale?: ScalePaths;
    readonly deprecated?: boolean | string;
}
export interface CustomResourceOptions<Versions extends readonly CustomResourceVersionOptions[]> {
    readonly group: string;
    readonly kind: string;
    readonly plural?: string;
    readonly singular?: string;
    readonly shortNames?: readonly string[];
    readonly categories?: readonly string[];
    readonly scope: 'Namespaced' | 'Cluster';
    readonly versions: Versions;
    readonly conversion?: WebhookConversion;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
}
export interface WebhookConversion {
    readonly strategy: 'Webhook';
    readonly webhook: {
        readonly conversionReviewVersions: readonly string[];
        readonly clientConfig: {
            readonly url?: string;
            readonly caBundle?: string;
            readonly service?: {
                readonly name: string;
                readonly namespace: string;
                readonly path?: string;
                readonly port?: number;
            };
        };
    };
}

// src/custom-resource/custom-resource-parser.ts
type AnyObject = CustomObject<unknown, unknown>;
export interface CustomResourceParser {
    readonly of: (parts: CustomObjectParts<unknown>) => AnyObject;
    readonly parse: (object: unknown) => AnyObject;
}
export declare function customResourceParser(resource: Resource, { spec, status }: Pick<CustomResourceVersionOptions, 'spec' | 'status'>): CustomResourceParser;

// src/custom-resource/custom-resource.ts
export type CustomObject<Spec, Status = never> = [Status] extends [never] ? {
    apiVersion?: string;
    kind?: string;
    metadata: ObjectMeta;
    spec: Spec;
} : {
    apiVersion?: string;
    kind?: string;
    metadata: ObjectMeta;
    spec: Spec;
    status?: Status;
};
export interface CustomObjectParts<Spec> {
    readonly metadata: ObjectMeta;
    readonly spec: Spec;
}
export type CustomObjectOf<Version> = Version extends {
    readonly spec: infer Spec extends z.ZodType;
} ? Version extends {
    readonly status: infer Status extends z.ZodType;
} ? CustomObject<z.output<Spec>, z.output<Status>> : CustomObject<z.output<Spec>> : never;
export type SpecInputOf<Version> = Version extends {
    readonly spec: infer Spec extends z.ZodType;
} ? z.input<Spec> : never;
export type StorageVersionOf<Versions extends readonly CustomResourceVersionOptions[]> = Versions extends readonly [infer Only] ? Only : Extract<Versions[number], {
    readonly storage: true;
}>;
export interface CustomResourceVersion<T extends CustomObject<unknown, unknown>, SpecInput = unknown> extends Resource<T> {
    of(parts: CustomObjectParts<SpecInput>): T;
    parse(object: unknown): T;
}
export interface CustomResource<Versions extends readonly CustomResourceVersionOptions[]> extends CustomResourceVersion<CustomObjectOf<StorageVersionOf<Versions>>, SpecInputOf<StorageVersionOf<Versions>>> {
    readonly crd: CustomResourceDefinition;
    at<Name extends Versions[number]['name']>(version: Name): CustomResourceVersion<CustomObjectOf<Extract<Versions[number], {
        readonly name: Name;
    }>>, SpecInputOf<Extract<Versions[number], {
        readonly name: Name;
    }>>>;
}
export type CustomResourceOf<R> = R extends Resource<infer T> ? T : never;
export type Installable = Pick<CustomResource<readonly CustomResourceVersionOptions[]>, 'crd'>;

// src/custom-resource/defaulted-schema.ts
export declare function defaultedSchema(def: z.core.$ZodDefaultDef | z.core.$ZodPrefaultDef, path: string, { problems, derive }: Derivation): StructuralSchema;

// src/custom-resource/define-custom-resource.ts
export declare function defineCustomResource<const Versions extends readonly CustomResourceVersionOptions[]>(options: CustomResourceOptions<Versions>): CustomResource<Versions>;

// src/custom-resource/definition-manifest.ts
type Options = CustomResourceOptions<readonly CustomResourceVersionOptions[]> & {
    readonly plural: string;
};
export declare function definitionManifest(options: Options, problems: SchemaProblems): CustomResourceDefinition;

// src/custom-resource/definition-source.ts
export declare function definitionSource(client: ReflectorClient, clock: Clock): ObjectSource<CustomResourceDefinition>;

// src/custom-resource/definition-status.ts
type Definition = Cached<CustomResourceDefinition> | undefined;
export declare function definitionName({ group, resource }: Pick<Resource, 'group' | 'resource'>): string;
export declare function conditionsOf(definition: Definition): readonly Condition[];
export declare function isRefused(definition: Definition): boolean;
export declare function lackingOf(definition: Definition, versions: readonly string[]): string | undefined;
export declare function unserved(definition: Definition, versions: readonly string[]): string | undefined;

// src/custom-resource/errors.ts
export declare class InvalidCustomResourceDefinitionError extends Error {
    readonly name = "InvalidCustomResourceDefinitionError";
    readonly definition: string;
    readonly problems: readonly SchemaProblem[];
    constructor(definition: string, problems: readonly SchemaProblem[]);
}
export interface CustomResourceProblem {
    readonly path: string;
    readonly message: string;
}
export declare class InvalidCustomResourceError extends Error {
    readonly name = "InvalidCustomResourceError";
    readonly kind: string;
    readonly problems: readonly CustomResourceProblem[];
    constructor(kind: string, problems: readonly CustomResourceProblem[]);
}
export declare class StoredVersionsError extends Error {
    readonly name = "StoredVersionsError";
    readonly definition: string;
    readonly missing: readonly string[];
    constructor(definition: string, missing: readonly string[]);
}
export declare class CustomResourceNotReadyError extends Error {
    readonly name = "CustomResourceNotReadyError";
    readonly definition: string;
    readonly conditions: readonly Condition[];
    constructor(definition: string, lacking: string, conditions: readonly Condition[], options?: {
        cause: unknown;
    });
}

// src/custom-resource/go-pattern.ts
export type GoPattern = {
    readonly pattern: string;
} | {
    readonly problem: string;
};
export declare function goPattern(source: string, flags?: string): GoPattern;

// src/custom-resource/inspect-paths.ts
export declare function inspectPaths({ name, printerColumns, selectableFields, scale }: CustomResourceVersionOptions, schema: StructuralSchema, problems: SchemaProblems): void;

// src/custom-resource/install-custom-resources.ts
export interface InstallCustomResourcesOptions extends WaitForCustomResourceOptions {
    readonly fieldManager?: string | undefined;
    readonly force?: boolean | undefined;
}
type InstallClient = CustomResourceClient & Pick<Client, 'apply' | 'get'>;
export declare function installCustomResources(client: InstallClient, resources: readonly Installable[], options?: InstallCustomResourcesOptions): Promise<readonly CustomResourceDefinition[]>;

// src/custom-resource/intersection-schema.ts
export declare function intersectionSchema(def: z.core.$ZodIntersectionDef, path: string, { problems, derive }: Derivation): StructuralSchema;

// src/custom-resource/object-union-schema.ts
interface ObjectUnion {
    readonly isExclusive: boolean;
    readonly path: string;
    readonly derivation: Derivation;
}
export declare function objectUnionSchema(variants: readonly StructuralSchema[], { isExclusive, path, derivation }: ObjectUnion): StructuralSchema;

// src/custom-resource/parse-custom-resource.ts
export declare function parseCustomResource<Versions extends readonly CustomResourceVersionOptions[]>(resource: CustomResource<Versions>, object: unknown): CustomObjectOf<Versions[number]>;

// src/custom-resource/problems-of.ts
export declare function problemsOf(object: unknown, issues: readonly z.core.$ZodIssue[]): readonly CustomResourceProblem[];

// src/custom-resource/record-schema.ts
export declare function recordSchema(def: z.core.$ZodRecordDef, path: string, { problems, derive }: Derivation, hasRules: boolean): StructuralSchema;

// src/custom-resource/scalar-schema.ts
export declare function scalarSchema(schema: z.core.$ZodType, path: string, problems: SchemaProblems): StructuralSchema;

// src/custom-resource/schema-from-zod.ts
export interface Derivation {
    readonly problems: SchemaProblems;
    readonly derive: (schema: z.core.$ZodType, path: string) => StructuralSchema;
    readonly strict: WeakSet<StructuralSchema>;
}
export declare function schemaFromZod(schema: z.core.$ZodType, path: string, problems: SchemaProblems): StructuralSchema;

// src/custom-resource/schema-meta.ts
export declare function givenSchema(schema: z.core.$ZodType): StructuralSchema | undefined;
export declare function withMeta(schema: z.core.$ZodType, derived: StructuralSchema, path: string, problems: SchemaProblems): StructuralSchema;

// src/custom-resource/schema-problems.ts
export interface SchemaProblem {
    readonly path: string;
    readonly message: string;
}
export declare class SchemaProblems {
    readonly found: SchemaProblem[];
    add(path: string, message: string): void;
}

// src/custom-resource/structural-schema-of.ts
export declare function structuralSchemaOf(schema: z.ZodType, name?: string): StructuralSchema;

// src/custom-resource/structural-schema.ts
export interface StructuralSchema {
    type?: string;
    title?: string;
    description?: string;
    format?: string;
    pattern?: string;
    properties?: Record<string, StructuralSchema>;
    required?: string[];
    additionalProperties?: StructuralSchema | boolean;
    items?: StructuralSchema;
    nullable?: boolean;
    default?: unknown;
    example?: unknown;
    externalDocs?: {
        description?: string;
        url?: string;
    };
    enum?: unknown[];
    minimum?: number;
    maximum?: number;
    exclusiveMinimum?: boolean;
    exclusiveMaximum?: boolean;
    multipleOf?: number;
    minLength?: number;
    maxLength?: number;
    minItems?: number;
    maxItems?: number;
    minProperties?: number;
    maxProperties?: number;
    allOf?: StructuralSchema[];
    anyOf?: StructuralSchema[];
    oneOf?: StructuralSchema[];
    not?: StructuralSchema;
    'x-kubernetes-embedded-resource'?: boolean;
    'x-kubernetes-int-or-string'?: boolean;
    'x-kubernetes-list-map-keys'?: string[];
    'x-kubernetes-list-type'?: string;
    'x-kubernetes-map-type'?: string;
    'x-kubernetes-preserve-unknown-fields'?: boolean;
    'x-kubernetes-validations'?: ValidationRule[];
}
export interface ValidationRule {
    rule: string;
    message?: string;
    messageExpression?: string;
    reason?: string;
    fieldPath?: string;
    optionalOldSelf?: boolean;
}
export declare function valuePart(schema: StructuralSchema): StructuralSchema;
export declare function structurePart(schema: StructuralSchema): StructuralSchema;

// src/custom-resource/to-manifest.ts
export declare function toManifest(...resources: readonly Installable[]): string;

// src/custom-resource/union-schema.ts
export declare function unionSchema(def: z.core.$ZodUnionDef, path: string, derivation: Derivation): StructuralSchema;

// src/custom-resource/wait-for-custom-resource.ts
export type CustomResourceClient = Pick<Client, 'listParts' | 'watch' | 'request'> & Partial<Pick<Client, 'clock' | 'random'>>;
export interface WaitForCustomResourceOptions {
    readonly timeout?: Duration | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly clock?: Clock | undefined;
}
export interface Wanted {
    readonly name: string;
    readonly versions: readonly string[];
    readonly deadline: number;
    readonly clock: Clock;
    readonly signal: AbortSignal | undefined;
}
type Definition = Cached<CustomResourceDefinition>;
export declare function waitForCustomResource(client: CustomResourceClient, resource: Resource, { timeout, signal, clock }?: WaitForCustomResourceOptions): Promise<void>;
export declare function established(client: CustomResourceClient, wanted: Wanted): Promise<Definition>;
export declare function gone(client: CustomResourceClient, uid: string, wanted: Wanted): Promise<void>;
export declare function served(client: CustomResourceClient, group: string, resource: string, { name, versions, clock, deadline, signal }: Wanted): Promise<void>;

// src/custom-resource/watch-custom-resource.ts
export type CustomResourceSignal = {
    readonly type: 'established';
    readonly uid: string;
    readonly definition: Cached<CustomResourceDefinition>;
} | {
    readonly type: 'gone';
    readonly reason: string;
};
export type WatchCustomResourceOptions = Pick<ReflectorOptions, 'clock' | 'random' | 'watchErrorHandler' | 'backoff'>;
export declare function watchCustomResource(client: ReflectorClient, resource: Resource, options?: WatchCustomResourceOptions): Observable<CustomResourceSignal>;
export declare function customResourceGone$(client: ReflectorClient, resource: Resource, options?: WatchCustomResourceOptions): Observable<string>;

// src/custom-resource/zod-parts.ts
export declare function defOf(schema: z.core.$ZodType): z.core.$ZodTypes['_zod']['def'];
type CheckDef = z.core.$ZodChecks['_zod']['def'] | {
    readonly check: 'custom' | 'overwrite';
};
export declare function checksOf(schema: z.core.$ZodType): readonly CheckDef[];
export declare function mayBeAbsent(schema: z.core.$ZodType): boolean;

// src/errors.ts
export declare class TerminalError extends Error {
    readonly name = "TerminalError";
}
export declare class ReconcileTimeoutError extends Error {
    readonly name = "ReconcileTimeoutError";
    readonly controller: string;
    readonly request: string;
    readonly timeout: number;
    readonly ended: boolean;
    constructor(controller: string, request: string, timeout: number, ended: boolean);
}
export declare class ThrownValueError extends Error {
    readonly name = "ThrownValueError";
    constructor(thrown: unknown);
}
export declare class InvalidResultError extends Error {
    readonly name = "InvalidResultError";
    constructor(problem: string, options?: ErrorOptions);
}
export declare class NoInformerError extends Error {
    readonly name = "NoInformerError";
    readonly controller: string;
    readonly resource: string;
    constructor(controller: string, resource: string);
}
export declare class InvalidControllerError extends Error {
    readonly name = "InvalidControllerError";
}
export declare class ManagerStateError extends Error {
    readonly name = "ManagerStateError";
}
export declare function asError(thrown: unknown): Error;

// src/event-sink.ts
export interface EventRecorderLike {
    recordEvent(object: Cached<KubernetesObject>, type: 'Normal' | 'Warning', reason: string, message: string): void;
}

// src/expectations/controller-expectations.ts
export interface Expectations {
    readonly creations: number;
    readonly deletions: number;
}
export interface ControllerExpectationsOptions {
    readonly clock?: Clock | undefined;
    readonly timeout?: Duration | undefined;
}
export declare class ControllerExpectations {
    #private;
    constructor({ clock, timeout }?: ControllerExpectationsOptions);
    get size(): number;
    getExpectations(key: string): Expectations | undefined;
    satisfiedExpectations(key: string): boolean;
    setExpectations(key: string, creations: number, deletions: number): void;
    expectCreations(key: string, count: number): void;
    expectDeletions(key: string, count: number): void;
    raiseExpectations(key: string, creations: number, deletions: number): void;
    lowerExpectations(key: string, creations: number, deletions: number): void;
    creationObserved(key: string): void;
    deletionObserved(key: string): void;
    deleteExpectations(key: string): void;
}

// src/expectations/uid-tracking-controller-expectations.ts
export interface ClobberedExpectations {
    readonly key: string;
    readonly forgotten: readonly string[];
}
export declare class UIDTrackingControllerExpectations {
    #private;
    constructor(counts?: ControllerExpectations);
    get counts(): ControllerExpectations;
    satisfiedExpectations(key: string): boolean;
    expectCreations(key: string, count: number): void;
    creationObserved(key: string): void;
    expectDeletions(key: string, children: Iterable<string>): void;
    deletionObserved(key: string, child: string): void;
    getUIDs(key: string): ReadonlySet<string>;
    deleteExpectations(key: string): void;
}

// src/finalizers/finalizer-patches.ts
export declare function containsFinalizer(object: Cached<KubernetesObject>, name: string): boolean;
export declare function addFinalizer<T extends KubernetesObject>(client: Pick<Client, 'patch'>, resource: Resource<T>, object: Cached<T>, name: string, options?: CallOptions): Promise<Cached<T>>;
export declare function removeFinalizer<T extends KubernetesObject>(client: Pick<Client, 'patch'>, resource: Resource<T>, object: Cached<T>, name: string, options?: CallOptions): Promise<Cached<T> | undefined>;

// src/finalizers/finalizer.ts
export interface FinalizerOptions<T extends KubernetesObject, Result> {
    readonly client: Pick<Client, 'patch'>;
    readonly resource: Resource<T>;
    readonly cleanup: (object: Cached<T>, options: CallOptions) => Promise<Result | undefined | void>;
}
export type FinalizerRun<T extends KubernetesObject, Result> = (object: Cached<T>, apply: (object: Cached<T>, options: CallOptions) => Promise<Result | undefined | void>, options?: CallOptions) => Promise<Result | undefined>;
export declare function finalizer<T extends KubernetesObject, Result = never>(name: string, { client, resource, cleanup }: FinalizerOptions<T, Result>): FinalizerRun<T, Result>;

// src/guarded-patch.ts
export type JsonPatchOperation = {
    readonly op: 'test' | 'add';
    readonly path: string;
    readonly value: unknown;
} | {
    readonly op: 'remove';
    readonly path: string;
};
export declare function guardUid(uid: string | undefined): readonly JsonPatchOperation[];
export declare function guardedAppend(path: string, list: readonly unknown[] | undefined, values: readonly unknown[]): readonly JsonPatchOperation[];
export declare function guardedRemove(path: string, index: number, value: unknown, tested?: string): readonly JsonPatchOperation[];

// src/history/controller-history.ts
export declare class RevisionHasControllerError extends Error {
    readonly name = "RevisionHasControllerError";
    readonly revision: string;
    constructor(revision: string);
}
export interface ControllerHistoryOptions {
    readonly client: Pick<Client, 'get' | 'create' | 'update' | 'delete' | 'patch' | 'clock' | 'random'>;
    readonly parentResource: Resource;
    readonly list: (namespace: string, selector: LabelSelector) => readonly Cached<ControllerRevision>[];
}
export interface CreatedRevision {
    readonly revision: ControllerRevision;
    readonly collisionCount: number;
}
export declare class ControllerHistory {
    #private;
    constructor(options: ControllerHistoryOptions);
    list(parent: Cached<KubernetesObject>, selector: LabelSelector): readonly Cached<ControllerRevision>[];
    create(parent: Cached<KubernetesObject>, revision: ControllerRevision, collisionCount: number, { signal }?: CallOptions): Promise<CreatedRevision>;
    update(revision: Cached<ControllerRevision>, newRevision: number, { signal }?: CallOptions): Promise<Cached<ControllerRevision>>;
    delete({ metadata }: Cached<ControllerRevision>, { signal }?: CallOptions): Promise<void>;
    adopt(parent: Cached<KubernetesObject>, revision: Cached<ControllerRevision>, options?: CallOptions): Promise<ControllerRevision>;
    release(parent: Cached<KubernetesObject>, revision: Cached<ControllerRevision>, options?: CallOptions): Promise<ControllerRevision | undefined>;
}

// src/history/controller-revision.ts
export declare const controllerRevisionHashLabel = "controller.kubernetes.io/hash";
export declare function controllerRevisionName(prefix: string, hash: string): string;
export declare function hashControllerRevision({ data }: Cached<ControllerRevision>, collisionCount?: number): string;
export interface ControllerRevisionParts {
    readonly parent: Cached<KubernetesObject>;
    readonly parentResource: Resource;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    readonly data: ControllerRevision['data'];
    readonly revision: number;
    readonly collisionCount?: number | undefined;
}
export declare function newControllerRevision(parts: ControllerRevisionParts): ControllerRevision;
export declare function compareControllerRevisions(a: Cached<ControllerRevision>, b: Cached<ControllerRevision>): number;
export declare function equalControllerRevisions(a: Cached<ControllerRevision> | undefined, b: Cached<ControllerRevision> | undefined): boolean;
export declare function findEqualControllerRevisions<R extends Cached<ControllerRevision>>(revisions: readonly R[], wanted: Cached<ControllerRevision>): R[];

// src/index.ts
export { awaitCondition, type AwaitConditionOptions } from './await-condition/await-condition.ts';
export { ConditionNotMetError, type ConditionNotMetFacts } from './await-condition/condition-not-met-error.ts';
export { exists, hasCondition, isDeleted, ObjectCondition, type AnyObject, } from './await-condition/object-condition.ts';
export { polledObjects, watchedObjects, type ObjectSource } from './await-condition/object-source.ts';
export { ConsistencyError } from './consistency/consistency-error.ts';
export { ConsistencyStore, type VersionedStore } from './consistency/consistency-store.ts';
export { AdoptionRefusedError, recheckOwner, type CanAdopt } from './controller-ref/can-adopt.ts';
export { ClaimError } from './controller-ref/claim-error.ts';
export { claimPods, claimReplicaSets, type ClaimParts } from './controller-ref/claims.ts';
export { ControllerRefManager, type ClaimOptions, type ControllerRefManagerOptions, } from './controller-ref/controller-ref-manager.ts';
export { type CustomObject, type CustomObjectOf, type CustomObjectParts, type CustomResource, type CustomResourceOf, type CustomResourceVersion, type Installable, type SpecInputOf, type StorageVersionOf, } from './custom-resource/custom-resource.ts';
export type { CustomResourceOptions, CustomResourceVersionOptions, PrinterColumn, ScalePaths, WebhookConversion, } from './custom-resource/custom-resource-options.ts';
export { defineCustomResource } from './custom-resource/define-custom-resource.ts';
export { CustomResourceNotReadyError, type CustomResourceProblem, InvalidCustomResourceDefinitionError, InvalidCustomResourceError, StoredVersionsError, } from './custom-resource/errors.ts';
export { installCustomResources, type InstallCustomResourcesOptions, } from './custom-resource/install-custom-resources.ts';
export { parseCustomResource } from './custom-resource/parse-custom-resource.ts';
export type { SchemaProblem } from './custom-resource/schema-problems.ts';
export { structuralSchemaOf } from './custom-resource/structural-schema-of.ts';
export type { StructuralSchema, ValidationRule } from './custom-resource/structural-schema.ts';
export { toManifest } from './custom-resource/to-manifest.ts';
export { waitForCustomResource, type CustomResourceClient, type WaitForCustomResourceOptions, } from './custom-resource/wait-for-custom-resource.ts';
export { customResourceGone$, watchCustomResource, type CustomResourceSignal, type WatchCustomResourceOptions, } from './custom-resource/watch-custom-resource.ts';
export type { EventRecorderLike } from './event-sink.ts';
export { ControllerExpectations, type ControllerExpectationsOptions, type Expectations, } from './expectations/controller-expectations.ts';
export { UIDTrackingControllerExpectations, type ClobberedExpectations, } from './expectations/uid-tracking-controller-expectations.ts';
export { addFinalizer, containsFinalizer, removeFinalizer } from './finalizers/finalizer-patches.ts';
export { finalizer, type FinalizerOptions, type FinalizerRun } from './finalizers/finalizer.ts';
export { ControllerHistory, RevisionHasControllerError, type ControllerHistoryOptions, type CreatedRevision, } from './history/controller-history.ts';
export { compareControllerRevisions, controllerRevisionHashLabel, controllerRevisionName, equalControllerRevisions, findEqualControllerRevisions, hashControllerRevision, newControllerRevision, type ControllerRevisionParts, } from './history/controller-revision.ts';
export { addOrUpdateLabelsOnNode } from './nodes/node-labels.ts';
export { addOrUpdateTaintOnNode, removeTaintOffNode, type RemoveTaintOptions } from './nodes/node-taints.ts';
export { nodePatchBackoff, type NodeClient, type NodePatchOptions } from './nodes/patch-node.ts';
export { podDeletionCost } from './pods/deletion-cost.ts';
export { CreateLimitError, FakePodControl } from './pods/fake-pod-control.ts';
export { isPodAvailable, isPodReady, podCondition, podReadyTime, type PodCondition, } from './pods/pod-conditions.ts';
export { InvalidControllerRefError, isNamespaceTerminating, MissingPodLabelsError, PodControlError, } from './pods/pod-control-errors.ts';
export { RealPodControl, type CreatePodOptions, type DeletePodOptions, type PodCallOptions, type PodControl, type RealPodControlOptions, } from './pods/pod-control.ts';
export { countTerminatingPods, filterActivePods, filterTerminatingPods, isPodActive, isPodTerminating, podKey, } from './pods/pod-filters.ts';
export { compareActivePods, comparePodsForLogging, sortActivePodsWithRanks } from './pods/pod-ranking.ts';
export { podFromTemplate, type PodTemplateSpec } from './pods/pod-template.ts';
export { podNodeIndex, podsByNode } from './pods/pods-by-node.ts';
export { getPodsToDelete } from './pods/pods-to-delete.ts';
export { compareReplicaSetsByCreation, compareReplicaSetsBySizeNewer, compareReplicaSetsBySizeOlder, filterActiveReplicaSets, } from './replica-sets/replica-sets.ts';
export { slowStartBatch, type SlowStartOptions, type SlowStartResult } from './slow-start-batch.ts';
export { StaleObjectError } from './stale-object-error.ts';
export type { Cause, CauseType } from './cause.ts';
export { ControllerBuilder, type OwnsOptions, type WatchOptions } from './builder/controller-builder.ts';
export type { Cleanup } from './builder/under-finalizer.ts';
export { InvalidControllerError, InvalidResultError, ManagerStateError, NoInformerError, ReconcileTimeoutError, TerminalError, ThrownValueError, } from './errors.ts';
export { InformerPool, type CacheOptions, type InformerLease, type PooledInformer, type Projection, } from './informers/informer-pool.ts';
export type { ManagerLeaderElection, ManagerOptions } from './manager/manager-options.ts';
export { Manager, type ManagerPhase } from './manager/manager.ts';
export type { Runnable } from './manager/runnable.ts';
export { whileEstablished } from './manager/while-established.ts';
export { WorkNotStoppedError } from './manager/work-group.ts';
export { annotationChangedPredicate, changedPredicate, generationChangedPredicate, ignoreOwnWritesPredicate, labelChangedPredicate, labelSelectorPredicate, resourceVersionChangedPredicate, } from './predicates/changed.ts';
export { and, matches, not, or, type AddedEvent, type DeletedEvent, type Predicate, type UpdatedEvent, type WatchedEvent, } from './predicates/predicate.ts';
export { ReconcileClient } from './read-your-writes/reconcile-client.ts';
export { ReadYourWritesTimeoutError } from './reconcile/catch-up.ts';
export { Controller, type ControllerPhase, type ControllerStatus } from './reconcile/controller.ts';
export { ReconcileLoopError } from './reconcile/loop-error.ts';
export type { LoopGuardOptions } from './reconcile/loop-guard.ts';
export type { Outcome, OutcomeResult } from './reconcile/outcome.ts';
export type { ControllerOptions, ReadYourWrites, ReconcileContext, Reconciler, } from './reconcile/reconciler.ts';
export { lowPriority } from './reconcile/triggers.ts';
export { RunOverError } from './reconcile/workers.ts';
export { requestFor, requestKey, type Request } from './request.ts';
export type { Result } from './result.ts';
export { enqueueOnIndex, enqueueRequestForObject, enqueueRequestForOwner, enqueueRequestsFromMapFunc, type MapFunc, type OwnerOptions, } from './sources/enqueue.ts';
export { HealthCheckExistsError, HealthChecks, UnhealthyError, type HealthCheck, type HealthChecksOptions, type HealthCheckSource, type HealthRequest, } from './operations/health-checks.ts';
export { healthText, type HealthCheckResult, type HealthReport } from './operations/health-report.ts';
export type { InspectedController, InspectedEdge, InspectedElector, InspectedHandler, InspectedInformer, InspectedNode, InspectedQueue, InspectedRecorder, InspectedSource, Inspection, } from './operations/inspection.ts';
export { logTo, type LogOptions, type StructuredLogger } from './operations/log-to.ts';
export { managerHealth, type ManagerHealthOptions } from './operations/manager-health.ts';
export { ManagerMetrics } from './operations/manager-metrics.ts';
export { MeteredTransport, type MeteredTransportOptions } from './operations/metered-transport.ts';
export { serveOperations, type OperationsOptions, type OperationsServer, } from './operations/operations-server.ts';
export type { EventHandler, RequestQueue } from './sources/event-handler.ts';
export { InvalidRequestError, SourceFailedError } from './sources/stream-source.ts';
export type { CacheReader } from './tracked-reads/cache-reader.ts';
export { type ControllerDescriptor, type DescriptorParts, enabledControllers, } from './program/controller-descriptor.ts';
export { choiceFlag, countFlag, durationFlag, type Flag, FlagValueError, type Flags, type FlagValues, listFlag, numberFlag, switchFlag, textFlag, } from './program/flag.ts';
export { flagsText, parseFlags, UsageError } from './program/parse-flags.ts';
export { type LogLevel, programFlags } from './program/program-flags.ts';
export { programManager, type ProgramManagerOptions, type ProgramValues } from './program/program-manager.ts';
export { runProgram, type Program } from './program/run-program.ts';
export { StopSignals } from './program/stop-signals.ts';

// src/informers/informer-pool.ts
export type Projection = 'full' | 'metadata';
export interface CacheOptions extends Omit<SharedInformerFactoryOptions, 'linger'> {
    readonly linger?: Duration | undefined;
}
export interface InformerLease<T extends KubernetesObject> {
    readonly informer: SharedInformer<T, string>;
    release(): void;
}
export interface PooledInformer {
    readonly resource: Resource;
    readonly projection: Projection;
    readonly held: number;
    readonly status: InformerStatus;
}
export declare class InformerPool {
    #private;
    constructor(client: Client, options?: CacheOptions, report?: (error: Error) => void);
    get informers(): readonly PooledInformer[];
    acquire<T extends KubernetesObject>(resource: Resource<T>, projection?: Projection, indexers?: Indexers<T>): InformerLease<T>;
    start(): void;
    waitForCacheSync(options?: CacheSyncOptions): Promise<void>;
    stop(): Promise<void>;
}

// src/manager/controller-member.ts
export declare function controllerMember(controller: Controller, isLate: boolean): Member;

// src/manager/election.ts
export interface ElectionParts {
    readonly client: Client;
    readonly eventRecorder: LockEventRecorder | undefined;
    readonly stopTimeout: Duration;
    readonly lead: (signal: AbortSignal) => Promise<void>;
    readonly onError: (error: unknown) => void;
    readonly metricsProvider: LeaderMetricsProvider | undefined;
}
export declare function managerElector(options: ManagerLeaderElection, parts: ElectionParts): LeaderElector;

// src/manager/manager-options.ts
export interface ManagerLeaderElection extends Pick<LeaderElectorOptions, 'releaseOnCancel' | 'onLost' | 'coordinated' | 'watchDog'> {
    readonly leaseName: string;
    readonly leaseNamespace: string;
    readonly identity?: string | undefined;
    readonly leaseDuration?: Duration | undefined;
    readonly renewDeadline?: Duration | undefined;
    readonly retryPeriod?: Duration | undefined;
}
export interface ManagerOptions {
    readonly client: Client;
    readonly name?: string | undefined;
    readonly cache?: CacheOptions | undefined;
    readonly leaderElection?: ManagerLeaderElection | undefined;
    readonly recorder?: EventRecorderLike | false | undefined;
    readonly recorderFor?: ((controller: string) => EventRecorderLike | undefined) | undefined;
    readonly customResources?: readonly Installable[] | undefined;
    readonly cacheSyncTimeout?: Duration | undefined;
    readonly gracefulShutdownTimeout?: Duration | undefined;
    readonly controllers?: ControllerOptions | undefined;
    readonly queueMetrics?: MetricsProvider | undefined;
    readonly metrics?: ManagerMetrics | undefined;
}

// src/manager/manager-recorder.ts
export interface ManagerRecorder {
    readonly recorder: EventRecorderLike | undefined;
    readonly own: ClientEventRecorder | undefined;
}
export declare function managerRecorder({ client, name, recorder }: ManagerOptions, report: (error: Error) => void): ManagerRecorder;

// src/manager/manager-reports.ts
export declare class ManagerReports {
    #private;
    readonly error$: Observable<Error>;
    readonly report: (thrown: unknown) => void;
    unheard({ result, error }: Outcome): void;
    end(): void;
}

// src/manager/manager.ts
export type ManagerPhase = 'new' | 'syncing' | 'standby' | 'working' | 'stopping' | 'stopped';
export declare class Manager implements AsyncDisposable {
    #private;
    readonly client: Client;
    constructor(options: ManagerOptions);
    get phase(): ManagerPhase;
    get controllers(): ReadonlyMap<string, Controller>;
    get informers(): InformerPool;
    get elector(): LeaderElector | undefined;
    inspect(): Inspection;
    get recorder(): EventRecorderLike | undefined;
    get outcomes$(): Observable<Outcome>;
    get error$(): Observable<Error>;
    controller(name: string): ControllerBuilder;
    controller<T extends KubernetesObject>(name: string, resource: Resource<T>, options?: WatchOptions<T>): ControllerBuilder<T>;
    add(runnable: Runnable): this;
    remove(controller: Controller): Promise<void>;
    start({ signal }?: {
        readonly signal?: AbortSignal | undefined;
    }): Promise<void>;
    stop(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/manager/runnable.ts
export interface Runnable {
    readonly name?: string | undefined;
    readonly needLeaderElection?: boolean | undefined;
    readonly beforeCaches?: boolean | undefined;
    start(signal: AbortSignal): void | Promise<void>;
}

// src/manager/while-established.ts
export declare function whileEstablished(manager: Manager, resource: Resource, setUp: (manager: Manager) => Controller): Runnable;

// src/manager/work-around.ts
export declare function workAround(group: WorkGroup, end: AbortController, call: () => Promise<void>): Promise<void>;

// src/manager/work-group.ts
export interface Member {
    readonly name: string;
    work(signals: WorkSignals): Promise<void>;
}
export declare class WorkNotStoppedError extends Error {
    readonly name = "WorkNotStoppedError";
    readonly members: readonly string[];
    constructor(members: readonly string[], waited: number, cause: unknown);
}
export interface GroupOptions {
    readonly clock: Clock;
    readonly drain: (reason: unknown) => number;
}
export declare class WorkGroup {
    #private;
    constructor(options: GroupOptions);
    get working(): boolean;
    add(member: Member): void;
    delete(member: Member): void;
    run(signal: AbortSignal): Promise<void>;
}

// src/nodes/node-labels.ts
export declare function addOrUpdateLabelsOnNode(client: NodeClient, name: string, labels: Readonly<Record<string, string>>, options?: NodePatchOptions): Promise<Node>;

// src/nodes/node-taints.ts
export declare function addOrUpdateTaintOnNode(client: NodeClient, name: string, taints: Taint | readonly Taint[], options?: NodePatchOptions): Promise<Node>;
export interface RemoveTaintOptions extends NodePatchOptions {
    readonly node?: Cached<Node> | undefined;
}
export declare function removeTaintOffNode(client: NodeClient, name: string, taints: Taint | readonly Taint[], { node, ...options }?: RemoveTaintOptions): Promise<Cached<Node>>;

// src/nodes/patch-node.ts
export type NodeClient = Pick<Client, 'get' | 'patch'> & Partial<Pick<Client, 'clock' | 'random'>>;
export interface NodePatchOptions {
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
    readonly signal?: AbortSignal | undefined;
}
export declare const nodePatchBackoff: Backoff;
export declare function patchNode(client: NodeClient, name: string, change: (node: Node) => object | undefined, { clock, random, signal }: NodePatchOptions): Promise<Node>;

// src/operations/bounded-label.ts
export declare class BoundedLabel {
    #private;
    constructor(max: number);
    of(value: string): string;
}

// src/operations/buckets.ts
export declare const queueBuckets: readonly number[];
export declare const reconcileBuckets: readonly number[];
export declare const requestBuckets: readonly number[];

// src/operations/controller-metrics.ts
export declare const controllerMetrics: readonly SampledMetric[];

// src/operations/error-facts.ts
export declare function errorFacts(error: unknown): string;
export declare function nameOf(error: unknown): string;

// src/operations/health-checks.ts
export type HealthCheck = (signal: AbortSignal) => void | Promise<void>;
export type HealthCheckSource = () => Iterable<readonly [name: string, check: HealthCheck]>;
export declare class UnhealthyError extends Error {
    readonly name = "UnhealthyError";
}
export declare class HealthCheckExistsError extends Error {
    readonly name = "HealthCheckExistsError";
    readonly check: string;
    constructor(check: string);
}
export interface HealthChecksOptions {
    readonly clock?: Clock | undefined;
    readonly timeout?: Duration | undefined;
}
export interface HealthRequest {
    readonly exclude?: Iterable<string> | undefined;
}
export declare class HealthChecks {
    #private;
    constructor({ clock, timeout }?: HealthChecksOptions);
    addHealthzCheck(name: string, check: HealthCheck): this;
    addReadyzCheck(name: string, check: HealthCheck): this;
    addReadyzChecks(source: HealthCheckSource): this;
    livez(request?: HealthRequest): Promise<HealthReport>;
    readyz(request?: HealthRequest): Promise<HealthReport>;
}

// src/operations/health-report.ts
export interface HealthCheckResult {
    readonly name: string;
    readonly healthy: boolean;
    readonly excluded: boolean;
    readonly reason: string | undefined;
}
export interface HealthReport {
    readonly healthy: boolean;
    readonly checks: readonly HealthCheckResult[];
    readonly unknownExcludes: readonly string[];
}
export declare function healthText(endpoint: string, { healthy, checks, unknownExcludes }: HealthReport, verbose?: boolean): string;

// src/operations/informer-metrics.ts
export declare const informerMetrics: readonly SampledMetric[];

// src/operations/inspect.ts
export type { Inspection } from './inspection.ts';
export declare function inspectManager(manager: Manager, name?: string, recorder?: EventStats): Inspection;
export declare function informerName({ resource, projection, }: Pick<PooledInformer, 'resource' | 'projection'>): string;

// src/operations/inspection.ts
export interface Inspection {
    readonly name: string;
    readonly phase: ManagerPhase;
    readonly at: string;
    readonly nodes: readonly InspectedNode[];
    readonly edges: readonly InspectedEdge[];
}
export interface InspectedEdge {
    readonly from: string;
    readonly to: string;
    readonly type: 
    'delivers'
     | 'enqueues'
     | 'handsOut'
     | 'reads'
     | 'leads'
     | 'records';
}
export type InspectedNode = InspectedInformer | InspectedHandler | InspectedSource | InspectedQueue | InspectedController | InspectedElector | InspectedRecorder;
export interface InspectedInformer {
    readonly id: string;
    readonly type: 'informer';
    readonly group: string;
    readonly version: string;
    readonly resource: string;
    readonly projection: Projection;
    readonly held: number;
    readonly phase: InformerPhase;
    readonly synced: boolean;
    readonly objects: number;
    readonly bytes: number;
    readonly queued: number;
    readonly dropped: number;
    readonly quarantined: number;
    readonly attempts: number;
    readonly lastError?: string;
    readonly staleness?: number;
    readonly resourceVersion: {
        readonly store: string;
        readonly reflector: string;
    };
}
export interface InspectedHandler {
    readonly id: string;
    readonly type: 'handler';
    readonly name: string;
    readonly informer: string;
    readonly backlog: number;
    readonly dropped: number;
    readonly synced: boolean;
}
export interface InspectedSource {
    readonly id: string;
    readonly type: 'source';
    readonly name: string;
}
export interface InspectedQueue {
    readonly id: string;
    readonly type: 'queue';
    readonly controller: string;
    readonly depth: number;
    readonly processing: number;
    readonly delayed: number;
    readonly adds: number;
    readonly retries: number;
}
export interface InspectedController {
    readonly id: string;
    readonly type: 'controller';
    readonly name: string;
    readonly phase: ControllerPhase;
    readonly maxConcurrentReconciles: number;
    readonly active: number;
    readonly waitingForCaches: number;
    readonly loopPauses: number;
    readonly results: Readonly<Record<OutcomeResult, number>>;
}
export interface InspectedElector {
    readonly id: 'elector';
    readonly type: 'elector';
    readonly name: string;
    readonly phase: ElectorPhase;
    readonly identity: string;
    readonly leader: string;
    readonly isLeader: boolean;
    readonly leaderTransitions: number;
    readonly lastError?: string;
}
export type InspectedRecorder = EventStats & {
    readonly id: 'recorder';
    readonly type: 'recorder';
};

// src/operations/log-to.ts
export interface StructuredLogger {
    debug(fields: object, message: string): void;
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
    error(fields: object, message: string): void;
}
export interface LogOptions {
    readonly describe?: ((error: Error) => unknown) | undefined;
}
export declare function logTo(logger: StructuredLogger, manager: Pick<Manager, 'outcomes$' | 'error$'>, { describe }?: LogOptions): Subscription;

// src/operations/manager-health.ts
export interface ManagerHealthOptions extends Omit<HealthChecksOptions, 'clock'> {
    readonly maxTolerableExpiredLease?: Duration | undefined;
    readonly maxStaleness?: Duration | undefined;
    readonly stuckAfter?: Duration | undefined;
}
export declare function managerHealth(manager: Manager, options?: ManagerHealthOptions): HealthChecks;

// src/operations/manager-metrics.ts
export declare class ManagerMetrics {
    #private;
    readonly registry: Registry;
    readonly queues: MetricsProvider;
    readonly elections: LeaderMetricsProvider;
    constructor();
    get contentType(): string;
    text(): Promise<string>;
    observe(manager: Manager): void;
}

// src/operations/metered-transport.ts
export interface MeteredTransportOptions {
    readonly registry: Registry;
    readonly host: string;
    readonly clock?: Clock | undefined;
}
export declare class MeteredTransport implements Transport {
    #private;
    constructor(transport: Transport, { registry, host, clock }: MeteredTransportOptions);
    request(request: TransportRequest): Promise<TransportResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/operations/operations-routes.ts
export interface Answer {
    readonly status: number;
    readonly body: string;
    readonly contentType?: string | undefined;
}
export declare function answer(method: string, target: string, options: OperationsOptions): Promise<Answer>;

// src/operations/operations-server.ts
export interface OperationsOptions {
    readonly manager: Manager;
    readonly metrics?: Pick<ManagerMetrics, 'text' | 'contentType'> | undefined;
    readonly health?: HealthChecks | undefined;
    readonly inspect?: boolean | undefined;
    readonly host?: string | undefined;
    readonly port: number;
}
export declare function serveOperations(options: OperationsOptions): OperationsServer;
export declare class OperationsServer implements Runnable {
    #private;
    readonly name = "operations";
    readonly needLeaderElection = false;
    readonly beforeCaches = true;
    constructor(options: OperationsOptions);
    get listening(): Promise<AddressInfo>;
    start(signal: AbortSignal): Promise<void>;
}

// src/operations/queue-metrics.ts
export declare function queueMetrics(registry: Registry, controllers: BoundedLabel): MetricsProvider;

// src/operations/reconcile-metrics.ts
export declare class ReconcileMetrics {
    #private;
    constructor(registry: Registry, controllers: BoundedLabel);
    begin(name: string): void;
    count({ controller: name, result, duration, writes, noopWrites }: Outcome): void;
}

// src/operations/sampled-metrics.ts
type Labels = Readonly<Record<string, string>>;
export type Sample = readonly [labels: Labels, value: number];
export interface SampledMetric {
    readonly name: string;
    readonly help: string;
    readonly type: 'gauge' | 'counter';
    readonly labelNames: readonly string[];
    readonly read: (inspection: Inspection) => Iterable<Sample>;
}
export declare function registerSampled(registry: Registry, metrics: readonly SampledMetric[], inspect: () => Inspection | undefined): void;
export declare function nodesOf<Type extends InspectedNode['type']>({ nodes }: Inspection, type: Type): Extract<InspectedNode, {
    type: Type;
}>[];

// src/operations/stuck-controllers.ts
export declare class StuckControllers {
    #private;
    constructor(manager: Manager);
    stuckFor(controller: Controller): number;
}

// src/pods/deletion-cost.ts
export declare function podDeletionCost(pod: {
    readonly metadata?: {
        readonly annotations?: Readonly<Record<string, string>>;
    };
}): number;

// src/pods/fake-pod-control.ts
export declare class CreateLimitError extends Error {
    readonly name = "CreateLimitError";
    readonly limit: number;
    constructor(limit: number);
}
export declare class FakePodControl implements PodControl {
    readonly templates: Cached<PodTemplateSpec>[];
    readonly controllerRefs: Readonly<OwnerReference>[];
    readonly deletedPodNames: string[];
    readonly patches: unknown[];
    createCallCount: number;
    createLimit: number;
    error: Error | undefined;
    createPod(namespace: string, template: Cached<PodTemplateSpec>, owner: Cached<KubernetesObject>, controllerRef: Readonly<OwnerReference>, { generateName }?: CreatePodOptions): Promise<Pod>;
    deletePod(_namespace: string, name: string): Promise<void>;
    patchPod(namespace: string, name: string, patch: unknown): Promise<Pod>;
    clear(): void;
}

// src/pods/pod-conditions.ts
export type PodCondition = NonNullable<NonNullable<Pod['status']>['conditions']>[number];
type ReadPod = Cached<Pod>;
export declare function podCondition(pod: ReadPod, type: string): Cached<PodCondition> | undefined;
export declare function isPodReady(pod: ReadPod): boolean;
export declare function podReadyTime(pod: ReadPod): number | undefined;
export declare function isPodAvailable(pod: ReadPod, minReadySeconds: number, now: number): boolean;
export declare function timeOf(timestamp: string | null | undefined): number | undefined;

// src/pods/pod-control-errors.ts
export declare class InvalidControllerRefError extends Error {
    readonly name = "InvalidControllerRefError";
    readonly problem: string;
    constructor(problem: string);
}
export declare class MissingPodLabelsError extends Error {
    readonly name = "MissingPodLabelsError";
    readonly ownerKind: string;
    constructor(ownerKind: string);
}
export declare class PodControlError extends Error {
    readonly name = "PodControlError";
    readonly verb: 'create' | 'delete';
    readonly namespace: string;
    constructor(verb: 'create' | 'delete', namespace: string, cause: unknown);
}
export declare function isNamespaceTerminating(error: unknown): boolean;

// src/pods/pod-control.ts
export interface PodCallOptions {
    readonly signal?: AbortSignal | undefined;
}
export interface CreatePodOptions extends PodCallOptions {
    readonly generateName?: string | undefined;
}
export interface DeletePodOptions extends PodCallOptions {
    readonly preconditions?: Preconditions | undefined;
}
export interface PodControl {
    createPod(namespace: string, template: Cached<PodTemplateSpec>, owner: Cached<KubernetesObject>, controllerRef: Readonly<OwnerReference>, options?: CreatePodOptions): Promise<Pod>;
    deletePod(namespace: string, name: string, owner: Cached<KubernetesObject>, options?: DeletePodOptions): Promise<void>;
    patchPod(namespace: string, name: string, patch: unknown, options?: PodCallOptions): Promise<Pod>;
}
export interface RealPodControlOptions {
    readonly client: Pick<Client, 'create' | 'delete' | 'patch'>;
    readonly recorder?: EventRecorderLike | undefined;
}
export declare class RealPodControl implements PodControl {
    #private;
    constructor({ client, recorder }: RealPodControlOptions);
    createPod(namespace: string, template: Cached<PodTemplateSpec>, owner: Cached<KubernetesObject>, controllerRef: Readonly<OwnerReference>, { generateName, signal }?: CreatePodOptions): Promise<Pod>;
    deletePod(namespace: string, name: string, owner: Cached<KubernetesObject>, { signal, preconditions }?: DeletePodOptions): Promise<void>;
    patchPod(namespace: string, name: string, patch: unknown, { signal }?: PodCallOptions): Promise<Pod>;
}

// src/pods/pod-filters.ts
export declare function podKey({ metadata }: {
    readonly metadata: Cached<Pod>['metadata'];
}): string;
export declare function isPodActive(pod: Cached<Pod>): boolean;
export declare function isPodTerminating(pod: Cached<Pod>): boolean;
export declare function filterActivePods<P extends Cached<Pod>>(pods: Iterable<P>): P[];
export declare function filterTerminatingPods<P extends Cached<Pod>>(pods: Iterable<P>): P[];
export declare function countTerminatingPods(pods: Iterable<Cached<Pod>>): number;

// src/pods/pod-ranking.ts
export declare function compareActivePods(a: Cached<Pod>, b: Cached<Pod>): number;
export declare function comparePodsForLogging(a: Cached<Pod>, b: Cached<Pod>): number;
export declare function sortActivePodsWithRanks<P extends Cached<Pod>>(pods: readonly P[], ranks: readonly number[], now?: number): P[];

// src/pods/pod-template.ts
export type PodTemplateSpec = NonNullable<ReplicaSet['spec']['template']>;
export declare function podFromTemplate(template: Cached<PodTemplateSpec>, owner: Cached<KubernetesObject>, controllerRef: Readonly<OwnerReference>): Pod;
export declare function requireLabels(pod: Pod): void;

// src/pods/pods-by-node.ts
export declare const podNodeIndex = "spec.nodeName";
export declare const podsByNode: Indexers<Pod, typeof podNodeIndex>;

// src/pods/pods-to-delete.ts
export declare function getPodsToDelete<P extends Cached<Pod>>(pods: readonly P[], related: Iterable<Cached<Pod>>, count: number, now?: number): P[];

// src/predicates/changed.ts
type Named = KubernetesObject;
export declare function generationChangedPredicate<T extends Named>(): Predicate<T>;
export declare function labelChangedPredicate<T extends Named>(): Predicate<T>;
export declare function annotationChangedPredicate<T extends Named>(): Predicate<T>;
export declare function resourceVersionChangedPredicate<T extends Named>(): Predicate<T>;
export declare function changedPredicate<T extends Named>(read: (object: Cached<T>) => unknown): Predicate<T>;
export declare function ignoreOwnWritesPredicate<T extends Named>(): Predicate<T>;
export declare function labelSelectorPredicate<T extends Named>(selector: LabelSelector): Predicate<T>;

// src/predicates/predicate.ts
export interface AddedEvent<T> {
    readonly type: 'added';
    readonly object: Cached<T>;
    readonly initial: boolean;
}
export interface UpdatedEvent<T> {
    readonly type: 'updated';
    readonly before: Cached<T>;
    readonly object: Cached<T>;
    readonly sync: boolean;
    readonly replaced: boolean;
    readonly own: boolean;
}
export interface DeletedEvent<T> {
    readonly type: 'deleted';
    readonly object: Cached<T>;
    readonly finalStateUnknown: boolean;
}
export type WatchedEvent<T> = AddedEvent<T> | UpdatedEvent<T> | DeletedEvent<T>;
export interface Predicate<T> {
    added?(event: AddedEvent<T>): boolean;
    updated?(event: UpdatedEvent<T>): boolean;
    deleted?(event: DeletedEvent<T>): boolean;
}
export declare function matches<T>(predicate: Predicate<T>, event: WatchedEvent<T>): boolean;
export declare function and<T>(...predicates: readonly Predicate<T>[]): Predicate<T>;
export declare function or<T>(...predicates: readonly Predicate<T>[]): Predicate<T>;
export declare function not<T>(predicate: Predicate<T>): Predicate<T>;

// src/program/controller-descriptor.ts
export interface DescriptorParts {
    readonly onError: (error: unknown) => void;
}
export interface ControllerDescriptor<F extends Flags = Flags> {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly flags: F;
    setUp(manager: Manager, values: FlagValues<F>, parts: DescriptorParts): void;
}
export declare function enabledControllers(all: readonly ControllerDescriptor[], list: readonly string[]): readonly ControllerDescriptor[];

// src/program/flag.ts
export interface Flag<T = unknown> {
    readonly placeholder: string | undefined;
    readonly help: string;
    readonly fallback: T;
    readonly short?: string | undefined;
    parse(text: string, before: T | undefined): T;
}
export type Flags = Readonly<Record<string, Flag>>;
export type FlagValues<F extends Flags> = {
    readonly [Name in keyof F]: F[Name] extends Flag<infer T> ? T : never;
};
export declare class FlagValueError extends Error {
    readonly name = "FlagValueError";
}
export declare function textFlag<T extends string | undefined>(fallback: T, placeholder: string, help: string): Flag<T | string>;
export declare function switchFlag(fallback: boolean, help: string, short?: string): Flag<boolean>;
export declare function countFlag(fallback: number, help: string, { min, max, short }?: {
    min?: number;
    max?: number;
    short?: string;
}): Flag<number>;
export declare function numberFlag(fallback: number, help: string): Flag<number>;
export declare function durationFlag(fallback: string, help: string): Flag<number>;
export declare function listFlag(fallback: readonly string[], placeholder: string, help: string): Flag<readonly string[]>;
export declare function choiceFlag<T extends string>(fallback: T | undefined, choices: readonly T[], help: string): Flag<T | undefined>;

// src/program/parse-flags.ts
export declare class UsageError extends Error {
    readonly name = "UsageError";
}
export declare function parseFlags<F extends Flags>(flags: F, args: readonly string[]): FlagValues<F>;
export declare function flagsText(flags: Flags): string;

// src/program/program-client.ts
export declare function programClient(userAgent: string, values: ProgramValues, { registry }: ManagerMetrics): Promise<Client>;

// src/program/program-flags.ts
declare const logLevels: readonly ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];
export type LogLevel = (typeof logLevels)[number];
export declare function programFlags(name: string): {
    controllers: import("./flag.ts").Flag<readonly string[]>;
    kubeconfig: import("./flag.ts").Flag<string | undefined>;
    master: import("./flag.ts").Flag<string | undefined>;
    'kube-api-qps': import("./flag.ts").Flag<number>;
    'kube-api-burst': import("./flag.ts").Flag<number>;
    'leader-elect': import("./flag.ts").Flag<boolean>;
    'leader-elect-resource-name': import("./flag.ts").Flag<string>;
    'leader-elect-resource-namespace': import("./flag.ts").Flag<string>;
    'leader-elect-lease-duration': import("./flag.ts").Flag<number>;
    'leader-elect-renew-deadline': import("./flag.ts").Flag<number>;
    'leader-elect-retry-period': import("./flag.ts").Flag<number>;
    'bind-address': import("./flag.ts").Flag<string>;
    'secure-port': import("./flag.ts").Flag<number>;
    'log-level': import("./flag.ts").Flag<"debug" | "error" | "fatal" | "info" | "silent" | "trace" | "warn" | undefined>;
    v: import("./flag.ts").Flag<number>;
    help: import("./flag.ts").Flag<boolean>;
    version: import("./flag.ts").Flag<boolean>;
};
export declare function logLevelOf({ 'log-level': level, v, }: {
    'log-level': LogLevel | undefined;
    v: number;
}): LogLevel;

// src/program/program-manager.ts
export type ProgramValues = FlagValues<ReturnType<typeof programFlags>>;
export interface ProgramManagerOptions {
    readonly name: string;
    readonly client: Client;
    readonly controllers: readonly ControllerDescriptor[];
    readonly values: ProgramValues & FlagValues<Flags>;
    readonly metrics?: ManagerMetrics | undefined;
    readonly onError?: ((error: Error) => void) | undefined;
}
export declare function programManager(options: ProgramManagerOptions): Manager;

// src/program/run-program.ts
export interface Program {
    readonly name: string;
    readonly controllers: readonly ControllerDescriptor[];
    readonly manifest: URL;
    readonly logger: (level: LogLevel) => StructuredLogger;
    readonly args?: readonly string[] | undefined;
}
export declare function runProgram(program: Program): Promise<number>;

// src/program/stop-signals.ts
export declare class StopSignals {
    #private;
    constructor();
    get signal(): AbortSignal;
    stop(reason: string): void;
    ignore(): void;
}

// src/read-your-writes/deletion.ts
export declare const gone: OwnWrite;
export declare function deletionOf(key: string, result: KubernetesObject | Status, options?: DeleteOptions): OwnWrite;

// src/read-your-writes/outcome-unknown.ts
export declare function isOutcomeUnknown(error: unknown): boolean;

// src/read-your-writes/overlay.ts
export interface ReadSource<T> extends ListerSource<T> {
    byIndex(name: string, value: string): Cached<T>[];
}
export declare class Overlay<T extends KubernetesObject> implements ReadSource<T> {
    #private;
    constructor(informer: SharedInformer<T, string>, resource: string, tracker: WriteTracker);
    getByKey(key: string): Cached<T> | undefined;
    list(selector?: Selector): Cached<T>[];
    index(name: string, object: T): Cached<T>[];
    byIndex(name: string, value: string): Cached<T>[];
}

// src/read-your-writes/own-write.ts
export interface OwnWrite {
    readonly key: string;
    readonly uid: string | undefined;
    readonly resourceVersion: string | undefined;
    readonly object: KubernetesObject | undefined;
    readonly deleted: boolean;
    readonly evicted: boolean;
}
export interface CacheView {
    getByKey(key: string): Cached<KubernetesObject> | undefined;
    lastStoreSyncResourceVersion(): string;
}
export declare function hasSeen(cache: CacheView, write: OwnWrite): boolean;
export declare function isAtLeast(version: string | undefined, wanted: string): boolean;
export declare function latest(before: OwnWrite | undefined, write: OwnWrite): OwnWrite;

// src/read-your-writes/reading-client.ts
export declare class ReadingClient {
    #private;
    readonly clock: Client['clock'];
    readonly random: Client['random'];
    protected readonly client: Client;
    constructor(client: Client, signal: AbortSignal);
    get<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, options?: GetOptions): Promise<T>;
    list<T extends KubernetesObject>(resource: Resource<T>, options?: PageOptions): Promise<ListResult<T>>;
    listParts<T extends KubernetesObject>(resource: Resource<T>, options?: CollectionOptions): AsyncIterable<ListPart<T>>;
    listPages<T extends KubernetesObject>(resource: Resource<T>, options?: PageOptions): AsyncIterable<ListResult<T>>;
    watch<T extends KubernetesObject>(resource: Resource<T>, options?: CollectionOptions): Promise<WatchStream<T>>;
    getScale(resource: Resource, address: ObjectAddress, options?: CallOptions): Promise<Scale>;
    protected within<O extends CallOptions>(options: O | undefined): O & CallOptions;
}

// src/read-your-writes/reconcile-client.ts
export interface RunOfClient {
    readonly signal: AbortSignal;
    guard(): void;
    begin(resource: Resource, key: string): () => void;
    wrote(resource: Resource, write: OwnWrite, base: string | undefined): void;
    unknown(resource: Resource): void;
}
export declare class ReconcileClient extends ReadingClient implements Pick<Client, Exclude<keyof Client, 'transport' | 'close' | typeof Symbol.asyncDispose>> {
    #private;
    constructor(client: Client, run: RunOfClient);
    create<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: WriteOptions & {
        readonly namespace?: string;
    }): Promise<T>;
    update<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: WriteOptions): Promise<T>;
    updateStatus<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: WriteOptions): Promise<T>;
    patch<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, patch: unknown, options?: PatchOptions): Promise<T>;
    patchStatus<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, patch: unknown, options?: PatchOptions): Promise<T>;
    apply<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: ApplyOptions): Promise<T>;
    delete<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, options?: DeleteOptions): Promise<T | Status>;
    deleteCollection<T extends KubernetesObject>(resource: Resource<T>, options?: DeleteOptions & Pick<CollectionOptions, 'namespace' | 'labelSelector' | 'fieldSelector'>): Promise<KubernetesObject>;
    updateScale(resource: Resource, scale: Scale, options?: WriteOptions): Promise<Scale>;
    patchScale(resource: Resource, address: ObjectAddress, patch: unknown, options?: PatchOptions): Promise<Scale>;
    evict(pod: ObjectAddress, options?: DeleteOptions): Promise<Status>;
    bind(pod: ObjectAddress & {
        readonly uid?: string;
    }, node: string, options?: WriteOptions): Promise<Status>;
    request(request: RawRequest): Promise<unknown>;
}

// src/read-your-writes/write-log.ts
export interface LoggedWrite {
    readonly controller: string;
    readonly base?: string | undefined;
    readonly span?: SpanContext | undefined;
}
export declare class WriteLog {
    #private;
    begin(resource: string, object: string): () => void;
    settled(resource: string, object: string): Promise<unknown> | undefined;
    add(resource: string, resourceVersion: string, write: LoggedWrite): void;
    get(resource: string, resourceVersion: string | undefined): LoggedWrite | undefined;
    leadsTo(resource: string, before: string | undefined, after: string | undefined, controller: string): boolean;
}

// src/read-your-writes/write-tracker.ts
export type CachesOf = (resource: string) => readonly CacheView[];
export interface OverlayOptions {
    readonly clock: Clock;
    readonly timeout: number;
    readonly expired: (request: string, resource: string) => void;
}
export declare class WriteTracker {
    #private;
    constructor(caches: CachesOf, overlays?: OverlayOptions);
    get size(): number;
    wrote(request: string, resource: string, write: OwnWrite): void;
    unknown(request: string, resource: string): void;
    unknownOf(request: string): readonly string[];
    known(request: string, resource: string, resourceVersion: string): void;
    behind(request: string, { unknownOnly }?: {
        unknownOnly?: boolean | undefined;
    }): readonly string[];
    objectsOf(request: string): readonly string[];
    forget(request: string): number;
    unseen(resource: string, cache: CacheView): ReadonlyMap<string, OwnWrite>;
    unseenOf(resource: string, key: string, cache: CacheView): OwnWrite | undefined;
}
export declare function objectOf(resource: string, key: string): string;
export declare function writeOf(key: string, object: KubernetesObject): OwnWrite;

// src/reconcile/caches.ts
export declare function resourceKey({ group, resource }: Pick<Resource, 'group' | 'resource'>): string;
export interface Cache {
    readonly key: string;
    readonly resource: Resource;
    readonly projection: Projection;
    readonly informer: SharedInformer<KubernetesObject, string>;
}
export declare class Caches {
    #private;
    constructor(pool: InformerPool, on: {
        taken: (cache: Cache) => void;
        left: (cache: Cache) => void;
    });
    get all(): readonly Cache[];
    declare<T extends KubernetesObject>(resource: Resource<T>, projection: Projection, indexers?: Indexers<T>): SharedInformer<T, string>;
    declareAll(sources: Iterable<{
        readonly resource: Resource;
        readonly projection: Projection;
        readonly indexers: Indexers<KubernetesObject> | undefined;
    }>): void;
    use(resource: Resource, request: string): Cache;
    keep(request: string, used: ReadonlySet<string>): void;
    get(resource: Resource, projection: Projection): Cache | undefined;
    of(resource: string): readonly Cache[];
    release(): void;
}

// src/reconcile/catch-up.ts
export declare class ReadYourWritesTimeoutError extends Error {
    readonly name = "ReadYourWritesTimeoutError";
    readonly controller: string;
    readonly request: string;
    readonly resources: readonly string[];
    constructor(controller: string, request: string, resources: readonly string[], waited: number);
}
export interface WaitingRequest {
    readonly request: Request;
    readonly priority: number;
    readonly causes: readonly Cause[];
}
export interface CatchUpParts {
    readonly controller: string;
    readonly client: Client;
    readonly clock: Clock;
    readonly mode: ReadYourWrites;
    readonly timeout: number;
    readonly tracker: WriteTracker;
    readonly cachesOf: (resource: string) => readonly Cache[];
    readonly wake: (waiting: WaitingRequest, after: number) => void;
    readonly report: (error: Error) => void;
}
export declare class CatchUp {
    #private;
    constructor(parts: CatchUpParts);
    get waiting(): number;
    admit(waiting: WaitingRequest, signal: AbortSignal): Promise<boolean>;
    caughtUp(request: Request, signal: AbortSignal): Promise<void>;
    follow(cache: Cache): void;
    leave(cache: Cache): void;
    ended(key: string): void;
    stop(): void;
}

// src/reconcile/classify.ts
export interface Verdict {
    readonly result: OutcomeResult;
    readonly error?: Error;
    readonly requeueAfter?: number;
    readonly priority?: number | undefined;
}
export interface RunFacts {
    readonly controller: string;
    readonly request: string;
    readonly aborted: unknown;
}
export declare function classify(ended: Limited<Result | void>, { controller, request, aborted }: RunFacts): Verdict;

// src/reconcile/controller-parts.ts
export interface Surroundings {
    readonly client: Client;
    readonly pool: InformerPool;
    readonly writeLog: WriteLog;
    readonly recorder: EventRecorderLike | undefined;
    readonly queueMetrics: MetricsProvider | undefined;
    readonly told: (outcome: Outcome, heard: boolean) => void;
    guard(): void;
}
export interface ControllerParts {
    readonly name: string;
    readonly resource: Resource | undefined;
    readonly watches: readonly WatchSource[];
    readonly streams: readonly StreamSource[];
    readonly reconciler: Reconciler;
    readonly options: ControllerOptions;
}

// src/reconcile/controller.ts
export type ControllerPhase = 'new' | 'syncing' | 'standby' | 'working' | 'stopped';
export interface ControllerStatus {
    readonly name: string;
    readonly phase: ControllerPhase;
    readonly queue: QueueStats;
    readonly active: number;
    readonly waitingForCaches: number;
    readonly loopPauses: number;
    readonly results: Readonly<Record<OutcomeResult, number>>;
}
export declare class Controller {
    #private;
    readonly name: string;
    readonly needLeaderElection: boolean;
    constructor(parts: ControllerParts, around: Surroundings);
    get outcomes$(): Observable<Outcome>;
    get error$(): Observable<Error>;
    get resource(): Resource | undefined;
    get status(): ControllerStatus;
    get stats$(): Observable<QueueStats>;
    get parts(): ControllerParts;
    get caches(): readonly Cache[];
    enqueue(request: Request, options?: AddOptions): void;
    warmUp(signal: AbortSignal): Promise<void>;
    work(signals: WorkSignals): Promise<void>;
    stop(): Promise<void>;
}

// src/reconcile/fail-safe-limiter.ts
export declare function failSafe<T>(limiter: RateLimiter<T>, instead: RateLimiter<T>, report: (error: Error) => void): RateLimiter<T>;

// src/reconcile/jittered.ts
export declare function jittered<T>(limiter: RateLimiter<T>, random: Random): RateLimiter<T>;

// src/reconcile/loop-error.ts
export declare class ReconcileLoopError extends Error {
    readonly name = "ReconcileLoopError";
    readonly controller: string;
    readonly request: string;
    constructor(controller: string, request: string);
}

// src/reconcile/loop-guard.ts
export interface LoopGuardOptions {
    readonly max?: number | undefined;
    readonly within?: Duration | undefined;
    readonly pause?: Duration | undefined;
    readonly maxPause?: Duration | undefined;
}
export interface Admission {
    readonly delay: number;
    readonly firstTime: boolean;
}
export declare class LoopGuard {
    #private;
    pauses: number;
    constructor({ max, within, pause, maxPause }?: LoopGuardOptions);
    get size(): number;
    admit(request: string, now: number): Admission;
    ran(request: string, now: number): void;
    rested(request: string): void;
}

// src/reconcile/or-aborted.ts
export declare function orAborted<R>(promise: Promise<R>, signal: AbortSignal): Promise<R>;

// src/reconcile/outcome.ts
export type OutcomeResult = 
'success'
 | 'requeue_after'
 | 'error'
 | 'terminal'
 | 'timeout'
 | 'namespace_terminating'
 | 'aborted';
export declare function noResults(): Record<OutcomeResult, number>;
export interface Outcome {
    readonly controller: string;
    readonly request: Request;
    readonly result: OutcomeResult;
    readonly error: Error | undefined;
    readonly duration: number;
    readonly waited: number;
    readonly causes: readonly Cause[];
    readonly droppedCauses: number;
    readonly priority: number;
    readonly attempt: number;
    readonly requeueAfter: number | undefined;
    readonly writes: number;
    readonly noopWrites: number;
}

// src/reconcile/reconciler.ts
export interface ReconcileContext<T extends KubernetesObject = KubernetesObject> {
    readonly object: Cached<T> | undefined;
    readonly client: ReconcileClient;
    readonly signal: AbortSignal;
    readonly clock: Clock;
    readonly random: Random;
    readonly causes: readonly Cause[];
    readonly attempt: number;
    lister<U extends KubernetesObject>(this: void, resource: Resource<U>, projection: 'metadata'): CacheReader<PartialObjectMetadata>;
    lister<U extends KubernetesObject>(this: void, resource: Resource<U>, projection?: 'full'): CacheReader<U>;
    informer<U extends KubernetesObject>(this: void, resource: Resource<U>): Promise<CacheReader<U>>;
    caughtUp(this: void): Promise<void>;
    event(this: void, type: 'Normal' | 'Warning', reason: string, message: string, about?: KubernetesObject): void;
}
export type Reconciler<T extends KubernetesObject = KubernetesObject> = (request: Request, context: ReconcileContext<T>) => Promise<Result | void> | Result | void;
export type ReadYourWrites = 
'off'
 | 'wait'
 | 'overlay'
 | 'requeue';
export interface ControllerOptions {
    readonly maxConcurrentReconciles?: number | undefined;
    readonly reconcileTimeout?: Duration | undefined;
    readonly readYourWrites?: ReadYourWrites | undefined;
    readonly readYourWritesTimeout?: Duration | undefined;
    readonly trackedReads?: boolean | undefined;
    readonly loopGuard?: LoopGuardOptions | false | undefined;
    readonly rateLimiter?: RateLimiter<Request> | undefined;
    readonly needLeaderElection?: boolean | undefined;
    readonly ageing?: Duration | undefined;
}

// src/reconcile/run-context.ts
export interface RunParts {
    readonly controller: string;
    readonly resource: Resource | undefined;
    readonly request: Request;
    readonly causes: readonly Cause[];
    readonly attempt: number;
    readonly signal: AbortSignal;
    readonly caches: Caches;
    readonly tracker: WriteTracker;
    readonly catchUp: CatchUp;
    readonly mode: ReadYourWrites;
    readonly reading: ReadingRun | undefined;
    readonly wrote: (resource: Resource, write: OwnWrite, base: string | undefined) => void;
}
export declare class RunContext {
    #private;
    writes: number;
    noopWrites: number;
    readonly used: Set<string>;
    readonly client: ReconcileClient;
    constructor(parts: RunParts, around: Surroundings);
    object(): Cached<KubernetesObject> | undefined;
    context<T extends KubernetesObject>(): ReconcileContext<T>;
}

// src/reconcile/time-limit.ts
export type Limited<R> = {
    readonly ended: true;
    readonly result: R;
} | {
    readonly ended: true;
    readonly error: unknown;
}
 | {
    readonly ended: false;
};
export declare const grace = 5000;
export declare function limited<R>(call: () => Promise<R> | R, signal: AbortSignal, clock: Clock, late: (error: unknown) => void): Promise<Limited<R>>;

// src/reconcile/tracing.ts
export declare class RunSpan {
    #private;
    constructor(controller: string, { namespace, name }: Request, run: {
        readonly causes: readonly Cause[];
        readonly attempt: number;
        readonly waited: number;
    });
    get context(): SpanContext | undefined;
    run<R>(call: () => R): R;
    end({ result, error }: Verdict, writes: number): void;
}

// src/reconcile/triggers.ts
export declare const lowPriority = -100;
export interface TriggerParts {
    readonly name: string;
    readonly primary: Cache | undefined;
    readonly watches: readonly WatchSource[];
    readonly streams: readonly StreamSource[];
    readonly caches: Caches;
    readonly queue: RateLimitingQueue<Request>;
    readonly report: (error: Error) => void;
}
export declare class Triggers {
    #private;
    constructor(parts: TriggerParts, around: Surroundings);
    attach(): void;
    synced(): Promise<void>;
    stop(): Promise<void>;
}

// src/reconcile/woken-by.ts
export declare function isByItself(causes: readonly Cause[], droppedCauses: number): boolean;
export declare function isByOthers(causes: readonly Cause[]): boolean;

// src/reconcile/work-turn.ts
export declare class WorkTurn {
    #private;
    constructor(clock: Clock);
    shared(): Promise<void>;
}

// src/reconcile/workers.ts
export interface WorkerParts {
    readonly name: string;
    readonly resource: Resource | undefined;
    readonly reconciler: Reconciler;
    readonly options: ControllerOptions;
    readonly queue: RateLimitingQueue<Request>;
    readonly caches: Caches;
    readonly tracker: WriteTracker;
    readonly catchUp: CatchUp;
    readonly reads: ReadTracker | undefined;
    readonly loopGuard: LoopGuard | undefined;
    readonly report: (error: Error) => void;
    readonly told: (outcome: Outcome) => void;
}
export interface WorkSignals {
    readonly signal: AbortSignal;
    readonly abort: AbortSignal;
}
export declare class Workers {
    #private;
    constructor(parts: WorkerParts, around: Surroundings);
    get active(): number;
    get loopPauses(): number;
    work(signals: WorkSignals): Promise<void>;
}
export declare class RunOverError extends Error {
    readonly name = "RunOverError";
    constructor(controller: string, request: string);
}

// src/replica-sets/replica-sets.ts
export declare function filterActiveReplicaSets<R extends Cached<ReplicaSet>>(sets: Iterable<R | undefined>): R[];
export declare function compareReplicaSetsByCreation(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number;
export declare function compareReplicaSetsBySizeOlder(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number;
export declare function compareReplicaSetsBySizeNewer(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number;

// src/request.ts
export interface Request extends ObjectName {
    readonly namespace: string;
    readonly name: string;
}
export declare function requestKey({ namespace, name }: ObjectName): string;
export declare function requestFor({ metadata }: KubernetesObject | Cached<KubernetesObject>): Request | undefined;

// src/result.ts
export interface Result {
    readonly requeueAfter?: Duration | undefined;
    readonly priority?: number | undefined;
}

// src/slow-start-batch.ts
export interface SlowStartOptions {
    readonly initial?: number | undefined;
    readonly maxBatch?: number | undefined;
    readonly signal?: AbortSignal | undefined;
}
export interface SlowStartResult {
    readonly successes: number;
    readonly attempted: number;
    readonly errors: readonly unknown[];
}
export declare function slowStartBatch(count: number, call: (index: number) => unknown, { initial, maxBatch, signal }?: SlowStartOptions): Promise<SlowStartResult>;

// src/sources/enqueue.ts
export type MapFunc<T> = (object: Cached<T>, event: WatchedEvent<T>) => Iterable<Request> | Promise<Iterable<Request>>;
export interface OwnerOptions {
    readonly onlyController?: boolean | undefined;
}
export declare function enqueueRequestForObject<T extends KubernetesObject>(): EventHandler<T>;
export declare function enqueueRequestForOwner<T extends KubernetesObject>(owner: Resource, { onlyController }?: OwnerOptions): EventHandler<T>;
export declare function enqueueRequestsFromMapFunc<T extends KubernetesObject>(map: MapFunc<T>): EventHandler<T>;
export declare function enqueueOnIndex<T extends KubernetesObject>(index: string, value?: (object: Cached<T>) => string): EventHandler<T>;

// src/sources/event-handler.ts
export interface RequestQueue {
    add(request: Request): void;
    addAfter(request: Request, delay: Duration): void;
    requestsByIndex(index: string, value: string): readonly Request[];
}
export interface EventHandler<T> {
    added?(event: AddedEvent<T>, queue: RequestQueue): void | Promise<void>;
    updated?(event: UpdatedEvent<T>, queue: RequestQueue): void | Promise<void>;
    deleted?(event: DeletedEvent<T>, queue: RequestQueue): void | Promise<void>;
}

// src/sources/stream-source.ts
export type StreamSource = {
    readonly all: false;
    readonly name: string;
    readonly stream: Observable<Request | Iterable<Request>>;
} | {
    readonly all: true;
    readonly name: string;
    readonly stream: Observable<unknown>;
};
export declare class SourceFailedError extends Error {
    readonly name = "SourceFailedError";
    readonly controller: string;
    readonly source: string;
    constructor(controller: string, source: string, cause: unknown);
}
export declare class InvalidRequestError extends Error {
    readonly name = "InvalidRequestError";
    readonly controller: string;
    readonly source: string;
    constructor(controller: string, source: string, cause: unknown);
}

// src/sources/watch-source.ts
export interface WatchSource<T extends KubernetesObject = KubernetesObject> {
    readonly resource: Resource<T>;
    readonly projection: Projection;
    readonly indexers: Indexers<T> | undefined;
    readonly predicates: readonly Predicate<T>[];
    readonly handler: EventHandler<T> | undefined;
    readonly role: 'for' | 'owns' | 'watches' | 'reads';
}
export interface WatchContext<T> {
    readonly name: string;
    readonly clock: Clock;
    isOwn(before: string | undefined, after: string | undefined): boolean;
    settled(object: string): Promise<unknown> | undefined;
    queueFor(event: WatchedEvent<T>): RequestQueue;
}
export declare function attach<T extends KubernetesObject>(source: WatchSource<T>, informer: SharedInformer<T, string>, context: WatchContext<T>): ResourceEventHandlerRegistration | undefined;

// src/stale-object-error.ts
export declare class StaleObjectError extends Error {
    readonly name = "StaleObjectError";
    readonly resource: string;
    readonly key: string;
    readonly resourceVersion: string | undefined;
    constructor(resource: string, key: string, resourceVersion: string | undefined, cause: unknown);
}
export declare function staleOr(error: unknown, resource: Resource, object: Cached<KubernetesObject>): unknown;

// src/tracked-reads/cache-reader.ts
export interface CacheReader<T> extends Lister<T> {
    getByKey(key: string): Cached<T> | undefined;
    byIndex(index: string, value: string): Cached<T>[];
}
export declare function cacheReader<T extends KubernetesObject>(source: ReadSource<T>, resource: Resource<T>, record?: (read: Read) => void): CacheReader<T>;

// src/tracked-reads/changes-of.ts
export declare function changesOf(write: Write<KubernetesObject>, indexer: Pick<Indexer, 'getByKey' | 'keys'>): Generator<ObjectChange>;

// src/tracked-reads/dependencies.ts
export type Read = {
    readonly by: 'key';
    readonly key: string;
} | {
    readonly by: 'list';
    readonly namespace: string;
    readonly selector: LabelSelector | undefined;
} | {
    readonly by: 'index';
    readonly index: string;
    readonly value: string;
};
export interface ObjectChange {
    readonly key: string;
    readonly before: Cached<KubernetesObject> | undefined;
    readonly object: Cached<KubernetesObject> | undefined;
}
export type IndexValues = (index: string, object: Cached<KubernetesObject>) => readonly string[];
export declare class Dependencies {
    #private;
    add(request: string, read: Read): string;
    remove(request: string, id: string): void;
    touchedBy(change: ObjectChange, valuesOf: IndexValues): ReadonlySet<string>;
}

// src/tracked-reads/index-values.ts
export declare function indexValues<T extends KubernetesObject>(indexer: Pick<Indexer<T>, 'getIndexers'>, index: string, object: Cached<T>): readonly string[];

// src/tracked-reads/read-tracker.ts
export interface ReadingRun {
    record(cache: string, informer: SharedInformer<KubernetesObject, string>, read: Read): void;
    end(succeeded: boolean): void;
}
export declare class ReadTracker {
    #private;
    constructor(wake: (request: string, cache: string, change: ObjectChange) => void);
    begin(request: string): ReadingRun;
    forget(request: string): void;
    leave(cache: string): void;
    stop(): void;
}
