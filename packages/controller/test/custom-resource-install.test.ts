import { isConflict } from '@rxkube/client'
import {
  CustomResourceNotReadyError,
  defineCustomResource,
  installCustomResources,
  StoredVersionsError,
  waitForCustomResource,
} from '@rxkube/controller'
import { CustomResourceDefinition, defineResource } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Widget } from './custom-resource/widget.ts'

const spec = z.object({ size: z.int().optional() })
const base = { group: 'example.com', kind: 'Gadget', scope: 'Namespaced' } as const
const v1 = { name: 'v1', spec } as const
const Gadget = defineCustomResource({ ...base, versions: [v1] })
const address = { name: 'gadgets.example.com' }

let env: TestEnv
beforeEach(() => {
  env = new TestEnv()
})
afterEach(() => env.stop())

/** The outcome of something that needs time to pass. */
async function after<T>(duration: string, work: Promise<T>): Promise<T | Error> {
  const outcome = work.catch((error: unknown) => error as Error)
  await env.advance(duration)
  return outcome
}

const messageOf = (outcome: unknown) => (outcome instanceof Error ? outcome.message : 'no error')
const definition = () => env.client.get(CustomResourceDefinition, address)
const managers = async () =>
  ((await definition()).metadata.managedFields ?? []).flatMap(
    ({ manager, operation }) => `${manager} ${operation}`,
  )

