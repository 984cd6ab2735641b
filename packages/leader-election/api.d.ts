// src/attempt.ts
export declare function attempted(state: ElectorState, moment: Moment): Stepped;
export declare function absent(state: ElectorState, moment: Moment): Stepped;
export declare function judged(before: ElectorState, snapshot: LockSnapshot, moment: Moment): Stepped;
export declare function written(state: ElectorState, request: LockRequest, snapshot: LockSnapshot, moment: Moment): Stepped;
export declare function failed(state: ElectorState, moment: Moment): Stepped;

// src/candidate-watch.ts
export interface CandidateWatchOptions {
    readonly client: Pick<Client, 'list' | 'watch'>;
    readonly resource: Resource<LeaseCandidateObject>;
    readonly namespace: string;
    readonly name: string;
    readonly clock: Clock;
    readonly random: Random;
    readonly signal: AbortSignal;
    readonly onState: (candidate: LeaseCandidateObject | undefined) => void;
    readonly onError: (error: unknown) => void;
}
export declare function followCandidate(options: CandidateWatchOptions): Promise<void>;
export declare function patience(wait: Promise<void>, signal: AbortSignal): Promise<void>;
export declare function isReason(signal: AbortSignal, error: unknown): boolean;

// src/election-record.ts
export interface LeaderElectionRecord {
    readonly holderIdentity: string;
    readonly leaseDurationSeconds: number;
    readonly acquireTime: string;
    readonly renewTime: string;
    readonly leaderTransitions: number;
    readonly strategy: string;
    readonly preferredHolder: string;
}
export type LeaseSpec = NonNullable<Lease['spec']>;
export declare function recordFromLeaseSpec(spec?: LeaseSpec): LeaderElectionRecord;
export declare function leaseSpecFromRecord(record: LeaderElectionRecord): LeaseSpec;
export declare function isGarbled(spec: unknown): boolean;
export declare function leaseTime(now: number, writes: number): string;

// src/elector-driver.ts
export interface DriverParts {
    readonly name: string;
    readonly options: LeaderElectorOptions;
    readonly state: ElectorState;
    readonly onChange: () => void;
    readonly onEnd: () => void;
    readonly reason: () => unknown;
}
export declare class ElectorDriver {
    #private;
    state: ElectorState;
    lastError: unknown;
    lease: AbortController | undefined;
    readonly clock: Clock;
    constructor(parts: DriverParts);
    happen(happening: ElectorHappening): void;
    lost(reason: LeadershipLostReason): LeadershipLostError;
}

// src/elector-options.ts
export interface LeaderWork {
    readonly signal: AbortSignal;
    readonly leaderTransitions: number;
}
export interface LeaderCallbacks {
    readonly onStartedLeading: (work: LeaderWork) => void | Promise<void>;
    readonly onStoppedLeading: () => void | Promise<void>;
    readonly onNewLeader?: ((identity: string) => void) | undefined;
}
export interface LeaderElectorOptions {
    readonly lock: ResourceLock;
    readonly leaseDuration: Duration;
    readonly renewDeadline: Duration;
    readonly retryPeriod: Duration;
    readonly callbacks: LeaderCallbacks;
    readonly name?: string | undefined;
    readonly releaseOnCancel?: boolean | undefined;
    readonly onLost?: 'end' | 'contend' | undefined;
    readonly stopTimeout?: Duration | undefined;
    readonly requestTimeout?: Duration | undefined;
    readonly coordinated?: boolean | undefined;
    readonly watchDog?: LeaderHealthAdaptor | undefined;
    readonly metricsProvider?: LeaderMetricsProvider | undefined;
    readonly onError?: ((error: unknown) => void) | undefined;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
}
export declare function electorSettings(options: LeaderElectorOptions): ElectorSettings;
export declare function requestTimeoutOf({ requestTimeout, renewDeadline }: LeaderElectorOptions): number;

// src/elector-state.ts
export interface ElectorSettings {
    readonly identity: string;
    readonly leaseDurationSeconds: number;
    readonly renewDeadline: number;
    readonly retryPeriod: number;
    readonly stopTimeout: number;
    readonly releaseOnCancel: boolean;
    readonly onLost: 'end' | 'contend';
    readonly coordinated: boolean;
}
export type ElectorPhase = 'idle'
 | 'contending' | 'leading'
 | 'stopping'
 | 'stopped' | 'releasing' | 'ended';
