import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a script in a Node of its own with its heap in reach, and resolves with what it tells. */
export async function child<Told>(script: URL, args: readonly string[], heap = 512): Promise<Told> {
  const flags = ['--expose-gc', `--max-old-space-size=${heap}`, '--conditions=@rxkube/source']
  const { stdout } = await run(process.execPath, [...flags, fileURLToPath(script), ...args], {
    maxBuffer: 1 << 20,
  })
  return JSON.parse(stdout) as Told
}
