import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const example = join(root, 'packages/controller/examples/controller-helpers.ts')
const page = readFileSync(join(root, 'docs/controller-helpers.md'), 'utf8')

const block = (language: string): string | undefined =>
  page.match(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm'))?.[1]

describe('the page about helpers of controllers', () => {
  it('shows its example as it is, and what it prints', { timeout: 30_000 }, async () => {
    expect(block('ts')).toBe(readFileSync(example, 'utf8'))
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@rxkube/source', example])
    expect(stdout).toBe(block('text'))
  })
})
