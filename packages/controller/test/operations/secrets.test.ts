import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { ConfigMap, Secret } from '@rxkube/client'
import { healthText, logTo, managerHealth, ManagerMetrics, TerminalError } from '@rxkube/controller'
import { Subject } from 'rxjs'
import { afterEach, describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from '../support/controller-world.ts'

const canary = 'canary-3f9c1e77'

describe('secrets', () => {
  afterEach(() => {
    trace.disable()
    context.disable()
  })

  it('of objects, of answers of the server and of errors reach neither metrics, health, inspection, spans nor logs', async () => {
    const exporter = new InMemorySpanExporter()
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
    trace.setGlobalTracerProvider(
      new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
    )
    const metrics = new ManagerMetrics()
    const logs: object[] = []
    const log = (fields: object, message: string): void => void logs.push({ fields, message })
    const source = new Subject<{ name: string; namespace: string }>()
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('copier', ConfigMap)
          .watches(Secret, (secret) => [{ namespace: 'default', name: secret.metadata.name ?? '' }])
          .reconcileOn(source, 'source')
          .reconcile(async ({ name, namespace }, { client, lister }) => {
            const token = lister(Secret).getByKey('default/token')?.data?.['token'] ?? ''
            const secret = `${token} ${Buffer.from(token, 'base64').toString()}`
            if (name === 'thrown') throw new Error(`the token is ${secret}`)
            if (name === 'lost') throw new TerminalError(`the token is ${secret}`)
            if (name === 'named')
              throw Object.assign(new Error('x'), { name: `the token is ${secret}`, code: secret })
            if (name === 'refused') await client.patch(ConfigMap, { name, namespace }, { data: { secret } })
            // oxlint-disable-next-line typescript/only-throw-error -- users do
            if (name === 'string') throw secret
          })
        logTo({ debug: log, info: log, warn: log, error: log }, manager)
      },
      { manager: { metrics, cache: { namespace: 'default' } } },
    )
    world.env.faults.respond(
      { view: 'controller', verb: 'patch' },
      { status: 422, reason: 'Invalid', message: `data: Invalid value: "${canary}"` },
    )
    await world.client.create(Secret, {
      metadata: { name: 'token', namespace: 'default', annotations: { note: canary } },
      data: { token: Buffer.from(canary).toString('base64') },
    })
    for (const name of ['thrown', 'lost', 'named', 'refused', 'string']) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.client.create(ConfigMap, configMap(name, { secret: canary }))
    }
    await world.advance('10s')
    source.error(new Error(canary))
    world.env.faults.respond(
      { view: 'controller', path: /secrets/ },
      { status: 403, reason: canary, message: `Authorization: Bearer ${canary}` },
    )
    world.env.faults.endWatches({ view: 'controller' }, 'close')
    await world.advance('10m')
    const health = managerHealth(world.manager)
    const told = [
      await metrics.text(),
      healthText('readyz', await health.readyz(), true),
      healthText('livez', await health.livez(), true),
      JSON.stringify(world.manager.inspect()),
      JSON.stringify(
        exporter.getFinishedSpans().map(({ name, attributes, events, links, status }) => ({
          name,
          attributes,
          events,
          links,
          status,
        })),
      ),
      JSON.stringify(logs),
    ]
    for (const text of told) {
      expect(text).not.toContain(canary)
      expect(text).not.toContain(Buffer.from(canary).toString('base64'))
    }
    // All of it did happen, and is told without them.
    const [numbers = '', ready = '', , , spans = '', lines = ''] = told
    expect(numbers).toMatch(/controller_runtime_reconcile_errors_total\{controller="copier"\} [1-9]/)
    expect(numbers).toContain('rxkube_manager_errors_total{error="SourceFailedError"} 1')
    expect(ready).toMatch(/\[-\]informer secrets failed: stale for \d+ s, .*ApiError \(403\)/)
    expect(spans).toContain('Invalid (422)')
    expect(lines).toContain('TerminalError')
  })
})
