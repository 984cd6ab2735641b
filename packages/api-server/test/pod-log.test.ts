import { afterEach, beforeEach, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type ApiServerOptions, type LogRequest } from '@rxkube/api-server'
import { Api } from './support/api.ts'
import { pods } from './support/pods.ts'

let clock: TestClock
let server: ApiServer
let api: Api
let asked: LogRequest[]

beforeEach(() => {
  clock = new TestClock()
  asked = []
})
afterEach(async () => server.close())

async function begin(logs?: NonNullable<ApiServerOptions['logs']>): Promise<void> {
  const told = (request: LogRequest) => {
    asked.push(request)
    return logs?.(request) ?? ''
  }
  server = new ApiServer({
    clock,
    random: clock.random,
    nodes: 1,
    compactionInterval: 0,
    ...(logs && { logs: told }),
  })
  api = new Api(server.transport())
  await clock.settle()
  await api.post(pods, { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'a' }] } })
  await clock.advance('5s')
}

it('is an honest error where no kubelet can be asked', async () => {
  await begin()
  expect((await api.get(`${pods}/p/log`)).body).toEqual({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'Get "https://node-0:10250/containerLogs/default/p/c": dial tcp: lookup node-0: no such host',
    code: 500,
  })
  for (const path of ['exec?command=ls', 'attach', 'portforward']) {
    expect((await api.post(`${pods}/p/${path}`)).body).toMatchObject({
      code: 500,
      message: expect.stringContaining('error dialing backend') as string,
    })
  }
})

it('is a 404 of the node that is not there, and nothing of a pod that has none', async () => {
  await begin(() => 'text')
  const containers = [{ name: 'c', image: 'a' }]
  await api.post(pods, { metadata: { name: 'lost' }, spec: { containers, nodeName: 'absent' } })
  await api.post(pods, { metadata: { name: 'free' }, spec: { containers, schedulerName: 'none' } })
  await server.close()
  server = new ApiServer({ clock, compactionInterval: 0 })
  api = new Api(server.transport())
  await api.post(pods, { metadata: { name: 'lost' }, spec: { containers, nodeName: 'absent' } })
  await api.post(pods, { metadata: { name: 'free' }, spec: { containers } })
  expect((await api.get(`${pods}/lost/log`)).body).toMatchObject({
    code: 404,
    message: 'pods "absent" not found',
  })
  expect(await api.get(`${pods}/free/log`)).toMatchObject({ status: 204, text: '' })
})

it('is what the callback gives, as plain text, for what was asked', async () => {
  await begin(() => 'one\ntwo\nthree\n')
  const answer = await api.get(`${pods}/p/log?container=c&timestamps=true&sinceSeconds=60&tailLines=2`)
  expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
    200,
    'text/plain',
    'two\nthree\n',
  ])
  expect(asked[0]).toMatchObject({
    namespace: 'default',
    pod: 'p',
    container: 'c',
    follow: false,
    previous: false,
    timestamps: true,
    sinceSeconds: 60,
    tailLines: 2,
    object: { kind: 'Pod', metadata: { name: 'p' } },
  })
})

it.each([
  ['tailLines=0', ''],
  ['tailLines=1', 'three\n'],
  ['tailLines=3', 'one\ntwo\nthree\n'],
  ['tailLines=9', 'one\ntwo\nthree\n'],
  ['limitBytes=5', 'one\nt'],
  ['tailLines=1&limitBytes=2', 'th'],
])('is cut as %s says', async (query, text) => {
  await begin(() => 'one\ntwo\nthree\n')
  expect((await api.get(`${pods}/p/log?${query}`)).text).toBe(text)
})

it('keeps empty lines when it is cut', async () => {
  await begin(() => '\n\nend\n')
  expect((await api.get(`${pods}/p/log?tailLines=2`)).text).toBe('\nend\n')
  expect((await api.get(`${pods}/p/log?tailLines=3`)).text).toBe('\n\nend\n')
})

it('comes as it is said, until the client has enough', async () => {
  let ended = false
  await begin(async function* follow() {
    try {
      for (let at = 0; ; at++) {
        yield `line ${at}\n`
        await clock.yield()
      }
    } finally {
      ended = true
    }
  })
  const response = await server
    .transport()
    .request({ method: 'GET', path: `${pods}/p/log?follow=true`, headers: {} })
  const pieces: string[] = []
  for await (const piece of response.body) {
    pieces.push(Buffer.from(piece).toString())
    if (pieces.length === 3) break
  }
  expect(pieces).toEqual(['line 0\n', 'line 1\n', 'line 2\n'])
  await clock.settle()
  expect(ended).toBe(true)
})

it.each([
  ['container=x', 400, 'container x is not valid for pod p'],
  ['previous=true', 400, 'previous terminated container "c" in pod "p" not found'],
  ['tailLines=-1', 422, 'tailLines: Invalid value: -1: must be greater than or equal to 0'],
  ['sinceSeconds=0', 422, 'sinceSeconds: Invalid value: 0: must be greater than 0'],
  ['sinceSeconds=1&sinceTime=2026-01-01T00:00:00Z', 422, 'at most one of `sinceTime` or `sinceSeconds`'],
])('is refused for %s', async (query, code, message) => {
  await begin(() => '')
  expect((await api.get(`${pods}/p/log?${query}`)).body).toMatchObject({
    code,
    message: expect.stringContaining(message) as string,
  })
})

it('wants to know which of several containers, and waits for one that has not started', async () => {
  await begin(() => 'text')
  const containers = ['a', 'b'].map((name) => ({ name, image: 'i' }))
  await api.post(pods, { metadata: { name: 'two' }, spec: { containers } })
  await clock.settle()
  expect((await api.get(`${pods}/two/log`)).body).toMatchObject({
    code: 400,
    message: 'a container name must be specified for pod two, choose one of: [a b]',
  })
  expect((await api.get(`${pods}/two/log?container=a`)).body).toMatchObject({
    code: 400,
    message: 'container "a" in pod "two" is waiting to start: ContainerCreating',
  })
})
