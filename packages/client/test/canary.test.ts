import { Client, KubeConfigError, loadKubeConfig, Pod, transportFromKubeConfig } from '@rxkube/client'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Authority } from './support/certificates.ts'
import { Folder } from './support/folder.ts'
import { json, listen, serve } from './support/http-server.ts'
import { failure, names, podList } from './support/objects.ts'

const canary = 'canary7f3a'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
// As it is, as it is in a header for basic authentication, and as its bytes are shown.
const faces = [canary, base64(`me:${canary}`), base64(canary), Buffer.from(canary).toString('hex')]

/** Everything a person or a log could get to see of a value. */
function shownOf(value: unknown): string {
  const shown = [inspect(value, { depth: 10, showHidden: true }), JSON.stringify(value), String(value)]
  for (let each: unknown = value; each instanceof Error; each = each.cause)
    shown.push(String(each), JSON.stringify(each), each.stack ?? '')
  return shown.join('\n')
}

function expectSilent(...values: unknown[]): void {
  const shown = values.map(shownOf).join('\n')
  for (const face of faces) expect(shown).not.toContain(face)
}

function config(cluster: object, user: object, context: object = { cluster: 'c', user: 'u' }): string {
  return JSON.stringify({
    clusters: [{ name: 'c', cluster }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'x', context }],
    'current-context': 'x',
  })
}

afterEach(() => vi.unstubAllEnvs())

describe('a secret', () => {
  it('is in no error, message or warning, whatever the server, proxy or credential does', async () => {
    await using folder = new Folder()
    const ca = await Authority.make('ca')
    const { cert, key } = await ca.issue('client')
    await using refusing = await serve((_, response) => json(response, failure(403, 'Forbidden'), 403))
    await using busy = await serve((_, response) =>
      json(response, failure(429, 'TooManyRequests'), 429, { 'retry-after': '0' }),
    )
    await using unauthorized = await serve((_, response) => json(response, failure(401, 'Unauthorized'), 401))
    await using cutting = await serve((request) => request.socket.destroy())
    await using redirecting = await serve((request, response) => {
      response.writeHead(302, { location: `https://me:${canary}@x/?t=${canary}` }).end()
      request.socket.unref()
    })
    await using babbling = await listen(
      createServer((socket) => {
        socket.on('error', () => socket.destroy())
        // Echoes what it was sent, as a debugging proxy does.
        socket.on('data', (data) => socket.end(data))
      }),
      'http',
    )
    const servers = [refusing, busy, unauthorized, cutting, redirecting, babbling].map(({ url }) => url)
    const proxies = [`http://me:${canary}@${babbling.url.slice(7)}`, `http://me:${canary}@127.0.0.1:1`]
    const clusters: object[] = [
      ...[...servers, 'http://127.0.0.1:1', 'https://127.0.0.1:1'].map((server) => ({ server })),
      ...['://', `http://me:${canary}@[`, `me:${canary}@h:1`, `socks5://me:${canary}@h:1`, ...proxies].map(
        (proxy) => ({ server: 'http://192.0.2.1', 'proxy-url': proxy }),
      ),
      { server: `https://me:${canary}@h:1` },
      { server: `https://me:${canary}@[` },
      { server: `me:${canary}\n@h` },
      { server: '' },
      { server: 'https://127.0.0.1:1', 'certificate-authority-data': base64(canary) },
      { server: 'https://127.0.0.1:1', 'certificate-authority-data': '%%%' },
    ]
    const users: object[] = [
      { token: canary },
      { token: `${canary}\r\nx: y` },
      { username: 'me', password: canary },
      { 'client-certificate-data': base64(cert), 'client-key-data': base64(canary) },
      { 'client-certificate-data': base64(canary), 'client-key-data': base64(key) },
      { 'auth-provider': { name: 'gcp', config: { 'access-token': canary } } },
      { 'auth-provider': { name: 'oidc', config: { 'id-token': canary, 'refresh-token': canary } } },
      { exec: { command: '/bin/sh', args: [`${canary}\0`] } },
      { exec: { command: '/nowhere/plugin', args: [canary], env: [{ name: 'A', value: canary }] } },
    ]
    const told: unknown[] = []
    const hear = (message: unknown): unknown => told.push(message)
    process.on('warning', hear)
    for (const name of ['rxkube.client.retry', 'rxkube.client.warning']) subscribe(name, hear)
    let errors = 0
    for (const cluster of clusters) {
      for (const user of users) {
        writeFileSync(folder.at('config'), config(cluster, user))
        try {
          const loaded = await loadKubeConfig({ file: folder.at('config') })
          await using client = Client.fromKubeConfig(loaded, {
            allowExec: true,
            environment: {},
            connectTimeout: 1000,
            qps: -1,
          })
          expectSilent(client, client.transport)
          await client.delete(Pod, { name: 'a', namespace: 'b' })
        } catch (error) {
          errors++
          expectSilent(error)
        }
      }
    }
    process.off('warning', hear)
    for (const name of ['rxkube.client.retry', 'rxkube.client.warning']) unsubscribe(name, hear)
    expect(errors).toBe(clusters.length * users.length)
    expect(told.length).toBeGreaterThan(0)
    expectSilent(...told)
  })
})

