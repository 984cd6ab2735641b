// src/abortable.ts
export declare function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T>;

// src/backoff-manager.ts
export interface BackoffManagerOptions {
    readonly backoff?: BackoffOptions | undefined;
    readonly resetAfter?: Duration | undefined;
    readonly resetRule?: 'sinceReset' | 'sinceStep' | undefined;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
}
export declare class BackoffManager {
    #private;
    constructor(options?: BackoffManagerOptions);
    step(): number;
    reset(): void;
    wait(options?: WaitOptions): Promise<void>;
}

// src/backoff.ts
export interface BackoffOptions {
    readonly duration: Duration;
    readonly factor?: number | undefined;
    readonly jitter?: number | undefined;
    readonly steps?: number | undefined;
    readonly cap?: Duration | undefined;
}
export declare class Backoff {
    #private;
    constructor(options: BackoffOptions, random?: Random);
    get steps(): number;
    step(): number;
}

// src/clock.ts
export interface Timer {
    cancel(): void;
}
export interface Clock {
    now(): number;
    monotonic(): number;
    setTimer(delay: number, fire: () => void): Timer;
    yield(): Promise<void>;
}
export declare function honouredDelay(delay: number): number;
export declare const neverFires: Timer;

// src/duration.ts
export type Duration = number | string;
export declare class InvalidDurationError extends Error {
    readonly name = "InvalidDurationError";
    readonly duration: Duration;
    constructor(duration: Duration);
}
export declare function parseDuration(duration: Duration): number;

// src/exponential-backoff.ts
export interface ExponentialBackoffOptions extends BackoffOptions, WaitOptions {
    readonly random?: Random | undefined;
}
export declare function exponentialBackoff(clock: Clock, options: ExponentialBackoffOptions, condition: () => boolean | Promise<boolean>): Promise<void>;

// src/index.ts
export { BackoffManager, type BackoffManagerOptions } from './backoff-manager.ts';
export { Backoff, type BackoffOptions } from './backoff.ts';
export type { Clock, Timer } from './clock.ts';
export { InvalidDurationError, parseDuration, type Duration } from './duration.ts';
export { exponentialBackoff, type ExponentialBackoffOptions } from './exponential-backoff.ts';
export { jitterUntil, type JitterUntilOptions } from './jitter-until.ts';
export { KeyedBackoff, type KeyedBackoffOptions } from './keyed-backoff.ts';
export { pollUntil, type PollUntilOptions } from './poll-until.ts';
export { systemRandom, type Random } from './random.ts';
export { schedulerFrom } from './scheduler-from.ts';
export { seededRandom } from './seeded-random.ts';
export { sleep, type WaitOptions } from './sleep.ts';
export { systemClock } from './system-clock.ts';
export { ClockStuckError, TestClock, type RunUntilIdleOptions, type TestClockOptions } from './test-clock.ts';
export { ThrottledError, TokenBucket, type TokenBucketOptions, type TokenWaitOptions, } from './token-bucket.ts';
export { WaitTimeoutError } from './wait-timeout-error.ts';

// src/jitter-until.ts
export interface JitterUntilOptions {
    readonly period: Duration;
    readonly jitter?: number | undefined;
    readonly sliding?: boolean | undefined;
    readonly signal: AbortSignal;
    readonly random?: Random | undefined;
}
export declare function jitterUntil(clock: Clock, { period, jitter, sliding, signal, random }: JitterUntilOptions, body: (signal: AbortSignal) => void | Promise<void>): Promise<void>;

// src/keyed-backoff.ts
export interface KeyedBackoffOptions {
    readonly initial: Duration;
    readonly max: Duration;
    readonly jitter?: number | undefined;
    readonly hasExpired?: ((eventTime: number, lastUpdate: number, max: number) => boolean) | undefined;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
}
export declare class KeyedBackoff {
    #private;
    constructor(options: KeyedBackoffOptions);
    get size(): number;
    get(id: string): number;
    next(id: string, eventTime?: number): void;
    isInBackOffSince(id: string, eventTime: number): boolean;
    isInBackOffSinceUpdate(id: string, eventTime: number): boolean;
    reset(id: string): void;
    gc(): void;
}

// src/poll-until.ts
export interface PollUntilOptions extends WaitOptions {
    readonly interval: Duration;
    readonly timeout?: Duration | undefined;
    readonly immediate?: boolean | undefined;
}
export declare function pollUntil(clock: Clock, { interval, timeout, immediate, signal }: PollUntilOptions, condition: (signal: AbortSignal) => boolean | Promise<boolean>): Promise<void>;

// src/random.ts
export interface Random {
    next(): number;
}
export declare const systemRandom: Random;

// src/scheduler-from.ts
export declare function schedulerFrom(clock: Clock): SchedulerLike;

// src/seeded-random.ts
export declare function seededRandom(seed: number): Random;

// src/sleep.ts
export interface WaitOptions {
    readonly signal?: AbortSignal | undefined;
}
export declare function sleep(clock: Clock, duration: Duration, { signal }?: WaitOptions): Promise<void>;

// src/system-clock.ts
export declare const systemClock: Clock;

// src/test-clock.ts
export interface TestClockOptions {
    readonly start?: Date | string | number | undefined;
    readonly random?: Random | undefined;
}
export interface RunUntilIdleOptions {
    readonly max?: Duration | undefined;
}
export declare class ClockStuckError extends Error {
    readonly name = "ClockStuckError";
    readonly at: number;
    readonly turns: number;
    constructor(at: number, turns: number);
}
export declare class TestClock implements Clock {
    #private;
    readonly random: Random;
    constructor({ start, random }?: TestClockOptions);
    get pending(): number;
    now(): number;
    monotonic(): number;
    setTimer(delay: number, fire: () => void): Timer;
    yield(): Promise<void>;
    jump(milliseconds: number): void;
    advance(duration: Duration): Promise<void>;
    runUntilIdle({ max }?: RunUntilIdleOptions): Promise<void>;
    settle(): Promise<void>;
}

// src/timer-heap.ts
export interface HeapTimer {
    readonly due: number;
    readonly order: number;
    readonly fire: () => void;
    at: number;
}
export declare class TimerHeap {
    #private;
    get size(): number;
    peek(): HeapTimer | undefined;
    add(timer: HeapTimer): void;
    delete(timer: HeapTimer): boolean;
}

// src/token-bucket.ts
export interface TokenBucketOptions {
    readonly qps: number;
    readonly burst: number;
    readonly clock?: Clock | undefined;
}
export interface TokenWaitOptions extends WaitOptions {
    readonly timeout?: Duration | undefined;
}
export declare class ThrottledError extends Error {
    readonly name = "ThrottledError";
    readonly delay: number;
    readonly timeout: number;
    constructor(delay: number, timeout: number);
}
export declare class TokenBucket {
    #private;
    constructor({ qps, burst, clock }: TokenBucketOptions);
    tryAccept(): boolean;
    reserve(): number;
    accept(): Promise<void>;
    wait({ signal, timeout }?: TokenWaitOptions): Promise<void>;
}

// src/wait-timeout-error.ts
export declare class WaitTimeoutError extends Error {
    readonly name = "WaitTimeoutError";
    readonly attempts: number;
    constructor(attempts: number);
}
