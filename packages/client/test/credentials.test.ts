import { Client, HttpTransport, KubeConfigCredentials, Pod, type KubeConfigSource } from '@rxkube/client'
import type { User } from '@kubernetes/client-node'
import { TestClock } from '@rxkube/clock'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { RequestOptions } from 'node:https'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Folder } from './support/folder.ts'
import { json, serve, type TestServer } from './support/http-server.ts'
import { failure, names, podList } from './support/objects.ts'

const canary = 'canary-7f3a'

function kubeConfig(user: Partial<User>, server = 'http://127.0.0.1:1'): KubeConfigSource {
  return {
    getCurrentCluster: () => ({ name: 'c', server, skipTLSVerify: false }),
    getCurrentUser: () => ({ name: 'u', ...user }),
    applyToHTTPSOptions: (options) => {
      ;(options as RequestOptions).headers = { Authorization: 'Bearer from-provider' }
      return Promise.resolve()
    },
  }
}

const tokenFile = (path: string): Partial<User> => ({
  authProvider: { name: 'tokenFile', config: { tokenFile: path } },
})

function credentials(user: Partial<User>, clock = new TestClock(), allowExec = false): KubeConfigCredentials {
  return new KubeConfigCredentials(kubeConfig(user), { clock, allowExec, execTimeout: 60_000 })
}

/** A server that lets in whom `accepts` says, and keeps what it was shown. */
async function guarded(
  accepts: (authorization: string | undefined) => boolean,
): Promise<TestServer & { seen: unknown[] }> {
  const seen: unknown[] = []
  const server = await serve((request, response) => {
    seen.push(request.headers.authorization)
    if (accepts(request.headers.authorization)) json(response, podList(['a']))
    else json(response, failure(401, 'Unauthorized'), 401)
  })
  return { ...server, seen }
}

function clientOf(server: TestServer, user: Partial<User>, clock: TestClock): Client {
  const config = kubeConfig(user, server.url)
  const options = { clock, allowExec: false, execTimeout: 1000 }
  const transport = new HttpTransport({
    server: server.url,
    credentials: new KubeConfigCredentials(config, options),
    clock,
    environment: {},
  })
  return new Client({ transport, clock })
}

describe('a token file', () => {
  it('FAULT-D1 is read again each minute', async () => {
    await using folder = new Folder()
    const clock = new TestClock()
    writeFileSync(folder.at('token'), 'one')
    const file = credentials(tokenFile(folder.at('token')), clock)
    expect(await file.headers()).toEqual({ authorization: 'Bearer one' })
    writeFileSync(folder.at('token'), 'two')
    await clock.advance('59s')
    expect(await file.headers()).toEqual({ authorization: 'Bearer one' })
    await clock.advance('1s')
    expect(await file.headers()).toEqual({ authorization: 'Bearer two' })
  })

  it('FAULT-D1 is read again at once on a 401, and the request sent once more', async () => {
    await using folder = new Folder()
    writeFileSync(folder.at('token'), 'old')
    let valid = 'Bearer old'
    await using server = await guarded((shown) => shown === valid)
    await using client = clientOf(server, tokenFile(folder.at('token')), new TestClock())
    await client.list(Pod)
    valid = 'Bearer new'
    writeFileSync(folder.at('token'), 'new')
    expect(names(await client.list(Pod))).toEqual(['a'])
    expect(server.seen).toEqual(['Bearer old', 'Bearer old', 'Bearer new'])
    expect(server.connections()).toBeLessThanOrEqual(2)
  })

  it('leaves a 401 of a token that did not change to the caller, who may try again', async () => {
    await using folder = new Folder()
    writeFileSync(folder.at('token'), 'fresh')
    let refusals = 2
    await using server = await guarded(() => refusals-- <= 0)
    await using client = clientOf(server, tokenFile(folder.at('token')), new TestClock())
    await expect(client.list(Pod)).rejects.toMatchObject({ code: 401 })
    await expect(client.list(Pod)).rejects.toMatchObject({ code: 401 })
    expect(names(await client.list(Pod))).toEqual(['a'])
  })

  it('FAULT-D2 keeps its last good token while it is empty or gone, and is trimmed', async () => {
    await using folder = new Folder()
    const clock = new TestClock()
    writeFileSync(folder.at('token'), '  good\n')
    const file = credentials(tokenFile(folder.at('token')), clock)
    expect(await file.headers()).toEqual({ authorization: 'Bearer good' })
    for (const text of ['', '\n', undefined]) {
      if (text === undefined) rmSync(folder.at('token'))
      else writeFileSync(folder.at('token'), text)
      await clock.advance('2m')
      expect(await file.headers()).toEqual({ authorization: 'Bearer good' })
    }
    writeFileSync(folder.at('token'), 'better\n')
    expect(await file.headers()).toEqual({ authorization: 'Bearer better' })
  })

  it('says what is missing when it never was there', async () => {
    await expect(credentials(tokenFile('/nowhere/token')).headers()).rejects.toThrow(
      'no token in /nowhere/token',
    )
  })
})

