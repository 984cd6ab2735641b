import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { KubernetesObject } from '@rxkube/meta'
import {
  type ContractObject,
  type ContractStore,
  FakeControllerSource,
  passesListerWatcher,
  passesStore,
  passesTransport,
  replay,
} from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { failuresOf } from './support/contract-run.ts'

/** A store that is right in all but what a subclass changes. */
class MapStore implements ContractStore {
  readonly objects = new Map<string, ContractObject>()

  add(object: ContractObject): void {
    this.objects.set(keyOf(object), object)
  }

  update(object: ContractObject): void {
    this.add(object)
  }

  delete(object: Parameters<ContractStore['delete']>[0]): void {
    this.objects.delete('key' in object ? object.key : keyOf(object))
  }

  get(object: ContractObject): ContractObject | undefined {
    return this.objects.get(keyOf(object))
  }

  getByKey(key: string): ContractObject | undefined {
    return this.objects.get(key)
  }

  list(selector = ''): ContractObject[] {
    const [label = '', value] = selector.split('=')
    return [...this.objects.values()].filter(
      ({ metadata }) => selector === '' || metadata.labels?.[label] === value,
    )
  }

  listKeys(): string[] {
    return [...this.objects.keys()]
  }

  replace(objects: Parameters<ContractStore['replace']>[0]): void {
    const all = objects instanceof Map ? [...objects.values()] : [...objects]
    const keyed = all.map((object) => [keyOf(object), object] as const)
    this.objects.clear()
    for (const [key, object] of keyed) this.objects.set(key, object)
  }

  resync(): void {
    this.objects.size.toString()
  }
}

function keyOf({ metadata }: KubernetesObject): string {
  if (metadata?.name === undefined) throw Object.assign(new Error('no name'), { name: 'KeyError' })
  return `${metadata.namespace}/${metadata.name}`
}

describe('contracts', () => {
  it('pass what keeps them, whoever wrote it', async () => {
    expect(await failuresOf((test) => passesStore(test, 'a map', () => new MapStore()))).toEqual([])
  })

  it('fail a store that ignores tombstones, and say so', async () => {
    class Deaf extends MapStore {
      override delete(object: Parameters<ContractStore['delete']>[0]): void {
        if (!('key' in object)) super.delete(object)
      }
    }
    const failures = await failuresOf((test) => passesStore(test, 'deaf', () => new Deaf()))
    expect(failures).toEqual([expect.stringContaining('deaf: ST-1 no longer has what was deleted')])
  })

  it('fail a source that loses what is written between list and watch', async () => {
    const failures = await failuresOf((test) =>
      passesListerWatcher(test, 'lossy', () => {
        const source = new FakeControllerSource()
        const object = (name: string) => ({ metadata: { name } })
        return {
          source: {
            description: 'lossy',
            list: (options, call) => source.list(options, call),
            watch: (options, call) =>
              source.watch({ ...options, resourceVersion: source.resourceVersion }, call),
          },
          create: (name) => source.add(object(name)),
          update: (name) => source.modify(object(name)),
          remove: (name) => source.delete(object(name)),
        }
      }),
    )
    expect(failures).toContainEqual(expect.stringContaining('watches everything after the version of a list'))
  })

  it('fail a transport that answers after it was closed', async () => {
    const failures = await failuresOf((test) =>
      passesTransport(test, 'undead', () => {
        const transport = replay('')
        const body = async function* () {
          yield Buffer.from('{"kind":"PodList","items":[]}')
        }
        const answer = { status: 200, headers: { 'content-type': 'application/json' }, body: body() }
        return {
          transport: { ...transport, request: () => Promise.resolve(answer), close: () => transport.close() },
          list: '/list',
          watch: '/watch',
          missing: '/missing',
        }
      }),
    )
    expect(failures).toContainEqual(expect.stringContaining('when it is closed'))
  })

  it('run under node:test as under vitest', { timeout: 60_000 }, async () => {
    const script = fileURLToPath(new URL('support/node-test.ts', import.meta.url))
    const flags = ['--conditions=@rxkube/source', '--test-reporter=tap', script]
    const { stdout } = await promisify(execFile)(process.execPath, flags)
    expect(stdout).toContain('ok 1 - the model server: lists every object')
    expect(stdout).toMatch(/^# pass 7$/m)
    expect(stdout).toMatch(/^# fail 0$/m)
  })
})