export interface ObservedLock extends LockSnapshot {
    readonly at: number;
}
export interface LockRequest {
    readonly type: 'get' | 'create' | 'update';
    readonly sentAt: number;
    readonly fast: boolean;
}
export interface ElectorState {
    readonly phase: ElectorPhase;
    readonly settings: ElectorSettings;
    readonly observed: ObservedLock | undefined;
    readonly reported: string;
    readonly request: LockRequest | undefined;
    readonly renewedAt: number;
    readonly renewing: boolean;
    readonly inTerm: boolean;
    readonly workSettled: boolean;
    readonly told: boolean;
    readonly ending: boolean;
    readonly doubtful: boolean;
    readonly stuck: boolean;
    readonly writes: number;
    readonly failure: ElectorFailure | undefined;
}
export type ElectorFailure = {
    readonly type: 'lost';
    readonly reason: LeadershipLostReason;
} | {
    readonly type: 'threw';
    readonly error: unknown;
} | {
    readonly type: 'stuck';
    readonly callback: 'onStartedLeading' | 'onStoppedLeading';
};
export type ElectorTimer = 'attempt' | 'deadline' | 'stop' | 'release';
export type LockReply = {
    readonly type: 'succeeded';
    readonly snapshot: LockSnapshot;
} | {
    readonly type: 'failed';
    readonly failure: 'notFound' | 'conflict' | 'other';
    readonly error?: unknown;
};
export type ElectorHappening = {
    readonly type: 'start';
} | {
    readonly type: 'stop';
} | {
    readonly type: 'timer';
    readonly timer: ElectorTimer;
}
 | {
    readonly type: 'reply';
    readonly reply: LockReply;
}
 | {
    readonly type: 'workSettled' | 'stoppedSettled';
    readonly failure?: {
        readonly error: unknown;
    } | undefined;
};
export interface Moment {
    readonly at: number;
    readonly now: number;
    readonly random: number;
}
export type ElectorInput = ElectorHappening & Moment;
export type ElectorEffect = {
    readonly type: 'get';
} | {
    readonly type: 'create';
    readonly record: LeaderElectionRecord;
} | {
    readonly type: 'update';
    readonly record: LeaderElectionRecord;
    readonly version: string;
}
 | {
    readonly type: 'abandon';
}
 | {
    readonly type: 'setTimer';
    readonly timer: ElectorTimer;
    readonly delay: number;
} | {
    readonly type: 'cancelTimer';
    readonly timer: ElectorTimer;
} | {
    readonly type: 'startWork';
    readonly leaderTransitions: number;
}
 | {
    readonly type: 'stopWork';
    readonly lost: LeadershipLostReason | undefined;
} | {
    readonly type: 'stoppedLeading';
} | {
    readonly type: 'newLeader';
    readonly identity: string;
} | {
    readonly type: 'event';
    readonly event: 'became leader' | 'stopped leading';
} | {
    readonly type: 'leader';
    readonly on: boolean;
} | {
    readonly type: 'slowpath';
} | {
    readonly type: 'end';
};
export type Stepped = readonly [ElectorState, readonly ElectorEffect[]];
export declare function idleElector(settings: ElectorSettings): ElectorState;
export declare function electorAgain({ settings, observed, reported, writes }: ElectorState): ElectorState;
export declare function mayWrite({ renewing, renewedAt, settings }: ElectorState, at: number): boolean;

// src/elector-step.ts
export declare function step(state: ElectorState, input: ElectorInput): Stepped;

// src/errors.ts
export declare class LeaderElectionConfigError extends RangeError {
    readonly name = "LeaderElectionConfigError";
    readonly option: string;
    constructor(option: string, what: string);
}
export type LeadershipLostReason = 
'renewDeadline'
 | 'taken'
 | 'endOfTerm'
 | 'notLeading';
