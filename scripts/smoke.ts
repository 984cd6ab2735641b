/**
 * Installs the packed packages into an empty project, as a user would, and runs an informer on each Node they promise.
 *
 * The versions of Node come from npm. Fails when a tarball lacks its licence or brings an install script.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { arch, exit, platform } from 'node:process'

/** The oldest that is promised, the one of this repository, the newest. */
const versions = ['22.19.0', '24.21.0', '26.10.0']

if (platform !== 'linux') {
  console.log('the smoke test needs the Linux binaries of Node that npm has: skipped on this platform')
  exit(0)
}
const project = mkdtempSync(join(tmpdir(), 'rxkube-smoke-'))
try {
  const packages = globSync('packages/*/package.json').map((manifest) => dirname(manifest))
  const tarballs = packages.map((folder) => join(project, pack(folder, project)))
  for (const tarball of tarballs) inspect(tarball)
  install(project, tarballs)
  copyFileSync('scripts/smoke/informer.js', join(project, 'informer.js'))
  for (const version of versions) {
    const node = join(project, 'node_modules', `node-${version}`, 'bin', 'node')
    const output = execFileSync(node, ['informer.js'], { cwd: project, encoding: 'utf8', timeout: 60_000 })
    console.log(`Node ${version}: ${output.trim()}`)
    if (!output.startsWith(`v${version} `))
      throw new Error(`Node ${version} was asked for, another one answered`)
  }
} finally {
  rmSync(project, { recursive: true, force: true })
}

function pack(folder: string, into: string): string {
  const report = execFileSync('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', into], {
    cwd: folder,
    encoding: 'utf8',
  })
  const packed = JSON.parse(report) as { filename: string }[] | Record<string, { filename: string }>
  const [first] = Object.values(packed)
  if (!first) throw new Error(`npm packed nothing in ${folder}`)
  return first.filename
}

function inspect(tarball: string): void {
  const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')
  for (const needed of ['package/LICENSE', 'package/README.md', 'package/dist/index.js']) {
    if (!files.includes(needed)) throw new Error(`${tarball} has no ${needed}`)
  }
  const strange = files.filter(
    (file) => !/^package\/(dist|src)\/|^package\/(LICENSE|README\.md|package\.json)$/.test(file),
  )
  if (strange.length > 0) throw new Error(`${tarball} has files that were not meant: ${strange.join(', ')}`)
  const manifest = JSON.parse(
    execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
  ) as {
    scripts?: Record<string, string>
  }
  const hooks = Object.keys(manifest.scripts ?? {}).filter((name) =>
    /^(pre|post)?(install|pack|publish|prepare)/.test(name),
  )
  if (hooks.length > 0) throw new Error(`${tarball} brings scripts that run on install: ${hooks.join(', ')}`)
}

function install(folder: string, tarballs: readonly string[]): void {
  const root = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> }
  const nodes = versions.map((version) => [`node-${version}`, `npm:node-linux-${arch}@${version}`] as const)
  const peers = { '@kubernetes/client-node': '2.0.1', rxjs: '7.8.2' }
  const manifest = {
    name: 'rxkube-smoke',
    private: true,
    type: 'module',
    dependencies: { ...peers, ...Object.fromEntries(nodes), ...Object.fromEntries(tarballs.map(named)) },
    devDependencies: { typescript: root.devDependencies['typescript'] },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  execFileSync('npm', ['install', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
  })
}

function named(tarball: string): readonly [string, string] {
  const manifest = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })
  return [(JSON.parse(manifest) as { name: string }).name, `file:${tarball}`]
}
