import type { KubernetesObject } from '@rxkube/meta'
import type { Decoder } from './frames/decoder.ts'
import type { ListOptions } from './lister-watcher.ts'

/** What every call of a client takes. */
export interface CallOptions {
  /** Aborting it ends the call, which then rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined
  /**
   * Asked of a write each time that it is about to leave, after it waited for its turn and before each repetition: what
   * it throws, the call rejects with, and nothing is sent.
   */
  readonly guard?: (() => void) | undefined
}

/** What calls that change something take. */
export interface WriteOptions extends CallOptions {
  /** Everything but the storing. */
  readonly dryRun?: boolean | undefined
  /** Who is told to own the fields that are written; the client's own `fieldManager` unless told. */
  readonly fieldManager?: string | undefined
  /** What the server does about unknown and duplicate fields. */
  readonly fieldValidation?: 'Ignore' | 'Warn' | 'Strict' | undefined
}

/** What `patch` takes. */
export interface PatchOptions extends WriteOptions {
  /** `merge` unless told. Custom resources know no `strategic`. */
  readonly type?: 'merge' | 'json' | 'strategic' | undefined
}

/** What server-side apply takes. */
export interface ApplyOptions extends WriteOptions {
  /** Takes over fields that others own, instead of failing with a conflict. */
  readonly force?: boolean | undefined
}

/** Deletes only the very object that was seen. */
export interface Preconditions {
  readonly uid?: string
  readonly resourceVersion?: string
}

/** What deleting takes. */
export interface DeleteOptions extends CallOptions {
  readonly propagationPolicy?: 'Orphan' | 'Background' | 'Foreground' | undefined
  readonly gracePeriodSeconds?: number | undefined
  readonly preconditions?: Preconditions | undefined
  readonly dryRun?: boolean | undefined
}

/** How a collection is read, by lists and watches alike. */
export interface CollectionOptions extends ListOptions, CallOptions {
  /** Of all namespaces unless told. */
  readonly namespace?: string | undefined
  /** `metadata` asks for objects of `metadata` alone; a fraction of the bytes. */
  readonly projection?: 'full' | 'metadata' | undefined
  /** `drop` cuts `metadata.managedFields` off before objects are parsed, for two thirds of the time; `keep` unless told. */
  readonly managedFields?: 'keep' | 'drop' | undefined
  /** Makes objects of bytes; the client's own unless told. `managedFields` then does not count. */
  readonly decoder?: Decoder<KubernetesObject> | undefined
}

/** What `get` takes. */
export interface GetOptions extends CallOptions {
  /** A cached state that is at least this recent will do; `'0'` for any. */
  readonly resourceVersion?: string | undefined
  readonly projection?: 'full' | 'metadata' | undefined
}
