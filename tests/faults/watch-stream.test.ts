import { ApiError } from '@rxkube/client'
import { faults, FakeControllerSource } from '@rxkube/client/testing'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ConfigMap, deepCopy, deepEqual, type KubernetesObject } from '@rxkube/meta'
import { SharedInformer, SharedInformerFactory } from '@rxkube/shared-informer'
import { type Exchange, replies, scriptObject } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { scriptedInformer } from '../support/scripted-informer.ts'

const frame = (type: string, object: unknown, end = '\n') => `${JSON.stringify({ type, object })}${end}`

const stream =
  (...texts: string[]) =>
  async (exchange: Exchange) => {
    exchange.head(200, { 'content-type': 'application/json' })
    for (const text of texts) {
      // oxlint-disable-next-line no-await-in-loop -- bytes go in order
      await exchange.write(text)
    }
  }

const withData = (label: string, data: Record<string, string>): KubernetesObject & { data: unknown } => ({
  ...scriptObject(label),
  data,
})

/** An informer on the model server that never lists by WatchList. */
function modelled(options: ConstructorParameters<typeof FakeControllerSource>[0] = {}) {
  const clock = new TestClock()
  const source = new FakeControllerSource({
    clock,
    resourceVersion: 10,
    watchListUnsupported: true,
    ...options,
  })
  const informer = new SharedInformer(source, { clock, random: seededRandom(1) })
  const count = (verb: 'list' | 'watch') => source.requests.filter((request) => request.verb === verb).length
  return { clock, source, informer, count }
}

