import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Client, HttpTransport } from '@rxkube/client'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'
import { ApiServer, DataDirectoryError, type ServerSnapshot } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let folder: string
let data: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-'))
  data = join(folder, 'data')
})
afterEach(async () => rm(folder, { recursive: true }))

const clock = new TestClock()
const start = () => new ApiServer({ clock, data })
const create = async (server: ApiServer, name: string) =>
  (await new Api(server.transport()).post(maps, { metadata: { name } })).body.metadata?.resourceVersion
const dump = async (server: ApiServer) => (await new Api(server.transport()).get(maps)).text

const bin = join(import.meta.dirname, '../src/bin.ts')

/** The command as a process of its own, below another if told. */
async function spawned(
  below: readonly string[] = [],
): Promise<{ child: ChildProcess; url: string; ended: Promise<unknown> }> {
  const flags = ['--port', '0', '--kubeconfig', join(folder, 'config'), '--data', data]
  const [command = '', ...args] = [...below, process.execPath, '--conditions=@rxkube/source', bin, ...flags]
  const child = spawn(command, args)
  const ended = once(child, 'close')
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await expect.poll(() => output, { timeout: 20_000 }).toContain('Stop it with Ctrl-C')
  return { child, url: /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? output, ended }
}

async function fetched(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
  const response = await fetch(`${url}${maps}`, { ...init, headers: { 'content-type': 'application/json' } })
  return { status: response.status, text: await response.text() }
}

/** What a data directory is refused for. */
function problem(): string {
  try {
    void start().close()
    return 'none'
  } catch (error) {
    if (!(error instanceof DataDirectoryError)) throw error
    return error.message.startsWith(`data directory ${data}: `) ? error.problem : error.message
  }
}

describe('a data directory', () => {
  it('keeps objects and revisions', async () => {
    const first = start()
    const api = new Api(first.transport())
    await create(first, 'a')
    await create(first, 'b')
    await api.merge(`${maps}/a`, { data: { ключ: '\u0000\ud83d\ude00' } })
    await api.delete(`${maps}/b`)
    const [before, revision] = [await dump(first), first.resourceVersion]
    await first.close()
    const second = start()
    expect([await dump(second), second.resourceVersion]).toEqual([before, revision])
    expect(await create(second, 'c')).toBe(String(Number(revision) + 1))
    await second.close()
  })

  it('has no past to watch after a restart: older versions are a 410, the newest goes on', async () => {
    const first = start()
    const old = await create(first, 'a')
    await create(first, 'b')
    await first.close()
    const second = start()
    const api = new Api(second.transport())
    const [line] = await (await api.watch(`${maps}?resourceVersion=${old}`)).rest()
    expect([line?.type, line?.object.code]).toEqual(['ERROR', 410])
    const watch = await api.watch(`${maps}?resourceVersion=${second.resourceVersion}`)
    const next = await create(second, 'c')
    expect(await watch.take(1)).toEqual([`ADDED c@${next}`])
    await watch.stop()
    await second.close()
  })

  it('is for the eyes of its owner', async () => {
    await start().close()
    const modes = readdirSync(data).map((file) => statSync(join(data, file)).mode & 0o077)
    expect([statSync(data).mode & 0o077, ...modes]).toEqual([0, ...modes.map(() => 0)])
  })

  it('counts more than a snapshot, which is for a new one', async () => {
    const source = new ApiServer({ clock })
    await create(source, 'from-snapshot')
    const snapshot = source.snapshot()
    await source.close()
    const first = new ApiServer({ clock, data, snapshot })
    expect(await dump(first)).toContain('from-snapshot')
    await create(first, 'later')
    await first.close()
    const second = new ApiServer({ clock, data, snapshot })
    expect(await dump(second)).toContain('later')
    await second.close()
  })

  it('keeps what a restore or a restart without data left', async () => {
    const first = start()
    const snapshot = first.snapshot()
    await create(first, 'a')
    await first.restore(snapshot)
    await create(first, 'b')
    const before = await dump(first)
    await first.close()
    const second = start()
    expect(await dump(second)).toBe(before)
    await second.restart({ data: 'lost' })
    await second.close()
    const third = start()
    expect((await new Api(third.transport()).get(maps)).body.items).toEqual([])
    await third.close()
  })

  it('shows nobody what is not yet kept: a watch and its write come after the disk', async () => {
    const server = start()
    const api = new Api(server.transport())
    const watch = await api.watch(`${maps}?resourceVersion=${server.resourceVersion}`)
    const [line, version] = await Promise.all([watch.next(), create(server, 'a')])
    expect(line?.object.metadata?.resourceVersion).toBe(version)
    await watch.stop()
    await server.close()
  })
})

describe('a data directory that cannot be used', () => {
  it('is locked while another server has it', async () => {
    const first = start()
    expect(problem()).toBe('locked')
    await first.close()
    expect(problem()).toBe('none')
  })

  it('is not left locked by a server that could not be made', async () => {
    const snapshot = { format: 'other' } as unknown as ServerSnapshot
    expect(() => new ApiServer({ clock, data, snapshot })).toThrow('this is no snapshot')
    expect(problem()).toBe('none')
  })

  it('is damaged, foreign, newer, or no directory', async () => {
    const file = join(data, 'rxkube.sqlite')
    const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
    const change = (sql: string) => {
      const database = new DatabaseSync(file)
      database.exec(sql)
      database.close()
    }
    await start().close()
    change('PRAGMA user_version = 99')
    expect(problem()).toBe('newer')
    change("PRAGMA user_version = 1; INSERT INTO objects VALUES ('pods', 'x', '{]')")
    expect(problem()).toBe('damaged')
    rmSync(data, { recursive: true })
    await start().close()
    change('PRAGMA application_id = 1')
    expect(problem()).toBe('foreign')
    writeFileSync(file, 'this is my diary\n'.repeat(100))
    expect(problem()).toBe('foreign')
    rmSync(data, { recursive: true })
    writeFileSync(data, '')
    expect(problem()).toBe('unusable')
  })

  it('is damaged when pages of it are', async () => {
    const server = start()
    for (let at = 0; at < 200; at++) await create(server, `map-${at}`)
    await server.close()
    const file = join(data, 'rxkube.sqlite')
    const { size } = statSync(file)
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(size - 8192, 0xa5), 0, size - 8192, 8192)
    closeSync(handle)
    expect(problem()).toBe('damaged')
  })
})

