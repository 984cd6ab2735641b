import { TransportError } from '@rxkube/client'
import { faults, FakeControllerSource } from '@rxkube/client/testing'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'
import { replies, until } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { scriptedInformer } from '../support/scripted-informer.ts'

const timeoutOf = (path: string | undefined) =>
  Number(new URL(path ?? '/', 'http://server').searchParams.get('timeoutSeconds'))

describe('the connection', { timeout: 60_000 }, () => {
  it('FAULT-C1 FAULT-C4 of a silent watch is given up 5 s after the server’s own deadline, and resumed', async () => {
    await using world = await scriptedInformer('L10[a5] W10: W10: +b11')
    await world.play(() => world.watches.length === 1)
    const opened = world.sent.at(-1)
    const deadline = (timeoutOf(opened?.path) + 5) * 1000
    await until(() => world.clock.pending > 0)
    await world.clock.advance(deadline - 1000)
    expect(world.watches).toHaveLength(1)
    await world.pass(() => world.log.length === 2)
    expect((world.sent.at(-1)?.at ?? 0) - (opened?.at ?? 0)).toBeLessThanOrEqual(deadline + 60_000)
    expect(world.lists).toHaveLength(1)
    await world.server.until(({ streams }) => streams === 1)
    world.server.verify()
  })

  it('FAULT-C2 that never answers has a deadline of its own, for lists and for watches', async () => {
    await using world = await scriptedInformer('')
    world.server
      .answer('list', replies.hang())
      .play('L10[a5]')
      .answer('watch', replies.hang())
      .play('W10: +b11 L(10)20[a5 b11] W20:')
    world.informer.start()
    await until(() => world.lists.length === 1 && world.clock.pending > 0)
    await world.clock.advance('90s')
    await world.pass(() => world.watches.length === 1)
    expect(world.watchErrors[0]?.cause).toMatchObject({ kind: 'timeout' })
    await world.clock.advance('90s')
    await world.pass(() => world.log.length === 2)
    const opened = world.sent.filter(({ watch }) => watch).map(({ at }) => at)
    expect((opened[1] ?? 0) - (opened[0] ?? 0)).toBeLessThan(90_000)
  })

  it('FAULT-C3 lives as long as bytes come, however few', async () => {
    let bytes = 0
    async function* counted(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
      for await (const chunk of body) {
        bytes += chunk.length
        yield chunk
      }
    }
    await using world = await scriptedInformer('L10[a5] W10:', {
      wrap: (transport) => ({
        request: async (request) => {
          const response = await transport.request(request)
          return { ...response, body: counted(response.body) }
        },
        close: () => transport.close(),
        [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
      }),
    })
    await world.play(() => world.server.streams === 1)
    const longest = timeoutOf(world.sent.at(-1)?.path) * 1000
    for (let quiet = 0; quiet < 2 * longest; quiet += 100_000) {
      const before = bytes
      // oxlint-disable-next-line no-await-in-loop -- one byte after another
      await world.server.watches[0]?.write('\n')
      // oxlint-disable-next-line no-await-in-loop -- one byte after another
      await until(() => bytes > before)
      // oxlint-disable-next-line no-await-in-loop -- one byte after another
      await world.clock.advance(100_000)
    }
    expect(world.watches).toHaveLength(1)
    await world.server.push('+b11')
    await until(() => world.log.includes('+b11'))
  })

  it('FAULT-C5 that is reset is resumed from the last event, without a list', async () => {
    await using world = await scriptedInformer('L10[a5] W10: +b11 rst W11: +c12 rst W12:')
    await world.play(() => world.watches.length === 3)
    expect(world.log).toEqual(['+a5*', '+b11', '+c12'])
    expect(world.lists).toHaveLength(1)
    world.server.verify()
  })

  it('FAULT-C6 that is refused is tried again for ever; the watch goes on where it was', async () => {
    await using world = await scriptedInformer('L10[a5] W10: +b11')
    await world.play(() => world.log.length === 2)
    await world.server.refuse()
    const from = world.clock.monotonic()
    await world.pass(() => world.clock.monotonic() - from > 90_000)
    expect(world.informer.status.lastError?.message).toContain('ECONNREFUSED')
    world.server.play('W11: +c12')
    await world.server.listen()
    const back = world.clock.monotonic()
    await world.pass(() => world.log.length === 3)
    expect(world.clock.monotonic() - back).toBeLessThan(61_000)
    expect(world.lists).toHaveLength(1)
    world.server.verify()
  })

  it('FAULT-C6 whose name does not resolve is tried again for ever', async () => {
    let failures = 8
    await using world = await scriptedInformer('L10[a5] W10:', {
      wrap: (transport) => ({
        request: (request) => {
          failures -= 1
          if (failures < 0) return transport.request(request)
          const cause = Object.assign(new Error('getaddrinfo'), {
            code: failures % 2 ? 'EAI_AGAIN' : 'ENOTFOUND',
          })
          return Promise.reject(TransportError.from(cause, 'server:6443'))
        },
        close: () => transport.close(),
        [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
      }),
    })
    await world.play(() => world.cached.length === 1)
    expect(world.watchErrors).toHaveLength(8)
    expect(world.watchErrors[0]?.cause).toMatchObject({ kind: 'dns' })
  })

  it('FAULT-C7 does not keep a stop waiting for the end of a pause', async () => {
    await using world = await scriptedInformer('')
    world.server.otherwise(replies.status(500))
    await world.play(() => world.lists.length === 6)
    const at = world.clock.monotonic()
    await world.informer.stop()
    expect(world.clock.monotonic()).toBe(at)
    await until(() => world.clock.pending === 0)
    expect(world.lists).toHaveLength(6)
  })

  it('FAULT-C8 waits as long as a 429 asks for, and never lists for it', async () => {
    await using world = await scriptedInformer('L10[a5]' + ' W10/429(RA=3)'.repeat(5) + ' W10: +b11')
    await world.play(() => world.log.length === 2)
    const at = world.sent.filter(({ watch }) => watch).map((request) => request.at)
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0))
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(3000)
    expect(world.lists).toHaveLength(1)
    world.server.verify()
  })

  it('FAULT-C8 FAULT-B6 waits between requests when a 429 does not say how long', async () => {
    await using world = await scriptedInformer('L10[a5]' + ' W10/429'.repeat(5) + ' W10: +b11')
    await world.play(() => world.log.length === 2)
    const at = world.sent.filter(({ watch }) => watch).map((request) => request.at)
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(800)
    expect((at[5] ?? 0) - (at[4] ?? 0)).toBeGreaterThanOrEqual(12_800)
    expect(world.lists).toHaveLength(1)
  })

  it('FAULT-C9 through a proxy that holds bytes back delivers late, not less, and is no short watch', async () => {
    await using world = await scriptedInformer('L10[a5]')
    const held = Promise.withResolvers<void>()
    world.server.answer('watch', async (exchange) => {
      await held.promise
      exchange.head(200)
      exchange.end()
    })
    world.server.play('W10: +b11 ~b12')
    await world.play(() => world.watches.length === 1)
    await world.clock.advance('20s')
    expect(world.informer.hasSynced()).toBe(true)
    held.resolve()
    await world.pass(() => world.log.length === 3)
    expect(world.log).toEqual(['+a5*', '+b11', '~b11>b12'])
    expect(world.lists).toHaveLength(1)
  })

  it('FAULT-C9 is not in sync before the list has really come', async () => {
    await using world = await scriptedInformer('')
    const held = Promise.withResolvers<void>()
    world.server.answer('list', async (exchange) => {
      exchange.head(200, { 'content-type': 'application/json' })
      await exchange.write(
        '{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":[',
      )
      await held.promise
      await exchange.write(']}')
      exchange.end()
    })
    await world.play(() => world.lists.length === 1)
    await world.clock.settle()
    expect(world.informer.hasSynced()).toBe(false)
    held.resolve()
    await until(() => world.informer.hasSynced())
  })

  it('FAULT-C10 is given back after an error status, a thousand times', async () => {
    await using world = await scriptedInformer('')
    world.server.otherwise(replies.status(500))
    let most = 0
    for (let times = 0; times < 1000; times += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after another, as an informer does
      await expect(world.client.watch(ConfigMap)).rejects.toThrow('scripted 500')
      most = Math.max(most, world.server.sockets)
    }
    expect(most).toBeLessThanOrEqual(3)
    await world.client.close()
    await world.server.until(({ sockets }) => sockets === 0)
  })

  it('FAULT-C11 of an old watch is closed before the next one: one at a time, none after a stop', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource({ clock, resourceVersion: 10, watchListUnsupported: true })
    const informer = new SharedInformer(source, { clock, random: seededRandom(1) })
    let most = 0
    source.latency = () => {
      most = Math.max(most, source.streams)
      return 0
    }
    source.failNext('watch', faults.error({ code: 410, reason: 'Expired' }, 0), 1000)
    informer.start()
    await clock.advance('6h')
    expect(source.requests.filter(({ verb }) => verb === 'watch').length).toBeGreaterThan(500)
    expect(most).toBeLessThanOrEqual(1)
    await informer.stop()
    expect(source.streams).toBe(0)
  })

  it('FAULT-C11 is one for lists and one for the watch over HTTP, however often the watch ends', async () => {
    await using world = await scriptedInformer(`L10[a5] ${'W10: *10 eof '.repeat(20)} W10: +b11`)
    await world.play(() => world.log.length === 2)
    expect(world.server.streams).toBe(1)
    expect(world.server.sockets).toBeLessThanOrEqual(3)
    await world.informer.stop()
    await world.client.close()
    await world.server.until(({ sockets }) => sockets === 0)
  })

  it('FAULT-C12 is sought again by a hundred informers at different times after an outage', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource({ clock, resourceVersion: 10, watchListUnsupported: true })
    const fleet = Array.from({ length: 100 }, (_, seed) => {
      return new SharedInformer(source, { clock, random: seededRandom(seed + 1) })
    })
    for (const informer of fleet) informer.start()
    await clock.advance('5s')
    source.failNext('watch', faults.refused(), 100_000)
    source.interruptStreams()
    await clock.advance('90s')
    const before = source.requests.length
    source.heal()
    await clock.advance('65s')
    const returns = source.requests.slice(before)
    const buckets = Map.groupBy(returns, ({ at }) => Math.floor(at / 1000))
    expect(source.streams).toBe(100)
    expect(returns.filter(({ verb }) => verb === 'list')).toEqual([])
    expect(Math.max(...[...buckets.values()].map(({ length }) => length))).toBeLessThanOrEqual(25)
    await Promise.all(fleet.map((informer) => informer.stop()))
  })
})
