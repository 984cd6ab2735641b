import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** The first block of a language in a Markdown file. */
function block(markdown: string, language: string): string | undefined {
  return markdown.match(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'm'))?.[1]
}

const packages = globSync('packages/*', { cwd: root }).toSorted()
const guides = globSync('docs/guides/*.md', { cwd: root }).toSorted()
const pages = [
  ...['.', ...packages].map((folder) => [join(folder, 'README.md'), join(folder, 'examples/readme.ts')]),
  ...guides.map((guide) => [guide, `examples/guides/${basename(guide, '.md')}.ts`]),
] as [page: string, example: string][]

describe('the examples', () => {
  it.for(pages)('in %s are %s, which prints what is shown', { timeout: 30_000 }, async ([page, example]) => {
    const markdown = readFileSync(join(root, page), 'utf8')
    expect(block(markdown, 'ts')).toBe(readFileSync(join(root, example), 'utf8'))
    const { stdout } = await run(process.execPath, ['--conditions=@rxkube/source', join(root, example)], {
      env: { ...process.env, NODE_ENV: 'development' },
    })
    expect(stdout).toBe(block(markdown, 'text'))
  })

  it('of guides are each shown in one', () => {
    const files = globSync('examples/guides/*.ts', { cwd: root }).map((file) => basename(file, '.ts'))
    expect(files.toSorted()).toEqual(guides.map((guide) => basename(guide, '.md')))
  })
})
