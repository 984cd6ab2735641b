import { Deployment, ReplicaSet } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { newReplicaSet } from '../src/decide/new-replica-set.ts'
import { reconcileDeployment } from '../src/reconcile-deployment.ts'
import { PassContext, type View } from './support/context.ts'
import { deployment, replicaSet, sizes, type DeploymentFacts } from './support/objects.ts'

const request = { namespace: 'default', name: 'web' }
const revision = 'deployment.kubernetes.io/revision'

/** A Deployment as the server stores it. */
function create(env: TestEnv, facts: DeploymentFacts = {}): Promise<Deployment> {
  const { metadata, ...rest } = deployment(facts)
  const { annotations } = metadata
  return env.client.create(Deployment, {
    ...rest,
    metadata: { ...request, ...(annotations && { annotations }) },
  })
}

async function pass(env: TestEnv, view: View) {
  const made = new PassContext(env, view)
  const result = await reconcileDeployment(request, made.context).then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  )
  const { requests, events } = made
  return { requests, events, ...result }
}

describe('one pass', () => {
  it('over a Deployment that is gone does nothing', async () => {
    await using env = new TestEnv()
    const { requests, error } = await pass(env, { object: undefined })
    expect([requests, error]).toEqual([[], undefined])
  })

  it('D-4 over one that selects everything warns, and says once that it has seen it', async () => {
    await using env = new TestEnv()
    const everything = deployment({ spec: { selector: {} }, status: { observedGeneration: 1 } })
    const seen = await pass(env, { object: everything })
    expect(seen.requests).toEqual([])
    expect(seen.events).toEqual([
      'Warning SelectingAll This deployment is selecting all pods. A non-empty selector is required.',
    ])
    const unseen = await pass(env, { object: { ...everything, status: {} } })
    // That it cannot be written is no matter.
    expect([unseen.requests, unseen.error]).toEqual([['updateStatus Deployment'], undefined])
  })

  it('D-1 D-41 creates a ReplicaSet, and writes the status twice: the second time the version is old', async () => {
    await using env = new TestEnv()
    const object = await create(env)
    const { requests, error, events } = await pass(env, { object })
    expect(requests).toEqual(['create ReplicaSet', 'updateStatus Deployment', 'updateStatus Deployment'])
    expect(error).toMatchObject({ reason: 'Conflict' })
    expect(events).toHaveLength(1)
  })

  it('D-5 back to the last revision writes the Deployment, and no ReplicaSet', async () => {
    await using env = new TestEnv()
    const object = await create(env, {
      image: 'web:2',
      annotations: { 'deprecated.deployment.rollback.to': '0', [revision]: '2' },
      spec: { progressDeadlineSeconds: 2_147_483_647 },
    })
    const old = replicaSet('old', 0, { owner: object, image: 'web:1', annotations: { [revision]: '1' } })
    const current = replicaSet('current', 1, { owner: object, created: 1, annotations: { [revision]: '2' } })
    current.spec.template = object.spec.template
    const { requests, events } = await pass(env, { object, sets: [old, current] })
    expect(requests).toEqual(['update Deployment'])
    expect(events).toEqual(['Normal DeploymentRollback Rolled back deployment "web" to revision 1'])
  })

  it('D-28 takes what has its name, owner and template for its own creation, without an event', async () => {
    await using env = new TestEnv()
    const object = await create(env)
    const stored = await env.client.create(ReplicaSet, newReplicaSet(object, []))
    // The cache shows it by the time that its name turns out to be taken, and did not when the pass began.
    const made = new PassContext(env, { object, sets: [stored] })
    let isFirst = true
    const late = {
      ...made.context,
      lister: (resource: never) => {
        const wasFirst = isFirst
        isFirst = false
        return wasFirst ? { byIndex: () => [] } : made.context.lister(resource)
      },
    }
    await expect(reconcileDeployment(request, late as unknown as PassContext['context'])).rejects.toThrow(
      'Conflict',
    )
    expect(made.requests.slice(0, 2)).toEqual(['create ReplicaSet', 'updateStatus Deployment'])
    expect(made.events).toEqual([])
    const { metadata, status } = await env.client.get(Deployment, request)
    expect(metadata.annotations?.[revision]).toBe('1')
    expect(status?.collisionCount).toBeUndefined()
    expect(status?.conditions).toBeUndefined()
  })

  it('D-28 leaves a name alone of which its cache knows nothing yet', async () => {
    await using env = new TestEnv()
    const object = await create(env)
    await env.client.create(ReplicaSet, newReplicaSet(object, []))
    const { requests, error, events } = await pass(env, { object })
    expect(requests).toEqual(['create ReplicaSet'])
    expect(error).toMatchObject({ reason: 'NotFound' })
    expect(events).toEqual([])
  })

  it('D-28 counts a collision with a set of the name that is somebody else’s', async () => {
    await using env = new TestEnv()
    const object = await create(env)
    const theirs = newReplicaSet(object, [])
    delete theirs.metadata.ownerReferences
    theirs.metadata.labels = { app: 'other' }
    const stored = await env.client.create(ReplicaSet, theirs)
    const { requests, error } = await pass(env, { object, sets: [stored] })
    expect(requests).toEqual(['create ReplicaSet', 'updateStatus Deployment'])
    expect(error).toMatchObject({ reason: 'AlreadyExists' })
    expect((await env.client.get(Deployment, request)).status?.collisionCount).toBe(1)
  })

  it('D-41 goes on to the status where an old ReplicaSet cannot be made smaller', async () => {
    await using env = new TestEnv()
    const object = await create(env, { image: 'web:2', replicas: 10, maxSurge: 0, maxUnavailable: 2 })
    const status = { readyReplicas: 10, availableReplicas: 10 }
    const old = replicaSet('old', 10, {
      owner: object,
      status,
      annotations: { [revision]: '1', ...sizes(10, 10) },
    })
    const current = replicaSet('current', 0, {
      owner: object,
      created: 1,
      annotations: { [revision]: '2', ...sizes(10, 10) },
    })
    current.spec.template = object.spec.template
    const first = await pass(env, { object, sets: [old, current] })
    const said = await env.client.get(Deployment, request)
    // Neither is on the server: every write of a set fails.
    const { requests, error } = await pass(env, { object: said, sets: [old, current] })
    expect(first.requests).toContain('updateStatus Deployment')
    expect(requests).toEqual(['update ReplicaSet', 'updateStatus Deployment'])
    expect(error).toBeUndefined()
    expect((await env.client.get(Deployment, request)).status?.availableReplicas).toBe(10)
  })

  it('D-9 fails for good the sixteenth time in a row', async () => {
    await using env = new TestEnv()
    const object = deployment({ strategy: 'Recreated' })
    const fifteenth = await pass(env, { object, attempt: 14 })
    expect(fifteenth.error).not.toMatchObject({ name: 'TerminalError' })
    const { error } = await pass(env, { object, attempt: 15 })
    expect(error).toMatchObject({ name: 'TerminalError', cause: expect.anything() })
  })

  it('of a strategy that nobody knows fails', async () => {
    await using env = new TestEnv()
    const object = deployment({ strategy: 'Other' })
    const current = replicaSet('current', 1, { annotations: { [revision]: '1', ...sizes(1, 1) } })
    object.metadata.annotations = { [revision]: '1' }
    const { error } = await pass(env, { object, sets: [current] })
    expect(error).toMatchObject({ name: 'UnsupportedStrategyError' })
  })
})
