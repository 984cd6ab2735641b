import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

const table = { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }
const pods = '/api/v1/namespaces/default/pods'
const jobs = '/apis/batch/v1/namespaces/default/jobs'

let server: ApiServer
let api: Api
let count = 0

beforeAll(() => {
  server = new ApiServer({ clock: new TestClock(), controllers: [] })
  api = new Api(server.transport())
})
afterAll(async () => server.close())

interface Row {
  readonly cells: readonly unknown[]
  readonly conditions?: unknown
}

async function row(at: string, spec: object, status: object): Promise<Row | undefined> {
  count += 1
  const name = `x${count}`
  const created = await api.post(at, { metadata: { name }, spec })
  expect(created).toMatchObject({ status: 201 })
  expect(await api.merge(`${at}/${name}/status`, { status })).toMatchObject({ status: 200 })
  return (await api.get(`${at}/${name}`, table)).body.rows?.[0]
}

const container = (name: string, more: object = {}) => ({ name, image: 'i', ...more })
const state = (name: string, now: object, more: object = {}) => ({
  name,
  image: 'i',
  imageID: '',
  ready: false,
  restartCount: 0,
  state: now,
  ...more,
})
const running = { running: { startedAt: '2025-01-01T00:00:00Z' } }
const ended = (exitCode: number, reason?: string, signal?: number) => ({
  terminated: {
    exitCode,
    ...(reason === undefined ? {} : { reason }),
    ...(signal === undefined ? {} : { signal }),
  },
})
const waiting = (reason: string) => ({ waiting: { reason } })
const one = { containers: [container('a')] }
const two = { containers: [container('a'), container('b')] }
const initialised = { initContainers: [container('i'), container('j')], ...one }
const sidecar = { initContainers: [container('s', { restartPolicy: 'Always' })], ...one }
const earlier = { lastState: { terminated: { exitCode: 1, finishedAt: '2024-12-31T23:55:00Z' } } }

describe('the row of a pod is', () => {
  it.each<readonly [string, object, object, readonly unknown[]]>([
    ['its phase', one, { phase: 'Pending' }, ['0/1', 'Pending', '0']],
    ['its own reason before its phase', one, { phase: 'Failed', reason: 'Evicted' }, ['0/1', 'Evicted', '0']],
    [
      'gated',
      one,
      {
        phase: 'Pending',
        conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }],
      },
      ['0/1', 'SchedulingGated', '0'],
    ],
    [
      'how many run, and how often they were started again, and when',
      two,
      {
        phase: 'Running',
        containerStatuses: [
          state('a', running, { ready: true, restartCount: 2, ...earlier }),
          state('b', running, { restartCount: 1 }),
        ],
      },
      ['1/2', 'Running', '3 (5m ago)'],
    ],
    [
      'what the first container waits for',
      two,
      {
        phase: 'Running',
        containerStatuses: [state('a', waiting('CrashLoopBackOff')), state('b', waiting('ErrImagePull'))],
      },
      ['0/2', 'CrashLoopBackOff', '0'],
    ],
    [
      'an exit code',
      one,
      { phase: 'Failed', containerStatuses: [state('a', ended(3))] },
      ['0/1', 'ExitCode:3', '0'],
    ],
    [
      'a signal',
      one,
      { phase: 'Failed', containerStatuses: [state('a', ended(137, '', 9))] },
      ['0/1', 'Signal:9', '0'],
    ],
    [
      'running again when one of its containers is done and another one runs',
      two,
      {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
        containerStatuses: [state('a', ended(0, 'Completed')), state('b', running, { ready: true })],
      },
      ['1/2', 'Running', '0'],
    ],
    [
      'not ready when one is done, another runs and the pod is not ready',
      two,
      {
        phase: 'Running',
        containerStatuses: [state('a', ended(0, 'Completed')), state('b', running, { ready: true })],
      },
      ['1/2', 'NotReady', '0'],
    ],
    [
      'how far its init containers are',
      initialised,
      {
        phase: 'Pending',
        initContainerStatuses: [state('i', ended(0, 'Completed')), state('j', running)],
        containerStatuses: [state('a', waiting('PodInitializing'))],
      },
      ['0/1', 'Init:1/2', '0'],
    ],
    [
      'why an init container failed',
      initialised,
      { phase: 'Pending', initContainerStatuses: [state('i', ended(1, 'Error'), { restartCount: 4 })] },
      ['0/1', 'Init:Error', '4'],
    ],
    [
      'with a sidecar counted once it has started',
      sidecar,
      {
        phase: 'Running',
        initContainerStatuses: [state('s', running, { ready: true, started: true, restartCount: 1 })],
        containerStatuses: [state('a', running, { ready: true })],
      },
      ['2/2', 'Running', '1'],
    ],
  ])('%s', async (_, spec, status, wanted) => {
    expect((await row(pods, spec, status))?.cells.slice(1, 4)).toEqual(wanted)
  })

  it('marked when the pod has ended', async () => {
    expect((await row(pods, one, { phase: 'Running' }))?.conditions).toBeUndefined()
    expect((await row(pods, one, { phase: 'Failed' }))?.conditions).toMatchObject([
      { type: 'Completed', status: 'True', reason: 'Failed' },
    ])
    expect((await row(pods, one, { phase: 'Succeeded' }))?.conditions).toMatchObject([
      { reason: 'Succeeded' },
    ])
  })
})

describe('the row of a job is', () => {
  const template = { spec: { ...one, restartPolicy: 'Never' } }
  const condition = (type: string) => ({ conditions: [{ type, status: 'True' }] })
  it.each<readonly [string, object, object, readonly unknown[]]>([
    ['running', { template }, {}, ['Running', '0/1', '']],
    [
      'suspended, with a number of completions',
      { template, completions: 5, suspend: true },
      condition('Suspended'),
      ['Suspended', '0/5', ''],
    ],
    [
      'of a work queue',
      { template, parallelism: 3 },
      { succeeded: 1, startTime: '2024-12-31T23:59:00Z' },
      ['Running', '1/1 of 3', '60s'],
    ],
  ])('%s', async (_, spec, status, wanted) => {
    expect((await row(jobs, spec, status))?.cells.slice(1, 4)).toEqual(wanted)
  })
})
