import { ConfigMap, CustomResourceDefinition } from '@rxkube/client'
import { defineCustomResource, whileEstablished } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ControllerWorld } from './support/controller-world.ts'

const Widget = defineCustomResource({
  group: 'example.com',
  kind: 'Widget',
  scope: 'Namespaced',
  versions: [{ name: 'v1', served: true, storage: true, spec: z.object({ size: z.number().int() }) }],
})
const widget = (name: string, size: number) => ({ metadata: { name, namespace: 'default' }, spec: { size } })

describe('a manager of custom resources', () => {
  it('installs their definitions, waits for them, and then watches', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld(
      (manager) => {
        manager.controller('widgets', Widget).reconcile(({ name }, { object }) => {
          seen.push(`${name} ${object?.spec.size ?? 'gone'}`)
        })
      },
      { manager: { customResources: [Widget] } },
    )
    await world.advance('5s')
    expect(world.manager.phase).toBe('working')
    await world.client.create(Widget, widget('w', 3))
    await world.advance('1s')
    expect(seen).toEqual(['w 3'])
  })

  it('FAULT-E1, FAULT-E2 has a controller while its custom resource is there, and the others go on meanwhile', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('others', ConfigMap).reconcile(({ name }) => void seen.push(`other ${name}`))
      manager.add(
        whileEstablished(manager, Widget, () =>
          manager.controller('widgets', Widget).reconcile(({ name }, { object }) => {
            seen.push(`${name} ${object?.spec.size ?? 'gone'}`)
          }),
        ),
      )
    })
    await world.advance('5s')
    expect(world.manager.phase).toBe('working')
    expect([...world.manager.controllers.keys()]).toEqual(['others'])
    await world.client.create(CustomResourceDefinition, Widget.crd)
    await world.advance('5s')
    await world.client.create(Widget, widget('w', 3))
    await world.advance('5s')
    expect(seen).toContain('w 3')
    await world.client.delete(CustomResourceDefinition, { name: 'widgets.example.com' })
    await world.advance('1m')
    expect([...world.manager.controllers.keys()]).toEqual(['others'])
    expect(world.manager.informers.informers.map(({ resource }) => resource.resource)).toEqual(['configmaps'])
    const requests = world.env.audit.length
    await world.advance('4m')
    expect(world.env.audit.slice(requests).filter(({ path }) => path.includes('widgets'))).toEqual([])
    await world.client.create(CustomResourceDefinition, Widget.crd)
    await world.advance('5s')
    await world.client.create(Widget, widget('again', 4))
    await world.client.create(ConfigMap, { metadata: { name: 'x', namespace: 'default' } })
    await world.advance('5s')
    expect(seen).toContain('again 4')
    expect(seen).toContain('other x')
    expect(world.failure).toBeUndefined()
  })
})