describe('other credentials of a kubeconfig', () => {
  it('are a token, a name with a password, or what a provider gives', async () => {
    expect(await credentials({ token: 'abc\n' }).headers()).toEqual({ authorization: 'Bearer abc' })
    const basic = await credentials({ username: 'me', password: 'pw' }).headers()
    expect(basic).toEqual({ authorization: `Basic ${btoa('me:pw')}` })
    const oidc = await credentials({ authProvider: { name: 'oidc', config: {} } }).headers()
    expect(oidc).toEqual({ authorization: 'Bearer from-provider' })
    expect(await credentials({}).headers()).toEqual({})
  })

  it('show in no error, whatever goes wrong', async () => {
    await using server = await serve((request, response) => {
      if (request.url?.includes('reset')) request.socket.destroy()
      else json(response, failure(403, 'Forbidden'), 403)
    })
    await using client = clientOf(server, { token: canary }, new TestClock())
    await using unsent = clientOf(server, { token: `${canary}\u0000` }, new TestClock())
    await using unreachable = clientOf(
      { ...server, url: 'http://127.0.0.1:1' },
      { token: canary },
      new TestClock(),
    )
    const errors: unknown[] = []
    const at = { name: 'reset', namespace: 'x' }
    for (const each of [client, unsent, unreachable]) {
      await each.list(Pod).catch((error: unknown) => errors.push(error))
      await each.delete(Pod, at).catch((error: unknown) => errors.push(error))
    }
    expect(errors).toHaveLength(6)
    expect(inspect(errors, { depth: 10, showHidden: true })).not.toContain(canary)
  })
})

describe('an exec plugin', () => {
  function plugin(folder: Folder, script: string): Partial<User> {
    writeFileSync(folder.at('plugin'), `#!/bin/sh\n${script}\n`)
    chmodSync(folder.at('plugin'), 0o755)
    return {
      exec: { command: folder.at('plugin'), args: [canary], env: [{ name: 'FOLDER', value: folder.path }] },
    }
  }

  const credential = (expires: string): string =>
    `echo x >> "$FOLDER/runs"; echo '{"kind":"ExecCredential","status":{"token":"t","expirationTimestamp":"${expires}"}}'`

  it('FAULT-D6 runs only where that is allowed', async () => {
    await using folder = new Folder()
    expect(() => credentials(plugin(folder, 'exit 0'))).toThrow('allowExec')
  })

  it('FAULT-D6 is kept until 10 s before its credential ends', async () => {
    await using folder = new Folder()
    const clock = new TestClock({ start: '2025-01-01T00:00:00Z' })
    const exec = credentials(plugin(folder, credential('2025-01-01T01:00:00Z')), clock, true)
    const runs = (): number => readFileSync(folder.at('runs'), 'utf8').length / 2
    await Promise.all([exec.headers(), exec.headers(), exec.tls()])
    await clock.advance('59m')
    expect(await exec.headers()).toEqual({ authorization: 'Bearer t' })
    expect(runs()).toBe(1)
    await clock.advance('51s')
    await exec.headers()
    expect(runs()).toBe(2)
  })

  it('FAULT-D6 tells failure, junk and absence without a word of what it printed or was given', async () => {
    await using folder = new Folder()
    const scripts = [
      `echo ${canary}; echo ${canary} >&2; exit 3`,
      `echo '${canary} {'`,
      `echo '{"kind":"ExecCredential","status":{"other":"${canary}"}}'`,
    ]
    const errors: unknown[] = []
    for (const script of scripts) {
      const exec = credentials(plugin(folder, script), new TestClock(), true)
      await exec.headers().catch((error: unknown) => errors.push(error))
    }
    const absent = await credentials({ exec: { command: '/nowhere/plugin' } }, new TestClock(), true)
      .headers()
      .catch((error: unknown) => error)
    expect(String(absent)).toContain('could not be started')
    const all = inspect([...errors, absent], { depth: 10 })
    expect(all.match(/KubeConfigError/g)?.length).toBeGreaterThanOrEqual(4)
    expect(all).not.toContain(canary)
  })

  it('FAULT-D6 is ended when it takes too long', async () => {
    await using folder = new Folder()
    const clock = new TestClock()
    const outcome = credentials(plugin(folder, 'exec sleep 1000'), clock, true)
      .headers()
      .catch((error: unknown) => error)
    await clock.advance('61s')
    expect(String(await outcome)).toContain('did not finish within 60 s')
  })
})