describe('installing custom resources', () => {
  it('applies them, waits until they are established, and leaves them ready to be used', async () => {
    const installing = installCustomResources(env.client, [Widget, Gadget], { fieldManager: 'me' })
    await env.advance('1s')
    const [widgets, gadgets] = await installing
    expect([widgets?.metadata.name, gadgets?.metadata.name]).toEqual([
      'widgets.example.com',
      'gadgets.example.com',
    ])
    expect(gadgets?.status?.conditions).toContainEqual(
      expect.objectContaining({ type: 'Established', status: 'True' }),
    )
    expect(await managers()).toContain('me Apply')
    await env.client.create(Gadget, { metadata: { name: 'a', namespace: 'default' }, spec: {} })
  })

  it('does nothing the second time', async () => {
    await after('1s', installCustomResources(env.client, [Gadget]))
    const { resourceVersion } = (await definition()).metadata
    await after('1s', installCustomResources(env.client, [Gadget]))
    expect((await definition()).metadata.resourceVersion).toBe(resourceVersion)
  })

  it('upgrades what an older program installed', async () => {
    await after('1s', installCustomResources(env.client, [Gadget]))
    const v2 = { name: 'v2', storage: true, spec: spec.extend({ color: z.string().default('red') }) } as const
    const Newer = defineCustomResource({
      ...base,
      shortNames: ['gd'],
      versions: [{ ...v1, storage: false }, v2],
    })
    await after('1s', installCustomResources(env.client, [Newer]))
    const gadget = await env.client.create(
      Newer,
      Newer.of({ metadata: { name: 'a', namespace: 'default' }, spec: {} }),
    )
    expect(gadget).toMatchObject({ apiVersion: 'example.com/v2', spec: { color: 'red' } })
    expect((await definition()).status?.storedVersions).toEqual(['v1', 'v2'])
  })

  it('refuses to leave out a version that objects are stored in, before anything is changed', async () => {
    await after('1s', installCustomResources(env.client, [Gadget]))
    const before = await definition()
    const Without = defineCustomResource({ ...base, versions: [{ ...v1, name: 'v2' }] })
    const refusal = await after('1s', installCustomResources(env.client, [Without]))
    expect(refusal).toBeInstanceOf(StoredVersionsError)
    expect(refusal).toMatchObject({ definition: 'gadgets.example.com', missing: ['v1'] })
    expect(messageOf(refusal)).toMatch(/served: false.*status\.storedVersions/)
    expect(await definition()).toEqual(before)
  })

  it('takes fields over from others unless told not to', async () => {
    const other = {
      ...Gadget.crd,
      spec: { ...Gadget.crd.spec, names: { ...Gadget.crd.spec.names, shortNames: ['x'] } },
    }
    await env.client.apply(CustomResourceDefinition, other, { fieldManager: 'other' })
    const Named = defineCustomResource({ ...base, shortNames: ['gd'], versions: [v1] })
    const refusal = await after(
      '1s',
      installCustomResources(env.client, [Named], { fieldManager: 'me', force: false }),
    )
    expect(isConflict(refusal)).toBe(true)
    await after('1s', installCustomResources(env.client, [Named], { fieldManager: 'me' }))
    expect((await definition()).spec.names.shortNames).toEqual(['gd'])
  })

  it('says within seconds whose names are in the way', async () => {
    await after('1s', installCustomResources(env.client, [Gadget]))
    const Twin = defineCustomResource({ ...base, plural: 'twins', singular: 'twin', versions: [v1] })
    const refusal = await after('6s', installCustomResources(env.client, [Twin]))
    expect(refusal).toBeInstanceOf(CustomResourceNotReadyError)
    expect(messageOf(refusal)).toMatch(
      /twins\.example\.com is not ready: its names are not accepted \(\w+: .*already in use/,
    )
    expect(refusal).toMatchObject({
      definition: 'twins.example.com',
      conditions: expect.arrayContaining([
        expect.objectContaining({ type: 'NamesAccepted', status: 'False' }),
      ]),
    })
  })

  it('tells what the server refuses, and all of it when several fail', async () => {
    const Bad = defineCustomResource({ ...base, group: 'nodots', versions: [v1] })
    const one = await after('1s', installCustomResources(env.client, [Bad, Gadget]))
    expect(messageOf(one)).toContain('should be a domain with at least one dot')
    const Worse = defineCustomResource({ ...base, kind: 'Worse', group: 'nodots', versions: [v1] })
    const both = await after('1s', installCustomResources(env.client, [Bad, Worse]))
    expect(both).toBeInstanceOf(AggregateError)
    expect((both as AggregateError).errors).toHaveLength(2)
  })

  it('waits for one that is being deleted, and makes it anew', async () => {
    await after('1s', installCustomResources(env.client, [Gadget]))
    const metadata = { name: 'held', namespace: 'default', finalizers: ['example.com/hold'] }
    await env.client.create(Gadget, { metadata, spec: {} })
    const { uid } = (await definition()).metadata
    await env.client.delete(CustomResourceDefinition, address)

    let isDone = false
    const installing = installCustomResources(env.client, [Gadget]).finally(() => (isDone = true))
    await env.advance('10s')
    expect(isDone).toBe(false)
    await env.client.patch(Gadget, metadata, { metadata: { finalizers: null } })
    await env.advance('10s')
    const [made] = await installing
    expect(made?.metadata.uid).not.toBe(uid)
  })

  it('says that the one before is still being deleted when that takes too long', async () => {
    await after('1s', installCustomResources(env.client, [Gadget]))
    const metadata = { name: 'held', namespace: 'default', finalizers: ['example.com/hold'] }
    await env.client.create(Gadget, { metadata, spec: {} })
    await env.client.delete(CustomResourceDefinition, address)
    const refusal = await after('31s', installCustomResources(env.client, [Gadget], { timeout: '30s' }))
    expect(messageOf(refusal)).toMatch(/still being deleted.*finalizers/)
  })

  it('is not done before discovery tells of every version', async () => {
    const down = env.faults.respond({ path: '/apis/example.com/v1beta1' }, 503)
    let isDone = false
    const installing = installCustomResources(env.client, [Widget]).finally(() => (isDone = true))
    await env.advance('20s')
    expect(isDone).toBe(false)
    down.remove()
    await env.advance('2s')
    await installing
    env.faults.respond({ path: '/apis/example.com/v1beta1' }, 503)
    const refusal = await after('6s', installCustomResources(env.client, [Widget], { timeout: '5s' }))
    expect(messageOf(refusal)).toContain('discovery does not list widgets in example.com/v1beta1')
  })

  it('rejects with the reason of its signal, at once', async () => {
    const end = new AbortController()
    env.faults.hang({ resource: 'customresourcedefinitions.apiextensions.k8s.io' })
    const installing = installCustomResources(env.client, [Gadget], { signal: end.signal })
    end.abort(new Error('enough'))
    await expect(installing).rejects.toThrow('enough')
    await expect(installCustomResources(env.client, [Gadget], { signal: end.signal })).rejects.toThrow(
      'enough',
    )
  })
})

describe('waiting for a custom resource', () => {
  const resource = defineResource({
    group: 'example.com',
    version: 'v1',
    kind: 'Gadget',
    resource: 'gadgets',
    namespaced: true,
  })

  it('resolves when somebody installs it, by a watch and not by asking again', async () => {
    let isThere = false
    const waiting = waitForCustomResource(env.client, resource).then(() => (isThere = true))
    await env.advance('1s')
    const asked: string[] = []
    const stop = env.server.requests(({ verb, path }) => void asked.push(`${verb} ${path}`))
    await env.advance('30s')
    expect({ isThere, asked }).toEqual({ isThere: false, asked: [] })
    await env.client.create(CustomResourceDefinition, structuredClone(Gadget.crd))
    await env.advance('1s')
    await waiting
    stop()
    expect(asked.filter((each) => each.startsWith('list'))).toEqual([])
  })

  it('says after its time what is lacking: the definition, or the version', async () => {
    const nothing = await after('61s', waitForCustomResource(env.client, resource))
    expect(messageOf(nothing)).toContain('gadgets.example.com is not ready: there is no such definition')
    await after('1s', installCustomResources(env.client, [Gadget]))
    const other = { ...resource, version: 'v2' }
    const version = await after('10s', waitForCustomResource(env.client, other, { timeout: '9s' }))
    expect(messageOf(version)).toContain('it does not serve v2 (it serves v1)')
  })

  it('waits until discovery tells of it, too', async () => {
    await env.client.create(CustomResourceDefinition, structuredClone(Gadget.crd))
    await env.settle()
    const down = env.faults.respond({ path: '/apis/example.com/v1' }, 503)
    let isThere = false
    const waiting = waitForCustomResource(env.client, resource, { timeout: '5m' }).then(
      () => (isThere = true),
    )
    await env.advance('30s')
    expect(isThere).toBe(false)
    down.remove()
    await env.advance('30s')
    await waiting
    expect(isThere).toBe(true)
  })

  it('does not wait for what it may not see', async () => {
    await env.stop()
    env = new TestEnv({ server: { authorize: ({ resource: name }) => name !== 'customresourcedefinitions' } })
    const refusal = await after('6s', waitForCustomResource(env.client, resource))
    expect(refusal).toBeInstanceOf(CustomResourceNotReadyError)
    expect(messageOf(refusal)).toMatch(/cannot be watched: .*forbidden/)
  })

  it('rejects with the reason of its signal and leaves nothing behind', async () => {
    const end = new AbortController()
    const waiting = waitForCustomResource(env.client, resource, { signal: end.signal })
    await env.settle()
    end.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await env.settle()
    expect(env.clock.pending).toBe(0)
  })
})
