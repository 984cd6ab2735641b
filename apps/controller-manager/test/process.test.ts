import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { ApiServer } from '@rxkube/api-server'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)
const command = (app: string): string[] => [
  '--conditions=@rxkube/source',
  join(import.meta.dirname, '../..', app, 'src/main.ts'),
]

interface LogLine {
  readonly msg: string
  readonly reason?: string
  readonly controllers?: readonly string[]
}

/** Starts a program on a server over HTTP, asks it to end when it has said that it runs, and returns what it logged. */
async function startAndStop(
  app: string,
  args: readonly string[] = [],
): Promise<{ code: unknown; lines: LogLine[] }> {
  await using server = new ApiServer()
  const { url } = await server.listen({ port: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'rxkube-'))
  try {
    const kubeconfig = join(folder, 'kubeconfig')
    await writeFile(kubeconfig, server.kubeconfig({ url }).yaml, { mode: 0o600 })
    const flags = ['--kubeconfig', kubeconfig, '--secure-port=0', ...args]
    const child = spawn(process.execPath, [...command(app), ...flags], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'exit')
    const lines: LogLine[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      const told = JSON.parse(line) as LogLine
      lines.push(told)
      if (told.msg === 'starting') child.kill('SIGTERM')
    }
    const [code] = (await ended) as [unknown]
    return { code, lines }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// Processes start slowly where tests run beside them.
describe('the process', { timeout: 60_000 }, () => {
  it('logs lines of JSON, and ends in order when it is asked to', async () => {
    const { code, lines } = await startAndStop('controller-manager', ['--controllers=deployment,replicaset'])
    expect(lines.map(({ msg }) => msg)).toEqual(['starting', 'stopped'])
    expect(lines[0]?.controllers).toEqual(['replicaset-controller', 'deployment-controller'])
    expect(lines[1]?.reason).toBe('SIGTERM')
    expect(code).toBe(0)
  })

  it.for(['deployment', 'replicaset', 'endpoints', 'taint', 'node-lifecycle'])(
    'of the %s controller runs it alone',
    async (name) => {
      const { code, lines } = await startAndStop(`${name}-controller`)
      expect(lines.map(({ msg }) => msg)).toEqual(['starting', 'stopped'])
      expect(lines[0]?.controllers?.[0]).toContain(name)
      expect(code).toBe(0)
    },
  )

  it('says what is wrong with its flags, and exits with 2', async () => {
    const failure = await run(process.execPath, [
      ...command('controller-manager'),
      '--controllers=foo',
    ]).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^rxkube-controller-manager: --controllers: "foo" is not in the list/),
    })
  })

  it('tells its flags and its version', async () => {
    const help = await run(process.execPath, [...command('controller-manager'), '--help'])
    expect(help.stdout).toContain('node-lifecycle-controller, nodelifecycle')
    const version = await run(process.execPath, [...command('controller-manager'), '--version'])
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
