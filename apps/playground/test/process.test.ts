import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

function start(...args: string[]) {
  const main = join(import.meta.dirname, '../src/main.ts')
  return spawn(process.execPath, ['--conditions=@rxkube/source', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function ended(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = start(...args)
  const exit = once(child, 'exit')
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await exit) as [unknown]
  return { code, out, err }
}

// Processes start slowly where tests run beside them.
describe('npm run demo', { timeout: 60_000 }, () => {
  it('prints plain lines without a terminal, and where kubectl finds it', async () => {
    const { code, out } = await ended('--scenario', 'endpoints', '--speed', '0')
    expect(out).toMatch(/^kubectl works here: export KUBECONFIG=/)
    expect(out).toContain('\nThe end: 1 scene, ')
    expect(out).not.toContain('\u001B')
    expect(code).toBe(0)
  })

  it('records what it tells, as lines of JSON', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rxkube-'))
    try {
      const file = join(folder, 'story.jsonl')
      const { out } = await ended('--scenario', 'endpoints', '--speed', '0', '--json', '--record', file)
      expect(await readFile(file, 'utf8')).toBe(out)
      expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
        type: 'summary',
        complete: true,
      })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('ends in order, with its summary, on Ctrl-C', async () => {
    const child = start('--json', '--speed', '1')
    const exit = once(child, 'exit')
    child.stdout.once('data', () => child.kill('SIGINT'))
    const out = await text(child.stdout)
    const [code] = (await exit) as [unknown]
    expect(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '{}')).toMatchObject({ complete: false })
    expect(code).toBe(0)
  })

  it('ends when its time is over', async () => {
    const { code, out } = await ended('--serve', '--scenario', 'endpoints', '--speed', '0', '--for', '3s')
    expect(out).toContain('s of the cluster')
    expect(code).toBe(0)
  })

  it('says what is wrong in one line', async () => {
    const wrong = await ended('--scenario', 'nothing')
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toMatch(/^playground: there is no scene "nothing": there are .*\n$/)
    const file = await ended('--record', '/nowhere/story.jsonl')
    expect(file.code).toBe(1)
    expect(file.err).toMatch(/^playground: ENOENT: no such file or directory.*\n$/)
  })
})
