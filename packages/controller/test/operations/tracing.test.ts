import { context, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { ConfigMap, Secret } from '@rxkube/client'
import { TerminalError } from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from '../support/controller-world.ts'

const exporter = new InMemorySpanExporter()

/** A controller that makes a Secret for each ConfigMap, and looks again when that Secret is there. */
function copier(): ControllerWorld {
  return new ControllerWorld((manager) => {
    manager
      .controller('copier', ConfigMap)
      .owns(Secret)
      .reconcile(async ({ name, namespace }, { object, client, lister }) => {
        if (!object || lister(Secret, 'metadata').getByKey(`${namespace}/${name}`)) return
        await client.create(Secret, {
          metadata: { name, namespace, ownerReferences: [newControllerRef(object, ConfigMap)] },
        })
      })
  })
}

const spansOf = (name: string) =>
  exporter.getFinishedSpans().filter(({ attributes }) => attributes['k8s.object.name'] === name)

describe('spans', () => {
  beforeEach(() => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
    trace.setGlobalTracerProvider(
      new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
    )
  })

  afterEach(() => {
    exporter.reset()
    trace.disable()
    context.disable()
  })

  it('of a reconcile that a write woke link to the reconcile that wrote', async () => {
    await using world = copier()
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const [first, second, ...more] = spansOf('a')
    expect(more).toEqual([])
    expect(first?.links).toEqual([])
    expect(second?.links).toMatchObject([
      {
        context: { traceId: first?.spanContext().traceId, spanId: first?.spanContext().spanId },
        attributes: { 'rxkube.cause': 'added secrets' },
      },
    ])
  })

  it('tell controller, object, causes, waiting time, attempt, result and writes', async () => {
    await using world = copier()
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const [first, second] = spansOf('a')
    expect(first?.name).toBe('reconcile copier')
    expect(first?.attributes).toEqual({
      'rxkube.controller': 'copier',
      'k8s.namespace.name': 'default',
      'k8s.object.name': 'a',
      'rxkube.attempt': 0,
      'rxkube.queue.wait_ms': 0,
      'rxkube.causes': ['added configmaps default/a'],
      'rxkube.result': 'success',
      'rxkube.writes': 1,
    })
    expect(second?.attributes).toMatchObject({
      'rxkube.causes': expect.arrayContaining(['added secrets default/a']),
      'rxkube.result': 'success',
      'rxkube.writes': 0,
    })
    expect(first?.status.code).toBe(SpanStatusCode.UNSET)
  })

  it('are the parents of the spans that the reconcile begins', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('parent', ConfigMap).reconcile(async ({ name }, { client }) => {
        if (name !== 'a') return
        await client.list(Secret)
        trace.getTracer('test').startSpan('child').end()
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const [parent] = spansOf('a')
    const child = exporter.getFinishedSpans().find(({ name }) => name === 'child')
    expect(child?.parentSpanContext?.spanId).toBe(parent?.spanContext().spanId)
    expect(child?.spanContext().traceId).toBe(parent?.spanContext().traceId)
  })

  it('name the class of an error, and never say its message', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('failing', ConfigMap).reconcile(({ name }) => {
        if (name === 'a') throw new TerminalError('canary-7c1d')
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const [span] = spansOf('a')
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR, message: 'TerminalError' })
    expect(span?.attributes['rxkube.result']).toBe('terminal')
    expect(span?.events.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['exception', { 'exception.type': 'TerminalError', 'exception.message': 'TerminalError' }],
    ])
  })
})

describe('without an OpenTelemetry SDK', () => {
  it('there are no spans, and what a run wrote keeps none', async () => {
    const seen: [type: string, span: unknown][] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('copier', ConfigMap)
        .owns(Secret)
        .reconcile(async ({ name, namespace }, { object, client, causes, lister }) => {
          if (name === 'a') seen.push(...causes.map(({ type, span }): [string, unknown] => [type, span]))
          if (!object || name !== 'a' || lister(Secret, 'metadata').getByKey(`${namespace}/${name}`)) return
          const ownerReferences = [newControllerRef(object, ConfigMap)]
          await client.create(Secret, { metadata: { name, namespace, ownerReferences } })
        })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    expect(seen).toContainEqual(['added', undefined])
    expect(seen.filter(([, span]) => span !== undefined)).toEqual([])
    expect(exporter.getFinishedSpans()).toEqual([])
  })
})
