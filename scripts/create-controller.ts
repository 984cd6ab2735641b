/**
 * Copies the starter into an empty folder, as a project of its own: `npm run create-controller -- ../my-controller`.
 *
 * `--packages FOLDER` takes the packages from the tarballs in a folder, and not from npm.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { exit } from 'node:process'
import { parseArgs } from 'node:util'

interface Manifest {
  name: string
  readonly dependencies: Record<string, string>
  readonly devDependencies: Record<string, string>
  overrides?: Record<string, string>
}

const repository = 'https://github.com/rxkube/rxkube'
const starter = join(import.meta.dirname, '../apps/starter')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { packages: { type: 'string' } },
})
const [target] = positionals
if (target === undefined || positionals.length > 1)
  fail('expected one folder: npm run create-controller -- ../my-controller')
const folder = resolve(target)
if (existsSync(folder) && readdirSync(folder).length > 0) fail(`${folder} is not empty`)

mkdirSync(folder, { recursive: true })
for (const part of ['src', 'test', 'deploy', 'Dockerfile']) {
  cpSync(join(starter, part), join(folder, part), { recursive: true })
}
// The documentation stays where it is.
const readme = readFileSync(join(starter, 'README.md'), 'utf8')
writeFileSync(join(folder, 'README.md'), readme.replaceAll('](../../', `](${repository}/blob/main/`))
// These have other names in the starter, where they would be taken for the repository's own.
cpSync(join(starter, 'tsconfig.standalone.json'), join(folder, 'tsconfig.json'))
writeFileSync(join(folder, '.gitignore'), 'node_modules\n')
writeFileSync(join(folder, '.dockerignore'), 'node_modules\ntest\ndeploy\n')

const manifest = JSON.parse(readFileSync(join(starter, 'package.json'), 'utf8')) as Manifest
manifest.name = basename(folder).toLowerCase()
if (values.packages !== undefined) {
  for (const tarball of globSync(join(resolve(values.packages), '*.tgz')).toSorted()) {
    const packed = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })
    const { name } = JSON.parse(packed) as Manifest
    const { dependencies, devDependencies } = manifest
    const place = [dependencies, devDependencies].find((each) => name in each) ?? (manifest.overrides ??= {})
    place[name] = `file:${tarball}`
  }
}
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
console.log(`made ${folder}: read its README.md`)

function fail(message: string): never {
  console.error(message)
  exit(2)
}