export declare class LeadershipLostError extends Error {
    readonly name = "LeadershipLostError";
    readonly lock: string;
    readonly identity: string;
    readonly reason: LeadershipLostReason;
    constructor(lock: string, identity: string, reason: LeadershipLostReason, cause?: unknown);
}
export declare class LeaderWorkNotStoppedError extends Error {
    readonly name = "LeaderWorkNotStoppedError";
    readonly lock: string;
    readonly callback: 'onStartedLeading' | 'onStoppedLeading';
    readonly timeout: number;
    constructor(lock: string, callback: LeaderWorkNotStoppedError['callback'], timeout: number);
}
export declare class ElectorRunningError extends Error {
    readonly name = "ElectorRunningError";
    constructor(lock: string);
}
export declare class ElectorStoppedError extends Error {
    readonly name = "ElectorStoppedError";
    constructor(lock: string);
}
export declare class LockTimeoutError extends Error {
    readonly name = "LockTimeoutError";
    readonly timeout: number;
    constructor(lock: string, verb: string, timeout: number);
}
export declare class LockNotReadError extends Error {
    readonly name = "LockNotReadError";
    constructor(lock: string);
}
export declare class InvalidLeaseError extends Error {
    readonly name = "InvalidLeaseError";
    constructor(lock: string, what: string);
}
export declare class LeaderUnhealthyError extends Error {
    readonly name = "LeaderUnhealthyError";
    readonly lock: string;
    readonly age: number;
    constructor(lock: string, age: number);
}