describe('a kubeconfig that is not right', () => {
  it('is refused with what is missing, and without what is in it', async () => {
    await using folder = new Folder()
    const server = 'https://h:1'
    const texts = [
      '',
      '\n',
      '[]',
      '5',
      `{${canary}`,
      '{}',
      'clusters: []',
      config({ server }, {}, { cluster: 'other', user: 'u' }),
      config({ server }, {}, { cluster: 'c', user: 'other' }),
      config({ server }, {}).replace('"current-context":"x"', '"current-context":"y"'),
      config({}, { token: canary }),
      config({ server: 'ftp://h' }, { token: canary }),
      JSON.stringify({ clusters: [{}], users: [{ user: { token: canary } }] }),
    ]
    for (const text of texts) {
      writeFileSync(folder.at('config'), text)
      const made = loadKubeConfig({ file: folder.at('config') }).then((each) => transportFromKubeConfig(each))
      const error = await made.catch((each: unknown) => each)
      expect(error).toBeInstanceOf(KubeConfigError)
      expectSilent(error)
    }
  })

  it('says which auth provider is not known rather than ask as nobody', async () => {
    await using folder = new Folder()
    await using server = await serve((_, response) => json(response, podList(['a'])))
    writeFileSync(
      folder.at('config'),
      config({ server: server.url }, { 'auth-provider': { name: 'azure', config: {} } }),
    )
    await using client = Client.fromKubeConfig(await loadKubeConfig({ file: folder.at('config') }))
    await expect(client.list(Pod)).rejects.toThrow('auth provider "azure"')
  })

  it('has its relative paths read from where it stands, also as one of several in KUBECONFIG', async () => {
    await using folder = new Folder()
    mkdirSync(folder.at('pki'))
    const seen: unknown[] = []
    await using server = await serve((request, response) => {
      seen.push(request.headers.authorization)
      json(response, podList(['a']))
    })
    writeFileSync(join(folder.at('pki'), 'token'), 'from-file')
    const relative = { tokenFile: 'pki/token' }
    writeFileSync(folder.at('config'), config({ server: `${server.url}/prefix/` }, relative))
    writeFileSync(folder.at('other'), JSON.stringify({ clusters: [], users: [], contexts: [] }))
    vi.stubEnv('KUBECONFIG', [folder.at('none'), folder.at('config'), folder.at('other')].join(':'))
    await using client = Client.fromKubeConfig(await loadKubeConfig())
    expect(names(await client.list(Pod))).toEqual(['a'])
    expect(seen).toEqual(['Bearer from-file'])
    writeFileSync(
      folder.at('config'),
      config({ server: 'https://127.0.0.1:1', 'certificate-authority': 'pki/none' }, {}),
    )
    await using lost = Client.fromKubeConfig(await loadKubeConfig())
    await expect(lost.list(Pod)).rejects.toThrow(join(folder.at('pki'), 'none'))
    vi.stubEnv('KUBECONFIG', folder.at('none'))
    await expect(loadKubeConfig()).rejects.toThrow('KUBECONFIG')
  })
})
