import { isInvalid } from '@rxkube/client'
import { ClaimError, claimPods, claimReplicaSets, ControllerRefManager } from '@rxkube/controller'
import {
  LabelSelector,
  newControllerRef,
  Pod,
  ReplicaSet,
  type Cached,
  type KubernetesObject,
  type OwnerReference,
} from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { cluster, type Cluster } from './support/cluster.ts'

const namespace = 'default'
const production = { type: 'production' }
const testing = { type: 'testing' }
const selector = new LabelSelector([{ key: 'type', operator: 'In', values: ['production'] }])

async function ownerOf(env: Cluster, name = 'web'): Promise<ReplicaSet> {
  return env.client.create(ReplicaSet, {
    metadata: { name, namespace },
    spec: {
      replicas: 0,
      selector: { matchLabels: production },
      template: { metadata: { labels: production }, spec: { containers: [{ name: 'a', image: 'a' }] } },
    },
  })
}

interface PodParts {
  readonly owner?: ReplicaSet
  readonly in?: string
  readonly finalizers?: string[]
}

async function pod(
  env: Cluster,
  name: string,
  labels: Record<string, string>,
  parts: PodParts = {},
): Promise<Pod> {
  const ownerReferences = parts.owner ? [newControllerRef(parts.owner, ReplicaSet)] : []
  const finalizers = parts.finalizers ?? []
  return env.client.create(Pod, {
    metadata: { name, namespace: parts.in ?? namespace, labels, ownerReferences, finalizers },
    spec: { containers: [{ name: 'a', image: 'a' }] },
  })
}

/** Claims, and tells what was claimed and how often the server was asked and told. */
async function claim(
  env: Cluster,
  owner: Cached<KubernetesObject>,
  pods: readonly Pod[],
  finalizers: readonly string[] = [],
): Promise<{ readonly claimed: readonly string[]; readonly gets: number; readonly patches: number }> {
  env.forget()
  const manager = new ControllerRefManager<Pod>({
    client: env.client,
    resource: Pod,
    owner,
    ownerResource: ReplicaSet,
    selector,
    finalizers,
  })
  const claimed = await manager.claim(pods)
  const count = (verb: string): number =>
    env.requests.filter((request) => request.startsWith(`${verb} `)).length
  return {
    claimed: claimed.map(({ metadata }) => metadata.name ?? ''),
    gets: count('get'),
    patches: count('patch'),
  }
}

const references = async (env: Cluster, name: string, inNamespace = namespace): Promise<OwnerReference[]> =>
  (await env.client.get(Pod, { namespace: inNamespace, name })).metadata.ownerReferences ?? []

const beingDeleted = (object: ReplicaSet): ReplicaSet => ({
  ...object,
  metadata: { ...object.metadata, deletionTimestamp: '2025-01-01T12:00:00Z' },
})

