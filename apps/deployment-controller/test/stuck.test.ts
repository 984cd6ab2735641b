import { Deployment } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { imageOf, World } from './support/world.ts'

const revision = 'deployment.kubernetes.io/revision'
const history = 'deployment.kubernetes.io/revision-history'
const asked = 'deprecated.deployment.rollback.to'

describe('a rollout that does not move', () => {
  it('D-19 D-20 D-29 is reported after its deadline, and goes on when pods come up', async () => {
    await using world = new World()
    await world.create({ replicas: 2, spec: { progressDeadlineSeconds: 3 } })
    await world.env.advance('2s')
    expect(await world.condition('Progressing')).toMatch(/^True/)
    await world.env.advance('4s')
    expect(await world.condition('Progressing')).toBe('False ProgressDeadlineExceeded')
    await world.rollOut(3)
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
  })

  it('D-20 is looked at a second after its deadline, and not before', async () => {
    await using world = new World()
    await world.create({ spec: { progressDeadlineSeconds: 60 } })
    await world.env.advance('3s')
    const before = world.outcomes.length
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'requeue_after' })
    await world.env.advance('55s')
    expect(world.outcomes).toHaveLength(before)
    await world.env.advance('5s')
    expect(await world.condition('Progressing')).toBe('False ProgressDeadlineExceeded')
  })

  it('X-5 D-5 D-23 goes back to the revision before, which becomes the newest and remembers what it was', async () => {
    await using world = new World()
    await world.create({
      replicas: 10,
      maxSurge: 3,
      maxUnavailable: 2,
      spec: { progressDeadlineSeconds: 30 },
    })
    await world.rollOut(5)
    await world.setImage('web:bad')
    await world.rollOut(60, ['web:1'])
    expect(await world.sizes()).toEqual({ 'web:1': 8, 'web:bad': 5 })
    expect(await world.condition('Progressing')).toBe('False ProgressDeadlineExceeded')
    await world.patch({ metadata: { annotations: { [asked]: '0' } } })
    await world.rollOut(20, ['web:1'])
    expect(await world.sizes()).toEqual({ 'web:1': 10, 'web:bad': 0 })
    const first = (await world.sets()).find((set) => imageOf(set) === 'web:1')
    expect(first?.metadata.annotations).toMatchObject({ [revision]: '3', [history]: '1' })
    const { metadata } = await world.get()
    expect(metadata.annotations).toEqual({ [revision]: '3' })
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
    expect(world.events).toContain('Normal DeploymentRollback Rolled back deployment "web" to revision 1')
  })

  it('D-5 is asked to go back to the last revision: one write of the Deployment, none of ReplicaSets', async () => {
    await using world = new World()
    await world.create({ replicas: 1 })
    await world.rollOut(3)
    await world.setImage('web:2')
    await world.rollOut(10)
    world.env.faults.pauseEvents({ view: 'deployments' })
    world.start()
    await world.env.settle()
    world.writes()
    world.env.faults.clear()
    using _ = world.env.faults.respond(
      { view: 'deployments', verb: 'update', resource: 'replicasets.apps' },
      403,
    )
    await world.patch({ metadata: { annotations: { [asked]: '0' } } })
    await world.env.settle()
    const writes = world.writes()
    expect(writes.filter((write) => write === 'PUT deployments')).toHaveLength(1)
    expect(imageOf({ spec: (await world.get()).spec, metadata: {} })).toBe('web:1')
  })

  it.each([
    ['9', 'DeploymentRollbackRevisionNotFound Unable to find the revision to rollback to.'],
    [
      '1',
      'DeploymentRollbackTemplateUnchanged The rollback revision contains the same template as current deployment "web"',
    ],
    ['0', 'DeploymentRollbackRevisionNotFound Unable to find last revision.'],
  ])('D-5 is asked for revision %s and stays: %s', async (to, event) => {
    await using world = new World()
    await world.create({ replicas: 1 })
    await world.rollOut(3)
    const before = await world.sets()
    await world.patch({ metadata: { annotations: { [asked]: to } } })
    await world.rollOut(2)
    expect((await world.get()).metadata.annotations).toEqual({ [revision]: '1' })
    expect(world.events).toContain(`Warning ${event}`)
    expect(await world.sets()).toEqual(before)
  })

  it('X-6 says of itself what keeps its ReplicaSet from making pods', async () => {
    await using world = new World()
    const quota = world.env.faults.respond(
      { verb: 'create', resource: 'pods', skip: 5 },
      { status: 403, reason: 'Forbidden', message: 'exceeded quota' },
    )
    await world.create({ replicas: 10 })
    await world.env.advance('1s')
    expect(await world.condition('ReplicaFailure')).toBe('True FailedCreate')
    expect(await world.pods()).toHaveLength(5)
    quota.remove()
    await world.rollOut(60)
    await world.env.advance('20m')
    expect(await world.condition('ReplicaFailure')).toBeUndefined()
    expect(await world.pods()).toHaveLength(10)
  })

  it('D-1 says so when the ReplicaSet cannot be created, and tries again', async () => {
    await using world = new World()
    const failing = world.env.faults.respond(
      { view: 'deployments', verb: 'create', resource: 'replicasets.apps' },
      { status: 403, reason: 'Forbidden', message: 'not today' },
    )
    await world.create({ spec: { progressDeadlineSeconds: 600 } })
    await world.env.settle()
    expect(await world.condition('Progressing')).toBe('False ReplicaSetCreateError')
    expect(world.events[0]).toMatch(
      /^Warning ReplicaSetCreateError Failed to create new replica set "web-\w+": not today$/,
    )
    failing.remove()
    await world.rollOut(20)
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
  })

  it('D-9 is given up after sixteen failures in a row, and taken up again when something changes', async () => {
    await using world = new World({ alone: true })
    const failing = world.env.faults.respond(
      { view: 'deployments', verb: 'create', resource: 'replicasets.apps' },
      403,
    )
    await world.create()
    await world.env.advance('1h')
    expect(failing.strikes).toBe(16)
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'terminal' })
    failing.remove()
    await world.env.advance('1h')
    expect(await world.sets()).toEqual([])
    await world.client.patch(
      Deployment,
      { namespace: 'default', name: 'web' },
      { metadata: { labels: { a: 'b' } } },
    )
    await world.env.advance('1s')
    expect(await world.sets()).toHaveLength(1)
  })
})
