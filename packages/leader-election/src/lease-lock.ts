import type { Client } from '@rxkube/client'
import { canonicalJson, Lease } from '@rxkube/meta'
import { isGarbled, leaseSpecFromRecord, recordFromLeaseSpec } from './election-record.ts'
import type { LeaderElectionRecord } from './election-record.ts'
import { InvalidLeaseError, LockNotReadError } from './errors.ts'
import type { LockCall, LockEventRecorder, LockSnapshot, ResourceLock } from './resource-lock.ts'

/** How a LeaseLock is made. */
export interface LeaseLockOptions {
  /** Best one of its own: renewals are not to wait behind other requests for their turn. */
  readonly client: Pick<Client, 'get' | 'create' | 'update'>
  readonly namespace: string
  readonly name: string
  /** Unique for each process that runs, such as pod name and uid. */
  readonly identity: string
  /** Set at create and merged over what is there at update. */
  readonly labels?: Readonly<Record<string, string>> | undefined
  /** Told when this process becomes leader and stops leading. */
  readonly eventRecorder?: LockEventRecorder | undefined
}

/** A lock in a Lease of coordination.k8s.io/v1. client-go: `resourcelock.LeaseLock`. */
export class LeaseLock implements ResourceLock {
  readonly identity: string
  readonly #options: LeaseLockOptions
  #lease: Lease | undefined
  #calls = 0

  constructor(options: LeaseLockOptions) {
    this.identity = options.identity
    this.#options = options
  }

  get(call: LockCall = {}): Promise<LockSnapshot> {
    const { client, namespace, name } = this.#options
    return this.#read(client.get(Lease, { namespace, name }, call), call)
  }

  create(record: LeaderElectionRecord, call: LockCall = {}): Promise<LockSnapshot> {
    const { client, namespace, name, labels } = this.#options
    const metadata = { namespace, name, ...(labels && { labels: { ...labels } }) }
    return this.#read(client.create(Lease, { metadata, spec: leaseSpecFromRecord(record) }, call), call)
  }

  /** Of the version told, or else of the last one read or written. Throws a `LockNotReadError` when there is none. */
  async update(
    record: LeaderElectionRecord,
    { version, ...call }: LockCall & { readonly version?: string } = {},
  ): Promise<LockSnapshot> {
    const { client, labels } = this.#options
    const last = this.#lease
    if (last === undefined || (version !== undefined && version !== last.metadata.resourceVersion)) {
      throw new LockNotReadError(this.describe())
    }
    const metadata = labels
      ? { ...last.metadata, labels: { ...last.metadata.labels, ...labels } }
      : last.metadata
    const lease = { ...last, metadata, spec: leaseSpecFromRecord(record) }
    return this.#read(client.update(Lease, lease, call), call)
  }

  /** Does nothing without a recorder. */
  recordEvent(event: string): void {
    const { eventRecorder, identity, namespace, name } = this.#options
    const uid = this.#lease?.metadata.uid
    const metadata = { namespace, name, ...(uid !== undefined && { uid }) }
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata }
    eventRecorder?.recordEvent(lease, 'Normal', 'LeaderElection', `${identity} ${event}`)
  }

  describe(): string {
    return `${this.#options.namespace}/${this.#options.name}`
  }

  async #read(answer: Promise<Lease>, { signal }: LockCall): Promise<LockSnapshot> {
    const call = ++this.#calls
    const lease = await answer
    const version = versionOf(lease)
    if (version === undefined) throw new InvalidLeaseError(this.describe(), 'it has no resourceVersion')
    const spec = lease.spec as unknown
    // What comes after its time must not be what the next update writes over.
    if (call === this.#calls && signal?.aborted !== true) this.#lease = lease
    return {
      record: recordFromLeaseSpec(isGarbled(spec) ? {} : lease.spec),
      raw: canonicalJson(spec ?? {}),
      version,
      garbled: isGarbled(spec),
    }
  }
}

// Without one a PUT is unconditional, and would take the lease from whoever holds it.
function versionOf(lease: {
  readonly metadata?: { readonly resourceVersion?: string | undefined }
}): string | undefined {
  const version: unknown = lease.metadata?.resourceVersion
  return typeof version === 'string' && version !== '' ? version : undefined
}
