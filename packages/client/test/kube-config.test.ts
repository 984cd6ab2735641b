import { Client, KubeConfigError, loadKubeConfig, Pod } from '@rxkube/client'
import { writeFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Folder } from './support/folder.ts'
import { json, serve } from './support/http-server.ts'
import { names, podList } from './support/objects.ts'

const canary = 'canary-7f3a'

function kubeConfig(server: string, user: object): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'c', cluster: { server } }],
    users: [{ name: 'u', user }],
    contexts: [
      { name: 'one', context: { cluster: 'c', user: 'u' } },
      { name: 'two', context: { cluster: 'c', user: '' } },
    ],
    'current-context': 'one',
  })
}

afterEach(() => vi.unstubAllEnvs())

describe('a kubeconfig', () => {
  it('makes a client of its current context, as the user it impersonates', async () => {
    const seen: unknown[] = []
    await using server = await serve((request, response) => {
      seen.push([request.headers.authorization, request.headers['impersonate-user']])
      json(response, podList(['a']))
    })
    await using folder = new Folder()
    writeFileSync(folder.at('config'), kubeConfig(server.url, { token: 'abc', as: 'jane' }))
    const loaded = await loadKubeConfig({ file: folder.at('config') })
    await using client = Client.fromKubeConfig(loaded)
    expect(names(await client.list(Pod))).toEqual(['a'])
    expect(seen).toEqual([['Bearer abc', 'jane']])
  })

  it('makes requests as the user with the uid, the groups and the extra fields that it names', async () => {
    const seen: unknown[] = []
    await using server = await serve((request, response) => {
      const { headers } = request
      seen.push(headers['impersonate-user'], headers['impersonate-uid'], headers['impersonate-group'])
      seen.push(headers['impersonate-extra-scopes'])
      json(response, podList(['a']))
    })
    await using folder = new Folder()
    const extra = { scopes: ['view', 'list'] }
    const user = { as: 'jane', 'as-uid': 'u-1', 'as-groups': ['dev', 'ops'], 'as-user-extra': extra }
    writeFileSync(folder.at('config'), kubeConfig(server.url, user))
    await using client = Client.fromKubeConfig(await loadKubeConfig({ file: folder.at('config') }))
    await client.list(Pod)
    expect(seen).toEqual(['jane', 'u-1', 'dev, ops', 'view, list'])
  })

  it('is refused when it names groups to act as, and no user', async () => {
    await using folder = new Folder()
    writeFileSync(folder.at('config'), kubeConfig('http://127.0.0.1:1', { 'as-groups': ['dev'] }))
    const loaded = await loadKubeConfig({ file: folder.at('config') })
    expect(() => Client.fromKubeConfig(loaded)).toThrow('impersonate-user')
  })

  it('FAULT-D1 reads the token of a tokenFile, relative to the file that names it', async () => {
    const seen: unknown[] = []
    await using server = await serve((request, response) => {
      seen.push(request.headers.authorization)
      json(response, podList(['a']))
    })
    await using folder = new Folder()
    writeFileSync(folder.at('token'), 'from-file\n')
    writeFileSync(folder.at('config'), kubeConfig(server.url, { tokenFile: 'token' }))
    await using client = Client.fromKubeConfig(await loadKubeConfig({ file: folder.at('config') }))
    await client.list(Pod)
    expect(seen).toEqual(['Bearer from-file'])
  })

  it('is found where KUBECONFIG says', async () => {
    await using folder = new Folder()
    writeFileSync(folder.at('config'), kubeConfig('https://h:1', {}))
    vi.stubEnv('KUBECONFIG', folder.at('config'))
    expect((await loadKubeConfig({ context: 'two' })).getCurrentContext()).toBe('two')
    await expect(loadKubeConfig({ context: 'three' })).rejects.toThrow('no context "three"')
  })

  it('says what is wrong without a word of what is in it', async () => {
    await using folder = new Folder()
    writeFileSync(folder.at('bad'), `users:\n- name: u\n  user: {token: ${canary}, "`)
    for (const file of [folder.at('bad'), folder.at('none')]) {
      const error = await loadKubeConfig({ file }).catch((each: unknown) => each)
      expect(error).toBeInstanceOf(KubeConfigError)
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(canary)
    }
    vi.stubEnv('KUBERNETES_SERVICE_HOST', '')
    await expect(loadKubeConfig({ from: 'cluster' })).rejects.toThrow('not inside a cluster')
  })
})
