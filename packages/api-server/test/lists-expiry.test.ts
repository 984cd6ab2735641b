import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type ApiServerOptions } from '@rxkube/api-server'
import { Api, maps, shown } from './support/api.ts'

/** A server with three config maps, the first page of a list of them, and what is written behind it. */
async function listing(options: ApiServerOptions = {}) {
  const clock = new TestClock()
  const server = new ApiServer({ clock, ...options })
  const api = new Api(server.transport())
  for (const name of ['a', 'b', 'c']) await api.post(maps, { metadata: { name } })
  const { metadata } = (await api.get(`${maps}?limit=1`)).body
  const next = `${maps}?limit=1&continue=${metadata?.continue}`
  const version = server.resourceVersion
  await api.post(maps, { metadata: { name: 'd' } })
  return { clock, server, api, next, version }
}

describe('states of the past', () => {
  it('can be read for five minutes, and no longer than ten', async () => {
    const { clock, server, api, next, version } = await listing()
    await clock.advance('299s')
    expect((await api.get(next)).status).toBe(200)
    await clock.advance('301s')
    const gone = await api.get(next)
    expect([gone.status, gone.body.reason]).toEqual([410, 'Expired'])
    const exact = await api.get(`${maps}?resourceVersion=${version}&resourceVersionMatch=Exact`)
    expect([exact.status, exact.body.message]).toEqual([
      410,
      'The resourceVersion for the provided list is too old.',
    ])
    await server.close()
  })

  it('that are gone leave a token behind that goes on in the newest one', async () => {
    const { clock, server, api, next } = await listing()
    await api.delete(`${maps}/b`)
    await clock.advance('10m')
    const { body } = await api.get(next)
    const rest = await api.get(`${maps}?continue=${body.metadata?.continue}`)
    expect(rest.body.items.map(({ metadata }) => metadata?.name)).toEqual(['c', 'd'])
    expect(rest.body.metadata?.resourceVersion).toBe(server.resourceVersion)
    await server.close()
  })

  it('stay when nothing was written since: they are the present', async () => {
    const { clock, server, api } = await listing()
    const { metadata } = (await api.get(`${maps}?limit=1`)).body
    await clock.advance('1h')
    expect((await api.get(`${maps}?limit=1&continue=${metadata?.continue}`)).status).toBe(200)
    await server.close()
  })

  it('are compacted as often as the server was told, or never', async () => {
    const often = await listing({ compactionInterval: 10_000 })
    await often.clock.advance('20s')
    expect((await often.api.get(often.next)).status).toBe(410)
    await often.server.close()
    const never = await listing({ compactionInterval: 0 })
    await never.clock.advance('48h')
    expect((await never.api.get(never.next)).status).toBe(200)
    await never.server.close()
  })

  it('do not concern watches, which resume from the history', async () => {
    const { clock, server, api, version } = await listing()
    await clock.advance('1h')
    const watch = await api.watch(`${maps}?resourceVersion=${version}`)
    expect(shown(await watch.next())).toMatch(/^ADDED d@/)
    await watch.stop()
    await server.close()
  })

  it('of the future are refused: an exact version and a token with one', async () => {
    const { server, api } = await listing()
    const token = Buffer.from('{"v":"meta.k8s.io/v1","rv":99999,"start":"a\\u0000"}').toString('base64url')
    for (const query of ['resourceVersion=99999&resourceVersionMatch=Exact', `continue=${token}`]) {
      const { status, body } = await api.get(`${maps}?${query}`)
      expect([status, body.message]).toEqual([
        500,
        'etcdserver: mvcc: required revision is a future revision',
      ])
    }
    await server.close()
  })
})
