import {
  defineCustomResource,
  installCustomResources,
  Manager,
  watchCustomResource,
  type Controller,
  type CustomResourceOf,
} from '@rxkube/controller'
import { CustomResourceDefinition } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { concatMap } from 'rxjs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const Gadget = defineCustomResource({
  group: 'example.com',
  kind: 'Gadget',
  scope: 'Namespaced',
  versions: [
    { name: 'v1', spec: z.object({ size: z.int().default(1) }), status: z.object({ seen: z.int() }) },
  ],
})
const metadata = { name: 'a', namespace: 'default' }

it('FAULT-E1 FAULT-E2 a manager starts a controller when its definition comes, ends it when it goes, and again', async () => {
  await using env = new TestEnv()
  const manager = new Manager({ client: env.client, recorder: false })
  const running = manager.start()
  const reconciled: (number | undefined)[] = []
  let controller: Controller | undefined
  const start = () =>
    manager.controller('gadgets', Gadget).reconcile(async ({ name, namespace }, { object, client }) => {
      const gadget: CustomResourceOf<typeof Gadget>['spec'] | undefined = object?.spec
      reconciled.push(gadget?.size)
      if (object && object.status?.seen !== object.spec.size) {
        await client.patchStatus(Gadget, { name, namespace }, { status: { seen: object.spec.size } })
      }
    })
  const following = watchCustomResource(env.client, Gadget)
    .pipe(
      concatMap(async ({ type }) => {
        if (type === 'established') controller = start()
        else if (controller) await manager.remove(controller)
      }),
    )
    .subscribe()

  const cycle = async (size: number) => {
    const installing = installCustomResources(env.client, [Gadget])
    await env.advance('5s')
    await installing
    await env.client.create(Gadget, Gadget.of({ metadata, spec: { size } }))
    await env.advance('5s')
    expect((await env.client.get(Gadget, metadata)).status).toEqual({ seen: size })
    await env.client.delete(CustomResourceDefinition, { name: 'gadgets.example.com' })
    await env.advance('30s')
    expect(manager.controllers.size).toBe(0)
  }
  await cycle(7)
  const asked: string[] = []
  const stop = env.server.requests(({ path }) => void asked.push(path))
  await env.advance('10m')
  expect(asked.filter((path) => path.includes('/gadgets?'))).toEqual([])
  stop()
  await cycle(9)

  const sizes = reconciled.filter((size) => size !== undefined)
  expect([...new Set(sizes)]).toEqual([7, 9])
  following.unsubscribe()
  const stopping = manager.stop()
  await env.advance('1m')
  await stopping
  await running
})