describe('ControllerRefManager', () => {
  it('CH-6 FEAT-K5 adopts the orphans that match, and asks once whether the owner may', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const pods = [
      await pod(env, 'a', production),
      await pod(env, 'b', testing),
      await pod(env, 'c', production),
    ]
    expect(await claim(env, owner, pods)).toEqual({ claimed: ['a', 'c'], gets: 1, patches: 2 })
    expect(await references(env, 'a')).toEqual([newControllerRef(owner, ReplicaSet)])
    expect(await references(env, 'b')).toEqual([])
  })

  it('CH-6 FEAT-K5 adopts nothing for an owner that is being deleted, but keeps what it has, whatever its labels', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const pods = [
      await pod(env, 'mine', production, { owner }),
      await pod(env, 'lost', testing, { owner }),
      await pod(env, 'orphan', production),
    ]
    expect(await claim(env, beingDeleted(owner), pods)).toEqual({ claimed: ['mine'], gets: 0, patches: 0 })
  })

  it('CH-6 FEAT-K5 leaves alone what another controller has', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const other = await ownerOf(env, 'other')
    const pods = [
      await pod(env, 'mine', production, { owner }),
      await pod(env, 'theirs', production, { owner: other }),
    ]
    expect(await claim(env, owner, pods)).toEqual({ claimed: ['mine'], gets: 0, patches: 0 })
  })

  it('CH-6 FEAT-K5 releases what does not match any more, without asking anything', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const pods = [await pod(env, 'a', production, { owner }), await pod(env, 'b', testing, { owner })]
    expect(await claim(env, owner, pods)).toEqual({ claimed: ['a'], gets: 0, patches: 1 })
    expect(await references(env, 'b')).toEqual([])
  })

  it('CH-6 FEAT-K5 adopts no orphan that is being deleted, but keeps its own', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const finalizers = ['example.com/held']
    await pod(env, 'mine', production, { owner, finalizers })
    await pod(env, 'orphan', production, { finalizers })
    for (const name of ['mine', 'orphan']) await env.client.delete(Pod, { namespace, name })
    const { items } = await env.client.list(Pod, { namespace })
    expect(await claim(env, owner, items)).toEqual({ claimed: ['mine'], gets: 0, patches: 0 })
  })

  it('CH-6 FEAT-K5 gives finalizers to what it adopts, and takes them from what it releases', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const finalizers = ['example.com/foo', 'example.com/bar']
    const pods = [
      await pod(env, 'a', production, { owner }),
      await pod(env, 'b', testing, { owner, finalizers: [...finalizers, 'example.com/other'] }),
      await pod(env, 'c', production, { finalizers: ['example.com/bar'] }),
    ]
    expect(await claim(env, owner, pods, finalizers)).toEqual({ claimed: ['a', 'c'], gets: 1, patches: 2 })
    const [, b, c] = (await env.client.list(Pod, { namespace })).items
    expect(b?.metadata.finalizers).toEqual(['example.com/other'])
    expect(new Set(c?.metadata.finalizers)).toEqual(new Set(finalizers))
    expect(b?.metadata.ownerReferences).toBeUndefined()
  })

  it('CH-6 FEAT-K5 adopts nothing in another namespace, unless the owner is in none', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const pods = [await pod(env, 'a', production), await pod(env, 'b', production, { in: 'kube-system' })]
    expect(await claim(env, owner, pods)).toEqual({ claimed: ['a'], gets: 1, patches: 1 })

    const { namespace: _, ...metadata } = owner.metadata
    const asked: unknown[] = []
    const manager = new ControllerRefManager<Pod>({
      client: env.client,
      resource: Pod,
      owner: { metadata: { ...metadata, uid: 'of-the-cluster' } },
      ownerResource: { ...ReplicaSet, namespaced: false },
      selector,
      canAdopt: async () => void asked.push('may it?'),
    })
    const orphans = [await pod(env, 'c', production), await pod(env, 'd', production, { in: 'kube-system' })]
    expect(await manager.claim(orphans)).toEqual(orphans)
    expect(asked).toEqual(['may it?'])
  })

  it.each([
    [
      'has been deleted and made again',
      async (env: Cluster) => {
        await env.client.delete(ReplicaSet, { namespace, name: 'web' })
        await ownerOf(env)
      },
      'another uid',
    ],
    [
      'is gone',
      async (env: Cluster) => {
        await env.client.delete(ReplicaSet, { namespace, name: 'web' })
      },
      'it is gone',
    ],
    [
      'is being deleted',
      async (env: Cluster) => {
        await env.client.patch(
          ReplicaSet,
          { namespace, name: 'web' },
          { metadata: { finalizers: ['example.com/f'] } },
        )
        await env.client.delete(ReplicaSet, { namespace, name: 'web' })
      },
      'being deleted since',
    ],
  ])(
    'CH-6 FEAT-K5 adopts nothing for an owner that %s, though the cache does not know it',
    async (_, change, why) => {
      await using env = cluster()
      const owner = await ownerOf(env)
      const pods = [
        await pod(env, 'mine', production, { owner }),
        await pod(env, 'a', production),
        await pod(env, 'b', production),
      ]
      await change(env)
      const error: unknown = await claim(env, owner, pods).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ClaimError)
      const { claimed, errors, message } = error as ClaimError
      expect([claimed.length, errors.length, message]).toEqual([1, 2, expect.stringContaining(why)])
      expect(env.requests).toEqual([`get /apis/apps/v1/namespaces/${namespace}/replicasets/web`])
      expect(await references(env, 'a')).toEqual([])
    },
  )

  it('CH-6 FEAT-K5 does not touch a pod that took the name of the one in the cache', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const other = await ownerOf(env, 'other')
    const cached = [await pod(env, 'a', production), await pod(env, 'b', testing, { owner })]
    for (const name of ['a', 'b'])
      await env.client.delete(Pod, { namespace, name }, { gracePeriodSeconds: 0 })
    await pod(env, 'a', production)
    await pod(env, 'b', testing, { owner: other })
    const error: unknown = await claim(env, owner, cached).catch((thrown: unknown) => thrown)
    // The adoption failed; the release had nothing to do and says so to nobody.
    expect((error as ClaimError).errors).toHaveLength(1)
    expect([await references(env, 'a'), (await references(env, 'b'))[0]?.uid]).toEqual([
      [],
      other.metadata.uid,
    ])
  })

  it('CH-6 FEAT-K5 claims nothing that is gone, and says nothing about it', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const cached = [await pod(env, 'a', production), await pod(env, 'b', testing, { owner })]
    for (const name of ['a', 'b'])
      await env.client.delete(Pod, { namespace, name }, { gracePeriodSeconds: 0 })
    expect(await claim(env, owner, cached)).toEqual({ claimed: [], gets: 1, patches: 2 })
  })

  it('CH-6 FEAT-K5 two controllers with the same selector never have one pod, whatever their caches show', async () => {
    await using env = cluster()
    const owners = [await ownerOf(env, 'x'), await ownerOf(env, 'y')]
    const cached = [await pod(env, 'a', production), await pod(env, 'b', production)]
    const outcomes = await Promise.allSettled(owners.map((owner) => claim(env, owner, cached)))
    const failures = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? ((outcome.reason as ClaimError).errors as unknown[]) : [],
    )
    expect([failures.length, failures.every(isInvalid)]).toEqual([2, true])
    expect([(await references(env, 'a')).length, (await references(env, 'b')).length]).toEqual([1, 1])
  })
})