// src/guarded-transport.ts
export type WriteGuard = () => AbortSignal | undefined;
export declare class GuardedTransport implements Transport {
    #private;
    constructor(inner: Transport, guard: WriteGuard);
    request(request: TransportRequest): Promise<TransportResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/index.ts
export { leaseSpecFromRecord, recordFromLeaseSpec, type LeaderElectionRecord } from './election-record.ts';
export type { LeaderCallbacks, LeaderElectorOptions, LeaderWork } from './elector-options.ts';
export { electorAgain, idleElector, mayWrite } from './elector-state.ts';
export type { ElectorEffect, ElectorFailure, ElectorHappening, ElectorInput, ElectorPhase, ElectorSettings, ElectorState, ElectorTimer, LockReply, LockRequest, Moment, ObservedLock, Stepped, } from './elector-state.ts';
export { step } from './elector-step.ts';
export { ElectorRunningError, ElectorStoppedError, InvalidLeaseError, LeaderElectionConfigError, LeadershipLostError, type LeadershipLostReason, LeaderUnhealthyError, LeaderWorkNotStoppedError, LockNotReadError, LockTimeoutError, } from './errors.ts';
export { LeaderElector, type RunOptions } from './leader-elector.ts';
export { LeaderHealthAdaptor, type HealthChecked } from './leader-health.ts';
export type { LeaderStatus } from './leader-status.ts';
export { LeaseLock, type LeaseLockOptions } from './lease-lock.ts';
export type { LeaderMetric, LeaderMetricsProvider } from './metrics.ts';
export type { LockCall, LockEventRecorder, LockSnapshot, ResourceLock } from './resource-lock.ts';
export { LeaseCandidate, type LeaseCandidateOptions } from './lease-candidate.ts';
export { LeaseCandidates, type LeaseCandidateObject } from './lease-candidates.ts';

// src/leader-elector.ts
export interface RunOptions {
    readonly signal?: AbortSignal | undefined;
}
export declare class LeaderElector implements AsyncDisposable {
    #private;
    readonly name: string;
    constructor(options: LeaderElectorOptions);
    get leader$(): Observable<LeaderStatus>;
    get status(): LeaderStatus;
    getLeader(): string;
    isLeader(): boolean;
    assertLeading(): void;
    guard<R>(write: () => R | Promise<R>): Promise<R>;
    guardTransport(transport: Transport): Transport;
    check(maxTolerableExpiredLease: Duration): void;
    run({ signal }?: RunOptions): Promise<void>;
    stop(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/leader-health.ts
export interface HealthChecked {
    check(maxTolerableExpiredLease: Duration): void;
}
export declare class LeaderHealthAdaptor {
    #private;
    readonly name = "leaderElection";
    constructor(timeout: Duration);
    setLeaderElection(elector: HealthChecked): void;
    check(): void;
}

// src/leader-status.ts
export interface LeaderStatus {
    readonly identity: string;
    readonly leader: string;
    readonly isLeader: boolean;
    readonly phase: ElectorPhase;
    readonly leaderTransitions: number;
    readonly lastError: unknown;
}
export declare function statusOf(state: ElectorState, lastError: unknown): LeaderStatus;
export declare function sameStatus(left: LeaderStatus, right: LeaderStatus): boolean;

// src/lease-candidate.ts
export interface LeaseCandidateOptions {
    readonly client: Pick<Client, 'create' | 'update' | 'list' | 'watch'>;
    readonly namespace: string;
    readonly name: string;
    readonly leaseName: string;
    readonly binaryVersion: string;
    readonly emulationVersion: string;
    readonly strategy?: string | undefined;
    readonly resource?: Resource<LeaseCandidateObject> | undefined;
    readonly onError?: ((error: unknown) => void) | undefined;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
}
export declare class LeaseCandidate implements AsyncDisposable {
    #private;
    constructor(options: LeaseCandidateOptions);
    run({ signal }?: {
        readonly signal?: AbortSignal | undefined;
    }): Promise<void>;
    stop(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/lease-candidates.ts
export interface LeaseCandidateObject extends KubernetesObject {
    readonly spec: {
        readonly leaseName: string;
        readonly binaryVersion: string;
        readonly emulationVersion?: string;
        readonly strategy: string;
        readonly renewTime?: string;
        readonly pingTime?: string;
    };
}
export declare const LeaseCandidates: Resource<LeaseCandidateObject>;
export declare function isLater(time: string | undefined, than: string | undefined): boolean;

// src/lease-lock.ts
export interface LeaseLockOptions {
    readonly client: Pick<Client, 'get' | 'create' | 'update'>;
    readonly namespace: string;
    readonly name: string;
    readonly identity: string;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    readonly eventRecorder?: LockEventRecorder | undefined;
}
export declare class LeaseLock implements ResourceLock {
    #private;
    readonly identity: string;
    constructor(options: LeaseLockOptions);
    get(call?: LockCall): Promise<LockSnapshot>;
    create(record: LeaderElectionRecord, call?: LockCall): Promise<LockSnapshot>;
    update(record: LeaderElectionRecord, { version, ...call }?: LockCall & {
        readonly version?: string;
    }): Promise<LockSnapshot>;
    recordEvent(event: string): void;
    describe(): string;
}

// src/lock-requests.ts
export type LockEffect = Extract<ElectorEffect, {
    readonly type: 'get' | 'create' | 'update';
}>;
export declare class LockRequests {
    #private;
    constructor(lock: ResourceLock, clock: Clock, timeout: number);
    send(effect: LockEffect, tell: (reply: LockReply) => void): void;
    abandon(reason: unknown): void;
}

// src/metrics.ts
export interface LeaderMetric {
    on(name: string): void;
    off(name: string): void;
    slowpathExercised(name: string): void;
}
export interface LeaderMetricsProvider {
    newLeaderMetric(): LeaderMetric;
}
export declare const noMetrics: LeaderMetric;

// src/pause.ts
export declare const jitterFactor = 1.2;
export declare function pause(state: ElectorState, { at, random }: Moment): number;

// src/release.ts
export declare function released(state: ElectorState, answer: {
    readonly request: LockRequest;
    readonly reply: LockReply;
} | undefined, moment: Moment): Stepped;

// src/requests.ts
export declare function followedBy([state, effects]: Stepped, next: (state: ElectorState) => Stepped): Stepped;
export declare function get(state: ElectorState, { at }: Moment): Stepped;
export declare function write(state: ElectorState, type: 'create' | 'update', moment: Moment, { fast }?: Partial<LockRequest>): Stepped;
export declare function writeReleased(state: ElectorState, moment: Moment): Stepped;
export declare function isHeldBy(observed: ObservedLock | undefined, identity: string): boolean;
export declare function isForeign(observed: ObservedLock | undefined, identity: string): observed is ObservedLock;
export declare function validUntil({ at, garbled, record }: ObservedLock, { settings }: ElectorState): number;

// src/resource-lock.ts
export interface LockSnapshot {
    readonly record: LeaderElectionRecord;
    readonly raw: string;
    readonly version: string;
    readonly garbled: boolean;
}
export interface LockCall {
    readonly signal?: AbortSignal | undefined;
}
export interface ResourceLock {
    readonly identity: string;
    get(call: LockCall): Promise<LockSnapshot>;
    create(record: LeaderElectionRecord, call: LockCall): Promise<LockSnapshot>;
    update(record: LeaderElectionRecord, call: LockCall & {
        readonly version: string;
    }): Promise<LockSnapshot>;
    recordEvent(event: string): void;
    describe(): string;
}
export interface LockEventRecorder {
    recordEvent(object: KubernetesObject, type: 'Normal', reason: string, message: string): void;
}

// src/term.ts
export declare function lost(state: ElectorState, reason: LeadershipLostReason): Stepped;
export declare function stopped(state: ElectorState, moment: Moment): Stepped;
export declare function settled(state: ElectorState, failure: {
    readonly error: unknown;
} | undefined): Stepped;
export declare function late(state: ElectorState, moment: Moment): Stepped;
export declare function over(state: ElectorState, moment: Moment): Stepped;
