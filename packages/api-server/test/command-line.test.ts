import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

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
    [['--port', 'many'], 2, '', '--port takes a number from 0 to 65535, not "many"'],
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
