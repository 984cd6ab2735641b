import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const example = join(root, 'packages/controller/examples/custom-resource.ts')
const guide = readFileSync(join(root, 'docs/custom-resources-of-your-own.md'), 'utf8')

const block = (language: string) => guide.match(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm'))?.[1]

it(
  'the guide to custom resources shows a program that runs, and what it prints',
  { timeout: 30_000 },
  async () => {
    expect(block('ts')).toBe(readFileSync(example, 'utf8'))
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@rxkube/source', example], {
      env: { ...process.env, NODE_ENV: 'development' },
    })
    expect(stdout).toBe(block('text'))
  },
)
