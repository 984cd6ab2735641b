import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KubeConfig } from '@kubernetes/client-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Client, isForbidden } from '@rxkube/client'
import { Namespace } from '@rxkube/meta'

const bin = join(import.meta.dirname, '../src/bin.ts')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-server-'))
})
afterAll(async () => rm(folder, { recursive: true }))

function start(...args: string[]) {
  const child = spawn(process.execPath, ['--conditions=@rxkube/source', bin, ...args], { cwd: folder })
  const output = { out: '', error: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.error += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as unknown)
  return { child, output, ended }
}

const post = { method: 'POST', headers: { 'content-type': 'application/json' } }

describe('rxkube-api-server', () => {
  it('serves until it is stopped, and says how to use it', { timeout: 20_000 }, async () => {
    const file = join(folder, 'config')
    const { child, output, ended } = start('--port', '0', '--kubeconfig', file)
    await expect.poll(() => output.out, { timeout: 15_000 }).toContain('Stop it with Ctrl-C')
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output.out)?.[0] ?? ''
    expect(output.out).toContain(`export KUBECONFIG=${file}`)
    expect(await readFile(file, 'utf8')).toContain(`server: "${url}"`)
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ok')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(existsSync(file)).toBe(true)
  })

  it.each([
    [['--help'], 0, 'Usage: rxkube-api-server', ''],
    [['--version'], 0, '0.1.0', ''],
    [['--frob'], 2, '', "Unknown option '--frob'"],
    [['frob'], 2, '', "Unexpected argument 'frob'"],
    [['--port', 'many'], 2, '', '--port takes a number from 0 to 65535, not "many"'],
    [['--port', '70000'], 2, '', '--port takes a number from 0 to 65535, not "70000"'],
    [['--port'], 2, '', "Option '--port <value>' argument missing"],
    [['--tls=yes'], 2, '', "Option '--tls' does not take an argument"],
    [['--data', ''], 2, '', '--data takes a path, not nothing'],
    [['--nodes', '1e3'], 2, '', '--nodes takes a number from 0 to 10000, not "1e3"'],
    [['--controllers', '*,deployment'], 2, '', '--controllers knows no "deployment" (known: clusterrole-'],
    [['--controllers', '*,-nope'], 2, '', '--controllers knows no "nope"'],
    [['--controllers', '-disruption'], 2, '', "'--controllers=-XYZ'"],
    [
      ['--port', '0', '--kubeconfig', '/nowhere/config'],
      1,
      '',
      'cannot write the kubeconfig /nowhere/config',
    ],
  ])('%j ends with %i', { timeout: 20_000 }, async (args, code, out, error) => {
    const { output, ended } = start(...args)
    expect(await ended).toBe(code)
    expect(output.out).toContain(out)
    expect(output.error).toContain(error)
  })

  const running = async (...args: string[]) => {
    const server = start('--port', '0', ...args)
    await expect.poll(() => server.output.out, { timeout: 15_000 }).toContain('Stop it with Ctrl-C')
    return { ...server, url: /https?:\/\/127\.0\.0\.1:\d+/.exec(server.output.out)?.[0] ?? '' }
  }

  it(
    'writes a kubeconfig for its owner alone, over one of its own but of nobody else',
    { timeout: 40_000 },
    async () => {
      const file = join(folder, 'mine')
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        const { child, ended } = await running('--kubeconfig', file)
        expect((await stat(file)).mode & 0o777).toBe(0o600)
        child.kill(signal)
        expect(await ended).toBe(0)
      }
      await writeFile(file, 'apiVersion: v1 # of my production cluster')
      const { output, ended } = start('--port', '0', '--kubeconfig', file)
      expect(await ended).toBe(1)
      expect(output.error).toBe(
        `rxkube-api-server: ${file} was not written by rxkube-api-server and is left as it is; choose another with --kubeconfig\n`,
      )
      expect(await readFile(file, 'utf8')).toBe('apiVersion: v1 # of my production cluster')
    },
  )

  it('serves TLS to whoever has the token of its kubeconfig', { timeout: 30_000 }, async () => {
    const file = join(folder, 'tls')
    const { child, url, ended } = await running('--tls', '--kubeconfig', file)
    expect(url).toMatch(/^https:/)
    const config = new KubeConfig()
    config.loadFromFile(file)
    await using client = Client.fromKubeConfig(config)
    expect((await client.list(Namespace)).items.length).toBeGreaterThan(3)
    for (const user of config.users) Object.assign(user, { token: undefined })
    await using nobody = Client.fromKubeConfig(config)
    await expect(nobody.list(Namespace)).rejects.toSatisfy(isForbidden)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('keeps data, for one server at a time', { timeout: 60_000 }, async () => {
    const args = ['--data', join(folder, 'data'), '--kubeconfig', join(folder, 'kept')]
    const maps = '/api/v1/namespaces/default/configmaps'
    const first = await running(...args)
    await fetch(`${first.url}${maps}`, { ...post, body: '{"metadata":{"name":"kept"}}' })
    const other = start('--port', '0', ...args)
    expect(await other.ended).toBe(1)
    expect(other.output.error).toContain('another server uses it')
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    const second = await running(...args)
    expect(await (await fetch(`${second.url}${maps}/kept`)).json()).toMatchObject({ kind: 'ConfigMap' })
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  it('runs as many fake nodes as it is told', { timeout: 30_000 }, async () => {
    const { child, url, ended } = await running('--nodes', '2', '--kubeconfig', join(folder, 'nodes'))
    const { items } = (await (await fetch(`${url}/api/v1/nodes`)).json()) as { items: unknown[] }
    expect(items).toHaveLength(2)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('runs the controllers that it is told', { timeout: 30_000 }, async () => {
    const flags = ['--controllers=*,-namespace-controller', '--kubeconfig', join(folder, 'controllers')]
    const { child, url, ended } = await running(...flags)
    const path = `${url}/api/v1/namespaces`
    await fetch(path, { ...post, body: '{"metadata":{"name":"stays"}}' })
    await fetch(`${path}/stays`, { method: 'DELETE' })
    expect(await (await fetch(`${path}/stays`)).json()).toMatchObject({ status: { phase: 'Terminating' } })
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('stops at once when it is told twice', { timeout: 30_000 }, async () => {
    const { child, ended } = await running('--kubeconfig', join(folder, 'twice'))
    child.kill('SIGINT')
    child.kill('SIGTERM')
    expect([130, 143]).toContain(await ended)
  })

  it('says that a port is taken and what to do', { timeout: 20_000 }, async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { output, ended } = start('--port', String(port))
    expect(await ended).toBe(1)
    expect(output.error).toContain(
      `port ${port} is taken; choose another with --port, or --port 0 for a free one`,
    )
    other.close()
  })
})
