// src/api-server-options.ts
export interface ApiServerOptions {
    readonly clock?: Clock;
    readonly random?: Random;
    readonly version?: string;
    readonly historySize?: number;
    readonly watchBufferSize?: number;
    readonly tokens?: ReadonlyMap<string, User>;
    readonly authorize?: Authorizer;
    readonly controllers?: readonly ControllerName[];
}
export interface RequestRecord {
    readonly method: string;
    readonly path: string;
    readonly verb: string;
    readonly user: string;
    readonly userAgent: string;
    readonly status: number;
    readonly error?: unknown;
}

// src/api-server.ts
export declare class ApiServer implements AsyncDisposable {
    #private;
    constructor(options?: ApiServerOptions);
    get clock(): Clock;
    get resourceVersion(): string;
    transport(): Transport;
    listen(options?: ListenOptions): Promise<Listening>;
    kubeconfig(options: {
        readonly url: string;
        readonly token?: string;
    }): Kubeconfig;
    requests(listener: (record: RequestRecord) => void): () => void;
    compact(resource?: string): void;
    closeWatches(): void;
    handle(request: ApiRequest): Promise<ApiResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/apply/apply-handler.ts
export declare function applyObject(call: Call, part: Part): ApiResponse;

// src/apply/apply-request.ts
export interface ApplyRequest {
    readonly config: JsonObject;
    readonly manager: string;
    readonly force: boolean;
    readonly subresource: string;
}
export declare function readConfig(resource: ServedResource, body: Uint8Array): JsonObject;
export declare function applied(backend: Backend, resource: ServedResource, before: ApiObject | undefined, request: ApplyRequest): {
    readonly object: JsonObject;
    readonly managedFields: ManagedFieldsEntry[];
};
export declare function applyTo(owners: Owners, live: JsonObject, lens: Lens, apiVersion: string, { config, manager, force, subresource }: ApplyRequest, time: string | undefined): {
    readonly object: JsonObject;
    readonly owners: Owners;
};

// src/apply/compare.ts
export interface Comparison {
    readonly added: FieldSet;
    readonly modified: FieldSet;
    readonly removed: FieldSet;
}
export declare function compare(open: Shape, before: unknown, after: unknown): Comparison;
export declare function ignoring({ added, modified, removed }: Comparison, ignored: FieldSet): Comparison;

// src/apply/conflict.ts
export type Conflicts = ReadonlyMap<string, {
    readonly owner: Ownership;
    readonly fields: FieldSet;
}>;
export declare function conflictError(conflicts: Conflicts): StatusError;

// src/apply/field-set.ts
export declare class FieldSet {
    #private;
    readonly member: boolean;
    readonly children: ReadonlyMap<PathElement, FieldSet>;
    constructor(member: boolean, children?: ReadonlyMap<PathElement, FieldSet>);
    static get empty(): FieldSet;
    static get leaf(): FieldSet;
    static of(...paths: readonly (readonly PathElement[])[]): FieldSet;
    get isEmpty(): boolean;
    has(path: readonly PathElement[]): boolean;
    at(element: PathElement): FieldSet;
    union(other: FieldSet): FieldSet;
    difference(other: FieldSet): FieldSet;
    without(other: FieldSet): FieldSet;
    intersection(other: FieldSet): FieldSet;
    equals(other: FieldSet): boolean;
    paths(prefix?: readonly PathElement[]): Generator<readonly PathElement[]>;
    toFieldsV1(): JsonObject;
}
export declare function fromFieldsV1(value: unknown): FieldSet | undefined;

// src/apply/last-applied.ts
export declare function afterLastApplied(conflicts: Conflicts, live: JsonObject, shape: Shape, apiVersion: string): Conflicts;
export declare function withLastApplied(object: JsonObject, config: JsonObject): JsonObject;

// src/apply/managed-fields.ts
export interface Ownership {
    readonly manager: string;
    readonly operation: 'Apply' | 'Update';
    readonly apiVersion: string;
    readonly subresource: string;
    readonly time: string | undefined;
    readonly fields: FieldSet;
}
export type Owners = ReadonlyMap<string, Ownership>;
export declare function ownerKey(of: Omit<Ownership, 'time' | 'fields'>): string;
export declare function readOwners(entries: readonly ManagedFieldsEntry[] | undefined): Owners | undefined;
export declare function writeOwners(owners: Owners): ManagedFieldsEntry[];
export declare function sameOwners(a: Owners, b: Owners): boolean;
export declare function capped(owners: Owners): Owners;

// src/apply/merge.ts
export declare function merge(open: Shape, live: unknown, applied: unknown): unknown;
export declare function withoutPaths(open: Shape, value: unknown, paths: FieldSet): unknown;

// src/apply/ownership.ts
export interface Writer {
    readonly manager: string;
    readonly apiVersion: string;
    readonly subresource: string;
    readonly time: string | undefined;
}
export interface Lens {
    readonly shape: Shape;
    readonly ignored: FieldSet;
}
export declare function updated(owners: Owners, before: unknown, after: unknown, lens: Lens, writer: Writer): Owners;
export type Applied = {
    readonly type: 'applied';
    readonly object: unknown;
    readonly owners: Owners;
} | {
    readonly type: 'conflicts';
    readonly conflicts: Conflicts;
};
export declare function apply(owners: Owners, live: unknown, config: unknown, lens: Lens, writer: Writer, force: boolean): Applied;

// src/apply/path-element.ts
export type PathElement = string;
export declare function fieldElement(name: string): PathElement;
export declare function keyElement(keys: readonly (readonly [string, unknown])[]): PathElement;
export declare function valueElement(value: unknown): PathElement;
export declare function canonicalElement(text: string): PathElement | undefined;
export declare function displayPath(path: readonly PathElement[]): string;
export declare function compareElements(a: PathElement, b: PathElement): number;

// src/apply/scale-fields.ts
export declare function applyScale(owners: Owners, parentVersion: string, live: JsonObject, lens: Lens, request: ApplyRequest): {
    readonly replicas: unknown;
    readonly managedFields: ManagedFieldsEntry[];
};

// src/apply/shape.ts
export type Shape = {
    readonly at: 'leaf';
    readonly expect: Expectation;
} | {
    readonly at: 'struct';
    readonly message: Message;
} | {
    readonly at: 'map';
    readonly of: Shape;
}
 | {
    readonly at: 'list';
    readonly keys: readonly string[];
    readonly of: Shape;
}
 | {
    readonly at: 'any';
};
export type Expectation = 'string' | 'number' | 'boolean' | 'scalar' | {
    readonly items: Shape;
} | {
    readonly fields: Shape;
};
export declare function shapeOf(apiVersion: string, kind: string): Shape;
export declare function childShape(shape: Shape, key: string): Shape | undefined;
export declare function deduced(shape: Shape, ...values: readonly unknown[]): Shape;
export declare function itemElement(keys: readonly string[], item: unknown): PathElement | undefined;
export declare function itemsOf(keys: readonly string[], list: unknown): ReadonlyMap<PathElement, readonly unknown[]>;

// src/apply/to-field-set.ts
export declare function toFieldSet(open: Shape, value: unknown): FieldSet;

// src/apply/tracking.ts
export declare function managerOf(query: URLSearchParams, userAgent?: string): string;
export declare function lensOf({ apiVersion, kind, strategy }: ServedResource, subresource: string): Lens;
export declare function versioned({ conversion, kind, apiVersion }: ServedResource, object: ApiObject): JsonObject;
export declare function zeroObject({ kind, apiVersion }: ServedResource): JsonObject;
export declare function managedOnCreate(resource: ServedResource, given: ApiObject, writer: Writer): ManagedFieldsEntry[];
export declare function managedOnUpdate(resource: ServedResource, before: ApiObject, after: ApiObject, given: readonly ManagedFieldsEntry[] | undefined, writer: Writer): ManagedFieldsEntry[];
export declare function ownersOf({ metadata: { managedFields } }: ApiObject): Owners;
export declare function withManagers(before: ApiObject, after: ApiObject, managedFields: ManagedFieldsEntry[]): ApiObject;

// src/apply/validate.ts
export declare function problemsOf(shape: Shape, value: unknown): string | undefined;

// src/auth.ts
export interface RequestAttributes extends Pick<RequestInfo, 'verb' | 'path' | 'isResource' | 'group' | 'version' | 'resource' | 'namespace' | 'name' | 'subresource'> {
    readonly user: User;
}
export type Authorizer = (attributes: RequestAttributes) => boolean;
export declare function authenticate(authorization: string | undefined, tokens: ReadonlyMap<string, User> | undefined): User;
export declare function denied({ user, isResource, ...info }: RequestAttributes): StatusError;

// src/backend.ts
export interface Backend {
    readonly store: Store;
    readonly registry: Registry;
    readonly clock: Clock;
    readonly random: Random;
    readonly watchBufferSize: number;
    readonly controllers: ReadonlySet<ControllerName>;
    readonly serviceAllocator: ServiceAllocator;
}
export declare function collectionOf({ store }: Backend, { storage }: ServedResource): Collection;
export declare function nowOf({ clock }: Backend): string;
export declare function newUid({ random }: Backend): string;
export declare function newName({ random }: Backend, prefix: string): string;

// src/bin.ts
#!/usr/bin/env node

// src/bootstrap.ts
export declare function bootstrap(backend: Backend): void;

// src/codec/decode.ts
export declare class DecodeError extends Error {
    readonly name = "DecodeError";
    readonly conversion: string;
    constructor(message: string, conversion?: string);
}
export declare function decode(message: Message, value: unknown): {
    object: JsonObject;
    unknown: readonly string[];
};

// src/codec/json.ts
export type JsonObject = Record<string, unknown>;
export interface ApiObject extends JsonObject {
    metadata: ObjectMeta;
}
export declare function isObject(value: unknown): value is JsonObject;
export declare function asObject(value: unknown): JsonObject;
export declare function asArray(value: unknown): readonly unknown[];
export declare function asString(value: unknown): string;
export declare function asNumber(value: unknown): number;
export declare function setOwn(target: JsonObject, key: string, value: unknown): void;
export declare function getOwn(target: JsonObject, key: string): unknown;
export declare function equalJson(left: unknown, right: unknown): boolean;

// src/codec/metadata.ts
export declare function arrange(metadata: {
    readonly [Key in keyof ObjectMeta]: ObjectMeta[Key] | undefined;
}): ObjectMeta;

// src/codec/protobuf.ts
export declare class ProtobufError extends Error {
    readonly name = "ProtobufError";
}
export interface ProtobufBody {
    readonly apiVersion: string;
    readonly kind: string;
    readonly raw: Buffer;
}
export declare function readEnvelope(bytes: Uint8Array): ProtobufBody;
export declare function readMessage(message: Message, bytes: Buffer): JsonObject;

// src/codec/scan-json.ts
export declare function parseJson(text: string): unknown;
export declare function duplicateFields(text: string): readonly string[];

// src/codec/schema.ts
export type FieldType = {
    readonly at: 'string' | 'bool' | 'int32' | 'int64' | 'float64' | 'bytes';
} | {
    readonly at: 'time' | 'micro-time' | 'quantity' | 'int-or-string' | 'duration' | 'raw' | 'strings';
} | {
    readonly at: 'pointer' | 'list' | 'map';
    readonly of: FieldType;
} | {
    readonly at: 'message';
    readonly index: number;
};
export interface Field {
    readonly name: string;
    readonly type: FieldType;
    readonly number: number;
    readonly omitEmpty: boolean;
    readonly inline: boolean;
    readonly merge: MergeFacts;
}
export interface MergeFacts {
    readonly patchKey: string | undefined;
    readonly listKeys: readonly string[] | undefined;
    readonly atomic: boolean | undefined;
}
export interface Message {
    readonly name: string;
    readonly atomic: boolean;
    readonly fields: ReadonlyMap<string, Field>;
    readonly byNumber: ReadonlyMap<number, Field>;
}
declare class Schema {
    #private;
    constructor(facts: string);
    root(apiVersion: string, kind: string): Message | undefined;
    has(apiVersion: string, kind: string): boolean;
    message(index: number): Message;
}
export declare const schema: Schema;

// src/codec/time.ts
export declare function timestamp(ms: number): string;
export declare function microTime(ms: number, text?: string): string;

// src/codec/yaml.ts
export declare function parseYaml(text: string): unknown;

// src/command-line.ts
export interface CommandLineOptions {
    readonly arguments: readonly string[];
    readonly version: string;
    readonly print: (line: string) => void;
    readonly printError: (line: string) => void;
    readonly signal: AbortSignal;
}
export declare function commandLine(options: CommandLineOptions): Promise<number>;

// src/controllers/controller-name.ts
export type ControllerName = 'disruption' | 'garbage-collector' | 'namespace' | 'pod-garbage-collector';
export declare const allControllers: readonly ControllerName[];

// src/controllers/controllers.ts
export interface Controllers {
    stop(): void;
}
export declare function startControllers(backend: Backend, failed: (error: unknown) => void): Controllers;

// src/controllers/dependency-graph.ts
export interface Place {
    readonly collection: string;
    readonly key: string;
}
export declare const placeText: ({ collection, key }: Place) => string;
export declare function placeOf(text: string): Place;
export declare class DependencyGraph {
    #private;
    apply(collection: string, { type, key, object, previous }: StoreEvent): void;
    dependents(uid: string): readonly Place[];
}
export declare function owners(object: ApiObject | undefined): readonly OwnerReference[];

// src/controllers/disruption-controller.ts
export declare class DisruptionController {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/garbage-collector.ts
export declare class GarbageCollector {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/pod-garbage-collector.ts
export declare class PodGarbageCollector {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/resource-index.ts
export declare class ResourceIndex {
    #private;
    constructor(registry: Registry);
    ofKind(apiVersion: string, kind: string): ServedResource | undefined;
    ofCollection(name: string): ServedResource | undefined;
}

// src/controllers/turns.ts
export declare class Turns {
    #private;
    constructor(clock: Clock, work: (key: string) => void, failed: (error: unknown) => void);
    add(key: string): void;
    stop(): void;
}

// src/facts/columns.ts
export declare const columnsFacts = "\nv1/componentstatuses Name|string|name|0;Status|string||0;Message|string||0;Error|string||0\nv1/configmaps Name|string|name|0;Data|string||0;Age|string||0\nv1/endpoints Name|string|name|0;Endpoints|string||0;Age|string||0\nv1/events Last Seen|string||0;Type|string||0;Reason|string||0;Object|string||0;Subobject|string||1;Source|string||1;Message|string||0;First Seen|string||1;Count|string||1;Name|string|name|1\nv1/limitranges Name|string|name|0;Created At|date||0\nv1/namespaces Name|string|name|0;Status|string||0;Age|string||0\nv1/nodes Name|string|name|0;Status|string||0;Roles|string||0;Age|string||0;Version|string||0;Internal-IP|string||1;External-IP|string||1;OS-Image|string||1;Kernel-Version|string||1;Container-Runtime|string||1\nv1/persistentvolumeclaims Name|string|name|0;Status|string||0;Volume|string||0;Capacity|string||0;Access Modes|string||0;StorageClass|string||0;VolumeAttributesClass|string||0;Age|string||0;VolumeMode|string||1\nv1/persistentvolumes Name|string|name|0;Capacity|string||0;Access Modes|string||0;Reclaim Policy|string||0;Status|string||0;Claim|string||0;StorageClass|string||0;VolumeAttributesClass|string||0;Reason|string||0;Age|string||0;VolumeMode|string||1\nv1/pods Name|string|name|0;Ready|string||0;Status|string||0;Restarts|string||0;Age|string||0;IP|string||1;Node|string||1;Nominated Node|string||1;Readiness Gates|string||1\nv1/podtemplates Name|string|name|0;Containers|string||0;Images|string||0;Pod Labels|string||0\nv1/replicationcontrollers Name|string|name|0;Desired|integer||0;Current|integer||0;Ready|integer||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\nv1/resourcequotas Name|string|name|0;Age|string||0;Request|string||0;Limit|string||0\nv1/secrets Name|string|name|0;Type|string||0;Data|string||0;Age|string||0\nv1/serviceaccounts Name|string|name|0;Secrets|string||0;Age|string||0\nv1/services Name|string|name|0;Type|string||0;Cluster-IP|string||0;External-IP|string||0;Port(s)|string||0;Age|string||0;Selector|string||1\napiregistration.k8s.io/v1/apiservices Name|string|name|0;Service|string||0;Available|string||0;Age|string||0\napps/v1/controllerrevisions Name|string|name|0;Controller|string||0;Revision|string||0;Age|string||0\napps/v1/daemonsets Name|string|name|0;Desired|integer||0;Current|integer||0;Ready|integer||0;Up-to-date|integer||0;Available|integer||0;Node Selector|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\napps/v1/deployments Name|string|name|0;Ready|string||0;Up-to-date|string||0;Available|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\napps/v1/replicasets Name|string|name|0;Desired|integer||0;Current|integer||0;Ready|integer||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\napps/v1/statefulsets Name|string|name|0;Ready|string||0;Age|string||0;Containers|string||1;Images|string||1\nevents.k8s.io/v1/events Last Seen|string||0;Type|string||0;Reason|string||0;Object|string||0;Subobject|string||1;Source|string||1;Message|string||0;First Seen|string||1;Count|string||1;Name|string|name|1\nautoscaling/v2/horizontalpodautoscalers Name|string|name|0;Reference|string||0;Targets|string||0;MinPods|string||0;MaxPods|string||0;Replicas|string||0;Age|string||0\nautoscaling/v1/horizontalpodautoscalers Name|string|name|0;Reference|string||0;Targets|string||0;MinPods|string||0;MaxPods|string||0;Replicas|string||0;Age|string||0\nbatch/v1/cronjobs Name|string|name|0;Schedule|string||0;Timezone|string||0;Suspend|boolean||0;Active|integer||0;Last Schedule|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\nbatch/v1/jobs Name|string|name|0;Status|string||0;Completions|string||0;Duration|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\ncertificates.k8s.io/v1/certificatesigningrequests Name|string|name|0;Age|string||0;SignerName|string||0;Requestor|string||0;RequestedDuration|string||0;Condition|string||0\nnetworking.k8s.io/v1/ingressclasses Name|string|name|0;Controller|string||0;Parameters|string||0;Age|string||0\nnetworking.k8s.io/v1/ingresses Name|string|name|0;Class|string||0;Hosts|string||0;Address|string||0;Ports|string||0;Age|string||0\nnetworking.k8s.io/v1/networkpolicies Name|string|name|0;Pod-Selector|string||0;Age|string||0\npolicy/v1/poddisruptionbudgets Name|string|name|0;Min Available|string||0;Max Unavailable|string||0;Allowed Disruptions|integer||0;Age|string||0\nrbac.authorization.k8s.io/v1/clusterrolebindings Name|string|name|0;Role|string||0;Age|string||0;Users|string||1;Groups|string||1;ServiceAccounts|string||1\nrbac.authorization.k8s.io/v1/clusterroles Name|string|name|0;Created At|date||0\nrbac.authorization.k8s.io/v1/rolebindings Name|string|name|0;Role|string||0;Age|string||0;Users|string||1;Groups|string||1;ServiceAccounts|string||1\nrbac.authorization.k8s.io/v1/roles Name|string|name|0;Created At|date||0\nstorage.k8s.io/v1/csidrivers Name|string|name|0;AttachRequired|boolean||0;PodInfoOnMount|boolean||0;StorageCapacity|boolean||0;TokenRequests|string||0;RequiresRepublish|boolean||0;Modes|string||0;Age|string||0\nstorage.k8s.io/v1/csinodes Name|string|name|0;Drivers|integer||0;Age|string||0\nstorage.k8s.io/v1/csistoragecapacities Name|string|name|0;Created At|date||0\nstorage.k8s.io/v1/storageclasses Name|string|name|0;Provisioner|string||0;ReclaimPolicy|string||0;VolumeBindingMode|string||0;AllowVolumeExpansion|string||0;Age|string||0\nstorage.k8s.io/v1/volumeattachments Name|string|name|0;Attacher|string|name|0;PV|string||0;Node|string||0;Attached|boolean||0;Age|string||0\nadmissionregistration.k8s.io/v1/mutatingwebhookconfigurations Name|string|name|0;Webhooks|integer||0;Age|string||0\nadmissionregistration.k8s.io/v1/validatingadmissionpolicies Name|string|name|0;Validations|integer||0;ParamKind|string||0;Age|string||0\nadmissionregistration.k8s.io/v1/validatingadmissionpolicybindings Name|string|name|0;PolicyName|string||0;ParamRef|string||0;Age|string||0\nadmissionregistration.k8s.io/v1/validatingwebhookconfigurations Name|string|name|0;Webhooks|integer||0;Age|string||0\napiextensions.k8s.io/v1/customresourcedefinitions Name|string|name|0;Created At|date||0\nscheduling.k8s.io/v1/priorityclasses Name|string|name|0;Value|integer||0;Global-Default|boolean||0;Age|string||0;PreemptionPolicy|string||0\ncoordination.k8s.io/v1/leases Name|string|name|0;Holder|string||0;Age|string||0\nnode.k8s.io/v1/runtimeclasses Name|string|name|0;Handler|string||0;Age|string||0\ndiscovery.k8s.io/v1/endpointslices Name|string|name|0;AddressType|string||0;Ports|string||0;Endpoints|string||0;Age|string||0\nflowcontrol.apiserver.k8s.io/v1/flowschemas Name|string|name|0;PriorityLevel|string||0;MatchingPrecedence|string||0;DistinguisherMethod|string||0;Age|string||0;MissingPL|string||0\nflowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations Name|string|name|0;Type|string||0;NominalConcurrencyShares|string||0;Queues|string||0;HandSize|string||0;QueueLengthLimit|string||0;Age|string||0\n";

// src/facts/resources.ts
export declare const resourcesFacts = "\ncore v1 bindings binding Binding N create - - -\ncore v1 componentstatuses componentstatus ComponentStatus C get,list cs - -\ncore v1 configmaps configmap ConfigMap N create,delete,deletecollection,get,list,patch,update,watch cm - qFsyl6wFWjQ=\ncore v1 endpoints endpoints Endpoints N create,delete,deletecollection,get,list,patch,update,watch ep - fWeeMqaN/OA=\ncore v1 events event Event N create,delete,deletecollection,get,list,patch,update,watch ev - r2yiGXH7wu8=\ncore v1 limitranges limitrange LimitRange N create,delete,deletecollection,get,list,patch,update,watch limits - EBKMFVe6cwo=\ncore v1 namespaces namespace Namespace C create,delete,get,list,patch,update,watch ns - Q3oi5N2YM8M=\n/finalize - - Namespace update\n/status - - Namespace get,patch,update\ncore v1 nodes node Node C create,delete,deletecollection,get,list,patch,update,watch no - XwShjMxG9Fs=\n/proxy - - NodeProxyOptions create,delete,get,patch,update\n/status - - Node get,patch,update\ncore v1 persistentvolumeclaims persistentvolumeclaim PersistentVolumeClaim N create,delete,deletecollection,get,list,patch,update,watch pvc - QWTyNDq0dC4=\n/status - - PersistentVolumeClaim get,patch,update\ncore v1 persistentvolumes persistentvolume PersistentVolume C create,delete,deletecollection,get,list,patch,update,watch pv - HN/zwEC+JgM=\n/status - - PersistentVolume get,patch,update\ncore v1 pods pod Pod N create,delete,deletecollection,get,list,patch,update,watch po all xPOwRZ+Yhw8=\n/attach - - PodAttachOptions create,get\n/binding - - Binding create\n/ephemeralcontainers - - Pod get,patch,update\n/eviction policy v1 Eviction create\n/exec - - PodExecOptions create,get\n/log - - Pod get\n/portforward - - PodPortForwardOptions create,get\n/proxy - - PodProxyOptions create,delete,get,patch,update\n/status - - Pod get,patch,update\ncore v1 podtemplates podtemplate PodTemplate N create,delete,deletecollection,get,list,patch,update,watch - - LIXB2x4IFpk=\ncore v1 replicationcontrollers replicationcontroller ReplicationController N create,delete,deletecollection,get,list,patch,update,watch rc all Jond2If31h0=\n/scale autoscaling v1 Scale get,patch,update\n/status - - ReplicationController get,patch,update\ncore v1 resourcequotas resourcequota ResourceQuota N create,delete,deletecollection,get,list,patch,update,watch quota - 8uhSgffRX6w=\n/status - - ResourceQuota get,patch,update\ncore v1 secrets secret Secret N create,delete,deletecollection,get,list,patch,update,watch - - S6u1pOWzb84=\ncore v1 serviceaccounts serviceaccount ServiceAccount N create,delete,deletecollection,get,list,patch,update,watch sa - pbx9ZvyFpBE=\n/token authentication.k8s.io v1 TokenRequest create\ncore v1 services service Service N create,delete,deletecollection,get,list,patch,update,watch svc all 0/CO1lhkEBI=\n/proxy - - ServiceProxyOptions create,delete,get,patch,update\n/status - - Service get,patch,update\napiregistration.k8s.io v1 apiservices apiservice APIService C create,delete,deletecollection,get,list,patch,update,watch - api-extensions InPBPD7+PqM=\n/status - - APIService get,patch,update\napps v1 controllerrevisions controllerrevision ControllerRevision N create,delete,deletecollection,get,list,patch,update,watch - - 85nkx63pcBU=\napps v1 daemonsets daemonset DaemonSet N create,delete,deletecollection,get,list,patch,update,watch ds all dd7pWHUlMKQ=\n/status - - DaemonSet get,patch,update\napps v1 deployments deployment Deployment N create,delete,deletecollection,get,list,patch,update,watch deploy all 8aSe+NMegvE=\n/scale autoscaling v1 Scale get,patch,update\n/status - - Deployment get,patch,update\napps v1 replicasets replicaset ReplicaSet N create,delete,deletecollection,get,list,patch,update,watch rs all P1RzHs8/mWQ=\n/scale autoscaling v1 Scale get,patch,update\n/status - - ReplicaSet get,patch,update\napps v1 statefulsets statefulset StatefulSet N create,delete,deletecollection,get,list,patch,update,watch sts all H+vl74LkKdo=\n/scale autoscaling v1 Scale get,patch,update\n/status - - StatefulSet get,patch,update\nevents.k8s.io v1 events event Event N create,delete,deletecollection,get,list,patch,update,watch ev - r2yiGXH7wu8=\nauthentication.k8s.io v1 selfsubjectreviews selfsubjectreview SelfSubjectReview C create - - -\nauthentication.k8s.io v1 tokenreviews tokenreview TokenReview C create - - -\nauthorization.k8s.io v1 localsubjectaccessreviews localsubjectaccessreview LocalSubjectAccessReview N create - - -\nauthorization.k8s.io v1 selfsubjectaccessreviews selfsubjectaccessreview SelfSubjectAccessReview C create - - -\nauthorization.k8s.io v1 selfsubjectrulesreviews selfsubjectrulesreview SelfSubjectRulesReview C create - - -\nauthorization.k8s.io v1 subjectaccessreviews subjectaccessreview SubjectAccessReview C create - - -\nautoscaling v2 horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler N create,delete,deletecollection,get,list,patch,update,watch hpa all qwQve8ut294=\n/status - - HorizontalPodAutoscaler get,patch,update\nautoscaling v1 horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler N create,delete,deletecollection,get,list,patch,update,watch hpa all qwQve8ut294=\n/status - - HorizontalPodAutoscaler get,patch,update\nbatch v1 cronjobs cronjob CronJob N create,delete,deletecollection,get,list,patch,update,watch cj all sd5LIXh4Fjs=\n/status - - CronJob get,patch,update\nbatch v1 jobs job Job N create,delete,deletecollection,get,list,patch,update,watch - all mudhfqk/qZY=\n/status - - Job get,patch,update\ncertificates.k8s.io v1 certificatesigningrequests certificatesigningrequest CertificateSigningRequest C create,delete,deletecollection,get,list,patch,update,watch csr - 95fRKMXA+00=\n/approval - - CertificateSigningRequest get,patch,update\n/status - - CertificateSigningRequest get,patch,update\nnetworking.k8s.io v1 ingressclasses ingressclass IngressClass C create,delete,deletecollection,get,list,patch,update,watch - - l/iqIbDgFyQ=\nnetworking.k8s.io v1 ingresses ingress Ingress N create,delete,deletecollection,get,list,patch,update,watch ing - 39NQlfNR+bo=\n/status - - Ingress get,patch,update\nnetworking.k8s.io v1 networkpolicies networkpolicy NetworkPolicy N create,delete,deletecollection,get,list,patch,update,watch netpol - YpfwF18m1G8=\npolicy v1 poddisruptionbudgets poddisruptionbudget PodDisruptionBudget N create,delete,deletecollection,get,list,patch,update,watch pdb - EVWiDmWqyJw=\n/status - - PodDisruptionBudget get,patch,update\nrbac.authorization.k8s.io v1 clusterrolebindings clusterrolebinding ClusterRoleBinding C create,delete,deletecollection,get,list,patch,update,watch - - 48tpQ8gZHFc=\nrbac.authorization.k8s.io v1 clusterroles clusterrole ClusterRole C create,delete,deletecollection,get,list,patch,update,watch - - bYE5ZWDrJ44=\nrbac.authorization.k8s.io v1 rolebindings rolebinding RoleBinding N create,delete,deletecollection,get,list,patch,update,watch - - eGsCzGH6b1g=\nrbac.authorization.k8s.io v1 roles role Role N create,delete,deletecollection,get,list,patch,update,watch - - 7FuwZcIIItM=\nstorage.k8s.io v1 csidrivers csidriver CSIDriver C create,delete,deletecollection,get,list,patch,update,watch - - hL6j/rwBV5w=\nstorage.k8s.io v1 csinodes csinode CSINode C create,delete,deletecollection,get,list,patch,update,watch - - Pe62DkZtjuo=\nstorage.k8s.io v1 csistoragecapacities csistoragecapacity CSIStorageCapacity N create,delete,deletecollection,get,list,patch,update,watch - - xeVl+2Ly1kE=\nstorage.k8s.io v1 storageclasses storageclass StorageClass C create,delete,deletecollection,get,list,patch,update,watch sc - K+m6uJwbjGY=\nstorage.k8s.io v1 volumeattachments volumeattachment VolumeAttachment C create,delete,deletecollection,get,list,patch,update,watch - - tJx/ezt6UDU=\n/status - - VolumeAttachment get,patch,update\nadmissionregistration.k8s.io v1 mutatingwebhookconfigurations mutatingwebhookconfiguration MutatingWebhookConfiguration C create,delete,deletecollection,get,list,patch,update,watch - api-extensions Sqi0GUgDaX0=\nadmissionregistration.k8s.io v1 validatingadmissionpolicies validatingadmissionpolicy ValidatingAdmissionPolicy C create,delete,deletecollection,get,list,patch,update,watch - api-extensions 6OxvlMmQ6is=\n/status - - ValidatingAdmissionPolicy get,patch,update\nadmissionregistration.k8s.io v1 validatingadmissionpolicybindings validatingadmissionpolicybinding ValidatingAdmissionPolicyBinding C create,delete,deletecollection,get,list,patch,update,watch - api-extensions v9715VZqakg=\nadmissionregistration.k8s.io v1 validatingwebhookconfigurations validatingwebhookconfiguration ValidatingWebhookConfiguration C create,delete,deletecollection,get,list,patch,update,watch - api-extensions B0wHjQmsGNk=\napiextensions.k8s.io v1 customresourcedefinitions customresourcedefinition CustomResourceDefinition C create,delete,deletecollection,get,list,patch,update,watch crd,crds api-extensions jfWCUB31mvA=\n/status - - CustomResourceDefinition get,patch,update\nscheduling.k8s.io v1 priorityclasses priorityclass PriorityClass C create,delete,deletecollection,get,list,patch,update,watch pc - 1QwjyaZjj3Y=\ncoordination.k8s.io v1 leases lease Lease N create,delete,deletecollection,get,list,patch,update,watch - - gqkMMb/YqFM=\nnode.k8s.io v1 runtimeclasses runtimeclass RuntimeClass C create,delete,deletecollection,get,list,patch,update,watch - - WQTu1GL3T2Q=\ndiscovery.k8s.io v1 endpointslices endpointslice EndpointSlice N create,delete,deletecollection,get,list,patch,update,watch - - qgS0xkrxYAI=\nflowcontrol.apiserver.k8s.io v1 flowschemas flowschema FlowSchema C create,delete,deletecollection,get,list,patch,update,watch - - GJVAJZSZBIw=\n/status - - FlowSchema get,patch,update\nflowcontrol.apiserver.k8s.io v1 prioritylevelconfigurations prioritylevelconfiguration PriorityLevelConfiguration C create,delete,deletecollection,get,list,patch,update,watch - - Kir5PVfvNeI=\n/status - - PriorityLevelConfiguration get,patch,update\n";

// src/facts/schema.ts
export declare const schemaFacts = "\n=v1/Binding 0\n=v1/ComponentStatus 1\n=v1/ConfigMap 2\n=v1/Endpoints 3\n=v1/Event 4\n=v1/LimitRange 5\n=v1/Namespace 6\n=v1/Node 7\n=v1/PersistentVolumeClaim 8\n=v1/PersistentVolume 9\n=v1/Pod a\n=policy/v1/Eviction b\n=v1/PodTemplate c\n=v1/ReplicationController d\n=autoscaling/v1/Scale e\n=v1/ResourceQuota f\n=v1/Secret g\n=v1/ServiceAccount h\n=authentication.k8s.io/v1/TokenRequest i\n=v1/Service j\n=apiregistration.k8s.io/v1/APIService k\n=apps/v1/ControllerRevision l\n=apps/v1/DaemonSet m\n=apps/v1/Deployment n\n=apps/v1/ReplicaSet o\n=apps/v1/StatefulSet p\n=events.k8s.io/v1/Event q\n=authentication.k8s.io/v1/SelfSubjectReview r\n=authentication.k8s.io/v1/TokenReview s\n=authorization.k8s.io/v1/LocalSubjectAccessReview t\n=authorization.k8s.io/v1/SelfSubjectAccessReview u\n=authorization.k8s.io/v1/SelfSubjectRulesReview v\n=authorization.k8s.io/v1/SubjectAccessReview w\n=autoscaling/v2/HorizontalPodAutoscaler x\n=autoscaling/v1/HorizontalPodAutoscaler y\n=batch/v1/CronJob z\n=batch/v1/Job 10\n=certificates.k8s.io/v1/CertificateSigningRequest 11\n=networking.k8s.io/v1/IngressClass 12\n=networking.k8s.io/v1/Ingress 13\n=networking.k8s.io/v1/NetworkPolicy 14\n=policy/v1/PodDisruptionBudget 15\n=rbac.authorization.k8s.io/v1/ClusterRoleBinding 16\n=rbac.authorization.k8s.io/v1/ClusterRole 17\n=rbac.authorization.k8s.io/v1/RoleBinding 18\n=rbac.authorization.k8s.io/v1/Role 19\n=storage.k8s.io/v1/CSIDriver 1a\n=storage.k8s.io/v1/CSINode 1b\n=storage.k8s.io/v1/CSIStorageCapacity 1c\n=storage.k8s.io/v1/StorageClass 1d\n=storage.k8s.io/v1/VolumeAttachment 1e\n=admissionregistration.k8s.io/v1/MutatingWebhookConfiguration 1f\n=admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy 1g\n=admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding 1h\n=admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration 1i\n=apiextensions.k8s.io/v1/CustomResourceDefinition 1j\n=scheduling.k8s.io/v1/PriorityClass 1k\n=coordination.k8s.io/v1/Lease 1l\n=node.k8s.io/v1/RuntimeClass 1m\n=discovery.k8s.io/v1/EndpointSlice 1n\n=flowcontrol.apiserver.k8s.io/v1/FlowSchema 1o\n=flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration 1p\n=meta.k8s.io/v1/DeleteOptions 1q\nBinding kind:s::o apiVersion:s::o metadata:#1r:1:o target:#1s:2\nComponentStatus kind:s::o apiVersion:s::o metadata:#1r:1:o conditions:[#1t:2:o:m=type;k=type\nConfigMap kind:s::o apiVersion:s::o metadata:#1r:1:o immutable:*b:4:o data:{s:2:o binaryData:{y:3:o\nEndpoints kind:s::o apiVersion:s::o metadata:#1r:1:o subsets:[#1u:2:o\nEvent kind:s::o apiVersion:s::o metadata:#1r:1 involvedObject:#1s:2 reason:s:3:o message:s:4:o source:#1v:5:o firstTimestamp:T:6:o lastTimestamp:T:7:o count:i:8:o type:s:9:o eventTime:M:10:o series:*#1w:11:o action:s:12:o related:*#1s:13:o reportingComponent:s:14 reportingInstance:s:15\nLimitRange kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#1x:2:o\nNamespace kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#1y:2:o status:#1z:3:o\nNode kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#20:2:o status:#21:3:o\nPersistentVolumeClaim kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#22:2:o status:#23:3:o\nPersistentVolume kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#24:2:o status:#25:3:o\nPod kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#26:2:o status:#27:3:o\nEviction kind:s::o apiVersion:s::o metadata:#1r:1:o deleteOptions:*#1q:2:o\nPodTemplate kind:s::o apiVersion:s::o metadata:#1r:1:o template:#28:2:o\nReplicationController kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#29:2:o status:#2a:3:o\nScale kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2b:2:o status:#2c:3:o\nResourceQuota kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2d:2:o status:#2e:3:o\nSecret kind:s::o apiVersion:s::o metadata:#1r:1:o immutable:*b:5:o data:{y:2:o stringData:{s:4:o type:s:3:o\nServiceAccount kind:s::o apiVersion:s::o metadata:#1r:1:o secrets:[#1s:2:o:m=name;k=name imagePullSecrets:[#2f:3:o automountServiceAccountToken:*b:4:o\nTokenRequest kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2g:2 status:#2h:3:o\nService kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2i:2:o status:#2j:3:o\nAPIService kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2k:2:o status:#2l:3:o\nControllerRevision kind:s::o apiVersion:s::o metadata:#1r:1:o data:R:2:o revision:l:3\nDaemonSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2m:2:o status:#2n:3:o\nDeployment kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2o:2:o status:#2p:3:o\nReplicaSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2q:2:o status:#2r:3:o\nStatefulSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2s:2:o status:#2t:3:o\nEvent kind:s::o apiVersion:s::o metadata:#1r:1 eventTime:M:2 series:*#2u:3:o reportingController:s:4:o reportingInstance:s:5:o action:s:6:o reason:s:7:o regarding:#1s:8:o related:*#1s:9:o note:s:10:o type:s:11:o deprecatedSource:#1v:12:o deprecatedFirstTimestamp:T:13:o deprecatedLastTimestamp:T:14:o deprecatedCount:i:15:o\nSelfSubjectReview kind:s::o apiVersion:s::o metadata:#1r:1:o status:#2v:2:o\nTokenReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2w:2 status:#2x:3:o\nLocalSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2y:2 status:#2z:3:o\nSelfSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#30:2 status:#2z:3:o\nSelfSubjectRulesReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#31:2 status:#32:3:o\nSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2y:2 status:#2z:3:o\nHorizontalPodAutoscaler kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#33:2:o status:#34:3:o\nHorizontalPodAutoscaler kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#35:2:o status:#36:3:o\nCronJob kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#37:2:o status:#38:3:o\nJob kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#39:2:o status:#3a:3:o\nCertificateSigningRequest kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3b:2 status:#3c:3:o\nIngressClass kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3d:2:o\nIngress kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3e:2:o status:#3f:3:o\nNetworkPolicy kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3g:2:o\nPodDisruptionBudget kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3h:2:o status:#3i:3:o\nClusterRoleBinding kind:s::o apiVersion:s::o metadata:#1r:1:o subjects:[#3j:2:o roleRef:#3k:3\nClusterRole kind:s::o apiVersion:s::o metadata:#1r:1:o rules:[#3l:2 aggregationRule:*#3m:3:o\nRoleBinding kind:s::o apiVersion:s::o metadata:#1r:1:o subjects:[#3j:2:o roleRef:#3k:3\nRole kind:s::o apiVersion:s::o metadata:#1r:1:o rules:[#3l:2\nCSIDriver kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3n:2\nCSINode kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3o:2\nCSIStorageCapacity kind:s::o apiVersion:s::o metadata:#1r:1:o nodeTopology:*#3p:2:o storageClassName:s:3 capacity:*Q:4:o maximumVolumeSize:*Q:5:o\nStorageClass kind:s::o apiVersion:s::o metadata:#1r:1:o provisioner:s:2 parameters:{s:3:o reclaimPolicy:*s:4:o mountOptions:[s:5:o allowVolumeExpansion:*b:6:o volumeBindingMode:*s:7:o allowedTopologies:[#3q:8:o\nVolumeAttachment kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3r:2 status:#3s:3:o\nMutatingWebhookConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o webhooks:[#3t:2:o:m=name;k=name\nValidatingAdmissionPolicy kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3u:2:o status:#3v:3:o\nValidatingAdmissionPolicyBinding kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3w:2:o\nValidatingWebhookConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o webhooks:[#3x:2:o:m=name;k=name\nCustomResourceDefinition kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3y:2 status:#3z:3:o\nPriorityClass kind:s::o apiVersion:s::o metadata:#1r:1:o value:i:2 globalDefault:b:3:o description:s:4:o preemptionPolicy:*s:5:o\nLease kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#40:2:o\nRuntimeClass kind:s::o apiVersion:s::o metadata:#1r:1:o handler:s:2 overhead:*#41:3:o scheduling:*#42:4:o\nEndpointSlice kind:s::o apiVersion:s::o metadata:#1r:1:o addressType:s:4 endpoints:[#43:2 ports:[#44:3\nFlowSchema kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#45:2:o status:#46:3:o\nPriorityLevelConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#47:2:o status:#48:3:o\nDeleteOptions kind:s::o apiVersion:s::o gracePeriodSeconds:*l:1:o preconditions:*#49:2:o orphanDependents:*b:3:o propagationPolicy:*s:4:o dryRun:[s:5:o ignoreStoreReadErrorWithClusterBreakingPotential:*b:6:o\nObjectMeta name:s:1:o generateName:s:2:o namespace:s:3:o selfLink:s:4:o uid:s:5:o resourceVersion:s:6:o generation:l:7:o creationTimestamp:T:8:o deletionTimestamp:*T:9:o deletionGracePeriodSeconds:*l:10:o labels:{s:11:o annotations:{s:12:o ownerReferences:[#4a:13:o:m=uid;k=uid finalizers:[s:14:o:m;s managedFields:[#4b:17:o\nObjectReference! kind:s:1:o namespace:s:2:o name:s:3:o uid:s:4:o apiVersion:s:5:o resourceVersion:s:6:o fieldPath:s:7:o\nComponentCondition type:s:1 status:s:2 message:s:3:o error:s:4:o\nEndpointSubset addresses:[#4c:1:o notReadyAddresses:[#4c:2:o ports:[#4d:3:o\nEventSource component:s:1:o host:s:2:o\nEventSeries count:i:1:o lastObservedTime:M:2:o\nLimitRangeSpec limits:[#4e:1\nNamespaceSpec finalizers:[s:1:o\nNamespaceStatus phase:s:1:o conditions:[#4f:2:o:m=type;k=type\nNodeSpec podCIDR:s:1:o podCIDRs:[s:7:o:m;s providerID:s:3:o unschedulable:b:4:o taints:[#4g:5:o configSource:*#4h:6:o externalID:s:2:o\nNodeStatus capacity:{Q:1:o allocatable:{Q:2:o phase:s:3:o conditions:[#4i:4:o:m=type;k=type addresses:[#4j:5:o:m=type;k=type daemonEndpoints:#4k:6:o nodeInfo:#4l:7:o images:[#4m:8:o volumesInUse:[s:9:o volumesAttached:[#4n:10:o config:*#4o:11:o runtimeHandlers:[#4p:12:o features:*#4q:13:o\nPersistentVolumeClaimSpec accessModes:[s:1:o selector:*#3p:4:o resources:#4r:2:o volumeName:s:3:o storageClassName:*s:5:o volumeMode:*s:6:o dataSource:*#4s:7:o dataSourceRef:*#4t:8:o volumeAttributesClassName:*s:9:o\nPersistentVolumeClaimStatus phase:s:1:o accessModes:[s:2:o capacity:{Q:3:o conditions:[#4u:4:o:m=type;k=type allocatedResources:{Q:5:o allocatedResourceStatuses:{s:7:o:g currentVolumeAttributesClassName:*s:8:o modifyVolumeStatus:*#4v:9:o\nPersistentVolumeSpec capacity:{Q:1:o :#4w:2:> accessModes:[s:3:o claimRef:*#1s:4:o:g persistentVolumeReclaimPolicy:s:5:o storageClassName:s:6:o mountOptions:[s:7:o volumeMode:*s:8:o nodeAffinity:*#4x:9:o volumeAttributesClassName:*s:10:o\nPersistentVolumeStatus phase:s:1:o message:s:2:o reason:s:3:o lastPhaseTransitionTime:*T:4:o\nPodSpec volumes:[#4y:1:o:m=name;k=name initContainers:[#4z:20:o:m=name;k=name containers:[#4z:2::m=name;k=name ephemeralContainers:[#50:34:o:m=name;k=name restartPolicy:s:3:o terminationGracePeriodSeconds:*l:4:o activeDeadlineSeconds:*l:5:o dnsPolicy:s:6:o nodeSelector:{s:7:o:a serviceAccountName:s:8:o serviceAccount:s:9:o automountServiceAccountToken:*b:21:o nodeName:s:10:o hostNetwork:b:11:o hostPID:b:12:o hostIPC:b:13:o shareProcessNamespace:*b:27:o securityContext:*#51:14:o imagePullSecrets:[#2f:15:o:m=name;k=name hostname:s:16:o subdomain:s:17:o affinity:*#52:18:o schedulerName:s:19:o tolerations:[#53:22:o hostAliases:[#54:23:o:m=ip;k=ip priorityClassName:s:24:o priority:*i:25:o dnsConfig:*#55:26:o readinessGates:[#56:28:o runtimeClassName:*s:29:o enableServiceLinks:*b:30:o preemptionPolicy:*s:31:o overhead:{Q:32:o topologySpreadConstraints:[#57:33:o:m=topologyKey;k=topologyKey,whenUnsatisfiable setHostnameAsFQDN:*b:35:o os:*#58:36:o hostUsers:*b:37:o schedulingGates:[#59:38:o:m=name;k=name resourceClaims:[#5a:39:o:m=name;k=name resources:*#5b:40:o\nPodStatus phase:s:1:o conditions:[#5c:2:o:m=type;k=type message:s:3:o reason:s:4:o nominatedNodeName:s:11:o hostIP:s:5:o hostIPs:[#5d:16:o:m=ip podIP:s:6:o podIPs:[#5e:12:o:m=ip;k=ip startTime:*T:7:o initContainerStatuses:[#5f:10:o containerStatuses:[#5f:8:o qosClass:s:9:o ephemeralContainerStatuses:[#5f:13:o resize:s:14:o resourceClaimStatuses:[#5g:15:o:m=name;k=name\nPodTemplateSpec metadata:#1r:1:o spec:#26:2:o\nReplicationControllerSpec replicas:*i:1:o minReadySeconds:i:4:o selector:{s:2:o:a template:*#28:3:o\nReplicationControllerStatus replicas:i:1 fullyLabeledReplicas:i:2:o readyReplicas:i:4:o availableReplicas:i:5:o observedGeneration:l:3:o conditions:[#5h:6:o:m=type;k=type\nScaleSpec replicas:i:1:o\nScaleStatus replicas:i:1 selector:s:2:o\nResourceQuotaSpec hard:{Q:1:o scopes:[s:2:o scopeSelector:*#5i:3:o\nResourceQuotaStatus hard:{Q:1:o used:{Q:2:o\nLocalObjectReference! name:s:1:o\nTokenRequestSpec audiences:[s:1 expirationSeconds:*l:4 boundObjectRef:*#5j:3\nTokenRequestStatus token:s:1 expirationTimestamp:T:2\nServiceSpec ports:[#5k:1:o:m=port;k=port,protocol selector:{s:2:o:a clusterIP:s:3:o clusterIPs:[s:18:o type:s:4:o externalIPs:[s:5:o sessionAffinity:s:7:o loadBalancerIP:s:8:o loadBalancerSourceRanges:[s:9:o externalName:s:10:o externalTrafficPolicy:s:11:o healthCheckNodePort:i:12:o publishNotReadyAddresses:b:13:o sessionAffinityConfig:*#5l:14:o ipFamilies:[s:19:o ipFamilyPolicy:*s:17:o allocateLoadBalancerNodePorts:*b:20:o loadBalancerClass:*s:21:o internalTrafficPolicy:*s:22:o trafficDistribution:*s:23:o\nServiceStatus loadBalancer:#5m:1:o conditions:[#5n:2:o:m=type;k=type\nAPIServiceSpec service:*#5o:1:o group:s:2:o version:s:3:o insecureSkipTLSVerify:b:4:o caBundle:y:5:o groupPriorityMinimum:i:7 versionPriority:i:8\nAPIServiceStatus conditions:[#5p:1:o:m=type;k=type\nDaemonSetSpec selector:*#3p:1 template:#28:2 updateStrategy:#5q:3:o minReadySeconds:i:4:o revisionHistoryLimit:*i:6:o\nDaemonSetStatus currentNumberScheduled:i:1 numberMisscheduled:i:2 desiredNumberScheduled:i:3 numberReady:i:4 observedGeneration:l:5:o updatedNumberScheduled:i:6:o numberAvailable:i:7:o numberUnavailable:i:8:o collisionCount:*i:9:o conditions:[#5r:10:o:m=type;k=type\nDeploymentSpec replicas:*i:1:o selector:*#3p:2 template:#28:3 strategy:#5s:4:o minReadySeconds:i:5:o revisionHistoryLimit:*i:6:o paused:b:7:o progressDeadlineSeconds:*i:9:o\nDeploymentStatus observedGeneration:l:1:o replicas:i:2:o updatedReplicas:i:3:o readyReplicas:i:7:o availableReplicas:i:4:o unavailableReplicas:i:5:o conditions:[#5t:6:o:m=type;k=type collisionCount:*i:8:o\nReplicaSetSpec replicas:*i:1:o minReadySeconds:i:4:o selector:*#3p:2 template:#28:3:o\nReplicaSetStatus replicas:i:1 fullyLabeledReplicas:i:2:o readyReplicas:i:4:o availableReplicas:i:5:o observedGeneration:l:3:o conditions:[#5u:6:o:m=type;k=type\nStatefulSetSpec replicas:*i:1:o selector:*#3p:2 template:#28:3 volumeClaimTemplates:[#8:4:o serviceName:s:5 podManagementPolicy:s:6:o updateStrategy:#5v:7:o revisionHistoryLimit:*i:8:o minReadySeconds:i:9:o persistentVolumeClaimRetentionPolicy:*#5w:10:o ordinals:*#5x:11:o\nStatefulSetStatus observedGeneration:l:1:o replicas:i:2 readyReplicas:i:3:o currentReplicas:i:4:o updatedReplicas:i:5:o currentRevision:s:6:o updateRevision:s:7:o collisionCount:*i:9:o conditions:[#5y:10:o:m=type;k=type availableReplicas:i:11\nEventSeries count:i:1 lastObservedTime:M:2\nSelfSubjectReviewStatus userInfo:#5z:1:o\nTokenReviewSpec token:s:1:o audiences:[s:2:o\nTokenReviewStatus authenticated:b:1:o user:#5z:2:o audiences:[s:4:o error:s:3:o\nSubjectAccessReviewSpec resourceAttributes:*#60:1:o nonResourceAttributes:*#61:2:o user:s:3:o groups:[s:4:o extra:{W:5:o uid:s:6:o\nSubjectAccessReviewStatus allowed:b:1 denied:b:4:o reason:s:2:o evaluationError:s:3:o\nSelfSubjectAccessReviewSpec resourceAttributes:*#60:1:o nonResourceAttributes:*#61:2:o\nSelfSubjectRulesReviewSpec namespace:s:1:o\nSubjectRulesReviewStatus resourceRules:[#62:1 nonResourceRules:[#63:2 incomplete:b:3 evaluationError:s:4:o\nHorizontalPodAutoscalerSpec scaleTargetRef:#64:1 minReplicas:*i:2:o maxReplicas:i:3 metrics:[#65:4:o behavior:*#66:5:o\nHorizontalPodAutoscalerStatus observedGeneration:*l:1:o lastScaleTime:*T:2:o currentReplicas:i:3:o desiredReplicas:i:4 currentMetrics:[#67:5 conditions:[#68:6:o:m=type;k=type\nHorizontalPodAutoscalerSpec scaleTargetRef:#69:1 minReplicas:*i:2:o maxReplicas:i:3 targetCPUUtilizationPercentage:*i:4:o\nHorizontalPodAutoscalerStatus observedGeneration:*l:1:o lastScaleTime:*T:2:o currentReplicas:i:3 desiredReplicas:i:4 currentCPUUtilizationPercentage:*i:5:o\nCronJobSpec schedule:s:1 timeZone:*s:8:o startingDeadlineSeconds:*l:2:o concurrencyPolicy:s:3:o suspend:*b:4:o jobTemplate:#6a:5 successfulJobsHistoryLimit:*i:6:o failedJobsHistoryLimit:*i:7:o\nCronJobStatus active:[#1s:1:o lastScheduleTime:*T:4:o lastSuccessfulTime:*T:5:o\nJobSpec parallelism:*i:1:o completions:*i:2:o activeDeadlineSeconds:*l:3:o podFailurePolicy:*#6b:11:o successPolicy:*#6c:16:o backoffLimit:*i:7:o backoffLimitPerIndex:*i:12:o maxFailedIndexes:*i:13:o selector:*#3p:4:o manualSelector:*b:5:o template:#28:6 ttlSecondsAfterFinished:*i:8:o completionMode:*s:9:o suspend:*b:10:o podReplacementPolicy:*s:14:o managedBy:*s:15:o\nJobStatus conditions:[#6d:1:o:m=type startTime:*T:2:o completionTime:*T:3:o active:i:4:o succeeded:i:5:o failed:i:6:o terminating:*i:11:o completedIndexes:s:7:o failedIndexes:*s:10:o uncountedTerminatedPods:*#6e:8:o ready:*i:9:o\nCertificateSigningRequestSpec request:y:1 signerName:s:7 expirationSeconds:*i:8:o usages:[s:5:o username:s:2:o uid:s:3:o groups:[s:4:o extra:{W:6:o\nCertificateSigningRequestStatus conditions:[#6f:1:o:k=type certificate:y:2:o\nIngressClassSpec controller:s:1:o parameters:*#6g:2:o\nIngressSpec ingressClassName:*s:4:o defaultBackend:*#6h:1:o tls:[#6i:2:o rules:[#6j:3:o\nIngressStatus loadBalancer:#6k:1:o\nNetworkPolicySpec podSelector:#3p:1 ingress:[#6l:2:o egress:[#6m:3:o policyTypes:[s:4:o\nPodDisruptionBudgetSpec minAvailable:*I:1:o selector:*#3p:2:o maxUnavailable:*I:3:o unhealthyPodEvictionPolicy:*s:4:o\nPodDisruptionBudgetStatus observedGeneration:l:1:o disruptedPods:{T:2:o disruptionsAllowed:i:3 currentHealthy:i:4 desiredHealthy:i:5 expectedPods:i:6 conditions:[#5n:7:o:m=type;k=type\nSubject! kind:s:1 apiGroup:s:2:o name:s:3 namespace:s:4:o\nRoleRef! apiGroup:s:1 kind:s:2 name:s:3\nPolicyRule verbs:[s:1 apiGroups:[s:2:o resources:[s:3:o resourceNames:[s:4:o nonResourceURLs:[s:5:o\nAggregationRule clusterRoleSelectors:[#3p:1:o\nCSIDriverSpec attachRequired:*b:1:o podInfoOnMount:*b:2:o volumeLifecycleModes:[s:3:o:s storageCapacity:*b:4:o fsGroupPolicy:*s:5:o tokenRequests:[#6n:6:o requiresRepublish:*b:7:o seLinuxMount:*b:8:o\nCSINodeSpec drivers:[#6o:1::m=name;k=name\nLabelSelector! matchLabels:{s:1:o matchExpressions:[#6p:2:o\nTopologySelectorTerm! matchLabelExpressions:[#6q:1:o\nVolumeAttachmentSpec attacher:s:1 source:#6r:2 nodeName:s:3\nVolumeAttachmentStatus attached:b:1 attachmentMetadata:{s:2:o attachError:*#6s:3:o detachError:*#6s:4:o\nMutatingWebhook name:s:1 clientConfig:#6t:2 rules:[#6u:3:o failurePolicy:*s:4:o matchPolicy:*s:9:o namespaceSelector:*#3p:5:o objectSelector:*#3p:11:o sideEffects:*s:6 timeoutSeconds:*i:7:o admissionReviewVersions:[s:8 reinvocationPolicy:*s:10:o matchConditions:[#6v:12:o:m=name;k=name\nValidatingAdmissionPolicySpec paramKind:*#6w:1:o matchConstraints:*#6x:2:o validations:[#6y:3:o failurePolicy:*s:4:o auditAnnotations:[#6z:5:o matchConditions:[#6v:6:o:m=name;k=name variables:[#70:7:o:m=name;k=name\nValidatingAdmissionPolicyStatus observedGeneration:l:1:o typeChecking:*#71:2:o conditions:[#5n:3:o:k=type\nValidatingAdmissionPolicyBindingSpec policyName:s:1:o paramRef:*#72:2:o matchResources:*#6x:3:o validationActions:[s:4:o:s\nValidatingWebhook name:s:1 clientConfig:#6t:2 rules:[#6u:3:o failurePolicy:*s:4:o matchPolicy:*s:9:o namespaceSelector:*#3p:5:o objectSelector:*#3p:10:o sideEffects:*s:6 timeoutSeconds:*i:7:o admissionReviewVersions:[s:8 matchConditions:[#6v:11:o:m=name;k=name\nCustomResourceDefinitionSpec group:s:1 names:#73:3 scope:s:4 versions:[#74:7 conversion:*#75:9:o preserveUnknownFields:b:10:o\nCustomResourceDefinitionStatus conditions:[#76:1::k=type acceptedNames:#73:2 storedVersions:[s:3\nLeaseSpec holderIdentity:*s:1:o leaseDurationSeconds:*i:2:o acquireTime:*M:3:o renewTime:*M:4:o leaseTransitions:*i:5:o strategy:*s:6:o preferredHolder:*s:7:o\nOverhead podFixed:{Q:1:o\nScheduling nodeSelector:{s:1:o:a tolerations:[#53:2:o\nEndpoint addresses:[s:1::s conditions:#77:2:o hostname:*s:3:o targetRef:*#1s:4:o deprecatedTopology:{s:5:o nodeName:*s:6:o zone:*s:7:o hints:*#78:8:o\nEndpointPort! name:*s:1:o protocol:*s:2:o port:*i:3:o appProtocol:*s:4:o\nFlowSchemaSpec priorityLevelConfiguration:#79:1 matchingPrecedence:i:2 distinguisherMethod:*#7a:3:o rules:[#7b:4:o\nFlowSchemaStatus conditions:[#7c:1:o:m=type;k=type\nPriorityLevelConfigurationSpec type:s:1 limited:*#7d:2:o exempt:*#7e:3:o\nPriorityLevelConfigurationStatus conditions:[#7f:1:o:m=type;k=type\nPreconditions uid:*s:1:o resourceVersion:*s:2:o\nOwnerReference! apiVersion:s:5 kind:s:1 name:s:3 uid:s:4 controller:*b:6:o blockOwnerDeletion:*b:7:o\nManagedFieldsEntry manager:s:1:o operation:s:2:o apiVersion:s:3:o time:*T:4:o fieldsType:s:6:o fieldsV1:*R:7:o subresource:s:8:o\nEndpointAddress! ip:s:1 hostname:s:3:o nodeName:*s:4:o targetRef:*#1s:2:o\nEndpointPort! name:s:1:o port:i:2 protocol:s:3:o appProtocol:*s:4:o\nLimitRangeItem type:s:1 max:{Q:2:o min:{Q:3:o default:{Q:4:o defaultRequest:{Q:5:o maxLimitRequestRatio:{Q:6:o\nNamespaceCondition type:s:1 status:s:2 lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nTaint key:s:1 value:s:2:o effect:s:3 timeAdded:*T:4:o\nNodeConfigSource configMap:*#7g:2:o\nNodeCondition type:s:1 status:s:2 lastHeartbeatTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nNodeAddress type:s:1 address:s:2\nNodeDaemonEndpoints kubeletEndpoint:#7h:1:o\nNodeSystemInfo machineID:s:1 systemUUID:s:2 bootID:s:3 kernelVersion:s:4 osImage:s:5 containerRuntimeVersion:s:6 kubeletVersion:s:7 kubeProxyVersion:s:8 operatingSystem:s:9 architecture:s:10\nContainerImage names:[s:1 sizeBytes:l:2:o\nAttachedVolume name:s:1 devicePath:s:2\nNodeConfigStatus assigned:*#4h:1:o active:*#4h:2:o lastKnownGood:*#4h:3:o error:s:4:o\nNodeRuntimeHandler name:s:1 features:*#7i:2:o\nNodeFeatures supplementalGroupsPolicy:*b:1:o\nVolumeResourceRequirements limits:{Q:1:o requests:{Q:2:o\nTypedLocalObjectReference! apiGroup:*s:1 kind:s:2 name:s:3\nTypedObjectReference apiGroup:*s:1 kind:s:2 name:s:3 namespace:*s:4:o\nPersistentVolumeClaimCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nModifyVolumeStatus targetVolumeAttributesClassName:s:1:o status:s:2\nPersistentVolumeSource gcePersistentDisk:*#7j:1:o awsElasticBlockStore:*#7k:2:o hostPath:*#7l:3:o glusterfs:*#7m:4:o nfs:*#7n:5:o rbd:*#7o:6:o iscsi:*#7p:7:o cinder:*#7q:8:o cephfs:*#7r:9:o fc:*#7s:10:o flocker:*#7t:11:o flexVolume:*#7u:12:o azureFile:*#7v:13:o vsphereVolume:*#7w:14:o quobyte:*#7x:15:o azureDisk:*#7y:16:o photonPersistentDisk:*#7z:17:o portworxVolume:*#80:18:o scaleIO:*#81:19:o local:*#82:20:o storageos:*#83:21:o csi:*#84:22:o\nVolumeNodeAffinity required:*#85:1:o\nVolume name:s:1 :#86:2:>\nContainer name:s:1 image:s:2:o command:[s:3:o args:[s:4:o workingDir:s:5:o ports:[#87:6:o:m=containerPort;k=containerPort,protocol envFrom:[#88:19:o env:[#89:7:o:m=name;k=name resources:#5b:8:o resizePolicy:[#8a:23:o restartPolicy:*s:24:o volumeMounts:[#8b:9:o:m=mountPath;k=mountPath volumeDevices:[#8c:21:o:m=devicePath;k=devicePath livenessProbe:*#8d:10:o readinessProbe:*#8d:11:o startupProbe:*#8d:22:o lifecycle:*#8e:12:o terminationMessagePath:s:13:o terminationMessagePolicy:s:20:o imagePullPolicy:s:14:o securityContext:*#8f:15:o stdin:b:16:o stdinOnce:b:17:o tty:b:18:o\nEphemeralContainer :#8g:1:> targetContainerName:s:2:o\nPodSecurityContext seLinuxOptions:*#8h:1:o windowsOptions:*#8i:8:o runAsUser:*l:2:o runAsGroup:*l:6:o runAsNonRoot:*b:3:o supplementalGroups:[l:4:o supplementalGroupsPolicy:*s:12:o fsGroup:*l:5:o sysctls:[#8j:7:o fsGroupChangePolicy:*s:9:o seccompProfile:*#8k:10:o appArmorProfile:*#8l:11:o seLinuxChangePolicy:*s:13:o\nAffinity nodeAffinity:*#8m:1:o podAffinity:*#8n:2:o podAntiAffinity:*#8o:3:o\nToleration key:s:1:o operator:s:2:o value:s:3:o effect:s:4:o tolerationSeconds:*l:5:o\nHostAlias ip:s:1 hostnames:[s:2:o\nPodDNSConfig nameservers:[s:1:o searches:[s:2:o options:[#8p:3:o\nPodReadinessGate conditionType:s:1\nTopologySpreadConstraint maxSkew:i:1 topologyKey:s:2 whenUnsatisfiable:s:3 labelSelector:*#3p:4:o minDomains:*i:5:o nodeAffinityPolicy:*s:6:o nodeTaintsPolicy:*s:7:o matchLabelKeys:[s:8:o\nPodOS name:s:1\nPodSchedulingGate name:s:1\nPodResourceClaim name:s:1 resourceClaimName:*s:3:o resourceClaimTemplateName:*s:4:o\nResourceRequirements limits:{Q:1:o requests:{Q:2:o claims:[#8q:3:o:k=name\nPodCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nHostIP ip:s:1\nPodIP ip:s:1\nContainerStatus name:s:1 state:#8r:2:o lastState:#8r:3:o ready:b:4 restartCount:i:5 image:s:6 imageID:s:7 containerID:s:8:o started:*b:9:o allocatedResources:{Q:10:o resources:*#5b:11:o volumeMounts:[#8s:12:o:m=mountPath;k=mountPath user:*#8t:13:o allocatedResourcesStatus:[#8u:14:o:m=name;k=name\nPodResourceClaimStatus name:s:1 resourceClaimName:*s:2:o\nReplicationControllerCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nScopeSelector! matchExpressions:[#8v:1:o\nBoundObjectReference kind:s:1:o apiVersion:s:2:o name:s:3:o uid:s:4:o\nServicePort name:s:1:o protocol:s:2:o appProtocol:*s:6:o port:i:3 targetPort:I:4:o nodePort:i:5:o\nSessionAffinityConfig clientIP:*#8w:1:o\nLoadBalancerStatus ingress:[#8x:1:o\nCondition type:s:1 status:s:2 observedGeneration:l:3:o lastTransitionTime:T:4 reason:s:5 message:s:6\nServiceReference namespace:s:1:o name:s:2:o port:*i:3:o\nAPIServiceCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nDaemonSetUpdateStrategy type:s:1:o rollingUpdate:*#8y:2:o\nDaemonSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nDeploymentStrategy type:s:1:o rollingUpdate:*#8z:2:o\nDeploymentCondition type:s:1 status:s:2 lastUpdateTime:T:6:o lastTransitionTime:T:7:o reason:s:4:o message:s:5:o\nReplicaSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nStatefulSetUpdateStrategy type:s:1:o rollingUpdate:*#90:2:o\nStatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted:s:1:o whenScaled:s:2:o\nStatefulSetOrdinals start:i:1\nStatefulSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nUserInfo username:s:1:o uid:s:2:o groups:[s:3:o extra:{W:4:o\nResourceAttributes namespace:s:1:o verb:s:2:o group:s:3:o version:s:4:o resource:s:5:o subresource:s:6:o name:s:7:o fieldSelector:*#91:8:o labelSelector:*#92:9:o\nNonResourceAttributes path:s:1:o verb:s:2:o\nResourceRule verbs:[s:1 apiGroups:[s:2:o resources:[s:3:o resourceNames:[s:4:o\nNonResourceRule verbs:[s:1 nonResourceURLs:[s:2:o\nCrossVersionObjectReference kind:s:1 name:s:2 apiVersion:s:3:o\nMetricSpec type:s:1 object:*#93:2:o pods:*#94:3:o resource:*#95:4:o containerResource:*#96:7:o external:*#97:5:o\nHorizontalPodAutoscalerBehavior scaleUp:*#98:1:o scaleDown:*#98:2:o\nMetricStatus type:s:1 object:*#99:2:o pods:*#9a:3:o resource:*#9b:4:o containerResource:*#9c:7:o external:*#9d:5:o\nHorizontalPodAutoscalerCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nCrossVersionObjectReference! kind:s:1 name:s:2 apiVersion:s:3:o\nJobTemplateSpec metadata:#1r:1:o spec:#39:2:o\nPodFailurePolicy rules:[#9e:1\nSuccessPolicy rules:[#9f:1\nJobCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nUncountedTerminatedPods succeeded:[s:1:o:s failed:[s:2:o:s\nCertificateSigningRequestCondition type:s:1 status:s:6 reason:s:2:o message:s:3:o lastUpdateTime:T:4:o lastTransitionTime:T:5:o\nIngressClassParametersReference apiGroup:*s:1:o kind:s:2 name:s:3 scope:*s:4 namespace:*s:5:o\nIngressBackend service:*#9g:4:o resource:*#4s:3:o\nIngressTLS hosts:[s:1:o secretName:s:2:o\nIngressRule host:s:1:o :#9h:2:>\nIngressLoadBalancerStatus ingress:[#9i:1:o\nNetworkPolicyIngressRule ports:[#9j:1:o from:[#9k:2:o\nNetworkPolicyEgressRule ports:[#9j:1:o to:[#9k:2:o\nTokenRequest audience:s:1 expirationSeconds:*l:2:o\nCSINodeDriver name:s:1 nodeID:s:2 topologyKeys:[s:3 allocatable:*#9l:4:o\nLabelSelectorRequirement key:s:1 operator:s:2 values:[s:3:o\nTopologySelectorLabelRequirement key:s:1 values:[s:2\nVolumeAttachmentSource persistentVolumeName:*s:1:o inlineVolumeSpec:*#24:2:o\nVolumeError time:T:1:o message:s:2:o\nWebhookClientConfig url:*s:3:o service:*#9m:1:o caBundle:y:2:o\nRuleWithOperations operations:[s:1:o :#9n:2:>\nMatchCondition name:s:1 expression:s:2\nParamKind! apiVersion:s:1:o kind:s:2:o\nMatchResources! namespaceSelector:*#3p:1:o objectSelector:*#3p:2:o resourceRules:[#9o:3:o excludeResourceRules:[#9o:4:o matchPolicy:*s:7:o\nValidation expression:s:1 message:s:2:o reason:*s:3:o messageExpression:s:4:o\nAuditAnnotation key:s:1 valueExpression:s:2\nVariable! name:s:1 expression:s:2\nTypeChecking expressionWarnings:[#9p:1:o\nParamRef! name:s:1:o namespace:s:2:o selector:*#3p:3:o parameterNotFoundAction:*s:4:o\nCustomResourceDefinitionNames plural:s:1 singular:s:2:o shortNames:[s:3:o kind:s:4 listKind:s:5:o categories:[s:6:o\nCustomResourceDefinitionVersion name:s:1 served:b:2 storage:b:3 deprecated:b:7:o deprecationWarning:*s:8:o schema:*#9q:4:o subresources:*#9r:5:o additionalPrinterColumns:[#9s:6:o selectableFields:[#9t:9:o\nCustomResourceConversion strategy:s:1 webhook:*#9u:2:o\nCustomResourceDefinitionCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nEndpointConditions ready:*b:1:o serving:*b:2:o terminating:*b:3:o\nEndpointHints forZones:[#9v:1:o\nPriorityLevelConfigurationReference name:s:1\nFlowDistinguisherMethod type:s:1\nPolicyRulesWithSubjects subjects:[#9w:1 resourceRules:[#9x:2:o nonResourceRules:[#9y:3:o\nFlowSchemaCondition type:s:1:o status:s:2:o lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nLimitedPriorityLevelConfiguration nominalConcurrencyShares:*i:1 limitResponse:#9z:2:o lendablePercent:*i:3:o borrowingLimitPercent:*i:4:o\nExemptPriorityLevelConfiguration nominalConcurrencyShares:*i:1:o lendablePercent:*i:2:o\nPriorityLevelConfigurationCondition type:s:1:o status:s:2:o lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nConfigMapNodeConfigSource namespace:s:1 name:s:2 uid:s:3:o resourceVersion:s:4:o kubeletConfigKey:s:5\nDaemonEndpoint Port:i:1\nNodeRuntimeHandlerFeatures recursiveReadOnlyMounts:*b:1:o userNamespaces:*b:2:o\nGCEPersistentDiskVolumeSource pdName:s:1 fsType:s:2:o partition:i:3:o readOnly:b:4:o\nAWSElasticBlockStoreVolumeSource volumeID:s:1 fsType:s:2:o partition:i:3:o readOnly:b:4:o\nHostPathVolumeSource path:s:1 type:*s:2:o\nGlusterfsPersistentVolumeSource endpoints:s:1 path:s:2 readOnly:b:3:o endpointsNamespace:*s:4:o\nNFSVolumeSource server:s:1 path:s:2 readOnly:b:3:o\nRBDPersistentVolumeSource monitors:[s:1 image:s:2 fsType:s:3:o pool:s:4:o user:s:5:o keyring:s:6:o secretRef:*#a0:7:o readOnly:b:8:o\nISCSIPersistentVolumeSource targetPortal:s:1 iqn:s:2 lun:i:3 iscsiInterface:s:4:o fsType:s:5:o readOnly:b:6:o portals:[s:7:o chapAuthDiscovery:b:8:o chapAuthSession:b:11:o secretRef:*#a0:10:o initiatorName:*s:12:o\nCinderPersistentVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o secretRef:*#a0:4:o\nCephFSPersistentVolumeSource monitors:[s:1 path:s:2:o user:s:3:o secretFile:s:4:o secretRef:*#a0:5:o readOnly:b:6:o\nFCVolumeSource targetWWNs:[s:1:o lun:*i:2:o fsType:s:3:o readOnly:b:4:o wwids:[s:5:o\nFlockerVolumeSource datasetName:s:1:o datasetUUID:s:2:o\nFlexPersistentVolumeSource driver:s:1 fsType:s:2:o secretRef:*#a0:3:o readOnly:b:4:o options:{s:5:o\nAzureFilePersistentVolumeSource secretName:s:1 shareName:s:2 readOnly:b:3:o secretNamespace:*s:4\nVsphereVirtualDiskVolumeSource volumePath:s:1 fsType:s:2:o storagePolicyName:s:3:o storagePolicyID:s:4:o\nQuobyteVolumeSource registry:s:1 volume:s:2 readOnly:b:3:o user:s:4:o group:s:5:o tenant:s:6:o\nAzureDiskVolumeSource diskName:s:1 diskURI:s:2 cachingMode:*s:3:o fsType:*s:4:o readOnly:*b:5:o kind:*s:6:o\nPhotonPersistentDiskVolumeSource pdID:s:1 fsType:s:2:o\nPortworxVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o\nScaleIOPersistentVolumeSource gateway:s:1 system:s:2 secretRef:*#a0:3 sslEnabled:b:4:o protectionDomain:s:5:o storagePool:s:6:o storageMode:s:7:o volumeName:s:8:o fsType:s:9:o readOnly:b:10:o\nLocalVolumeSource path:s:1 fsType:*s:2:o\nStorageOSPersistentVolumeSource volumeName:s:1:o volumeNamespace:s:2:o fsType:s:3:o readOnly:b:4:o secretRef:*#1s:5:o\nCSIPersistentVolumeSource driver:s:1 volumeHandle:s:2 readOnly:b:3:o fsType:s:4:o volumeAttributes:{s:5:o controllerPublishSecretRef:*#a0:6:o nodeStageSecretRef:*#a0:7:o nodePublishSecretRef:*#a0:8:o controllerExpandSecretRef:*#a0:9:o nodeExpandSecretRef:*#a0:10:o\nNodeSelector! nodeSelectorTerms:[#a1:1\nVolumeSource hostPath:*#7l:1:o emptyDir:*#a2:2:o gcePersistentDisk:*#7j:3:o awsElasticBlockStore:*#7k:4:o gitRepo:*#a3:5:o secret:*#a4:6:o nfs:*#7n:7:o iscsi:*#a5:8:o glusterfs:*#a6:9:o persistentVolumeClaim:*#a7:10:o rbd:*#a8:11:o flexVolume:*#a9:12:o cinder:*#aa:13:o cephfs:*#ab:14:o flocker:*#7t:15:o downwardAPI:*#ac:16:o fc:*#7s:17:o azureFile:*#ad:18:o configMap:*#ae:19:o vsphereVolume:*#7w:20:o quobyte:*#7x:21:o azureDisk:*#7y:22:o photonPersistentDisk:*#7z:23:o projected:*#af:26:o portworxVolume:*#80:24:o scaleIO:*#ag:25:o storageos:*#ah:27:o csi:*#ai:28:o ephemeral:*#aj:29:o image:*#ak:30:o\nContainerPort name:s:1:o hostPort:i:2:o containerPort:i:3 protocol:s:4:o hostIP:s:5:o\nEnvFromSource prefix:s:1:o configMapRef:*#al:2:o secretRef:*#am:3:o\nEnvVar name:s:1 value:s:2:o valueFrom:*#an:3:o\nContainerResizePolicy resourceName:s:1 restartPolicy:s:2\nVolumeMount name:s:1 readOnly:b:2:o recursiveReadOnly:*s:7:o mountPath:s:3 subPath:s:4:o mountPropagation:*s:5:o subPathExpr:s:6:o\nVolumeDevice name:s:1 devicePath:s:2\nProbe :#ao:1:> initialDelaySeconds:i:2:o timeoutSeconds:i:3:o periodSeconds:i:4:o successThreshold:i:5:o failureThreshold:i:6:o terminationGracePeriodSeconds:*l:7:o\nLifecycle postStart:*#ap:1:o preStop:*#ap:2:o\nSecurityContext capabilities:*#aq:1:o privileged:*b:2:o seLinuxOptions:*#8h:3:o windowsOptions:*#8i:10:o runAsUser:*l:4:o runAsGroup:*l:8:o runAsNonRoot:*b:5:o readOnlyRootFilesystem:*b:6:o allowPrivilegeEscalation:*b:7:o procMount:*s:9:o seccompProfile:*#8k:11:o appArmorProfile:*#8l:12:o\nEphemeralContainerCommon name:s:1 image:s:2:o command:[s:3:o args:[s:4:o workingDir:s:5:o ports:[#87:6:o:m=containerPort;k=containerPort,protocol envFrom:[#88:19:o env:[#89:7:o:m=name;k=name resources:#5b:8:o resizePolicy:[#8a:23:o restartPolicy:*s:24:o volumeMounts:[#8b:9:o:m=mountPath;k=mountPath volumeDevices:[#8c:21:o:m=devicePath;k=devicePath livenessProbe:*#8d:10:o readinessProbe:*#8d:11:o startupProbe:*#8d:22:o lifecycle:*#8e:12:o terminationMessagePath:s:13:o terminationMessagePolicy:s:20:o imagePullPolicy:s:14:o securityContext:*#8f:15:o stdin:b:16:o stdinOnce:b:17:o tty:b:18:o\nSELinuxOptions user:s:1:o role:s:2:o type:s:3:o level:s:4:o\nWindowsSecurityContextOptions gmsaCredentialSpecName:*s:1:o gmsaCredentialSpec:*s:2:o runAsUserName:*s:3:o hostProcess:*b:4:o\nSysctl name:s:1 value:s:2\nSeccompProfile type:s:1 localhostProfile:*s:2:o\nAppArmorProfile type:s:1 localhostProfile:*s:2:o\nNodeAffinity requiredDuringSchedulingIgnoredDuringExecution:*#85:1:o preferredDuringSchedulingIgnoredDuringExecution:[#ar:2:o\nPodAffinity requiredDuringSchedulingIgnoredDuringExecution:[#as:1:o preferredDuringSchedulingIgnoredDuringExecution:[#at:2:o\nPodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:[#as:1:o preferredDuringSchedulingIgnoredDuringExecution:[#at:2:o\nPodDNSConfigOption name:s:1:o value:*s:2:o\nResourceClaim name:s:1 request:s:2:o\nContainerState waiting:*#au:1:o running:*#av:2:o terminated:*#aw:3:o\nVolumeMountStatus name:s:1 mountPath:s:2 readOnly:b:3:o recursiveReadOnly:*s:4:o\nContainerUser linux:*#ax:1:o\nResourceStatus name:s:1 resources:[#ay:2:o:k=resourceID\nScopedResourceSelectorRequirement scopeName:s:1 operator:s:2 values:[s:3:o\nClientIPConfig timeoutSeconds:*i:1:o\nLoadBalancerIngress ip:s:1:o hostname:s:2:o ipMode:*s:3:o ports:[#az:4:o\nRollingUpdateDaemonSet maxUnavailable:*I:1:o maxSurge:*I:2:o\nRollingUpdateDeployment maxUnavailable:*I:1:o maxSurge:*I:2:o\nRollingUpdateStatefulSetStrategy partition:*i:1:o maxUnavailable:*I:2:o\nFieldSelectorAttributes rawSelector:s:1:o requirements:[#b0:2:o\nLabelSelectorAttributes rawSelector:s:1:o requirements:[#6p:2:o\nObjectMetricSource describedObject:#64:1 target:#b1:2 metric:#b2:3\nPodsMetricSource metric:#b2:1 target:#b1:2\nResourceMetricSource name:s:1 target:#b1:2\nContainerResourceMetricSource name:s:1 target:#b1:2 container:s:3\nExternalMetricSource metric:#b2:1 target:#b1:2\nHPAScalingRules stabilizationWindowSeconds:*i:3:o selectPolicy:*s:1:o policies:[#b3:2:o\nObjectMetricStatus metric:#b2:1 current:#b4:2 describedObject:#64:3\nPodsMetricStatus metric:#b2:1 current:#b4:2\nResourceMetricStatus name:s:1 current:#b4:2\nContainerResourceMetricStatus name:s:1 current:#b4:2 container:s:3\nExternalMetricStatus metric:#b2:1 current:#b4:2\nPodFailurePolicyRule action:s:1 onExitCodes:*#b5:2:o onPodConditions:[#b6:3:o\nSuccessPolicyRule succeededIndexes:*s:1:o succeededCount:*i:2:o\nIngressServiceBackend name:s:1 port:#b7:2:o\nIngressRuleValue http:*#b8:1:o\nIngressLoadBalancerIngress ip:s:1:o hostname:s:2:o ports:[#b9:4:o\nNetworkPolicyPort protocol:*s:1:o port:*I:2:o endPort:*i:3:o\nNetworkPolicyPeer podSelector:*#3p:1:o namespaceSelector:*#3p:2:o ipBlock:*#ba:3:o\nVolumeNodeResources count:*i:1:o\nServiceReference namespace:s:1 name:s:2 path:*s:3:o port:*i:4:o\nRule apiGroups:[s:1:o apiVersions:[s:2:o resources:[s:3:o scope:*s:4:o\nNamedRuleWithOperations! resourceNames:[s:1:o :#6u:2:>:a\nExpressionWarning fieldRef:s:2 warning:s:3\nCustomResourceValidation openAPIV3Schema:*#bb:1:o\nCustomResourceSubresources status:*R:1:o scale:*#bc:2:o\nCustomResourceColumnDefinition name:s:1 type:s:2 format:s:3:o description:s:4:o priority:i:5:o jsonPath:s:6\nSelectableField jsonPath:s:1\nWebhookConversion clientConfig:*#bd:2:o conversionReviewVersions:[s:3\nForZone name:s:1\nSubject kind:s:1 user:*#be:2:o group:*#bf:3:o serviceAccount:*#bg:4:o\nResourcePolicyRule verbs:[s:1::s apiGroups:[s:2::s resources:[s:3::s clusterScope:b:4:o namespaces:[s:5::s\nNonResourcePolicyRule verbs:[s:1::s nonResourceURLs:[s:6::s\nLimitResponse type:s:1 queuing:*#bh:2:o\nSecretReference! name:s:1:o namespace:s:2:o\nNodeSelectorTerm! matchExpressions:[#bi:1:o matchFields:[#bi:2:o\nEmptyDirVolumeSource medium:s:1:o sizeLimit:*Q:2:o\nGitRepoVolumeSource repository:s:1 revision:s:2:o directory:s:3:o\nSecretVolumeSource secretName:s:1:o items:[#bj:2:o defaultMode:*i:3:o optional:*b:4:o\nISCSIVolumeSource targetPortal:s:1 iqn:s:2 lun:i:3 iscsiInterface:s:4:o fsType:s:5:o readOnly:b:6:o portals:[s:7:o chapAuthDiscovery:b:8:o chapAuthSession:b:11:o secretRef:*#2f:10:o initiatorName:*s:12:o\nGlusterfsVolumeSource endpoints:s:1 path:s:2 readOnly:b:3:o\nPersistentVolumeClaimVolumeSource claimName:s:1 readOnly:b:2:o\nRBDVolumeSource monitors:[s:1 image:s:2 fsType:s:3:o pool:s:4:o user:s:5:o keyring:s:6:o secretRef:*#2f:7:o readOnly:b:8:o\nFlexVolumeSource driver:s:1 fsType:s:2:o secretRef:*#2f:3:o readOnly:b:4:o options:{s:5:o\nCinderVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o secretRef:*#2f:4:o\nCephFSVolumeSource monitors:[s:1 path:s:2:o user:s:3:o secretFile:s:4:o secretRef:*#2f:5:o readOnly:b:6:o\nDownwardAPIVolumeSource items:[#bk:1:o defaultMode:*i:2:o\nAzureFileVolumeSource secretName:s:1 shareName:s:2 readOnly:b:3:o\nConfigMapVolumeSource :#2f:1:> items:[#bj:2:o defaultMode:*i:3:o optional:*b:4:o\nProjectedVolumeSource sources:[#bl:1 defaultMode:*i:2:o\nScaleIOVolumeSource gateway:s:1 system:s:2 secretRef:*#2f:3 sslEnabled:b:4:o protectionDomain:s:5:o storagePool:s:6:o storageMode:s:7:o volumeName:s:8:o fsType:s:9:o readOnly:b:10:o\nStorageOSVolumeSource volumeName:s:1:o volumeNamespace:s:2:o fsType:s:3:o readOnly:b:4:o secretRef:*#2f:5:o\nCSIVolumeSource driver:s:1 readOnly:*b:2:o fsType:*s:3:o volumeAttributes:{s:4:o nodePublishSecretRef:*#2f:5:o\nEphemeralVolumeSource volumeClaimTemplate:*#bm:1:o\nImageVolumeSource reference:s:1:o pullPolicy:s:2:o\nConfigMapEnvSource :#2f:1:> optional:*b:2:o\nSecretEnvSource :#2f:1:> optional:*b:2:o\nEnvVarSource fieldRef:*#bn:1:o resourceFieldRef:*#bo:2:o configMapKeyRef:*#bp:3:o secretKeyRef:*#bq:4:o\nProbeHandler exec:*#br:1:o httpGet:*#bs:2:o tcpSocket:*#bt:3:o grpc:*#bu:4:o\nLifecycleHandler exec:*#br:1:o httpGet:*#bs:2:o tcpSocket:*#bt:3:o sleep:*#bv:4:o\nCapabilities add:[s:1:o drop:[s:2:o\nPreferredSchedulingTerm weight:i:1 preference:#a1:2\nPodAffinityTerm labelSelector:*#3p:1:o namespaces:[s:2:o topologyKey:s:3 namespaceSelector:*#3p:4:o matchLabelKeys:[s:5:o mismatchLabelKeys:[s:6:o\nWeightedPodAffinityTerm weight:i:1 podAffinityTerm:#as:2\nContainerStateWaiting reason:s:1:o message:s:2:o\nContainerStateRunning startedAt:T:1:o\nContainerStateTerminated exitCode:i:1 signal:i:2:o reason:s:3:o message:s:4:o startedAt:T:5:o finishedAt:T:6:o containerID:s:7:o\nLinuxContainerUser uid:l:1 gid:l:2 supplementalGroups:[l:3:o\nResourceHealth resourceID:s:1 health:s:2:o\nPortStatus port:i:1 protocol:s:2 error:*s:3:o\nFieldSelectorRequirement key:s:1 operator:s:2 values:[s:3:o\nMetricTarget type:s:1 value:*Q:2:o averageValue:*Q:3:o averageUtilization:*i:4:o\nMetricIdentifier name:s:1 selector:*#3p:2:o\nHPAScalingPolicy type:s:1 value:i:2 periodSeconds:i:3\nMetricValueStatus value:*Q:1:o averageValue:*Q:2:o averageUtilization:*i:3:o\nPodFailurePolicyOnExitCodesRequirement containerName:*s:1:o operator:s:2 values:[i:3::s\nPodFailurePolicyOnPodConditionsPattern type:s:1 status:s:2\nServiceBackendPort! name:s:1:o number:i:2:o\nHTTPIngressRuleValue paths:[#bw:1\nIngressPortStatus port:i:1 protocol:s:2 error:*s:3:o\nIPBlock cidr:s:1 except:[s:2:o\nJSONSchemaProps id:s:1:o $schema:s:2:o $ref:*s:3:o description:s:4:o type:s:5:o format:s:6:o title:s:7:o default:*R:8:o maximum:*f:9:o exclusiveMaximum:b:10:o minimum:*f:11:o exclusiveMinimum:b:12:o maxLength:*l:13:o minLength:*l:14:o pattern:s:15:o maxItems:*l:16:o minItems:*l:17:o uniqueItems:b:18:o multipleOf:*f:19:o enum:[R:20:o maxProperties:*l:21:o minProperties:*l:22:o required:[s:23:o items:*R:24:o allOf:[#bb:25:o oneOf:[#bb:26:o anyOf:[#bb:27:o not:*#bb:28:o properties:{#bb:29:o additionalProperties:*R:30:o patternProperties:{#bb:31:o dependencies:{R:32:o additionalItems:*R:33:o definitions:{#bb:34:o externalDocs:*#bx:35:o example:*R:36:o nullable:b:37:o x-kubernetes-preserve-unknown-fields:*b:38:o x-kubernetes-embedded-resource:b:39:o x-kubernetes-int-or-string:b:40:o x-kubernetes-list-map-keys:[s:41:o x-kubernetes-list-type:*s:42:o x-kubernetes-map-type:*s:43:o x-kubernetes-validations:[#by:44:o:m=rule;k=rule\nCustomResourceSubresourceScale specReplicasPath:s:1 statusReplicasPath:s:2 labelSelectorPath:*s:3:o\nWebhookClientConfig url:*s:3:o service:*#bz:1:o caBundle:y:2:o\nUserSubject name:s:1\nGroupSubject name:s:1\nServiceAccountSubject namespace:s:1 name:s:2\nQueuingConfiguration queues:i:1 handSize:i:2 queueLengthLimit:i:3\nNodeSelectorRequirement key:s:1 operator:s:2 values:[s:3:o\nKeyToPath key:s:1 path:s:2 mode:*i:3:o\nDownwardAPIVolumeFile path:s:1 fieldRef:*#bn:2:o resourceFieldRef:*#bo:3:o mode:*i:4:o\nVolumeProjection secret:*#c0:1:o downwardAPI:*#c1:2:o configMap:*#c2:3:o serviceAccountToken:*#c3:4:o clusterTrustBundle:*#c4:5:o\nPersistentVolumeClaimTemplate metadata:#1r:1:o spec:#22:2\nObjectFieldSelector! apiVersion:s:1:o fieldPath:s:2\nResourceFieldSelector! containerName:s:1:o resource:s:2 divisor:Q:3:o\nConfigMapKeySelector! :#2f:1:>:a key:s:2 optional:*b:3:o\nSecretKeySelector! :#2f:1:>:a key:s:2 optional:*b:3:o\nExecAction command:[s:1:o\nHTTPGetAction path:s:1:o port:I:2 host:s:3:o scheme:s:4:o httpHeaders:[#c5:5:o\nTCPSocketAction port:I:1 host:s:2:o\nGRPCAction port:i:1 service:*s:2\nSleepAction seconds:l:1\nHTTPIngressPath path:s:1:o pathType:*s:3 backend:#6h:2\nExternalDocumentation description:s:1:o url:s:2:o\nValidationRule rule:s:1 message:s:2:o messageExpression:s:3:o reason:*s:4:o fieldPath:s:5:o optionalOldSelf:*b:6:o\nServiceReference namespace:s:1 name:s:2 path:*s:3:o port:*i:4:o\nSecretProjection :#2f:1:> items:[#bj:2:o optional:*b:4:o\nDownwardAPIProjection items:[#bk:1:o\nConfigMapProjection :#2f:1:> items:[#bj:2:o optional:*b:4:o\nServiceAccountTokenProjection audience:s:1:o expirationSeconds:*l:2:o path:s:3\nClusterTrustBundleProjection name:*s:1:o signerName:*s:2:o labelSelector:*#3p:3:o optional:*b:5:o path:s:4\nHTTPHeader name:s:1 value:s:2\n";

// src/index.ts
export { ApiServer } from './api-server.ts';
export type { ApiServerOptions, RequestRecord } from './api-server-options.ts';
export type { Authorizer, RequestAttributes } from './auth.ts';
export type { ControllerName } from './controllers/controller-name.ts';
export type { Kubeconfig } from './kubeconfig.ts';
export type { Listening, ListenOptions } from './rims/http-server.ts';
export type { User } from './verbs/request.ts';

// src/kubeconfig.ts
export interface Kubeconfig {
    readonly config: {
        readonly apiVersion: 'v1';
        readonly kind: 'Config';
        readonly clusters: readonly {
            readonly name: string;
            readonly cluster: {
                readonly server: string;
                readonly 'insecure-skip-tls-verify': true;
            };
        }[];
        readonly users: readonly {
            readonly name: string;
            readonly user: {
                readonly token?: string;
            };
        }[];
        readonly contexts: readonly {
            readonly name: string;
            readonly context: {
                readonly cluster: string;
                readonly user: string;
            };
        }[];
        readonly 'current-context': string;
    };
    readonly yaml: string;
}
export declare function kubeconfig({ url, token }: {
    readonly url: string;
    readonly token?: string;
}): Kubeconfig;

// src/registry/age.ts
export declare function humanDuration(ms: number): string;
export declare function age(timestamp: unknown, now: number): string;

// src/registry/autoscaler-conversion.ts
export declare const autoscalerConversion: Conversion;

// src/registry/budgets.ts
export declare function budgetsOf({ registry }: Backend): ServedResource;
export declare function budgetsFor(backend: Backend, pod: ApiObject): readonly ApiObject[];
export declare function selects(budget: ApiObject, { metadata }: ApiObject): boolean;
export declare function isReady(pod: ApiObject): boolean;
export declare function disruptionConditions(budget: ApiObject, allowed: number, now: string): readonly Record<string, unknown>[];

// src/registry/columns.ts
export interface Column {
    readonly name: string;
    readonly type: string;
    readonly format: string;
    readonly description: string;
    readonly priority: number;
}
export declare function columnsOf({ apiVersion, resource, storage }: ServedResource): readonly Column[];

// src/registry/defaults.ts
type Defaults = (object: JsonObject) => void;
export declare function defaultsOf(resource: string): Defaults | undefined;

// src/registry/event-conversion.ts
export declare const eventConversion: Conversion;

// src/registry/event-validation.ts
export declare function eventErrors({ metadata, involvedObject }: ApiObject): readonly FieldError[];
export declare function newEventErrors(event: ApiObject, before?: ApiObject): readonly FieldError[];

// src/registry/field-labels.ts
type FieldLabels = ReadonlyMap<string, (object: ApiObject) => string>;
export declare const fieldLabels: ReadonlyMap<string, FieldLabels>;

// src/registry/fill.ts
export declare function fill(target: JsonObject, values: JsonObject): void;
export declare function inside(target: JsonObject, key: string): JsonObject;

// src/registry/immutability.ts
export declare function immutabilityErrors(resource: string, object: ApiObject, before: ApiObject | undefined): readonly FieldError[];

// src/registry/metadata-validation.ts
export declare function metadataErrors(metadata: ObjectMeta, strategy: Strategy, before?: ObjectMeta): readonly FieldError[];
export declare function labels(field: string, map?: Readonly<Record<string, string>>): readonly FieldError[];

// src/registry/names.ts
export declare function invalidValue(field: string, value: unknown, why: string): FieldError;
export declare function required(field: string, why?: string): FieldError;
export declare function nameErrors(style: Strategy['names'], name: string, field?: string): readonly FieldError[];

// src/registry/pod-defaults.ts
export declare function podSpecDefaults(spec: JsonObject): void;
export declare function podTemplateDefaults(template: JsonObject): void;
export declare function copyLimitsToRequests(spec: JsonObject): void;
export declare function claimDefaults(claim: JsonObject): void;

// src/registry/pod-printer.ts
export declare function podCells(pod: ApiObject, now: number): readonly unknown[];

// src/registry/prepare.ts
type Prepare = (object: ApiObject) => void;
export declare function prepareOf(resource: string): Prepare;

// src/registry/printers.ts
export declare function hasPrinter(storage: string): boolean;
export declare function cellsOf({ storage }: {
    readonly storage: string;
}, object: ApiObject, now: number): readonly unknown[];

// src/registry/registry.ts
export declare class Registry {
    #private;
    constructor(resources?: Iterable<ServedResource>);
    add(resource: ServedResource): void;
    get(group: string, version: string, resource: string): ServedResource | undefined;
    groups(): ReadonlyMap<string, readonly string[]>;
    all(): Iterable<ServedResource>;
    of(group: string, version: string): readonly ServedResource[];
}

// src/registry/resource.ts
export interface Subresource {
    readonly name: string;
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly verbs: readonly string[];
}
export interface Conversion {
    toStorage(object: ApiObject): ApiObject;
    fromStorage(object: ApiObject): ApiObject;
}
export interface ServedResource extends Named {
    readonly version: string;
    readonly apiVersion: string;
    readonly singular: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
    readonly shortNames: readonly string[];
    readonly categories: readonly string[];
    readonly storageVersionHash: string;
    readonly subresources: ReadonlyMap<string, Subresource>;
    readonly storage: string;
    readonly strategy: Strategy;
    readonly conversion: Conversion | undefined;
}
export declare function keyOf({ namespaced }: ServedResource, namespace: string, name: string): string;

// src/registry/selector-text.ts
export declare function mapText(map: unknown): string;
export declare function selectorText(selector: unknown): string;

// src/registry/service-addresses.ts
export declare function addressed(allocator: ServiceAllocator, { storage }: ServedResource, service: ApiObject, before?: ApiObject): {
    readonly object: ApiObject;
    readonly errors: readonly FieldError[];
};

// src/registry/service-allocator.ts
export declare const serviceRange = "10.0.0.0/16";
export declare class ServiceAllocator {
    #private;
    constructor(store: Store, random: Random);
    isTaken(address: string): boolean;
    isPortTaken(port: number): boolean;
    address(): string | undefined;
    port(others: ReadonlySet<number>): number | undefined;
}
export declare function inServiceRange(address: string): boolean;

// src/registry/strategies.ts
export declare function strategyOf(group: string, resource: string): Strategy;

// src/registry/strategy.ts
export interface Strategy {
    readonly generation: 'none' | 'spec' | 'spec-or-annotations' | 'once';
    readonly status: 'none' | 'split' | 'kept-on-create';
    readonly createOnUpdate: boolean;
    readonly versionRequired: boolean;
    readonly returnsDeleted: boolean;
    readonly names: 'subdomain' | 'label' | 'label-1035' | 'path';
    readonly selectable: ReadonlyMap<string, (object: ApiObject) => string>;
    readonly unselectable: (field: string) => string;
    readonly defaults: ((object: JsonObject) => void) | undefined;
    readonly prepare: (object: ApiObject) => void;
    readonly validate: (object: ApiObject, before?: ApiObject) => readonly FieldError[];
}

// src/registry/validation.ts
type Validate = Strategy['validate'];
export declare function validationOf(resource: string): Validate;

// src/registry/workload-printers.ts
type Printer = (object: ApiObject, now: number) => readonly unknown[];
export declare const workloadPrinters: readonly (readonly [string, Printer])[];

// src/rims/http-server.ts
type Handler = (request: ApiRequest) => Promise<ApiResponse>;
type Report = (error: unknown, request?: IncomingMessage) => void;
export interface ListenOptions {
    readonly port?: number;
}
export interface Listening {
    readonly url: string;
    readonly port: number;
    close(): Promise<void>;
}
export declare class HttpServer {
    #private;
    constructor(handle: Handler, bodyLimit: number, report: Report);
    listen({ port }: ListenOptions): Promise<Listening>;
    close(): Promise<void>;
}

// src/rims/in-process-transport.ts
type Handler = (request: ApiRequest) => Promise<ApiResponse>;
export declare class InProcessTransport implements Transport {
    #private;
    constructor(handle: Handler, server: AbortSignal);
    request(request: TransportRequest): Promise<TransportResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/status.ts
export interface FieldError {
    readonly field: string;
    readonly reason: 'FieldValueRequired' | 'FieldValueInvalid' | 'FieldValueNotSupported' | 'FieldValueDuplicate' | 'FieldValueForbidden' | 'FieldValueTooLong';
    readonly message: string;
}
export interface Named {
    readonly group: string;
    readonly resource: string;
    readonly kind: string;
}
export declare class StatusError extends Error {
    readonly name = "StatusError";
    readonly status: Status;
    readonly code: number;
    readonly headers: Readonly<Record<string, string>>;
    constructor(code: number, reason: string, message: string, details?: StatusDetails, continueToken?: string);
}
export declare function badRequest(message: string): StatusError;
export declare function unauthorized(): StatusError;
export declare function forbidden(of: Named, name: string, why: string, causes?: StatusDetails['causes']): StatusError;
export declare function notFound(of: Named, name: string, subresource?: string): StatusError;
export declare function resourceNotFound(): StatusError;
export declare function methodNotAllowed(): StatusError;
export declare function notAcceptable(message?: string): StatusError;
export declare function unsupportedMediaType(message: string, details?: StatusDetails): StatusError;
export declare function alreadyExists(of: Named, name: string, before?: string, after?: string): StatusError;
export declare function conflict(of: Named, name: string, why?: string, as?: string): StatusError;
export declare function expired(message: string, continueToken?: string): StatusError;
export declare function tooLarge(limit: number): StatusError;
export declare function tooManyRequests(message: string, causes: StatusDetails['causes'], retryAfterSeconds?: number): StatusError;
export declare function invalid(of: Pick<Named, 'group' | 'kind'>, name: string, errors: readonly FieldError[]): StatusError;
export declare function invalidOptions(kind: string, errors: readonly FieldError[]): StatusError;
export declare function tooLargeResourceVersion(asked: string, current: number): StatusError;
export declare function notImplemented(what: string): StatusError;
export declare function internalError(error: unknown): StatusError;
export declare function rawError(message: string): StatusError;

// src/store/collection.ts
export interface Snapshot {
    readonly revision: number;
    readonly keys: readonly string[];
    readonly get: (key: string) => ApiObject | undefined;
}
export declare class CompactedError extends Error {
    readonly name = "CompactedError";
    readonly asked: number;
    readonly floor: number;
    constructor(asked: number, floor: number);
}
export declare class Collection {
    #private;
    constructor(revisions: {
        current: number;
    }, historySize: number, floor: number);
    get size(): number;
    get floor(): number;
    get(key: string): ApiObject | undefined;
    set(key: string, object: ApiObject): ApiObject;
    delete(key: string): ApiObject | undefined;
    list(prefix?: string): Snapshot;
    one(key: string): Snapshot;
    listAt(revision: number, prefix?: string): Snapshot;
    since(revision: number): readonly StoreEvent[];
    compact(revision?: number): void;
    subscribe(scope: Scope, listener: Listener): () => void;
}

// src/store/history.ts
export interface StoreEvent {
    readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
    readonly revision: number;
    readonly key: string;
    readonly object: ApiObject;
    readonly previous: ApiObject | undefined;
    readonly frames: Map<string, Uint8Array>;
}
export declare class History {
    #private;
    constructor(capacity: number, floor: number);
    get floor(): number;
    add(event: StoreEvent): void;
    compact(revision: number): void;
    after(revision: number): readonly StoreEvent[];
}

// src/store/key-order.ts
export declare class KeyOrder {
    #private;
    add(key: string): void;
    delete(key: string): void;
    keys(): readonly string[];
}
export declare function mergeSorted(left: readonly string[], right: readonly string[]): readonly string[];
export declare function byCode(a: string, b: string): number;
export declare function lowerBound(keys: readonly string[], key: string): number;

// src/store/listeners.ts
export type Listener = (event: StoreEvent) => void;
export interface Scope {
    readonly prefix: string;
    readonly value?: {
        readonly read: (object: ApiObject) => string;
        readonly is: string;
    };
}
export declare class Listeners {
    #private;
    add({ prefix, value }: Scope, listener: Listener): () => void;
    tell(event: StoreEvent): void;
}

// src/store/store.ts
type StoreListener = (collection: string, event: StoreEvent) => void;
export declare class Store {
    #private;
    constructor({ historySize }: {
        readonly historySize: number;
    });
    get revision(): number;
    collection(name: string): Collection;
    subscribe(listener: StoreListener): () => void;
    compact(name?: string): void;
}

// src/verbs/access-reviews.ts
export declare function isAccessReview({ verb, group, resource, subresource }: RequestInfo): boolean;
export declare function reviewAccess(backend: Backend, resource: ServedResource, request: ApiRequest, info: RequestInfo, user: User, authorize: Authorizer | undefined): ApiResponse;

// src/verbs/admission.ts
export declare function admitCreate(backend: Backend, resource: ServedResource, object: ApiObject): void;
export declare function admitUpdate(resource: ServedResource, object: ApiObject, before: ApiObject): void;

// src/verbs/binding.ts
export declare function bindPod({ backend, info, request }: Call): ApiResponse;

// src/verbs/body.ts
export interface Decoded {
    readonly object: ApiObject;
    readonly warnings: readonly string[];
}
export declare function mediaType(request: ApiRequest): string;
export declare function decodeBody(request: ApiRequest, resource: ServedResource, options: WriteOptions): Decoded;
export declare function fromProtobuf(body: Uint8Array, apiVersion: string, kind: string): {
    readonly apiVersion: string;
    readonly kind: string;
    readonly value: JsonObject;
};
export declare function decodeObject(resource: ServedResource, value: JsonObject, { fieldValidation }: WriteOptions, duplicates: readonly string[]): Decoded;
export declare function settled(resource: ServedResource, object: ApiObject): ApiObject;

// src/verbs/call.ts
export interface Call {
    readonly backend: Backend;
    readonly request: ApiRequest;
    readonly info: RequestInfo;
    readonly resource: ServedResource;
}
export declare function read({ backend, resource, info }: Call): ApiObject | undefined;
export declare function existing(call: Call): ApiObject;
export declare function show(call: Call, object: ApiObject, status?: number, warnings?: readonly string[]): ApiResponse;
export declare function createFor(call: Call, object: ApiObject, dryRun: boolean): ApiObject;
export declare function commit(call: Call, before: ApiObject, given: ApiObject, part: Part, dryRun: boolean, managedFields?: ManagedFieldsEntry[]): ApiObject;
export declare function checkName(url: string, name: string): void;
export declare function checkNamespace({ info, resource }: Call, { metadata }: ApiObject): void;
export declare function uidMismatch(resource: ServedResource, { metadata }: ApiObject, asked: string): string;
export declare function checkVersion({ resource, info }: Call, before: ApiObject, version: string, put: boolean): void;

// src/verbs/continue-token.ts
export interface Continuation {
    readonly revision: number;
    readonly after: string;
}
export declare function continueToken({ revision, after }: Continuation): string;
export declare function parseContinueToken(text: string): Continuation;

// src/verbs/delete-options.ts
export interface DeleteOptions {
    readonly gracePeriodSeconds: number | undefined;
    readonly propagationPolicy: 'Foreground' | 'Background' | 'Orphan' | undefined;
    readonly dryRun: boolean;
    readonly preconditions: {
        readonly uid?: string;
        readonly resourceVersion?: string;
    };
    readonly asynchronous: boolean;
}
export declare function deleteOptions(request: ApiRequest, query: URLSearchParams): DeleteOptions;
export declare function readDeleteOptions(body: JsonObject, query: URLSearchParams): DeleteOptions;

// src/verbs/deleter.ts
export declare const plain: DeleteOptions;
export interface Deletion {
    readonly object: ApiObject;
    readonly gone: boolean;
}
export declare function deleteObject(backend: Backend, resource: ServedResource, object: ApiObject, options?: DeleteOptions): Deletion;
export declare function afterRemoval(backend: Backend, namespace: string): void;

// src/verbs/discovery.ts
export declare function discovery(registry: Registry, path: string, headers: Readonly<Record<string, string>>): ApiResponse | undefined;

// src/verbs/disruption-budget.ts
export declare function allowDisruption(backend: Backend, pod: ApiObject, dryRun: boolean): void;

// src/verbs/encode.ts
export declare function encodeObject(resource: ServedResource, object: ApiObject): string;
export declare function encodeItem({ conversion }: ServedResource, object: ApiObject): string;
export declare function encodeMetadata({ metadata }: ApiObject, version?: string): string;
export declare function utf8(text: string): Uint8Array;

// src/verbs/eviction.ts
export declare function evict(call: Call): ApiResponse;

// src/verbs/field-selector.ts
export interface FieldSelector {
    readonly matches: (object: ApiObject) => boolean;
    readonly name: string | undefined;
    readonly value: Scope['value'] | undefined;
    readonly namespace: string | undefined;
}
export declare function fieldSelector(text: string, resource: ServedResource): FieldSelector;

// src/verbs/grace.ts
export declare function graceOf(pod: ApiObject, asked: number | undefined): number;
export declare function shortened({ metadata }: ApiObject, grace: number | undefined): number | undefined;

// src/verbs/json-patch.ts
export declare class JsonPatchError extends Error {
    readonly name = "JsonPatchError";
}
export declare function applyJsonPatch(target: unknown, operations: readonly unknown[]): unknown;

// src/verbs/label-selector.ts
type Labels = Readonly<Record<string, string>>;
export type LabelMatch = (labels: Labels) => boolean;
export declare function labelSelector(text: string): LabelMatch;

// src/verbs/list.ts
export interface Page {
    readonly metadata: ListMeta;
    readonly objects: readonly ApiObject[];
}
export declare function listPage(backend: Backend, resource: ServedResource, options: ListOptions, selection: Selection, signal: AbortSignal): Promise<Page>;

// src/verbs/merge-patch.ts
export declare function applyMergePatch(target: unknown, patch: unknown): unknown;

// src/verbs/namespaces.ts
export declare const systemNamespaces: readonly ['default', 'kube-system', 'kube-public', 'kube-node-lease'];
export declare function namespacesOf({ registry }: Backend): ServedResource;
export declare function requireNamespace(backend: Backend, resource: ServedResource, namespace: string, name: string): void;
export declare function requireMortal(backend: Backend, name: string): void;
export declare function terminating(backend: Backend, namespace: ApiObject): ApiObject;
export declare function emptyNamespace(backend: Backend, name: string, remove: (resource: ServedResource, object: ApiObject) => void): void;

// src/verbs/negotiate.ts
export interface View {
    readonly as: 'object' | 'table' | 'metadata';
    readonly version: 'v1' | 'v1beta1';
}
interface Clause {
    readonly type: string;
    readonly parameters: ReadonlyMap<string, string>;
    readonly quality: number;
}
export declare function acceptClauses(accept: string | undefined): readonly Clause[];
export declare function negotiate(accept: string | undefined, shape: 'object' | 'list', kind: string): View;
export declare function requireJson(accept: string | undefined): void;
export declare function wantsPretty(query: URLSearchParams, agent?: string): boolean;

// src/verbs/non-resource.ts
export declare function handleNonResource(registry: Registry, version: string, { method, path, query, headers, }: {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: Readonly<Record<string, string>>;
}): ApiResponse;

// src/verbs/openapi.ts
export declare function openapi(registry: Registry, path: string): ApiResponse | undefined;

// src/verbs/options.ts
export declare function integer(query: URLSearchParams, name: string): number | undefined;
export declare function revisionOf(text: string | null | undefined, prefix?: boolean): number | undefined;
export interface ListOptions {
    readonly limit: number;
    readonly continueToken: string;
    readonly revision: number | undefined;
    readonly resourceVersion: string;
    readonly match: string;
    readonly labelSelector: string;
    readonly fieldSelector: string;
    readonly timeoutSeconds: number | undefined;
    readonly allowWatchBookmarks: boolean;
    readonly sendInitialEvents: boolean | undefined;
}
export declare function listOptions(query: URLSearchParams, watch: boolean): ListOptions;
export interface WriteOptions {
    readonly dryRun: boolean;
    readonly fieldValidation: 'Strict' | 'Warn' | 'Ignore';
}
export declare function writeOptions(query: URLSearchParams, kind: string): WriteOptions;

// src/verbs/patch.ts
export declare function patched(request: ApiRequest, resource: ServedResource, before: ApiObject, options: WriteOptions): Decoded;

// src/verbs/preconditions.ts
export declare function checkPreconditions(resource: ServedResource, { metadata }: ApiObject, { preconditions }: DeleteOptions): void;

// src/verbs/propagation.ts
export declare const foregroundDeletion = "foregroundDeletion";
export declare const orphanDependents = "orphan";
export declare function finalizersFor({ storage }: ServedResource, finalizers: readonly string[], { propagationPolicy }: DeleteOptions): readonly string[];
export declare function deletionWarnings({ storage }: ServedResource, { propagationPolicy }: DeleteOptions): readonly string[];

// src/verbs/request.ts
export interface ApiRequest {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
    readonly signal: AbortSignal;
}
export interface ApiResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string | AsyncIterable<Uint8Array>;
}
export interface User {
    readonly name: string;
    readonly groups: readonly string[];
}
export interface RequestInfo {
    readonly verb: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly isResource: boolean;
    readonly group: string;
    readonly version: string;
    readonly resource: string;
    readonly namespace: string;
    readonly name: string;
    readonly subresource: string;
}
export declare function flag(query: URLSearchParams, name: string): boolean;
export declare function requestInfo(method: string, target: string): RequestInfo;

// src/verbs/resource-handler.ts
export declare function handleResource(backend: Backend, request: ApiRequest, info: RequestInfo): Promise<ApiResponse>;

// src/verbs/respond.ts
export declare function jsonResponse(body: string, status?: number, headers?: ApiResponse['headers']): ApiResponse;
export declare function textResponse(body: string, status?: number): ApiResponse;
export declare function statusResponse(error: StatusError): ApiResponse;
export declare function warningHeaders(warnings: readonly string[]): ApiResponse['headers'];
export declare function prettified(response: ApiResponse): ApiResponse;
export declare function listBody<T>(clock: Clock, head: string, items: readonly T[], encode: (item: T) => string, tail: string): string | AsyncIterable<Uint8Array>;

// src/verbs/scale.ts
export declare function scale(call: Call, verb: string): ApiResponse;

// src/verbs/selection.ts
export interface Selection {
    readonly prefix: string;
    readonly single: boolean;
    readonly value: Scope['value'] | undefined;
    readonly matches: (object: ApiObject) => boolean;
    readonly selective: boolean;
}
export declare function selectionOf(resource: ServedResource, namespace: string, selectors: {
    readonly labelSelector: string;
    readonly fieldSelector: string;
}, legacyName?: string): Selection;

// src/verbs/strategic-merge-errors.ts
export declare function goText(value: unknown): string;
export declare function noMergeKey(item: JsonObject, key: string): StatusError;
export declare function unknownDirective(directive: unknown, map: JsonObject): StatusError;
export declare function badDirective(of: 'retainKeys' | 'setElementOrder list' | 'primitive list'): StatusError;
export declare function notAList(value: unknown): StatusError;
export declare function mixedList(...lists: readonly (readonly unknown[])[]): StatusError;
export declare function orderMismatch(patch: readonly unknown[], order: readonly unknown[]): StatusError;

// src/verbs/strategic-merge-lists.ts
type Merge = (item: JsonObject, change: JsonObject) => JsonObject;
export declare function mergeLists(original: readonly unknown[], patch: readonly unknown[], key: string, merge: Merge): readonly unknown[];
export declare function deleteFromList(list: readonly unknown[], gone: readonly unknown[]): readonly unknown[];
export declare function orderBy(items: readonly unknown[], order: readonly unknown[], live: readonly unknown[], key: string): readonly unknown[];
export declare function requireOrder(patch: readonly unknown[], order: readonly unknown[], key: string): void;

// src/verbs/strategic-merge.ts
export declare function applyStrategicMerge(target: JsonObject, patch: JsonObject, message: Message): JsonObject;

// src/verbs/table.ts
export declare class TableView {
    #private;
    constructor(resource: ServedResource, query: URLSearchParams, view: View, now: () => number);
    head(metadata: unknown, columns?: boolean): string;
    row(object: ApiObject): string;
    single(object: ApiObject, columns?: boolean): string;
}

// src/verbs/wait-for-revision.ts
export declare function waitForRevision({ store, clock }: Backend, revision: number, asked: string, signal: AbortSignal): Promise<void>;

// src/verbs/watch-frames.ts
export declare class WatchFrames {
    #private;
    constructor(resource: ServedResource, view: View, table: TableView | undefined);
    event(event: StoreEvent, matches: (object: ApiObject) => boolean): Uint8Array | undefined;
    added(object: ApiObject): Uint8Array;
    bookmark(revision: number, initialEventsEnd?: boolean): Uint8Array;
}

// src/verbs/watch-stream.ts
export declare class WatchStream implements AsyncIterableIterator<Uint8Array> {
    #private;
    constructor(initial: Iterable<Uint8Array>, limit: number);
    get ended(): boolean;
    onEnd(listener: () => void): void;
    push(frame: Uint8Array): void;
    end(): void;
    next(): Promise<IteratorResult<Uint8Array, undefined>>;
    return(): Promise<IteratorResult<Uint8Array, undefined>>;
    [Symbol.asyncIterator](): this;
}

// src/verbs/watch.ts
export declare function openWatch(backend: Backend, resource: ServedResource, options: ListOptions, selection: Selection, frames: WatchFrames, signal: AbortSignal): Promise<WatchStream>;

// src/verbs/writer.ts
export declare function createObject(backend: Backend, resource: ServedResource, namespace: string, given: ApiObject, dryRun?: boolean, managers?: (given: ApiObject) => ManagedFieldsEntry[]): ApiObject;
export type Part = 'main' | 'status' | 'finalize';
export declare function merged(resource: ServedResource, before: ApiObject, given: ApiObject, part: Part): ApiObject;
export declare function commitUpdate(backend: Backend, resource: ServedResource, before: ApiObject, given: ApiObject, dryRun: boolean): ApiObject;
export declare function isFinished(object: ApiObject): boolean;
