import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { describe, expect, it } from 'vitest'
import {
  informerMetrics,
  InformerName,
  InformerNameError,
  MetricsProviderError,
  setInformerMetricsProvider,
  unnamedInformer,
  type InformerMetricsProvider,
} from '../src/informer-name.ts'

const pods = { group: '', version: 'v1', resource: 'pods' }
const nodes = { group: '', version: 'v1', resource: 'nodes' }

function recorder(): { readonly told: string[]; readonly provider: InformerMetricsProvider } {
  const told: string[] = []
  return {
    told,
    provider: {
      queuedDeltas: ({ resource }, count) => void told.push(`${resource.resource} queued ${count}`),
      processingLatency: ({ resource }, seconds) => void told.push(`${resource.resource} took ${seconds}`),
      storeResourceVersion: ({ resource }, version) => void told.push(`${resource.resource} at ${version}`),
    },
  }
}

describe('InformerName', () => {
  it('SI-17 is not empty, and unique until it is released', () => {
    expect(() => new InformerName('')).toThrow(InformerNameError)
    const name = new InformerName('unique')
    expect(() => new InformerName('unique')).toThrow('the name "unique" is taken')
    name.release()
    const again = new InformerName('unique')
    // The first one has nothing left to release.
    name.release()
    expect(() => new InformerName('unique')).toThrow(InformerNameError)
    again[Symbol.dispose]()
    new InformerName('unique').release()
  })

  it('SI-17 FEAT-E16 reserves a resource for its first informer, and says when there is a second', () => {
    const reports: unknown[] = []
    const note = (report: unknown): void => void reports.push(report)
    subscribe('rxkube:informer:error', note)
    const name = new InformerName('resources')
    expect(name.withResource(pods).isReserved()).toBe(true)
    expect(name.withResource(nodes).isReserved()).toBe(true)
    expect(reports).toEqual([])
    expect(name.withResource({ ...pods }).isReserved()).toBe(false)
    unsubscribe('rxkube:informer:error', note)
    expect(reports).toMatchObject([{ informer: 'pods', error: { name: 'DuplicateInformerError' } }])
    name.release()
  })

  it('SI-17 ends all reservations when it is released', () => {
    const name = new InformerName('released')
    const identity = name.withResource(pods)
    name.release()
    expect(identity.isReserved()).toBe(false)
    expect(name.withResource(nodes).isReserved()).toBe(false)
  })

  it('SI-17 is not needed: an informer without a name has no metrics', () => {
    const { told, provider } = recorder()
    const metrics = informerMetrics(unnamedInformer(pods), provider)
    metrics.queuedDeltas(1)
    expect(told).toEqual([])
  })
})

describe('informerMetrics', () => {
  it('FEAT-E16 tells queued deltas, latency and the version of the store, while the identity is reserved', () => {
    const { told, provider } = recorder()
    const name = new InformerName('metrics')
    const first = informerMetrics(name.withResource(pods), provider)
    const second = informerMetrics(name.withResource(pods), provider)
    for (const metrics of [first, second]) {
      metrics.queuedDeltas(3)
      metrics.processingLatency(0.5)
      metrics.storeResourceVersion('17')
    }
    expect(told).toEqual(['pods queued 3', 'pods took 0.5', 'pods at 17'])
    name.release()
    first.queuedDeltas(4)
    expect(told).toHaveLength(3)
  })

  it('FEAT-E16 tells the last 15 digits of a version, and nothing of what is no number', () => {
    const { told, provider } = recorder()
    const name = new InformerName('digits')
    const metrics = informerMetrics(name.withResource(pods), provider)
    for (const version of ['1234567890123456789', 'abc', '12x', '']) metrics.storeResourceVersion(version)
    expect(told).toEqual(['pods at 567890123456789', 'pods at 0'])
    name.release()
  })

  it('FEAT-E16 goes to the provider of the process without one of its own; that is set once', () => {
    const name = new InformerName('process')
    const metrics = informerMetrics(name.withResource(pods))
    metrics.queuedDeltas(1)
    const { told, provider } = recorder()
    setInformerMetricsProvider(provider)
    metrics.queuedDeltas(2)
    expect(told).toEqual(['pods queued 2'])
    expect(() => setInformerMetricsProvider(provider)).toThrow(MetricsProviderError)
    name.release()
  })
})
