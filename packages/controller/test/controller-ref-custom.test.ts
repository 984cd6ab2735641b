import { ClaimError, ControllerRefManager, StaleObjectError } from '@rxkube/controller'
import { LabelSelector, newControllerRef, type OwnerReference } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { cluster, type Cluster } from './support/cluster.ts'
import { installWidgets, Widget, widget } from './support/widgets.ts'

const namespace = 'default'
const labels = { part: 'yes' }
const finalizers = ['example.com/foo', 'example.com/bar']
const stranger: OwnerReference = { apiVersion: 'v1', kind: 'ConfigMap', name: 'c', uid: 'stranger' }

async function setUp(env: Cluster) {
  await installWidgets(env.client)
  const owner = await env.client.create(Widget, widget('owner'))
  const manager = (withFinalizers = false) =>
    new ControllerRefManager<Widget>({
      client: env.client,
      resource: Widget,
      owner,
      ownerResource: Widget,
      selector: new LabelSelector([{ key: 'part', operator: 'Exists', values: [] }]),
      finalizers: withFinalizers ? finalizers : [],
    })
  const stored = async (name: string) => (await env.client.get(Widget, { namespace, name })).metadata
  return { owner, manager, stored, reference: newControllerRef(owner, Widget) }
}

describe('ControllerRefManager of custom resources, which know no strategic patches', () => {
  it('CH-6 FEAT-K5 adopts and releases by guarded JSON patches, and keeps what others wrote', async () => {
    await using env = cluster()
    const { manager, stored, reference } = await setUp(env)
    const children = [
      await env.client.create(Widget, widget('a', { labels })),
      await env.client.create(
        Widget,
        widget('b', {
          labels,
          ownerReferences: [stranger],
          finalizers: ['example.com/foo', 'example.com/x'],
        }),
      ),
      await env.client.create(
        Widget,
        widget('c', { ownerReferences: [stranger, reference], finalizers: [...finalizers, 'example.com/x'] }),
      ),
    ]
    const claimed = await manager(true).claim(children)
    expect(claimed.map(({ metadata }) => metadata.name)).toEqual(['a', 'b'])
    expect(await stored('a')).toMatchObject({ ownerReferences: [reference], finalizers })
    expect(await stored('b')).toMatchObject({
      ownerReferences: [stranger, reference],
      finalizers: ['example.com/foo', 'example.com/x', 'example.com/bar'],
    })
    expect(await stored('c')).toMatchObject({ ownerReferences: [stranger], finalizers: ['example.com/x'] })
  })

  it('CH-6 FEAT-K5 says that what it read is too old when another owner came in between, and changes nothing', async () => {
    await using env = cluster()
    const { manager, stored } = await setUp(env)
    const cached = await env.client.create(Widget, widget('a', { labels }))
    const ownerReferences = [stranger]
    await env.client.patch(Widget, { namespace, name: 'a' }, { metadata: { ownerReferences } })
    const error: unknown = await manager()
      .claim([cached])
      .catch((thrown: unknown) => thrown)
    expect((error as ClaimError).errors).toEqual([expect.any(StaleObjectError)])
    expect((await stored('a')).ownerReferences).toEqual(ownerReferences)
  })

  it('CH-6 FEAT-K5 does not touch a namesake with another uid', async () => {
    await using env = cluster()
    const { manager, stored } = await setUp(env)
    const cached = await env.client.create(Widget, widget('a', { labels }))
    await env.client.delete(Widget, { namespace, name: 'a' })
    await env.client.create(Widget, widget('a', { labels }))
    await expect(manager().claim([cached])).rejects.toThrow(ClaimError)
    expect((await stored('a')).ownerReferences).toBeUndefined()
  })
})
