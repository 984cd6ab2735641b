import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>
}

/** Where a dependency of the package at `from` is found: beside it, or further up. */
function locate(from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (packages[path]) return path
    if (at === '') return undefined
  }
}

/** Everything that comes along with a package when it is installed, without what belongs to this repository. */
function installedWith(folder: string, withPeers: boolean): Set<string> {
  const seen = new Set<string>()
  const open = [folder]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {}
    const wanted = { ...dependencies, ...optionalDependencies, ...(withPeers && peerDependencies) }
    for (const name of Object.keys(wanted)) {
      if (name.startsWith('@rxkube/')) {
        const own = `packages/${name.slice('@rxkube/'.length)}`
        if (!seen.has(own)) open.push(own)
        seen.add(own)
        continue
      }
      const found = locate(path, name)
      if (found === undefined || seen.has(found)) continue
      seen.add(found)
      open.push(found)
    }
  }
  return new Set([...seen].filter((path) => !path.startsWith('packages/')))
}

const registry = 'https://registry.npmjs.org/'
const folders = globSync('packages/*/package.json', { cwd: root }).map((manifest) => dirname(manifest))
const names = (paths: Iterable<string>): string[] =>
  [...paths].map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)).toSorted()

// A number that grows is a decision, to be made here and seen in a review. The packages below are without their peers;
// rxjs and client-node are the user's own.
const most: Readonly<Record<string, number>> = {
  'api-server': 31,
  client: 1,
  controller: 11,
  clock: 0,
  'delta-fifo': 0,
  'event-recorder': 2,
  indexer: 1,
  'leader-election': 1,
  meta: 0,
  reflector: 1,
  'shared-informer': 2,
  testing: 32,
  workqueue: 0,
}
const mostWithPeers = 101

describe('what is installed with these packages', () => {
  it.each(folders)('is no more than is known here, for %s', (folder) => {
    const found = names(installedWith(folder, false))
    expect([folder, found.length <= (most[basename(folder)] ?? 0) ? [] : found]).toEqual([folder, []])
  })

  it(`is no more than ${mostWithPeers} packages with rxjs and client-node, none of which runs a script`, () => {
    const all = new Set(folders.flatMap((folder) => Array.from(installedWith(folder, true))))
    expect(names(all)).toEqual(expect.arrayContaining(['@kubernetes/client-node', 'rxjs']))
    expect(all.size).toBeLessThanOrEqual(mostWithPeers)
    expect([...all].filter((path) => packages[path]?.hasInstallScript)).toEqual([])
  })

  it('comes from the registry, with a checksum', () => {
    // The lock file names no address for what the registry has.
    const foreign = Object.entries(packages).filter(
      ([path, { resolved, integrity, link }]) =>
        path.includes('node_modules/') &&
        link !== true &&
        !((resolved ?? registry).startsWith(registry) && integrity?.startsWith('sha512-')),
    )
    expect(foreign.map(([path]) => path)).toEqual([])
  })
})
