import { readFile } from 'node:fs/promises'
import { ConfigMap, type KubernetesObject } from '@rxkube/meta'
import { SharedInformerFactory } from '@rxkube/shared-informer'
import { type Exchange, replies, scriptObject } from '@rxkube/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ModelledInformer, pod } from '../support/modelled-informer.ts'
import { Recorder } from '../support/recorder.ts'
import { scriptedInformer } from '../support/scripted-informer.ts'

/** What would have ended the process. */
const unhandled: unknown[] = []
const note = (error: unknown) => unhandled.push(error)

beforeEach(() => {
  unhandled.length = 0
  process.on('unhandledRejection', note)
})

afterEach(() => {
  process.off('unhandledRejection', note)
  if (unhandled.length > 0)
    throw new Error('something was rejected and nobody heard of it', { cause: unhandled[0] })
})

const list = (items: unknown, resourceVersion = '10') =>
  replies.json({ kind: 'ConfigMapList', apiVersion: 'v1', metadata: { resourceVersion }, items })

const open = (text: string) => async (exchange: Exchange) => {
  exchange.head(200)
  await exchange.write(text)
}

describe('what client-node’s informer does wrong and this one does not', { timeout: 60_000 }, () => {
  it.each([
    ['an HTML page', replies.html()],
    ['a Status with code 200', replies.json({ kind: 'Status', status: 'Failure', code: 500 })],
  ])('deletes everything when a list is answered with %s (FAULT-A20)', async (_, reply) => {
    await using world = await scriptedInformer('L10[a5 b6] W10: E410')
    world.server.answer('list', reply).play('L10[a5 b6] W10:')
    await world.play(() => world.watches.length === 2)
    expect(world.log).toEqual(['+a5*', '+b6*'])
  })

  it('passes a line that it cannot read (FAULT-B3; A2 19)', async () => {
    await using world = await scriptedInformer('L10[] W10: +a11 garbage +c13 L(11)20[a11 b12 c13] W20:')
    await world.play(() => world.watches.length === 2)
    expect(world.cached).toEqual(['a11', 'b12', 'c13'])
  })

  it('ends the process for an event without metadata or a handler that throws (FAULT-B5, FAULT-F15; A2 12, 13)', async () => {
    await using world = await scriptedInformer('L10[a5 b6 c7]')
    world.informer.addEventHandler({
      added: () => {
        throw new Error('a handler that throws')
      },
      updated: () => Promise.reject(new Error('a handler that rejects')),
    })
    world.server.answer('watch', open('{"type":"ADDED","object":{}}\n{"type":"ADDED"}\n'))
    world.server.play('L(10)20[a11 b6 c7] W20:')
    await world.play(() => world.log.includes('~a5>a11'))
    expect(world.cached).toEqual(['a11', 'b6', 'c7'])
    expect(world.errors.length).toBeGreaterThan(0)
  })

  it.each(['W/500', 'W/429(RA=1)', 'W/401', 'W10: +x11 rst', 'W/500 L/500'])(
    'stops for ever after %s (FAULT-A25, FAULT-C5, FAULT-D1; A2 1)',
    async (trouble) => {
      await using world = await scriptedInformer(`L10[a5] ${trouble}`)
      await world.play(() => world.server.requests.length === (trouble.includes('L') ? 3 : 2))
      // Whatever it asks next, it hears.
      world.server.answer('list', list([scriptObject('a5'), scriptObject('z19')], '20'), 5)
      world.server.answer(
        'watch',
        open(`${JSON.stringify({ type: 'ADDED', object: scriptObject('z19') })}\n`),
        5,
      )
      await world.pass(() => world.cached.includes('z19'))
      expect(world.log).toContain('+z19')
    },
  )

  it('waits 30 s for the next byte of a quiet watch, asks for no timeout and no bookmarks (FAULT-C3; A2 2, 3)', async () => {
    await using world = await scriptedInformer('L10[a5] W10:')
    await world.play(() => world.server.streams === 1)
    await world.clock.advance('4m')
    expect(world.watches).toHaveLength(1)
    const [watch] = world.server.of('watch')
    expect(Number(watch?.query.get('timeoutSeconds'))).toBeGreaterThanOrEqual(300)
    expect(watch?.query.get('allowWatchBookmarks')).toBe('true')
  })

  it('tells of an error when it is stopped, and comes back to life (FAULT-C7; A2 4)', async () => {
    await using world = await scriptedInformer('L10[a5] W10:')
    await world.play(() => world.server.streams === 1)
    await world.informer.stop()
    expect([...world.errors, ...world.watchErrors]).toEqual([])
    expect(() => world.informer.start()).toThrow('make a new one')
  })

  it('leaks a watch that was stopped during the list (FAULT-F12; A2 5)', async () => {
    await using world = await scriptedInformer('')
    const held = Promise.withResolvers<void>()
    world.server.answer('list', async (exchange) => {
      await held.promise
      await exchange.answer(200, {
        kind: 'ConfigMapList',
        apiVersion: 'v1',
        metadata: { resourceVersion: '1' },
        items: [],
      })
    })
    await world.play(() => world.lists.length === 1)
    await world.informer.stop()
    held.resolve()
    await world.clock.advance('1h')
    expect([world.log.length, world.server.streams, world.watches.length]).toEqual([0, 0, 0])
  })

  it('opens two watches when it is started twice (FAULT-C11, FAULT-F13; A2 6)', async () => {
    await using world = await scriptedInformer('L10[a5] W10:')
    world.informer.start()
    await world.play(() => world.server.streams === 1)
    world.informer.start()
    await world.clock.advance('1m')
    expect([world.lists.length, world.watches.length]).toEqual([1, 1])
  })

  it('pauses between list and watch, with no jitter (FAULT-C12; A2 7, 8)', async () => {
    await using world = await scriptedInformer('L10[a5] W10: E410 L10[a5] W10: E410 L10[a5] W10:')
    await world.play(() => world.watches.length === 3)
    const at = world.sent.map((request) => request.at)
    expect([at[1], at[3], at[5]]).toEqual([at[0], at[2], at[4]])
    expect((at[2] ?? 0) % 1000).not.toBe(0)
  })

  it('goes back to an older version, of an object or of the whole list (FAULT-A1, FAULT-A14)', async () => {
    await using world = await scriptedInformer(
      'L100[a100] W100: ~a90 ~a101 E410 L(101)/504 L("")120[a120] W120:',
    )
    await world.play(() => world.watches.length === 2)
    expect(world.log).toEqual(['+a100*', '~a100>a101', '~a101>a120'])
  })

  it('takes the first page for all there is (FAULT-A18)', async () => {
    await using world = await scriptedInformer('L10[a5]>more L10[b6] W10:')
    await world.play(() => world.watches.length === 1)
    expect(world.cached).toEqual(['a5', 'b6'])
  })

  it('says nothing of ERROR events, and asks for the same version for ever (FAULT-B4; A2 9)', async () => {
    await using world = await scriptedInformer('L10[a5] W10: E500 L10[a5 b9] W10:')
    const errors: string[] = []
    world.informer.status$.subscribe(({ lastError }) => lastError && errors.push(lastError.message))
    await world.play(() => world.cached.includes('b9'))
    expect(errors.join()).toContain('500')
  })

  it('loses keys such as __proto__, or lets them be prototypes', async () => {
    await using world = await scriptedInformer('')
    const metadata = '"name":"__proto__","namespace":"constructor","uid":"u","resourceVersion":"5"'
    const annotations = '"annotations":{"__proto__":"p","constructor":"c"}'
    const item = `{"metadata":{${metadata},${annotations}},"data":{"__proto__":"yes","toJSON":"t","then":"now"}}`
    world.server.answer('list', async (exchange) => {
      exchange.head(200, { 'content-type': 'application/json' })
      await exchange.write(
        `{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":[${item}]}`,
      )
      exchange.end()
    })
    await world.play(() => world.informer.hasSynced())
    const cached = world.informer.indexer.getByKey('constructor/__proto__')
    expect(Object.entries(cached?.data ?? {})).toEqual([
      ['__proto__', 'yes'],
      ['toJSON', 't'],
      ['then', 'now'],
    ])
    expect(Object.keys(cached?.metadata.annotations ?? {})).toEqual(['__proto__', 'constructor'])
    expect('polluted' in {}).toBe(false)
  })

  it('gives listed and watched objects different types, renames fields and drops unknown ones (FAULT-B14; A2 14, 15)', async () => {
    const odd = { from: 1, default: 2, $ref: 3, 'x-kubernetes-thing': 4, unknown: { deep: true } }
    const object = (label: string): KubernetesObject => {
      const { metadata, ...rest } = scriptObject(label)
      return { ...rest, metadata: { ...metadata, creationTimestamp: '2026-01-01T00:00:00.123456Z' }, ...odd }
    }
    await using world = await scriptedInformer('')
    world.server
      .answer('list', list([object('a5')]))
      .answer('watch', open(`${JSON.stringify({ type: 'ADDED', object: object('b11') })}\n`))
    await world.play(() => world.log.length === 2)
    expect(world.informer.indexer.getByKey('default/a')).toEqual(object('a5'))
    expect(world.informer.indexer.getByKey('default/b')).toEqual(object('b11'))
  })

  it('gives no object before an update, and calls what it finds missing deleted for sure (FAULT-A12; A2 16)', async () => {
    await using world = await scriptedInformer('L10[a5] W10: ~a11 E410 L20[] W20:')
    await world.play(() => world.log.length === 3)
    expect(world.log).toEqual(['+a5*', '~a5>a11', '-a11?'])
  })

  it('does not know when it is in sync (FAULT-F3; A2 17)', async () => {
    await using world = await scriptedInformer('L10[a5] W10:')
    expect(world.informer.hasSynced()).toBe(false)
    world.informer.start()
    await world.informer.synced
    expect(world.cached).toEqual(['a5'])
  })

  it('tells a late handler nothing (FAULT-F4; A2 18)', async () => {
    await using world = await new ModelledInformer().start('a')
    const late = new Recorder()
    world.informer.addEventHandler(late)
    await world.clock.settle()
    expect(late.log).toEqual(['+a11*'])
  })

  it('splits a line at U+2028 (FAULT-B1; A2 20)', async () => {
    await using world = await scriptedInformer('L10[]')
    const object = { ...scriptObject('a11'), data: { text: 'a\u2028b\u2029c' } }
    world.server.answer('watch', open(`${JSON.stringify({ type: 'ADDED', object })}\n`))
    await world.play(() => world.log.length === 1)
    expect(world.informer.indexer.getByKey('default/a')?.data).toEqual({ text: 'a\u2028b\u2029c' })
  })

  it('sends its selector with the watch alone (A2 21)', async () => {
    await using world = await scriptedInformer('')
    await using factory = new SharedInformerFactory(world.client, {
      clock: world.clock,
      tweakListOptions: (options) => ({
        ...options,
        labelSelector: 'app=web',
        fieldSelector: 'metadata.name=a',
      }),
    })
    factory.informerFor(ConfigMap)
    world.server.play('L10[] W10:')
    factory.start()
    await world.pass(() => world.server.streams === 1)
    for (const { query } of world.server.requests) {
      expect([query.get('labelSelector'), query.get('fieldSelector')]).toEqual(['app=web', 'metadata.name=a'])
    }
  })

  it('cannot list 150,000 objects of one namespace (A2 22)', async () => {
    await using world = new ModelledInformer({ freeze: 'off' })
    for (let index = 0; index < 150_000; index += 1) world.source.addDropWatch(pod(`p-${index}`))
    world.informer.start()
    await world.clock.advance('1s')
    expect(world.informer.indexer.list()).toHaveLength(150_000)
    expect(world.informer.indexer.byIndex('namespace', 'default')).toHaveLength(150_000)
  })

  it('opens a connection for each call (FAULT-C10; A2 23)', async () => {
    await using world = await scriptedInformer('')
    world.server.otherwise(list([]))
    // oxlint-disable-next-line no-await-in-loop -- one after another
    for (let call = 0; call < 20; call += 1) await world.client.list(ConfigMap)
    expect(world.server.connections).toBe(1)
  })

  it('cannot be told from others by its user agent (A2 26)', async () => {
    await using world = await scriptedInformer('L10[] W10:')
    await world.play(() => world.watches.length === 1)
    const { version } = JSON.parse(
      await readFile(new URL('../../packages/client/package.json', import.meta.url), 'utf8'),
    ) as { version: string }
    for (const request of world.server.requests) {
      expect(request.hasHeader('user-agent', `rxkube/${version}`)).toBe(true)
      expect(request.headerNames).not.toContain('sec-fetch-mode')
    }
  })

  it('takes no signal for a watch that is being opened (A2 29)', async () => {
    await using world = await scriptedInformer('')
    const gone = new AbortController()
    const opening = world.client.watch(ConfigMap, { signal: gone.signal })
    await world.server.until(({ requests }) => requests.length === 1)
    gone.abort(new Error('given up'))
    await expect(opening).rejects.toThrow('given up')
    await world.server.until(({ sockets }) => sockets === 0)
  })
})
