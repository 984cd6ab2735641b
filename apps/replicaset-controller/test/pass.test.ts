import {
  ControllerExpectations,
  UIDTrackingControllerExpectations,
  type ReconcileContext,
} from '@rxkube/controller'
import { Indexer } from '@rxkube/indexer'
import { Pod, ReplicaSet } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { podOwner, podOwnerIndex } from '../src/decide/related.ts'
import { reconcileReplicaSet } from '../src/reconcile-replica-set.ts'
import { pod, replicaSet } from './support/objects.ts'

const request = { namespace: 'default', name: 'web' }

async function world(
  env: TestEnv,
  expectations: UIDTrackingControllerExpectations,
  spec: Partial<ReplicaSet['spec']> = {},
) {
  const object = await env.client.create(ReplicaSet, {
    metadata: { name: 'web', namespace: 'default' },
    spec: { ...replicaSet('web', 1).spec },
  })
  const pods = new Indexer<Pod, typeof podOwnerIndex>({ indexers: { [podOwnerIndex]: podOwner } })
  const context = {
    object: { ...object, spec: { ...object.spec, ...spec } },
    client: env.client,
    signal: new AbortController().signal,
    clock: env.clock,
    lister: () => pods,
    event: () => undefined,
  } as unknown as ReconcileContext<ReplicaSet>
  const parts = { expectations, burstReplicas: 500, deletionAgeRatio: undefined }
  return { pods, owner: object, run: () => reconcileReplicaSet(request, context, parts) }
}

describe('one pass', () => {
  it('RS-10 asks what it waits for before it lists pods: one that comes in between is not created again', async () => {
    await using env = new TestEnv()
    let comesIn = (): void => undefined
    class Watched extends UIDTrackingControllerExpectations {
      override satisfiedExpectations(key: string): boolean {
        const satisfied = super.satisfiedExpectations(key)
        comesIn()
        return satisfied
      }
    }
    const expectations = new Watched()
    const { pods, owner, run } = await world(env, expectations)
    comesIn = () => {
      const born = pod('p', { owner })
      for (const reference of born.metadata.ownerReferences ?? []) reference.uid = owner.metadata.uid ?? ''
      pods.add(born)
      expectations.creationObserved('default/web')
    }
    expectations.expectCreations('default/web', 1)
    await run()
    expect((await env.client.list(Pod, { namespace: 'default' })).items).toEqual([])
    expect((await env.client.get(ReplicaSet, request)).status?.replicas).toBe(1)
  })

  it('RS-1 a selector that cannot be read is told, and not tried again', async () => {
    await using env = new TestEnv()
    const { run } = await world(env, new UIDTrackingControllerExpectations(), {
      selector: { matchExpressions: [{ key: 'a', operator: 'Like', values: [] }] },
    })
    await expect(run()).rejects.toMatchObject({ name: 'TerminalError' })
  })

  it('RS-11 over one that is gone forgets what was expected of it', async () => {
    const expectations = new UIDTrackingControllerExpectations()
    expectations.expectCreations('default/web', 1)
    const context = { object: undefined } as unknown as ReconcileContext<ReplicaSet>
    await reconcileReplicaSet(request, context, {
      expectations,
      burstReplicas: 1,
      deletionAgeRatio: undefined,
    })
    expect(expectations.satisfiedExpectations('default/web')).toBe(true)
  })

  it('RS-23 pods are made of the template, named after their owner, and belong to it', async () => {
    await using env = new TestEnv()
    const { owner, run } = await world(env, new UIDTrackingControllerExpectations())
    await run()
    const [made] = (await env.client.list(Pod, { namespace: 'default' })).items
    expect(made?.metadata).toMatchObject({
      generateName: 'web-',
      labels: { app: 'web' },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: 'web',
          uid: owner.metadata.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    })
    expect(made?.metadata.name).toMatch(/^web-[bcdfghjklmnpqrstvwxz2456789]{5}$/)
    expect(made?.spec.containers).toMatchObject([{ name: 'web', image: 'web:1' }])
  })

  it('RS-22 what was expected and never came is not waited for after five minutes', async () => {
    await using env = new TestEnv()
    const expectations = new UIDTrackingControllerExpectations(
      new ControllerExpectations({ clock: env.clock }),
    )
    const { run } = await world(env, expectations)
    const count = async () => (await env.client.list(Pod, { namespace: 'default' })).items.length
    expectations.expectCreations('default/web', 1)
    await env.advance('5m')
    await run()
    expect(await count()).toBe(0)
    await env.advance('1s')
    await run()
    expect(await count()).toBe(1)
  })
})
