import {
  Client,
  HttpTransport,
  KubeConfigCredentials,
  Pod,
  TransportError,
  type HttpTransportOptions,
} from '@rxkube/client'
import { systemClock, TestClock } from '@rxkube/clock'
import type { Cluster, User } from '@kubernetes/client-node'
import { writeFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { createServer, type Server } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { Authority, type Pair } from './support/certificates.ts'
import { Folder } from './support/folder.ts'
import { json, listen } from './support/http-server.ts'
import { event, names, podList } from './support/objects.ts'

function transport(
  cluster: Partial<Cluster> & { readonly server: string },
  user: Partial<User>,
  options: Partial<HttpTransportOptions> = {},
): HttpTransport {
  const { clock = systemClock } = options
  const kubeConfig = {
    getCurrentCluster: () => ({ name: 'c', skipTLSVerify: false, ...cluster }),
    getCurrentUser: () => ({ name: 'u', ...user }),
    applyToHTTPSOptions: () => Promise.resolve(),
  }
  const credentials = new KubeConfigCredentials(kubeConfig, { clock, allowExec: false, execTimeout: 1000 })
  return new HttpTransport({ server: cluster.server, credentials, environment: {}, ...options })
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

/** Answers with the name in the client's certificate, and leaves watches open. */
function mutual(pair: Pair, ca: string): Server {
  return createServer({ ...pair, ca, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    const { CN } = (request.socket as TLSSocket).getPeerCertificate().subject
    if (request.url?.includes('watch')) response.write(event('ADDED', String(CN)))
    else json(response, podList([String(CN)]))
  })
}

describe('TLS', () => {
  it('verifies the server, by the authority and the name that the kubeconfig gives, whatever the environment says', async () => {
    const ca = await Authority.make('ca')
    const server = createServer(await ca.issue('api.test'), (_, response) => json(response, podList(['a'])))
    await using at = await listen(server, 'https')
    const caData = base64(ca.cert)
    await using good = new Client({
      transport: transport({ server: at.url, caData, tlsServerName: 'api.test' }, {}),
    })
    expect(names(await good.list(Pod))).toEqual(['a'])
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    try {
      for (const cluster of [{}, { caData, tlsServerName: 'other.test' }]) {
        await using bad = new Client({ transport: transport({ server: at.url, ...cluster }, {}) })
        await expect(bad.list(Pod)).rejects.toMatchObject({ name: 'TransportError', kind: 'tls' })
      }
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    }
  })

  it('goes unverified only when told so, and says it', async () => {
    const { cert, key } = await (await Authority.make('ca')).issue('x')
    const server = createServer({ cert, key }, (_, response) => json(response, podList(['a'])))
    await using at = await listen(server, 'https')
    const warnings: Error[] = []
    const heard = (warning: Error): unknown => warnings.push(warning)
    process.on('warning', heard)
    await using insecure = transport({ server: at.url, skipTLSVerify: true }, {})
    expect(names(await new Client({ transport: insecure }).list(Pod))).toEqual(['a'])
    process.off('warning', heard)
    expect(insecure.insecure).toBe(true)
    expect(String(warnings)).toContain('is not verified')
  })

  it('FAULT-D4 takes up a rotated client certificate on new connections, and leaves an open watch alone', async () => {
    await using folder = new Folder()
    const ca = await Authority.make('ca')
    await using at = await listen(mutual(await ca.issue('api'), ca.cert), 'https')
    const [certFile, keyFile] = [folder.at('client.pem'), folder.at('client.key')]
    const rotate = async (name: string): Promise<void> => {
      const { cert, key } = await ca.issue(name)
      writeFileSync(certFile, cert)
      writeFileSync(keyFile, key)
    }
    await rotate('before')
    const clock = new TestClock()
    const over = transport({ server: at.url, caData: base64(ca.cert) }, { certFile, keyFile }, { clock })
    await using client = new Client({ transport: over, clock })
    const watch = await client.watch(Pod, { timeoutSeconds: 3000 })
    const reading = watch[Symbol.asyncIterator]()
    expect(await reading.next()).toMatchObject({ value: [{ object: { metadata: { name: 'before' } } }] })
    expect(names(await client.list(Pod))).toEqual(['before'])
    await rotate('after')
    await clock.advance('5m')
    expect(names(await client.list(Pod))).toEqual(['after'])
    let ended = false
    void reading.next().finally(() => (ended = true))
    await clock.settle()
    expect(ended).toBe(false)
    watch.stop()
  })

  it('FAULT-D5 reads a rotated authority at once when TLS fails', async () => {
    await using folder = new Folder()
    const [one, two] = [await Authority.make('one'), await Authority.make('two')]
    const server = createServer(await one.issue('api'), (_, response) => {
      response.setHeader('connection', 'close')
      json(response, podList(['a']))
    })
    await using at = await listen(server, 'https')
    const caFile = folder.at('ca.crt')
    writeFileSync(caFile, one.cert)
    await using client = new Client({ transport: transport({ server: at.url, caFile }, {}) })
    await client.list(Pod)
    server.setSecureContext(await two.issue('api'))
    await expect(client.list(Pod)).rejects.toMatchObject({ kind: 'tls' })
    writeFileSync(caFile, two.cert)
    expect(names(await client.list(Pod))).toEqual(['a'])
  })

  it('tells a plain server behind an https address as a TransportError', async () => {
    await using at = await listen((await import('node:http')).createServer(), 'https')
    await using client = new Client({ transport: transport({ server: at.url }, {}) })
    await expect(client.list(Pod)).rejects.toThrow(TransportError)
  })

  it('chooses HTTP/2 where the server offers it, and HTTP/1.1 where not, each over the connection that asked', async () => {
    const ca = await Authority.make('ca')
    const handle = (request: { httpVersion: string }, response: { end(text: string): unknown }): unknown =>
      response.end(JSON.stringify(podList([request.httpVersion])))
    await using both = await listen(
      createSecureServer({ ...(await ca.issue('a')), allowHTTP1: true }, handle),
      'https',
    )
    await using old = await listen(createServer(await ca.issue('b'), handle), 'https')
    for (const [at, version] of [
      [both, '2.0'],
      [old, '1.1'],
    ] as const) {
      await using client = new Client({
        transport: transport({ server: at.url, caData: base64(ca.cert) }, {}),
      })
      expect(names(await client.list(Pod))).toEqual([version])
      expect(names(await client.list(Pod))).toEqual([version])
      expect(at.connections()).toBe(1)
    }
    const caData = base64(ca.cert)
    await using plain = new Client({
      transport: transport({ server: both.url, caData }, {}, { http2: false }),
    })
    expect(names(await plain.list(Pod))).toEqual(['1.1'])
    await using forced = new Client({
      transport: transport({ server: old.url, caData }, {}, { http2: true }),
    })
    await expect(forced.list(Pod)).rejects.toThrow(TransportError)
  })
})
