import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a script of `children/` in a Node of its own with its heap in reach, and resolves with what it tells. */
export async function child<Told>(script: string, args: readonly string[], heap = 512): Promise<Told> {
  const path = join(import.meta.dirname, 'children', script)
  const flags = ['--expose-gc', `--max-old-space-size=${heap}`, '--conditions=@rxkube/source']
  const { stdout } = await run(process.execPath, [...flags, path, ...args], { maxBuffer: 1 << 20 })
  return JSON.parse(stdout) as Told
}
