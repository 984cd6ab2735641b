import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { seededTrace } from '../support/seeded-trace.ts'

const program = join(import.meta.dirname, '../support/seeded-trace.ts')

async function inProcess(seed: number): Promise<string> {
  const args = ['--conditions=@rxkube/source', program, String(seed), '0']
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 })
  return stdout
}

const told = (trace: string): string | undefined => trace.split('--\n')[0]

describe('a seed', () => {
  it('gives the same trace, byte for byte, in two processes, and another seed another one', async () => {
    const [first, second, other] = await Promise.all([inProcess(7), inProcess(7), inProcess(8)])
    expect(first).toBe(second)
    expect(first.split('\n').length).toBeGreaterThan(60)
    expect(other).not.toBe(first)
  }, 60_000)

  it('has informers tell the same, however the bytes of a watch are cut', async () => {
    const [whole, ...cut] = await Promise.all([0, 1, 7, 64].map((chunk) => seededTrace(11, chunk, 0)))
    for (const trace of cut) expect(told(trace)).toBe(told(whole ?? ''))
  }, 60_000)
})
