import { ConfigMap } from '@rxkube/client'
import { defineCustomResource, Manager } from '@rxkube/controller'
import { CustomResourceDefinition, newControllerRef } from '@rxkube/meta'
import { TestEnv, type ProcessMain } from '@rxkube/testing'
import { z } from 'zod'

const Note = defineCustomResource({
  group: 'example.com',
  kind: 'Note',
  scope: 'Namespaced',
  versions: [{ name: 'v1', spec: z.object({ text: z.string() }) }],
})
const printer = new Set<string>()

const main: ProcessMain = async ({ client, signal }) => {
  const manager = new Manager({ client, recorder: false })
  manager
    .controller('notes', Note)
    .owns(ConfigMap, { projection: 'full' })
    .finalizer('example.com/printer', ({ name }) => {
      printer.delete(name) // @kopf.on.delete
    })
    .reconcile(async (request, context) => {
      const { object: note } = context
      if (!note) return undefined
      // @kopf.on.create, @kopf.on.update and @kopf.on.resume at once: what has to be, whatever came before.
      printer.add(request.name)
      const { text } = note.spec
      const there = context.lister(ConfigMap).getByKey(`${request.namespace}/${request.name}`)
      if (there?.data?.['text'] !== text) {
        const metadata = { ...request, ownerReferences: [newControllerRef(note, Note)] } // kopf.adopt
        await context.client.apply(ConfigMap, { metadata, data: { text } })
      }
      return { requeueAfter: '1h' } // @kopf.timer
    })
  await manager.start({ signal })
}

await using env = new TestEnv()
await env.client.create(CustomResourceDefinition, Note.crd)
await env.advance('1s')
env.start('operator', main)
const todo = { namespace: 'default', name: 'todo' }
await env.client.create(Note, { metadata: todo, spec: { text: 'milk' } })
await env.advance('5s')
console.log('the ConfigMap says', (await env.client.get(ConfigMap, todo)).data?.['text'])
await env.client.delete(Note, todo)
await env.advance('5s')
console.log('notes in the printer:', printer.size)
