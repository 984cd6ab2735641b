import { execFile } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
/** Programs in `packages/controller/examples`, by the page that shows them. Other pages have tests of their own. */
const programs: Readonly<Record<string, readonly string[]>> = {
  'writing-a-controller': ['bucket-controller', 'production', 'testing-buckets'],
  'reconcile-rules': ['loop-guard'],
  'read-your-writes': ['read-your-writes'],
  'multi-replica': ['replicas', 'shards'],
  'migrating/controller-runtime': ['migrating/controller-runtime'],
  'migrating/client-node-informer': ['migrating/client-node-informer'],
  'migrating/kopf': ['migrating/kopf'],
}
const shown = Object.entries(programs).flatMap(([page, names]) => names.map((name) => [page, name] as const))

/** What the page says that the program prints: the first `text` block after it, if it comes before another program. */
function printed(page: string, program: string): string {
  const [, after = ''] = page.split(`\`\`\`ts\n${program}\`\`\`\n`)
  return /^(?:(?!```)[^])*?```text\n([^]*?)```/.exec(after)?.[1] ?? ''
}

describe('the pages about controllers', () => {
  it.for(shown)(
    'docs/%s.md shows %s as it is, and what it prints',
    { timeout: 60_000 },
    async ([page, name]) => {
      const file = join(root, 'packages/controller/examples', `${name}.ts`)
      const program = readFileSync(file, 'utf8')
      const text = readFileSync(join(root, 'docs', `${page}.md`), 'utf8')
      expect(text).toContain(`\`\`\`ts\n${program}\`\`\`\n`)
      const { stdout } = await run(process.execPath, ['--conditions=@rxkube/source', file], {
        env: { ...process.env, NODE_ENV: 'development' },
      })
      expect(stdout).toBe(printed(text, program))
    },
  )

  it('lead to files that are there', () => {
    const all = globSync(['*.md', 'docs/**/*.md', '{packages,apps}/*/README.md'], { cwd: root })
    const dead = all.flatMap((page) => {
      const prose = readFileSync(join(root, page), 'utf8').replaceAll(/^```[^]*?^```$/gm, '')
      const links = [...prose.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link)
      return links.flatMap((link) =>
        existsSync(join(root, dirname(page), link)) ? [] : [`${page}: ${link}`],
      )
    })
    expect(dead).toEqual([])
  })
})
