import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../support/children/hostile-world.ts', import.meta.url))
const strange = ['constructor', 'hasownproperty', 'then', 'tojson', 'valueof']

interface Told {
  readonly told: readonly string[]
  readonly indexed: readonly number[]
  readonly keys: readonly string[]
  readonly copied: readonly string[]
  readonly polluted: boolean
}

async function run(nodeFlags: readonly string[], ...args: readonly string[]): Promise<Told> {
  const flags = ['--conditions=@rxkube/source', '--unhandled-rejections=strict', ...nodeFlags]
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, ...args])
  return JSON.parse(stdout) as Told
}

describe('an informer on the embedded server', { timeout: 120_000 }, () => {
  it.each([
    ['without __proto__ (--disable-proto=throw)', ['--disable-proto=throw'], [] as string[]],
    ['with frozen prototypes', [], ['--frozen']],
    ['with both', ['--disable-proto=throw'], ['--frozen']],
  ])('works %s, with names and keys that are those of prototypes', async (_, nodeFlags, args) => {
    const { told, indexed, keys, copied, polluted } = await run(nodeFlags, ...args)
    const kept = ['__proto__', 'constructor', 'toString']
    const expected = [
      ...strange.flatMap((name) => [`+${name}`, `-${name}`]),
      '+first',
      `~first:${kept.join()}`,
    ]
    expect(told).toEqual(expected.toSorted())
    expect(indexed).toEqual(strange.map(() => 1))
    expect(keys).toEqual(kept)
    expect(copied).toEqual(['__proto__', 'constructor', 'toString'])
    expect(polluted).toBe(false)
  })
})
