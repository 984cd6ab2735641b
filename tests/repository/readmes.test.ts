import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** The first block of a language in a Markdown file. */
function block(markdown: string, language: string): string | undefined {
  return markdown.match(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm'))?.[1]
}

describe("the READMEs' examples", () => {
  const packages = globSync('packages/*', { cwd: root }).toSorted()

  it.for(['.', ...packages])(
    'in %s are files that run and print what is shown',
    { timeout: 30_000 },
    async (folder) => {
      const readme = readFileSync(join(root, folder, 'README.md'), 'utf8')
      const example = join(root, folder, 'examples/readme.ts')
      expect(block(readme, 'ts')).toBe(readFileSync(example, 'utf8'))
      const { stdout } = await run(process.execPath, ['--conditions=@rxkube/source', example], {
        env: { ...process.env, NODE_ENV: 'development' },
      })
      expect(stdout).toBe(block(readme, 'text'))
    },
  )
})
