import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock, compactionInterval: 0 })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const events = '/api/v1/namespaces/default/events'
const happen = (name: string) =>
  api.post(events, {
    metadata: { name },
    involvedObject: { kind: 'Pod', name: 'p', namespace: 'default' },
    reason: 'Happened',
  })

async function names(): Promise<unknown[]> {
  await clock.settle()
  return (await api.get(events)).body.items.map(({ metadata }) => metadata?.name)
}

it('an event is forgotten an hour after it was last written, when the next ones are', async () => {
  await happen('early')
  await happen('renewed')
  await clock.advance('30m')
  await api.merge(`${events}/renewed`, { count: 2 })
  await clock.advance('29m')
  await happen('late')
  expect(await names()).toEqual(['early', 'late', 'renewed'])
  await clock.advance('1m')
  await happen('later')
  expect(await names()).toEqual(['late', 'later', 'renewed'])
  await clock.advance('30m')
  await happen('latest')
  expect(await names()).toEqual(['late', 'later', 'latest'])
})

it('those who watch are told, after the event that brought it on', async () => {
  await happen('early')
  await clock.advance('1h')
  const watch = await api.watch(`${events}?resourceVersion=${server.resourceVersion}`)
  await happen('late')
  await clock.settle()
  const lines = [await watch.next(), await watch.next()]
  expect(lines.map((line) => `${line?.type} ${line?.object.metadata?.name}`)).toEqual([
    'ADDED late',
    'DELETED early',
  ])
  await watch.stop()
})

it('a server that is left alone sets no timer for it', async () => {
  await happen('early')
  expect(clock.pending).toBe(0)
})
