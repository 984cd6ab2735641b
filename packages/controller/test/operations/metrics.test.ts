import { Client, ConfigMap, Secret } from '@rxkube/client'
import {
  InvalidControllerError,
  Manager,
  ManagerMetrics,
  MeteredTransport,
  TerminalError,
} from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'
import { sleep } from '@rxkube/clock'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from '../support/controller-world.ts'
import { lines } from './metric-lines.ts'

const own = /^(workqueue_(?!.*_bucket)|controller_runtime_(?!.*_bucket))/

/** Waits two seconds over `slow`, fails once over `failing`, gives `lost` up, and makes a Secret of each other one. */
function scripted(metrics: ManagerMetrics): ControllerWorld {
  return new ControllerWorld(
    (manager) => {
      manager
        .controller('scripted', ConfigMap)
        .options({ readYourWrites: 'off' })
        .owns(Secret)
        .reconcile(async ({ name, namespace }, { object, client, clock, attempt, lister }) => {
          if (
            !object ||
            namespace !== 'default' ||
            lister(Secret, 'metadata').getByKey(`${namespace}/${name}`)
          )
            return undefined
          if (name === 'slow') await sleep(clock, '2s')
          if (name === 'failing' && attempt === 0) throw new Error('the first time')
          if (name === 'lost') throw new TerminalError('never')
          if (name === 'again') return { requeueAfter: '1h' }
          const ownerReferences = [newControllerRef(object, ConfigMap)]
          await client.create(Secret, { metadata: { name, namespace, ownerReferences } })
          return undefined
        })
    },
    { manager: { metrics, cache: { namespace: 'default' } } },
  )
}

