import { ConfigMap, type Client } from '@rxkube/client'
import type { ReconcileContext } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }

/** A controller that still sees `a` as it was before `meanwhile`, and does this. */
async function behind(
  meanwhile: (client: Client) => Promise<unknown>,
  act: (context: ReconcileContext<ConfigMap>, seen: ConfigMap) => Promise<unknown>,
) {
  let armed = false
  await using world = new ControllerWorld((manager) => {
    manager.controller('behind', ConfigMap).reconcile(async ({ name }, context) => {
      if (armed && name === 'a' && context.object) await act(context, context.object as unknown as ConfigMap)
    })
  })
  await world.client.create(ConfigMap, configMap('a', { of: 'nobody' }))
  await world.advance('10s')
  world.env.faults.freeze({ view: 'controller' })
  await meanwhile(world.client)
  armed = true
  world.manager.controllers.get('behind')?.enqueue(a)
  await world.advance('10s')
  const answers = world.env.audit
    .filter(({ method, process }) => method !== 'GET' && process === 'controller')
    .map(({ status }) => status)
  return { data: (await world.client.get(ConfigMap, a)).data, answers: [...new Set(answers)] }
}

const theirs = configMap('a', { of: 'others' })
const changed = (client: Client) => client.patch(ConfigMap, a, { data: theirs.data })
const recreated = async (client: Client) => {
  await client.delete(ConfigMap, a)
  await client.create(ConfigMap, theirs)
}
const untouched = { data: theirs.data, answers: [409] }

describe('a controller that knows another state than the server has', () => {
  it('INV-C3 does not delete the namesake of what it saw', async () => {
    const end = await behind(recreated, ({ client }, { metadata }) =>
      client.delete(ConfigMap, a, { preconditions: { uid: metadata.uid ?? '' } }),
    )
    expect(end).toEqual(untouched)
  })

  it('INV-C3 does not overwrite what others have written since', async () => {
    const end = await behind(changed, ({ client }, seen) =>
      client.update(ConfigMap, { ...seen, data: { of: 'mine' } }),
    )
    expect(end).toEqual(untouched)
  })
})
