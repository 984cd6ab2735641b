import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folders = globSync('packages/*/package.json', { cwd: root }).map((manifest) => dirname(manifest))

interface Packed {
  readonly name: string
  readonly files: readonly { readonly path: string; readonly mode: number }[]
  readonly bundled: readonly string[]
}

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
  readonly private?: boolean
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest

/** What npm would put into the tarball of each package. */
function packed(): Packed[] {
  const workspaces = folders.flatMap((folder) => ['--workspace', folder])
  const report = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', ...workspaces], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return Object.values(JSON.parse(report) as Packed[] | Record<string, Packed>)
}

describe('what is published', { timeout: 120_000 }, () => {
  it('holds sources, what was built of them, the licence and the README, and nothing else', () => {
    const all = packed()
    expect(all.map(({ name }) => name).toSorted()).toEqual(
      folders.map((each) => `@rxkube/${basename(each)}`).toSorted(),
    )
    for (const { name, files, bundled } of all) {
      const strange = files
        .map(({ path }) => path)
        .filter((path) => !/^(dist|src)\/[\w./-]+$|^(LICENSE|README\.md|package\.json)$/.test(path))
      expect([name, strange, bundled]).toEqual([name, [], []])
      const paths = files.map(({ path }) => path)
      expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'src/index.ts']))
      expect(paths.filter((path) => /\.test\.|\.env|\.npmrc|\.key|\.pem/.test(path))).toEqual([])
    }
  })

  it.each(folders)('runs nothing when %s is installed', (folder) => {
    const hooks = Object.keys(manifestOf(folder).scripts ?? {}).filter((name) =>
      /^(pre|post)?(install|pack|publish|prepare|version|uninstall)/.test(name),
    )
    expect(hooks).toEqual([])
  })
})