describe('metrics', () => {
  it('FEAT-G9 count a scripted run exactly, under the names of client-go and controller-runtime', async () => {
    const metrics = new ManagerMetrics()
    await using world = scripted(metrics)
    await world.advance('1s')
    const before = await lines(metrics, own)
    for (const name of ['slow', 'failing', 'lost', 'again']) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.client.create(ConfigMap, configMap(name))
    }
    await world.advance('1s')
    expect(await lines(metrics, own)).toMatchObject({
      'workqueue_depth{name="scripted",controller="scripted"}': 3,
      'workqueue_unfinished_work_seconds{name="scripted",controller="scripted"}': 1,
      'workqueue_longest_running_processor_seconds{name="scripted",controller="scripted"}': 1,
      'controller_runtime_active_workers{controller="scripted"}': 1,
    })
    await world.advance('10s')
    const after = await lines(metrics, own)
    expect(
      Object.fromEntries(Object.entries(after).filter(([line, value]) => value !== before[line])),
    ).toEqual({
      // Four objects, the Secrets of two of them, and the one that failed once more.
      'workqueue_adds_total{name="scripted",controller="scripted"}': 7,
      'workqueue_retries_total{name="scripted",controller="scripted"}': 2,
      'workqueue_queue_duration_seconds_sum{name="scripted",controller="scripted"}': 6,
      'workqueue_queue_duration_seconds_count{name="scripted",controller="scripted"}': 7,
      'workqueue_work_duration_seconds_sum{name="scripted",controller="scripted"}': 2,
      'workqueue_work_duration_seconds_count{name="scripted",controller="scripted"}': 7,
      'controller_runtime_reconcile_total{controller="scripted",result="success"}': 4,
      'controller_runtime_reconcile_total{controller="scripted",result="requeue_after"}': 1,
      'controller_runtime_reconcile_total{controller="scripted",result="error"}': 2,
      'controller_runtime_reconcile_errors_total{controller="scripted"}': 2,
      'controller_runtime_terminal_reconcile_errors_total{controller="scripted"}': 1,
      'controller_runtime_reconcile_time_seconds_sum{controller="scripted"}': 2,
      'controller_runtime_reconcile_time_seconds_count{controller="scripted"}': 7,
    })
  })

  it('count a run that took too long as an error and as a timeout', async () => {
    const metrics = new ManagerMetrics()
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('slow', ConfigMap)
          .options({ reconcileTimeout: '1s' })
          .reconcile(async (_request, { clock, signal, attempt }) => {
            if (attempt === 0) await sleep(clock, '1h', { signal })
          })
      },
      { manager: { metrics, cache: { namespace: 'default' } } },
    )
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10s')
    expect(await lines(metrics, /reconcile_(timeouts|errors)_total|result="error"/)).toEqual({
      'controller_runtime_reconcile_total{controller="slow",result="error"}': 1,
      'controller_runtime_reconcile_errors_total{controller="slow"}': 1,
      'controller_runtime_terminal_reconcile_errors_total{controller="slow"}': 0,
      'controller_runtime_reconcile_timeouts_total{controller="slow"}': 1,
    })
  })

  it('have the buckets of client-go and controller-runtime', async () => {
    const metrics = new ManagerMetrics()
    await using world = scripted(metrics)
    await world.advance('1s')
    const all = Object.keys(await lines(metrics, /_bucket/))
    const buckets = (name: string): string[] =>
      all
        .filter((line) => line.startsWith(`${name}_bucket`))
        .map((line) => /le="([^"]*)"/.exec(line)?.[1] ?? '')
    const queue = [
      '1e-8',
      '1e-7',
      '0.000001',
      '0.00001',
      '0.0001',
      '0.001',
      '0.01',
      '0.1',
      '1',
      '10',
      '100',
      '1000',
    ]
    expect(buckets('workqueue_queue_duration_seconds')).toEqual([...queue, '+Inf'])
    expect(buckets('workqueue_work_duration_seconds')).toEqual([...queue, '+Inf'])
    expect(buckets('controller_runtime_reconcile_time_seconds').join(' ')).toBe(
      '0.005 0.01 0.025 0.05 0.1 0.15 0.2 0.25 0.3 0.35 0.4 0.45 0.5 0.6 0.7 0.8 0.9 1 1.25 1.5 1.75 2 2.5 3 3.5 4 4.5 ' +
        '5 6 7 8 9 10 15 20 25 30 40 50 60 +Inf',
    )
  })

  it('tell objects, bytes, staleness, backlog and versions of each cache, and let go of caches that are gone', async () => {
    const metrics = new ManagerMetrics()
    await using world = scripted(metrics)
    await world.advance('1s')
    await world.client.create(ConfigMap, configMap('again'))
    await world.advance('7s')
    const cache = 'name="rxkube",group="",version="v1",resource="configmaps",projection="full"'
    const now = await lines(metrics, /configmaps/)
    expect(now).toMatchObject({
      [`rxkube_informer_objects{${cache}}`]: 1,
      [`rxkube_informer_staleness_seconds{${cache}}`]: 7,
      [`rxkube_informer_synced{${cache}}`]: 1,
      [`rxkube_informer_watching{${cache}}`]: 1,
      [`rxkube_informer_failed_attempts{${cache}}`]: 0,
      [`informer_queued_items{${cache}}`]: 0,
      [`informer_pending_notifications{${cache},handler="scripted configmaps"}`]: 0,
    })
    const [informer] = world.manager.informers.informers
    expect(now[`rxkube_informer_received_bytes_total{${cache}}`]).toBe(informer?.status.bytes)
    expect(now[`informer_store_resource_version{${cache}}`]).toBe(
      Number(informer?.status.resourceVersion.store),
    )
    await world.manager.stop()
    expect(await lines(metrics, /rxkube_informer_objects\{/)).toEqual({})
  })

  it('count requests that loop, writes and writes for nothing', async () => {
    const metrics = new ManagerMetrics()
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('looping', ConfigMap)
          .options({ loopGuard: { max: 3, pause: '10s' } })
          .reconcile(async ({ name, namespace }, { client, object }) => {
            if (name === 'a') {
              const seen = Number(object?.data?.['n'] ?? 0)
              await client.patch(ConfigMap, { name, namespace }, { data: { n: String(seen + 1) } })
            }
            if (name === 'b') await client.patch(ConfigMap, { name, namespace }, { data: { n: '1' } })
          })
      },
      { manager: { metrics } },
    )
    await world.client.create(ConfigMap, configMap('b', { n: '1' }))
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('5s')
    const counts = await lines(metrics, /rxkube_(controller|manager)_/)
    expect(counts).toMatchObject({
      'rxkube_controller_loop_pauses_total{controller="looping"}': 1,
      'rxkube_manager_errors_total{error="ReconcileLoopError"}': 1,
      'rxkube_controller_noop_writes_total{controller="looping"}': 1,
    })
    expect(counts['rxkube_controller_writes_total{controller="looping"}']).toBe(
      world.outcomes.reduce((sum, { writes }) => sum + writes, 0),
    )
  })

  it('say who leads, and how many requests wait for caches', async () => {
    const metrics = new ManagerMetrics()
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('waiting', ConfigMap)
          .reconcile(async ({ name, namespace }, { client, object }) => {
            if (name !== 'a' || object?.data?.['n'] !== undefined) return undefined
            world.env.faults.pauseEvents({ view: 'controller', resource: 'configmaps' })
            await client.patch(ConfigMap, { name, namespace }, { data: { n: '1' } })
            return { requeueAfter: '1s' }
          })
      },
      { manager: { metrics, leaderElection: { leaseName: 'demo', leaseNamespace: 'default' } } },
    )
    const status = /leader_election_master_status/
    await world.advance('3s')
    const [leads] = Object.values(await lines(metrics, status))
    expect(leads).toBe(1)
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('2s')
    const waiting = /waiting_for_caches/
    expect(Object.values(await lines(metrics, waiting))).toEqual([1])
    world.env.faults.clear()
    await world.advance('2s')
    expect(Object.values(await lines(metrics, waiting))).toEqual([0])
    await world.manager.stop()
    expect(Object.values(await lines(metrics, status))).toEqual([0])
  })

  it('count events that were dropped, by reason', async () => {
    const metrics = new ManagerMetrics()
    await using world = new ControllerWorld(
      (manager) => {
        manager.controller('telling', ConfigMap).reconcile(({ name }, { event }) => {
          if (name !== 'a') return
          for (let i = 0; i < 30; i += 1) event('Normal', `Reason${i}`, 'told')
        })
      },
      { manager: { metrics, recorder: undefined } },
    )
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10s')
    expect(await lines(metrics, /rxkube_events/)).toMatchObject({
      rxkube_events_recorded_total: 30,
      rxkube_events_queued: 0,
      'rxkube_events_dropped_total{reason="spam"}': 5,
    })
  })

  it('belong to one manager', async () => {
    await using env = new TestEnv()
    const metrics = new ManagerMetrics()
    await using manager = new Manager({ client: env.client, recorder: false, metrics })
    expect(manager.phase).toBe('new')
    expect(() => new Manager({ client: env.client, recorder: false, metrics })).toThrow(
      InvalidControllerError,
    )
  })

  it('keep the values of a label few', async () => {
    const metrics = new ManagerMetrics()
    for (let i = 0; i < 300; i += 1) metrics.queues.newAddsMetric(`queue-${i}`).inc()
    const adds = await lines(metrics, /^workqueue_adds_total/)
    expect(Object.keys(adds)).toHaveLength(201)
    expect(adds['workqueue_adds_total{name="other",controller="other"}']).toBe(100)
  })

  it('count requests by code, method and host where the transport is metered', async () => {
    await using env = new TestEnv()
    const metrics = new ManagerMetrics()
    const { clock } = env
    const transport = new MeteredTransport(env.server.view('metered').transport(), {
      registry: metrics.registry,
      host: 'kubernetes.default:443',
      clock,
    })
    const client = new Client({ transport, clock, qps: -1 })
    await client.list(ConfigMap)
    await expect(client.get(ConfigMap, { namespace: 'default', name: 'nobody' })).rejects.toThrow(/NotFound/)
    env.faults.refuseConnections('metered')
    await expect(client.create(ConfigMap, configMap('a'))).rejects.toThrow(/ECONNREFUSED/)
    expect(await lines(metrics, /^rest_client_requests_total/)).toEqual({
      'rest_client_requests_total{code="200",method="GET",host="kubernetes.default:443"}': 1,
      'rest_client_requests_total{code="404",method="GET",host="kubernetes.default:443"}': 1,
      'rest_client_requests_total{code="<error>",method="POST",host="kubernetes.default:443"}': 1,
    })
  })
})
