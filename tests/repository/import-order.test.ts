import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Each package and what its sources may import at run time. Lower never imports higher; nothing imports the tools. */
const order: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  meta: ['clock'],
  client: ['clock', 'meta'],
  indexer: ['clock', 'meta'],
  'delta-fifo': ['clock', 'meta', 'indexer'],
  reflector: ['clock', 'meta', 'client'],
  workqueue: ['clock', 'meta'],
  'leader-election': ['clock', 'meta', 'client'],
  'event-recorder': ['clock', 'meta', 'client'],
  'shared-informer': ['clock', 'meta', 'client', 'indexer', 'delta-fifo', 'reflector'],
  controller: [
    'clock',
    'meta',
    'client',
    'indexer',
    'reflector',
    'shared-informer',
    'workqueue',
    'leader-election',
    'event-recorder',
  ],
  'api-server': ['clock', 'meta', 'client'],
  testing: ['clock', 'meta', 'client', 'api-server'],
}

const packages = globSync('packages/*', { cwd: root }).map((folder) => basename(folder))

describe('the order of the packages', () => {
  it('knows every package', () => {
    expect(packages.toSorted()).toEqual(Object.keys(order).toSorted())
  })

  it.for(packages)('lets %s import only what lies below it', (name) => {
    const imported = globSync(`packages/${name}/src/**/*.ts`, { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/from '@rxkube\/([a-z-]+)/g)].map(
        ([, other]) => other,
      ),
    )
    expect([...new Set(imported)].filter((other) => !order[name]?.includes(other ?? ''))).toEqual([])
  })

  it.for(packages)('has %s declare exactly what it imports from this repository', (name) => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>
    }
    const imported = new Set(
      globSync(`packages/${name}/src/**/*.ts`, { cwd: root }).flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/from '(@rxkube\/[a-z-]+)/g)].map(
          ([, other]) => other,
        ),
      ),
    )
    const declared = Object.keys(manifest.dependencies ?? {}).filter((dependency) =>
      dependency.startsWith('@rxkube/'),
    )
    expect(imported).toEqual(new Set(declared))
  })

  it('lets one module alone load client-node', () => {
    const loading = globSync('packages/*/src/**/*.ts', { cwd: root }).filter((file) =>
      /^import (?!type).*from '@kubernetes\/client-node'|import\('@kubernetes\/client-node'\)/m.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
    expect(loading.map((file) => dirname(file).split('/')[1])).toEqual(['client'])
  })
})
