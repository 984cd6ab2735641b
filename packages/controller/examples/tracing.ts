import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { ApiServer } from '@rxkube/api-server'
import { Client, ConfigMap, Secret } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Manager } from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'

// In production: a BatchSpanProcessor, with an exporter to your collector.
const exporter = new InMemorySpanExporter()
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }))

const clock = new TestClock()
await using server = new ApiServer({ clock })
await using client = new Client({ transport: server.transport(), clock })
await using manager = new Manager({ client, cache: { namespace: 'default' } })
manager
  .controller('copier', ConfigMap)
  .owns(Secret)
  .reconcile(async ({ name, namespace }, { client: write, object, lister }) => {
    if (!object || lister(Secret, 'metadata').getByKey(`${namespace}/${name}`)) return
    const ownerReferences = [newControllerRef(object, ConfigMap)]
    await write.create(Secret, { metadata: { name, namespace, ownerReferences } })
  })
const running = manager.start()
await client.create(ConfigMap, { metadata: { name: 'settings', namespace: 'default' } })
await clock.advance('1s')
await manager.stop()
await running

const spans = exporter.getFinishedSpans()
for (const { name, attributes, links } of spans) {
  const linked = links.map((link) =>
    spans.findIndex((one) => one.spanContext().spanId === link.context.spanId),
  )
  console.log(name, attributes['k8s.object.name'], attributes['rxkube.causes'], 'linked to', linked)
}
