import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, HttpTransport, KubeConfigError, loadKubeConfig, NamespaceScopeError } from '@rxkube/client'
import { UnknownIndexError } from '@rxkube/indexer'
import { ConfigMap, parseLabelSelector, SelectorSyntaxError } from '@rxkube/meta'
import { CacheSyncError, InformerStoppedError, SharedInformerFactory } from '@rxkube/shared-informer'
import { replies } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { ModelledInformer } from '../support/modelled-informer.ts'
import { scriptedInformer } from '../support/scripted-informer.ts'

/** What was thrown, as an Error. */
async function thrownBy(what: () => unknown): Promise<Error> {
  try {
    await what()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}

describe('bad input is answered with the cause and what to do', { timeout: 60_000 }, () => {
  it.each([
    [
      'is not there',
      undefined,
      /cannot load the kubeconfig .*nowhere \(ENOENT\): is it there, readable and YAML\?/,
    ],
    ['is no YAML', 'token: canary\n\t- {{{', /is it there, readable and YAML\?/],
    [
      'names no cluster',
      'apiVersion: v1\nkind: Config\nclusters: []\nusers: []\ncontexts: []\n',
      /no current context/,
    ],
  ])('a kubeconfig that %s', async (_, text, message) => {
    const directory = await mkdtemp(join(tmpdir(), 'rxkube-'))
    const file = join(directory, 'nowhere')
    if (text !== undefined) await writeFile(file, text)
    const error = await thrownBy(() => loadKubeConfig({ file }))
    await rm(directory, { recursive: true })
    expect(error).toBeInstanceOf(KubeConfigError)
    expect(error.message).toMatch(message)
    expect(`${error.message} ${String(error.cause)}`).not.toContain('canary')
  })

  it('a context that the kubeconfig does not have', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'rxkube-'))
    const file = join(directory, 'config')
    const contexts = [{ name: 'x', context: { cluster: 'c', user: 'u' } }]
    const clusters = [{ name: 'c', cluster: { server: 'http://127.0.0.1' } }]
    await writeFile(file, JSON.stringify({ users: [], clusters, contexts }))
    const error = await thrownBy(() => loadKubeConfig({ file, context: 'other' }))
    await rm(directory, { recursive: true })
    expect(error.message).toContain('no context "other"')
  })

  it('a server that nobody listens at', async () => {
    await using world = await scriptedInformer('')
    await world.server.refuse()
    world.informer.start()
    const waiting = thrownBy(() => world.informer.waitForCacheSync({ timeout: '10s' }))
    await world.pass(() => world.watchErrors.length >= 3)
    await world.clock.advance('10s')
    const error = await waiting
    expect(error).toBeInstanceOf(CacheSyncError)
    expect(error.message).toMatch(
      /configmaps has not synced \(refused after \d+ failed attempts\).*ECONNREFUSED/,
    )
    expect(error.message).toContain('check that the API server is up and its address right')
  })

  it('an address that is none', async () => {
    const error = await thrownBy(() => new HttpTransport({ server: 'my cluster' }))
    expect(error.message).toContain('my cluster')
  })

  it.each([
    [403, 'Forbidden', 'grant the verbs list and watch on configmaps (RBAC)'],
    [404, 'NotFound', 'install its CustomResourceDefinition'],
    [401, 'Unauthorized', 'check the credentials'],
  ])('a server that answers %i', async (code, reason, advice) => {
    await using world = await scriptedInformer('')
    world.server.otherwise(replies.status(code))
    world.informer.start()
    const waiting = thrownBy(() => world.informer.waitForCacheSync({ timeout: '5s' }))
    await world.pass(() => world.watchErrors.length > 0)
    await world.clock.advance('5s')
    const error = await waiting
    expect(error.message).toContain(reason)
    expect(error.message).toContain(advice)
    expect((error as CacheSyncError).errors).toHaveLength(1)
  })

  it('a call for a kind that the server does not serve', async () => {
    await using world = await scriptedInformer('')
    world.server.otherwise(replies.status(404))
    const error = await thrownBy(() => world.client.list(ConfigMap))
    expect(error.message).toMatch(/GET \/api\/v1\/configmaps.*404 NotFound/)
  })

  it('a namespace that is missing', async () => {
    await using world = await scriptedInformer('')
    const error = await thrownBy(() => world.client.get(ConfigMap, { name: 'a' }))
    expect(error).toBeInstanceOf(NamespaceScopeError)
    expect(world.server.requests).toEqual([])
  })

  it('a name that would lead to another path', async () => {
    await using world = await scriptedInformer('')
    const error = await thrownBy(() => world.client.get(ConfigMap, { name: '..', namespace: 'default' }))
    expect(error.message).toMatch(/".." cannot be a name/)
    expect(world.server.requests).toEqual([])
  })

  it('a handler that throws', async () => {
    await using world = new ModelledInformer()
    world.informer.addEventHandler(
      {
        added: () => {
          throw new Error('my bug')
        },
      },
      { name: 'mine' },
    )
    await world.start('a')
    expect(world.errors[0]?.message).toMatch(
      /handler "mine" .* failed at "added default\/a": my bug.*work queue/,
    )
    expect(world.errors[0]?.cause).toBeInstanceOf(Error)
  })

  it('an index that does not exist', async () => {
    await using world = new ModelledInformer({ indexers: { node: () => [] } })
    const error = await thrownBy(() => world.informer.indexer.byIndex('nodes', 'n1'))
    expect(error).toBeInstanceOf(UnknownIndexError)
    expect(error.message).toMatch(/"nodes".*node/)
  })

  it('a start after a stop', async () => {
    const world = new ModelledInformer()
    await world.informer.stop()
    const error = await thrownBy(() => world.informer.start())
    expect(error).toBeInstanceOf(InformerStoppedError)
    expect(error.message).toContain('make a new one')
    const waiting = await thrownBy(() => world.informer.waitForCacheSync())
    expect(waiting.message).toContain('stopped')
  })

  it('an informer of a factory that was shut down', async () => {
    const client = new Client({
      transport: new HttpTransport({ server: 'http://127.0.0.1:1', proxy: false }),
    })
    const factory = new SharedInformerFactory(client)
    await factory.shutdown()
    const error = await thrownBy(() => factory.informerFor(ConfigMap))
    expect(error.message).toContain('make a new SharedInformerFactory')
    await client.close()
  })

  it('a wait for an informer that nobody started', async () => {
    const world = new ModelledInformer()
    const waiting = thrownBy(() => world.informer.waitForCacheSync({ timeout: '1s' }))
    await world.clock.advance('2s')
    expect((await waiting).message).toContain('call run(), or start() of its factory')
    await world.informer.stop()
  })

  it('a selector that cannot be read', async () => {
    const error = await thrownBy(() => parseLabelSelector('app in web'))
    expect(error).toBeInstanceOf(SelectorSyntaxError)
  })
})