describe('claimPods and claimReplicaSets', () => {
  it('CH-6 FEAT-K5 let filters say what matches, and patch through what they are given', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const pods = [await pod(env, 'a', production), await pod(env, 'b', production, { owner })]
    const patches: unknown[] = []
    const patch = async (child: Cached<Pod>, body: unknown): Promise<void> =>
      void patches.push([child.metadata.name, body])
    const options = { client: env.client, owner, ownerResource: ReplicaSet, selector, patch }
    expect(await claimPods(pods, options, ({ metadata }) => metadata.name === 'x')).toEqual([])
    const uid = pods[1]?.metadata.uid
    const ownerReferences = [{ $patch: 'delete', uid: owner.metadata.uid }]
    expect(patches).toEqual([['b', { metadata: { uid, ownerReferences } }]])
    const held = { ...options, finalizers: ['f1'] }
    await claimPods(pods, held, ({ metadata }) => metadata.name === 'x')
    const directive = { '$deleteFromPrimitiveList/finalizers': ['f1'] }
    expect(patches[1]).toEqual(['b', { metadata: { uid, ownerReferences, ...directive } }])
  })

  it('CH-6 adopt replica sets', async () => {
    await using env = cluster()
    const owner = await ownerOf(env)
    const sets = [await ownerOf(env, 'child')]
    await env.client.patch(ReplicaSet, { namespace, name: 'child' }, { metadata: { labels: production } })
    const labelled = (await env.client.list(ReplicaSet, { namespace, labelSelector: 'type=production' }))
      .items
    const options = { client: env.client, owner, ownerResource: ReplicaSet, selector }
    expect(await claimReplicaSets([...sets, ...labelled], options)).toEqual(labelled)
    const { metadata } = await env.client.get(ReplicaSet, { namespace, name: 'child' })
    expect(metadata.ownerReferences?.[0]?.uid).toBe(owner.metadata.uid)
  })
})
