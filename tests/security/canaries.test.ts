import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { Client, HttpTransport, listWatch } from '@rxkube/client'
import { seededRandom, systemClock, TestClock } from '@rxkube/clock'
import { Secret } from '@rxkube/meta'
import { InformerName, informerMetrics, SharedInformer } from '@rxkube/shared-informer'
import { replies, ScriptedServer, scriptStatus } from '@rxkube/testing'
import { describe, expect, it, vi } from 'vitest'

const token = 'canary-token-91c7'
// Short enough for what a JSON parser quotes of a text that is none.
const value = 'cnry4be2'
const encoded = Buffer.from(value).toString('base64')
const faces = [token, value, encoded, Buffer.from(value).toString('hex')]

/** Every diagnostics channel that a package publishes on. */
const channels = [
  ...new Set(
    globSync('packages/*/src/**/*.ts', { cwd: join(import.meta.dirname, '../..') }).flatMap((file) =>
      [
        ...readFileSync(join(import.meta.dirname, '../..', file), 'utf8').matchAll(/channel\('([^']+)'\)/g),
      ].map(([, name]) => name ?? ''),
    ),
  ),
]

function secret(name: string, resourceVersion: string): object {
  const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': value }
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: 'default', uid: name, resourceVersion, annotations },
    data: { password: encoded },
    stringData: { password: value },
  }
}

const event = (type: string, object: object): string => `${JSON.stringify({ type, object })}\n`

/** Everything a person or a log could get to see of a value, errors with their causes. */
function shownOf(told: unknown): string {
  const shown = [inspect(told, { depth: 12, showHidden: true }), String(told)]
  for (let each: unknown = told; each instanceof Error; each = each.cause) shown.push(each.stack ?? '')
  return shown.join('\n')
}

describe('an informer of secrets', { timeout: 60_000 }, () => {
  it('SEC-S1 tells nobody but its handlers what is in them, nor its token, whatever goes wrong', async () => {
    const told: unknown[] = []
    const hear = (message: unknown): void => void told.push(message)
    for (const name of channels) subscribe(name, hear)
    process.on('warning', hear)
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...args) => void told.push(args)),
    )
    const clock = new TestClock()
    await using server = await ScriptedServer.start({
      kind: { apiVersion: 'v1', kind: 'Secret', namespace: 'default' },
    })
    const list = { kind: 'SecretList', apiVersion: 'v1', metadata: { resourceVersion: '10' } }
    server
      .answer('list', (exchange) => exchange.answer(403, { ...scriptStatus(403), message: 'no' }))
      .answer('list', replies.html())
      .answer('list', (exchange) => exchange.answer(200, `{"kind":"SecretList","items":[{"data":"${value}"`))
      .answer('list', (exchange) =>
        exchange.answer(200, { ...list, items: [secret('a', '5'), { data: encoded }] }),
      )
      .answer('watch', async (exchange) => {
        exchange.head(200)
        await exchange.write(event('MODIFIED', secret('a', '11')))
        await exchange.write(event('ADDED', { ...secret('b', '12'), kind: 'Other' }))
        await exchange.write(event('STRANGE', secret('c', '13')))
        await exchange.write(`{"type":"ADDED","object":{"data":${value}}}\n`)
        exchange.cut()
      })
      .answer('list', (exchange) => exchange.answer(200, { ...list, items: [secret('a', '11')] }))
      .otherwise(replies.status(401))
    const credentials = {
      headers: () => Promise.resolve({ authorization: `Bearer ${token}` }),
      tls: () => Promise.resolve({}),
      refresh: () => Promise.resolve(false),
    }
    const transport = new HttpTransport({
      server: server.url,
      clock,
      proxy: false,
      credentials,
    })
    const client = new Client({ transport, clock, random: seededRandom(5), qps: -1, onWarning: hear })
    const source = listWatch(client, Secret, { watchListUnsupported: true })
    using name = new InformerName('canaries')
    const informer = new SharedInformer<Secret, string>(source, {
      clock,
      random: seededRandom(5),
      watchErrorHandler: hear,
      metrics: informerMetrics(name.withResource(Secret), {
        queuedDeltas: (...all) => told.push(all),
        processingLatency: (...all) => told.push(all),
        storeResourceVersion: (...all) => told.push(all),
      }),
      indexers: {
        broken: () => {
          throw new Error('an index that throws')
        },
      },
    })
    informer.error$.subscribe(hear)
    informer.status$.subscribe(hear)
    let handled = 0
    informer.addEventHandler({
      added: () => {
        handled++
        throw new Error('a handler that throws')
      },
      updated: () => void handled++,
    })
    informer.start()
    const waiting = informer.waitForCacheSync({ timeout: '1s' }).catch(hear)
    for (let step = 0; step < 4000 && server.requests.length < 10; step++) {
      await clock.advance(250)
      for (let turn = 0; turn < 20; turn++) await systemClock.yield()
    }
    await waiting
    told.push(informer, informer.status, client, transport)
    await informer.stop()
    await client.close()
    for (const spy of spies) spy.mockRestore()
    for (const each of channels) unsubscribe(each, hear)
    process.off('warning', hear)

    expect(handled).toBeGreaterThan(1)
    expect(told.length).toBeGreaterThan(20)
    expect(channels.length).toBeGreaterThan(5)
    const cached = informer.indexer.list()
    expect(JSON.stringify(cached)).toContain(encoded)
    const leaks = told.flatMap((each) => {
      const shown = shownOf(each)
      return faces.filter((face) => shown.includes(face)).map((face) => `${face} in ${shown.slice(0, 300)}`)
    })
    expect(leaks).toEqual([])
  })
})
