import { ApiServer } from '@rxkube/api-server'
import { Client, isNotFound } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import {
  CreateLimitError,
  FakePodControl,
  InvalidControllerRefError,
  isNamespaceTerminating,
  MissingPodLabelsError,
  podFromTemplate,
  RealPodControl,
} from '@rxkube/controller'
import { deepFreeze, Namespace, newControllerRef, Pod, ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { webTemplate } from './support/pods.ts'

const namespace = 'default'
const owner: ReplicaSet = {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  metadata: { name: 'web', namespace, uid: 'u1' },
  spec: { selector: { matchLabels: { app: 'web' } } },
}
const reference = newControllerRef(owner, ReplicaSet)

function setUp() {
  const clock = new TestClock()
  const server = new ApiServer({ clock, random: clock.random, controllers: ['namespace'] })
  const client = new Client({ transport: server.transport(), clock, qps: -1 })
  const events: string[] = []
  const control = new RealPodControl({
    client,
    recorder: {
      recordEvent: ({ metadata }, type, reason, message) =>
        void events.push(`${metadata?.name} ${type} ${reason}: ${message}`),
    },
  })
  const stop = async (): Promise<void> => {
    await client.close()
    await server.close()
  }
  return { server, client, control, events, [Symbol.asyncDispose]: stop }
}

describe('RealPodControl', () => {
  it('CH-3 FEAT-K4 creates a pod from the template, owned, and tells the owner', async () => {
    await using env = setUp()
    const template = deepFreeze(structuredClone(webTemplate))
    const { metadata } = await env.control.createPod(namespace, template, owner, reference)
    const stored = await env.client.get(Pod, { namespace, name: metadata.name ?? '' })
    expect(stored.metadata).toMatchObject({
      generateName: 'web-',
      labels: { app: 'web' },
      annotations: { note: 'n' },
      finalizers: ['example.com/f'],
      ownerReferences: [reference],
    })
    expect(stored.metadata.ownerReferences?.[0]).toMatchObject({ controller: true, blockOwnerDeletion: true })
    expect(stored.spec.containers).toMatchObject([{ name: 'web', image: 'web:1' }])
    expect(env.events).toEqual([`web Normal SuccessfulCreate: Created pod: ${metadata.name}`])
  })

  it('CH-3 FEAT-K4 takes another generateName', async () => {
    await using env = setUp()
    const { metadata } = await env.control.createPod(namespace, webTemplate, owner, reference, {
      generateName: 'web-7-',
    })
    expect(metadata.name).toMatch(/^web-7-[a-z0-9]{5}$/)
  })

  it.each([
    ['no apiVersion', { apiVersion: '' }],
    ['no kind', { kind: '' }],
    ['controller', { controller: false }],
    ['blockOwnerDeletion', { blockOwnerDeletion: false }],
  ])(
    'CH-3 FEAT-K4 refuses a reference to the controller for its %s, and sends nothing',
    async (problem, wrong) => {
      await using env = setUp()
      const refused = env.control.createPod(namespace, webTemplate, owner, { ...reference, ...wrong })
      await expect(refused).rejects.toThrow(InvalidControllerRefError)
      await expect(refused).rejects.toThrow(problem)
      expect([(await env.client.list(Pod)).items.length, env.events]).toEqual([0, []])
    },
  )

  it('CH-3 FEAT-K4 refuses a template without labels', async () => {
    await using env = setUp()
    const template = { ...webTemplate, metadata: {} }
    await expect(env.control.createPod(namespace, template, owner, reference)).rejects.toThrow(
      MissingPodLabelsError,
    )
  })

  it('CH-3 FEAT-K4 tells the owner of a failed creation and deletion, and why', async () => {
    await using env = setUp()
    env.server.faults.respond({ resource: 'pods' }, { status: 403, reason: 'Forbidden', message: 'quota' })
    await expect(env.control.createPod(namespace, webTemplate, owner, reference)).rejects.toThrow(
      /unable to create.*quota/,
    )
    await expect(env.control.deletePod(namespace, 'a', owner)).rejects.toThrow(/unable to delete.*quota/)
    expect(env.events).toEqual([
      expect.stringMatching(/^web Warning FailedCreate: Error creating: .*quota/),
      expect.stringMatching(/^web Warning FailedDelete: Error deleting: .*quota/),
    ])
  })

  it('CH-3 FEAT-K4 says nothing of pods that are refused because their namespace is being deleted', async () => {
    await using env = setUp()
    const finalizers = ['example.com/held']
    await env.client.create(Namespace, { metadata: { name: 'gone' } })
    await env.client.create(Pod, {
      metadata: { name: 'held', namespace: 'gone', finalizers },
      spec: { containers: [{ name: 'a', image: 'a' }] },
    })
    await env.client.delete(Namespace, { name: 'gone' })
    const error: unknown = await env.control
      .createPod('gone', webTemplate, owner, reference)
      .catch((thrown: unknown) => thrown)
    expect([isNamespaceTerminating(error), env.events]).toEqual([true, []])
  })

  it('CH-3 FEAT-K4 deletes a pod and says so; a pod that is gone is NotFound as it is, without an event', async () => {
    await using env = setUp()
    const template = { ...webTemplate, metadata: { labels: { app: 'web' } } }
    const { metadata } = await env.control.createPod(namespace, template, owner, reference)
    const name = metadata.name ?? ''
    await env.control.deletePod(namespace, name, owner)
    const error: unknown = await env.control
      .deletePod(namespace, name, owner)
      .catch((thrown: unknown) => thrown)
    expect([isNotFound(error), (error as Error).name]).toEqual([true, 'ApiError'])
    expect(env.events.slice(1)).toEqual([`web Normal SuccessfulDelete: Deleted pod: ${name}`])
  })

  it('deletes only the very pod that was seen, where it is told its uid', async () => {
    await using env = setUp()
    const { metadata } = await env.control.createPod(namespace, webTemplate, owner, reference)
    const remove = (uid: string): Promise<void> =>
      env.control.deletePod(namespace, metadata.name ?? '', owner, { preconditions: { uid } })
    await expect(remove('of-another')).rejects.toThrow(/unable to delete/)
    await remove(metadata.uid ?? '')
    expect(env.events.map((event) => event.split(' ')[2])).toEqual([
      'SuccessfulCreate:',
      'FailedDelete:',
      'SuccessfulDelete:',
    ])
  })

  it('patches a pod strategically', async () => {
    await using env = setUp()
    const { metadata } = await env.control.createPod(namespace, webTemplate, owner, reference)
    const patch = { metadata: { '$deleteFromPrimitiveList/finalizers': ['example.com/f'] } }
    const patched = await env.control.patchPod(namespace, metadata.name ?? '', patch)
    expect(patched.metadata.finalizers).toBeUndefined()
  })

  it('rejects with the reason of an abort, without an event', async () => {
    await using env = setUp()
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(env.control.createPod(namespace, webTemplate, owner, reference, { signal })).rejects.toThrow(
      'stopped',
    )
    await expect(env.control.deletePod(namespace, 'a', owner, { signal })).rejects.toThrow('stopped')
    expect(env.events).toEqual([])
  })
})

describe('podFromTemplate', () => {
  it('CH-3 FEAT-K4 copies the template, so that what is cached is never changed', () => {
    const template = deepFreeze(structuredClone(webTemplate))
    const pod = podFromTemplate(template, owner, reference)
    pod.spec.containers[0] = { name: 'other' }
    pod.metadata.finalizers?.push('more')
    expect(template).toEqual(webTemplate)
  })

  it.each([
    ['web', 'web-'],
    ['a'.repeat(252), `${'a'.repeat(252)}-`],
    ['a'.repeat(253), 'a'.repeat(253)],
  ])('CH-3 ends the prefix with a dash where names may be that long: %s', (name, prefix) => {
    const named = { ...owner, metadata: { ...owner.metadata, name } }
    expect(podFromTemplate(webTemplate, named, reference).metadata.generateName).toBe(prefix)
  })
})

describe('FakePodControl', () => {
  it('CH-3 FEAT-K4 writes down what it is asked for, up to its limit, and fails when it is told to', async () => {
    const fake = new FakePodControl()
    fake.createLimit = 1
    await fake.createPod(namespace, webTemplate, owner, reference)
    await expect(fake.createPod(namespace, webTemplate, owner, reference)).rejects.toThrow(CreateLimitError)
    await fake.deletePod(namespace, 'a')
    fake.error = new Error('told to')
    await expect(fake.patchPod(namespace, 'a', { x: 1 })).rejects.toThrow('told to')
    expect([
      fake.templates,
      fake.controllerRefs,
      fake.deletedPodNames,
      fake.patches,
      fake.createCallCount,
    ]).toEqual([[webTemplate], [reference], ['a'], [{ x: 1 }], 2])
    fake.clear()
    expect([fake.templates, fake.patches, fake.createCallCount]).toEqual([[], [], 0])
  })
})
