import { once } from 'node:events'
import { connect } from 'node:net'
import { ConfigMap } from '@rxkube/client'
import {
  managerHealth,
  ManagerMetrics,
  serveOperations,
  type OperationsOptions,
  type OperationsServer,
} from '@rxkube/controller'
import { Counter } from 'prom-client'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld, type WorldOptions } from '../support/controller-world.ts'

/** A world whose manager serves its operations on a free port of this machine. */
class ServedWorld implements AsyncDisposable {
  readonly world: ControllerWorld
  readonly metrics = new ManagerMetrics()
  #server: OperationsServer | undefined

  constructor(options: Partial<OperationsOptions> = {}, world: WorldOptions = {}) {
    this.world = new ControllerWorld(
      (manager) => {
        manager.controller('web', ConfigMap).reconcile(() => undefined)
        const health = managerHealth(manager)
        const { metrics } = this
        this.#server = serveOperations({ manager, metrics, health, port: 0, ...options })
        manager.add(this.#server)
      },
      { ...world, manager: { metrics: this.metrics, ...world.manager } },
    )
  }

  get server(): OperationsServer {
    if (!this.#server) throw new Error('the process has not begun')
    return this.#server
  }

  async url(): Promise<string> {
    await this.world.advance('0s')
    return `http://127.0.0.1:${(await this.server.listening).port}`
  }

  async get(path: string, method = 'GET'): Promise<{ status: number; type: string | null; body: string }> {
    const response = await fetch(`${await this.url()}${path}`, { method, headers: { connection: 'close' } })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: await response.text(),
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.world[Symbol.asyncDispose]()
  }
}

const text = 'text/plain; charset=utf-8'

describe('serveOperations', () => {
  it('says over HTTP which cache is not ready and why, while the manager still fills its caches', async () => {
    await using served = new ServedWorld()
    served.world.env.faults.respond({ view: 'controller', path: /configmaps/ }, 403)
    await served.world.advance('2s')
    expect(await served.get('/readyz')).toEqual({
      status: 500,
      type: text,
      body:
        '[-]controller web failed: syncing: its caches are not full\n' +
        '[-]informer configmaps failed: not synced, retrying after 2 failed attempts, last: ListFailedError: Forbidden (403)\n' +
        '[+]manager ok\n[+]ping ok\nreadyz check failed\n',
    })
    expect(await served.get('/livez')).toEqual({ status: 200, type: text, body: 'ok' })
    served.world.env.faults.clear()
    await served.world.advance('1m')
    expect(await served.get('/readyz')).toEqual({ status: 200, type: text, body: 'ok' })
  })

  it('answers verbosely, without some checks, and for one check', async () => {
    await using served = new ServedWorld()
    await served.world.advance('1s')
    const all =
      '[+]controller web ok\n[+]informer configmaps ok\n[+]manager ok\n[+]ping ok\nreadyz check passed\n'
    expect((await served.get('/readyz?verbose')).body).toBe(all)
    expect((await served.get('/readyz?verbose&exclude=ping&exclude=manager')).body).toBe(
      all.replace('manager ok', 'manager excluded: ok').replace('ping ok', 'ping excluded: ok'),
    )
    expect((await served.get('/healthz?verbose')).body).toBe('[+]ping ok\nhealthz check passed\n')
    expect((await served.get('/readyz/ping')).body).toBe('ok')
    expect((await served.get('/readyz/informer%20configmaps')).body).toBe('ok')
    served.world.env.faults.respond({ view: 'controller', path: /configmaps/ }, 403)
    served.world.env.faults.endWatches({ view: 'controller' }, 'close')
    await served.world.advance('10m')
    expect(await served.get('/readyz/informer%20configmaps')).toMatchObject({
      status: 500,
      body: expect.stringMatching(
        /^internal server error: stale for \d+ s, retrying after \d+ failed attempts, last: .*Forbidden/,
      ),
    })
  })

  it('serves metrics in the text format of Prometheus', async () => {
    await using served = new ServedWorld()
    await served.world.client.create(ConfigMap, configMap('a'))
    await served.world.advance('1s')
    const { status, type, body } = await served.get('/metrics')
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(body).toContain('# TYPE controller_runtime_reconcile_total counter\n')
    expect(body).toMatch(/\ncontroller_runtime_reconcile_total\{controller="web",result="success"\} [1-9]/)
  })

  it('knows no other paths and methods, and shows the inspection only when told to', async () => {
    await using served = new ServedWorld({ metrics: undefined })
    await served.world.advance('1s')
    for (const path of ['/', '/metrics', '/inspect', '/readyz/nobody', '/readyz/%zz', '//', '/livez%2F']) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      expect([path, (await served.get(path)).status]).toEqual([path, 404])
    }
    expect((await served.get('/livez', 'POST')).status).toBe(405)
    expect(await served.get('/livez', 'HEAD')).toEqual({ status: 200, type: text, body: '' })
    await using inspected = new ServedWorld({ inspect: true })
    await inspected.world.advance('1s')
    const { type, body } = await inspected.get('/inspect')
    expect(type).toBe('application/json')
    expect(JSON.parse(body)).toEqual(inspected.world.manager.inspect())
  })

  it('answers 500 without words where a metric of the user throws', async () => {
    await using served = new ServedWorld()
    const broken: Counter = new Counter({
      name: 'broken',
      help: 'broken',
      registers: [served.metrics.registry],
      collect: () => {
        throw new TypeError('canary')
      },
    })
    expect(broken).toBeInstanceOf(Counter)
    expect(await served.get('/metrics')).toMatchObject({
      status: 500,
      body: 'internal server error: TypeError\n',
    })
  })

  it('serves on standby, and stops as a barrier although a client stays', async () => {
    await using served = new ServedWorld(
      {},
      { manager: { leaderElection: { leaseName: 'l', leaseNamespace: 'default' } } },
    )
    const { world } = served
    world.env.faults.respond({ view: 'controller', path: /leases/ }, 500)
    await world.advance('1s')
    const url = new URL(await served.url())
    expect(world.manager.phase).toBe('standby')
    expect((await served.get('/readyz')).body).toBe('ok')
    const idle = connect(Number(url.port), url.hostname)
    await once(idle, 'connect')
    idle.write('GET /livez HTT')
    const closed = once(
      idle.on('error', () => undefined),
      'close',
    )
    await served.get('/livez')
    const stopped = world.manager.stop()
    await world.advance('30s')
    await stopped
    await closed
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  it('ends the manager when it cannot listen', async () => {
    await using first = new ServedWorld()
    const { port } = new URL(await first.url())
    await using second = new ServedWorld({ port: Number(port) })
    await expect(second.url()).rejects.toThrow(/EADDRINUSE/)
    await second.world.advance('10s')
    expect(second.world.failure).toMatchObject({ code: 'EADDRINUSE' })
    expect(second.world.manager.phase).toBe('stopped')
  })
})