describe('a disk that is full', { timeout: 60_000 }, () => {
  it('is a 500 from then on; what was acknowledged before is there', async () => {
    const { child, url, ended } = await spawned([
      'bash',
      '-c',
      'trap \'\' XFSZ; ulimit -f 600; exec "$@"',
      'sh',
    ])
    const acknowledged: string[] = []
    let answer = { status: 201, text: '' }
    for (let at = 0; at < 400 && answer.status === 201; at++) {
      const body = JSON.stringify({ metadata: { name: `m${at}` }, data: { k: 'v'.repeat(8000) } })
      // oxlint-disable-next-line no-await-in-loop
      answer = await fetched(url, { method: 'POST', body })
      if (answer.status === 201) acknowledged.push(`m${at}`)
    }
    expect([answer.status, acknowledged.length > 5]).toEqual([500, true])
    expect(answer.text).toContain(`data directory ${data}: `)
    expect((await fetched(url, {})).status).toBe(500)
    child.kill('SIGTERM')
    await ended
    const server = start()
    const { items } = (await new Api(server.transport()).get(maps)).body
    const kept = new Set(items.map(({ metadata }) => metadata?.name))
    expect(acknowledged.filter((name) => !kept.has(name))).toEqual([])
    await server.close()
  })
})

describe('kill -9', { timeout: 90_000 }, () => {
  const random = seededRandom(11)

  /** What clients know of a server that was killed: of each object the last version that was acknowledged or seen. */
  interface Known {
    /** Of one that was deleted, undefined. */
    readonly objects: Map<string, number | undefined>
    /** Those with a request under way: it may have been done or not. */
    readonly open: Set<string>
    newest: number
  }

  async function writeUntilKilled(round: number): Promise<Known> {
    const { child, url, ended } = await spawned()
    const client = new Client({ transport: new HttpTransport({ server: url }), qps: -1 })
    const known: Known = { objects: new Map(), open: new Set(), newest: 0 }
    const killAfter = 5 + Math.floor(random.next() * 60)
    let answers = 0
    const acknowledge = (name: string, revision: number | undefined) => {
      known.objects.set(name, revision)
      known.newest = Math.max(known.newest, revision ?? 0)
      if (++answers === killAfter) child.kill('SIGKILL')
    }
    const watch = await client.watch(ConfigMap, { resourceVersion: '0' })
    const watcher = async () => {
      for await (const events of watch) {
        for (const { type, object } of events) {
          if (type !== 'ERROR')
            known.newest = Math.max(known.newest, Number(object.metadata?.resourceVersion))
        }
      }
    }
    const writer = async (lane: number) => {
      for (let at = 0; ; at++) {
        const name = `r${round}-${lane}-${at}`
        const address = { namespace: 'default', name }
        known.open.add(name)
        const created = await client.create(ConfigMap, { metadata: address })
        acknowledge(name, Number(created.metadata.resourceVersion))
        const patched = await client.patch(ConfigMap, address, { data: { at: String(at) } })
        acknowledge(name, Number(patched.metadata.resourceVersion))
        if (at % 3 === 2) {
          await client.delete(ConfigMap, address)
          acknowledge(name, undefined)
        }
        known.open.delete(name)
      }
    }
    await Promise.allSettled([watcher(), writer(0), writer(1), writer(2)])
    await ended
    await client.close()
    expect(answers).toBeGreaterThanOrEqual(killAfter)
    return known
  }

  it('loses nothing that was acknowledged or seen, and revisions never go back', async () => {
    const all = new Map<string, number | undefined>()
    let newest = 0
    for (let round = 0; round < 4; round++) {
      // oxlint-disable-next-line no-await-in-loop
      const known = await writeUntilKilled(round)
      const revisions = [...known.objects.values()].filter((revision) => revision !== undefined)
      expect(Math.min(...revisions)).toBeGreaterThan(newest)
      for (const [name, revision] of known.objects) if (!known.open.has(name)) all.set(name, revision)
      const server = start()
      newest = Number(server.resourceVersion)
      expect(newest).toBeGreaterThanOrEqual(known.newest)
      // oxlint-disable-next-line no-await-in-loop
      const { items } = (await new Api(server.transport()).get(maps)).body
      const kept = new Map(items.map(({ metadata }) => [metadata?.name, Number(metadata?.resourceVersion)]))
      expect(Object.fromEntries([...all].map(([name]) => [name, kept.get(name)]))).toEqual(
        Object.fromEntries(all),
      )
      for (const name of known.open) {
        expect(kept.get(name) ?? Infinity).toBeGreaterThanOrEqual(known.objects.get(name) ?? 0)
      }
      // oxlint-disable-next-line no-await-in-loop
      await server.close()
    }
  })
})