describe('a watch', { timeout: 60_000 }, () => {
  it.each([1, 2, 3, 5, 7, 64, 4096])(
    'FAULT-B1 reads the same when it comes in pieces of %i bytes',
    async (chunk) => {
      await using world = await scriptedInformer('L10[a5]', { server: { chunk } })
      const odd = { text: 'grüße 💥 \u2028 "\\" \r\n', 'clé 日本': '\u0000' }
      world.server.answer(
        'watch',
        stream(
          frame('MODIFIED', withData('a11', odd), '\r\n'),
          `\n${frame('ADDED', withData('b12', odd))}`,
          frame('DELETED', withData('a13', odd)),
        ),
      )
      await world.play(() => world.log.length === 4)
      expect(world.log).toEqual(['+a5*', '~a5>a11', '+b12', '-a13'])
      expect(world.informer.indexer.getByKey('default/b')?.data).toEqual(odd)
    },
  )

  it('FAULT-B2 leaves out a frame that was cut, and goes on from the last whole one', async () => {
    await using world = await scriptedInformer('L10[] W10: +a11 cut W11: +b12')
    await world.play(() => world.log.length === 2)
    expect(world.log).toEqual(['+a11', '+b12'])
    expect(world.lists).toHaveLength(1)
    world.server.verify()
  })

  it('FAULT-B3 stops at a line that it cannot read, does not pass it, and lists again', async () => {
    await using world = await scriptedInformer('L10[] W10: +a11 garbage +c13 L(11)20[a11 b12 c13] W20:')
    await world.play(() => world.watches.length === 2)
    await world.pass(() => world.log.length === 3)
    expect(world.log).toEqual(['+a11', '+b12', '+c13'])
    world.server.verify()
  })

  it.each([
    [500, 'L(11)20[a15] W20:', 2],
    [504, 'L(11)20[a15] W20:', 2],
    [429, 'W11: ~a15', 1],
  ])(
    'FAULT-B4 answers an ERROR event of %i with a pause, and with a list only where it must',
    async (code, then, lists) => {
      await using world = await scriptedInformer(`L10[] W10: +a11 E${code} eof ${then}`)
      const reasons: string[] = []
      world.informer.status$.subscribe(({ lastError }) => lastError && reasons.push(lastError.message))
      await world.play(() => world.log.includes('~a11>a15'))
      expect(world.lists).toHaveLength(lists)
      expect(reasons.join()).toContain(String(code))
      expect(world.sent.at(-1)?.at).toBeGreaterThanOrEqual(800)
      world.server.verify()
    },
  )

  it('FAULT-B5 leaves out, counts and never resumes from what does not belong', async () => {
    await using world = await scriptedInformer('L10[]', {
      informer: { reflector: { expectedType: { apiVersion: 'v1', kind: 'ConfigMap' } } },
    })
    const other = { apiVersion: 'v1', kind: 'Pod', metadata: { ...scriptObject('p990').metadata } }
    const table = { apiVersion: 'meta.k8s.io/v1', kind: 'Table', metadata: { resourceVersion: '991' } }
    world.server.answer('watch', async (exchange) => {
      await stream(
        frame('ADDED', scriptObject('a11')),
        frame('SYNC', scriptObject('s989')),
        frame('ADDED', other),
        frame('ADDED', table),
        frame('ADDED', { apiVersion: 'v1', kind: 'ConfigMap' }),
      )(exchange)
      exchange.reset()
    })
    world.server.play('W11: +b12')
    await world.play(() => world.log.length === 2)
    expect(world.log).toEqual(['+a11', '+b12'])
    expect(world.informer.status.quarantined).toBe(4)
    world.server.verify()
  })

  it('FAULT-B5 knows by the resource of a factory what belongs to it', async () => {
    await using world = await scriptedInformer('L10[]')
    const other = { apiVersion: 'v1', kind: 'Pod', metadata: { ...scriptObject('p990').metadata } }
    world.server.answer('watch', stream(frame('ADDED', other), frame('ADDED', scriptObject('a11'))))
    await using factory = new SharedInformerFactory(world.client, { clock: world.clock })
    const informer = factory.informerFor(ConfigMap)
    factory.start()
    await world.pass(() => informer.indexer.getByKey('default/a') !== undefined)
    expect(informer.indexer.listKeys()).toEqual(['default/a'])
  })

  it('FAULT-B6 that ends at once costs a growing pause, not a hot loop', async () => {
    const { clock, source, informer } = modelled()
    source.failNext('watch', faults.close(), 1000)
    informer.start()
    await clock.advance('10m')
    const perMinute = (minute: number) =>
      source.requests.filter(({ at }) => Math.floor(at / 60_000) === minute).length
    // The ramp begins anew every two minutes, as client-go's does: 12 requests are the most of any minute.
    for (let minute = 0; minute < 10; minute += 1) expect(perMinute(minute)).toBeLessThanOrEqual(12)
    expect(source.requests.length).toBeLessThan(80)
    await informer.stop()
  })

  it('FAULT-B7 is asked for again after the server’s own timeout, without a list', async () => {
    const { clock, source, informer, count } = modelled()
    informer.start()
    await clock.advance('1h')
    expect(count('list')).toBe(1)
    expect(count('watch')).toBeGreaterThanOrEqual(6)
    const timeouts = source.requests.flatMap(({ options }) => options.timeoutSeconds ?? [])
    expect(Math.min(...timeouts)).toBeGreaterThanOrEqual(300)
    expect(Math.max(...timeouts)).toBeLessThanOrEqual(600)
    await informer.stop()
  })

  it('FAULT-B8 asks for bookmarks, so that a quiet kind outlives compactions', async () => {
    const { clock, source, informer, count } = modelled({
      matches: ({ metadata }) => metadata?.name === 'mine',
    })
    informer.start()
    await clock.advance('1s')
    for (let write = 0; write < 20; write += 1) source.add({ metadata: { name: `other-${write}` } })
    source.sendBookmark()
    await clock.advance('1s')
    source.compact()
    source.closeStreams()
    await clock.advance('1m')
    expect(count('list')).toBe(1)
    expect(source.requests.at(-1)?.options).toMatchObject({
      resourceVersion: '30',
      allowWatchBookmarks: true,
    })
    await informer.stop()
  })

  it('FAULT-B8 works with a server that never sends a bookmark', async () => {
    const { clock, source, informer, count } = modelled()
    informer.start()
    await clock.advance('2s')
    source.addDropWatch({ metadata: { name: 'a' } })
    source.resetWatch()
    await clock.advance('10s')
    expect(count('list')).toBe(2)
    expect(informer.indexer.listKeys()).toEqual(['a'])
    await informer.stop()
  })

  it('FAULT-B9 does not believe a bookmark that events come behind, and reads the newest state', async () => {
    await using world = await scriptedInformer('L10[a5] W10: *20 ~a15 L("")21[a15] W21:')
    const errors: string[] = []
    world.informer.status$.subscribe(({ lastError }) => lastError && errors.push(lastError.name))
    await world.play(() => world.watches.length === 2)
    await world.pass(() => world.log.length === 2)
    expect(world.log).toEqual(['+a5*', '~a5>a15'])
    expect(errors).toContain('BookmarkViolationError')
    world.server.verify()
  })

  it('FAULT-B10 tells of an event once, however often it comes', async () => {
    await using world = await scriptedInformer('L10[] W10: +a11 +a11 rst W11: +a11 ~a12 ~a12 -a13 -a13 +b14')
    await world.play(() => world.log.includes('+b14'))
    expect(world.log).toEqual(['+a11', '~a11>a12', '-a13', '+b14'])
    world.server.verify()
  })

  it('FAULT-B11 takes an object of 1.5 MB, and gives up a line above the limit with its size', async () => {
    await using world = await scriptedInformer('L10[]', { maxFrameBytes: 4 << 20 })
    const big = withData('a11', { big: 'x'.repeat(1_500_000) })
    world.server
      .answer('watch', async (exchange) => {
        await stream(frame('ADDED', big))(exchange)
        await replies.endlessLine()(exchange)
      })
      .play('L(11)20[a11] W20:')
    const errors: string[] = []
    world.informer.status$.subscribe(({ lastError }) => lastError && errors.push(lastError.message))
    await world.play(() => world.watches.length === 2)
    expect(errors.join()).toContain(`over the limit of ${4 << 20}: raise maxFrameBytes`)
    expect(world.server.streams).toBe(1)
  })

  it('FAULT-B12 brings an object of 9,990 levels to cache and handler, frozen and copied', async () => {
    await using world = await scriptedInformer('L10[]')
    const depth = 9_990
    const deep = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    const text = frame('ADDED', { ...scriptObject('a11'), deep: '@' }).replace('"@"', deep)
    world.server.answer('watch', stream(text)).play('')
    await world.play(() => world.log.length === 1)
    const cached = world.informer.indexer.getByKey('default/a')
    expect(cached).toBeDefined()
    expect(deepEqual(deepCopy(cached), cached)).toBe(true)
  })

  it('FAULT-B13 writes back what changed alone, so that big numbers stay as they are on the server', async () => {
    await using world = await scriptedInformer('')
    world.server.answer(
      ({ method }) => method === 'PATCH',
      (exchange) => exchange.answer(200, '{"metadata":{"name":"a"},"data":{"id":9007199254740993}}'),
    )
    await world.client.patch(ConfigMap, { name: 'a', namespace: 'default' }, { data: { touched: 'yes' } })
    expect(world.sent.at(-1)?.body).toBe('{"data":{"touched":"yes"}}')
  })

  it('FAULT-B14 gives an object one shape, listed or watched: plain JSON with its kind', async () => {
    const {
      apiVersion: _a,
      kind: _k,
      ...item
    } = {
      ...scriptObject('a5'),
      data: { $ref: 'x', default: 'y' },
      newField: { from: 1 },
    }
    const time = { creationTimestamp: '2026-01-01T00:00:00Z' }
    const listed = { ...item, metadata: { ...item.metadata, ...time } }
    await using world = await scriptedInformer('')
    const list = {
      kind: 'ConfigMapList',
      apiVersion: 'v1',
      metadata: { resourceVersion: '10' },
      items: [listed],
    }
    const watched = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      ...listed,
      metadata: { ...listed.metadata, name: 'b', uid: 'b', resourceVersion: '11' },
    }
    world.server.answer('list', replies.json(list)).answer('watch', stream(frame('ADDED', watched)))
    await world.play(() => world.log.length === 2)
    const [a, b] = ['default/a', 'default/b'].map((key) => deepCopy(world.informer.indexer.getByKey(key)))
    const { metadata: { name: _n, uid: _u, resourceVersion: _r, ...left } = {}, ...rest } = a ?? {}
    expect({ ...rest, metadata: left }).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { $ref: 'x', default: 'y' },
      newField: { from: 1 },
      metadata: { namespace: 'default', ...time },
    })
    expect(b).toEqual(watched)
    expect(Object.getPrototypeOf(a?.metadata)).toBe(Object.prototype)
  })

  it.each([
    [undefined, false],
    [true, true],
  ])('FAULT-B15 asks for gzip on loopback only when told to (%s)', async (compression, asked) => {
    await using world = await scriptedInformer('', {
      transport: compression === undefined ? {} : { compression },
    })
    const list = {
      kind: 'ConfigMapList',
      apiVersion: 'v1',
      metadata: { resourceVersion: '10' },
      items: [scriptObject('a5')],
    }
    world.server.answer('list', asked ? replies.gzip(list) : replies.json(list)).play('W10:')
    await world.play(() => world.watches.length === 1)
    expect(world.cached).toEqual(['a5'])
    const [first, second] = world.server.requests
    expect(first?.hasHeader('accept-encoding', 'gzip')).toBe(asked)
    expect(second?.hasHeader('accept-encoding', 'gzip')).toBe(false)
  })

  it('says in its error what the server said', async () => {
    await using world = await scriptedInformer('L10[] W10/403')
    await world.play(() => world.watchErrors.length === 1)
    expect(world.watchErrors[0]?.cause).toBeInstanceOf(ApiError)
  })
})
