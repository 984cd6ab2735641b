import { isConflict, isNotFound, Lease } from '@rxkube/client'
import { leaseSpecFromRecord, LeaseLock, recordFromLeaseSpec } from '@rxkube/leader-election'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { address } from './support/electors.ts'

const record = {
  holderIdentity: 'a',
  leaseDurationSeconds: 15,
  acquireTime: '2025-01-01T00:00:00.123456Z',
  renewTime: '2025-01-01T00:00:01.654321Z',
  leaderTransitions: 3,
  strategy: 'OldestEmulationVersion',
  preferredHolder: 'b',
}
const later = { ...record, renewTime: '2025-01-01T00:00:03.000000Z' }
const nothing = {
  holderIdentity: '',
  leaseDurationSeconds: 0,
  acquireTime: '',
  renewTime: '',
  leaderTransitions: 0,
  strategy: '',
  preferredHolder: '',
}

function lockOf(env: TestEnv, options: object = {}): LeaseLock {
  return new LeaseLock({ client: env.client, ...address, identity: 'a', ...options })
}

describe('a record', () => {
  it('LE-3 is the same after a way through the spec of a Lease', () => {
    expect(recordFromLeaseSpec(leaseSpecFromRecord(record))).toEqual(record)
    expect(recordFromLeaseSpec(leaseSpecFromRecord(nothing))).toEqual(nothing)
  })

  it('LE-3 is empty where a spec has nothing', () => {
    expect(recordFromLeaseSpec()).toEqual(nothing)
    expect(recordFromLeaseSpec({})).toEqual(nothing)
  })

  it('LE-3 writes neither times nor a strategy nor a preferred holder that it does not have', () => {
    expect(leaseSpecFromRecord(nothing)).toEqual({
      holderIdentity: '',
      leaseDurationSeconds: 0,
      leaseTransitions: 0,
    })
  })

  it('LE-3 FAULT-H9 keeps all digits of a time on its way to the server and back', async () => {
    await using env = new TestEnv()
    const lock = lockOf(env)
    await lock.create(record)
    const { record: read, raw } = await lock.get()
    expect(read).toEqual(record)
    expect(raw).toContain('00:00:01.654321Z')
  })
})

describe('a lock', () => {
  it('LE-10 tells of errors of get, create and update', async () => {
    await using env = new TestEnv()
    const lock = lockOf(env)
    await expect(lock.get()).rejects.toSatisfy(isNotFound)
    env.faults.respond({ verb: 'create' }, 403)
    await expect(lock.create(record)).rejects.toMatchObject({ code: 403 })
    env.faults.clear()
    await lock.create(record)
    env.faults.respond({ verb: 'update' }, 500)
    await expect(lock.update(record)).rejects.toMatchObject({ code: 500 })
  })

  it('LE-10 is not updated before it was read, nor over another version than the one told', async () => {
    await using env = new TestEnv()
    const lock = lockOf(env)
    await expect(lock.update(record)).rejects.toMatchObject({ name: 'LockNotReadError' })
    const { version } = await lock.create(record)
    await lock.update(later, { version })
    await expect(lock.update(record, { version })).rejects.toMatchObject({ name: 'LockNotReadError' })
  })

  it('LE-10 conflicts when somebody else wrote after it was read', async () => {
    await using env = new TestEnv()
    const [lock, other] = [lockOf(env), lockOf(env, { identity: 'b' })]
    await lock.create(record)
    await other.get()
    await other.update(later)
    await expect(lock.update(record)).rejects.toSatisfy(isConflict)
  })

  it('LE-10 FEAT-H8 sets its labels at create, and merges them over what is there at update', async () => {
    await using env = new TestEnv()
    await lockOf(env, { labels: { app: 'web', tier: 'one' } }).create(record)
    const lock = lockOf(env, { labels: { tier: 'two' } })
    await lock.get()
    await lock.update(record)
    expect((await env.client.get(Lease, address)).metadata.labels).toEqual({ app: 'web', tier: 'two' })
  })

  it('LE-10 FEAT-H8 leaves labels alone without some of its own, and sets them where there are none', async () => {
    await using env = new TestEnv()
    const plain = lockOf(env)
    await plain.create(record)
    const labelled = lockOf(env, { labels: { app: 'web' } })
    await labelled.get()
    await labelled.update(record)
    await plain.get()
    await plain.update(record)
    expect((await env.client.get(Lease, address)).metadata.labels).toEqual({ app: 'web' })
  })

  it('LE-10 FEAT-H8 records events about the lease, and none without a recorder', async () => {
    await using env = new TestEnv()
    const events: unknown[] = []
    const lock = lockOf(env, {
      eventRecorder: { recordEvent: (...event: unknown[]) => void events.push(event) },
    })
    await lock.create(record)
    lock.recordEvent('became leader')
    lockOf(env).recordEvent('became leader')
    const { uid } = (await env.client.get(Lease, address)).metadata
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { ...address, uid } }
    expect(events).toEqual([[lease, 'Normal', 'LeaderElection', 'a became leader']])
  })

  it('LE-10 describes itself as namespace and name', async () => {
    await using env = new TestEnv()
    expect(lockOf(env).describe()).toBe('default/controller')
    expect(lockOf(env).identity).toBe('a')
  })

  it('keeps what others have put into the object beside the record', async () => {
    await using env = new TestEnv()
    await env.client.create(Lease, {
      metadata: { ...address, annotations: { note: 'mine' }, finalizers: ['example.com/keep'] },
    })
    const lock = lockOf(env)
    await lock.get()
    await lock.update(record)
    const { metadata } = await env.client.get(Lease, address)
    expect(metadata.annotations).toEqual({ note: 'mine' })
    expect(metadata.finalizers).toEqual(['example.com/keep'])
  })

  it.each([
    ['no version', { metadata: { name: 'controller' } }],
    ['no metadata', { spec: {} }],
  ])('refuses an answer with %s, which it would write over unconditionally', async (_, lease) => {
    const client = { get: async () => lease, create: async () => lease, update: async () => lease }
    const lock = new LeaseLock({ client: client as never, ...address, identity: 'a' })
    await expect(lock.get()).rejects.toMatchObject({ name: 'InvalidLeaseError' })
    await expect(lock.update(record)).rejects.toMatchObject({ name: 'LockNotReadError' })
  })

  it('does not write over what a call read that was given up', async () => {
    await using env = new TestEnv()
    const lock = lockOf(env)
    const { version } = await lock.create(record)
    const other = lockOf(env, { identity: 'b' })
    await other.get()
    await other.update(later)
    const slow = new AbortController()
    const late = lock.get({ signal: slow.signal })
    slow.abort(new Error('given up'))
    await expect(late).rejects.toThrow('given up')
    await expect(lock.update(record, { version })).rejects.toSatisfy(isConflict)
  })
})
