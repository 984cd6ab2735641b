import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CoreV1Api, KubeConfig } from '@kubernetes/client-node'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Client, isForbidden, isUnauthorized, transportFromKubeConfig } from '@rxkube/client'
import { ConfigMap, Namespace } from '@rxkube/meta'
import { ApiServer, type Kubeconfig, type Listening } from '@rxkube/api-server'

const run = promisify(execFile)
const found = await run('kubectl', ['version', '--client']).then(
  () => true,
  () => false,
)

let home: string
let server: ApiServer
let listening: Listening

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tls-'))
  server = new ApiServer({
    tokens: new Map([
      ['root-token', { name: 'root', groups: ['system:masters'] }],
      ['alice-token', { name: 'alice', groups: [] }],
    ]),
    authorize: ({ user, verb }) =>
      user.groups.includes('system:masters') ||
      (user.groups.includes('editors, and "more"') && verb === 'list') ||
      verb === 'impersonate',
  })
  listening = await server.listen({ tls: { clientCertificates: true } })
})
afterAll(async () => {
  await server.close()
  await rm(home, { recursive: true })
})

function configOf({ yaml }: Pick<Kubeconfig, 'yaml'>): KubeConfig {
  const config = new KubeConfig()
  config.loadFromString(yaml)
  return config
}

const clientFor = (config: Pick<Kubeconfig, 'yaml'>): Client => Client.fromKubeConfig(configOf(config))

const names = async (client: Client) =>
  (await client.list(Namespace)).items.map(({ metadata }) => metadata.name)
const systemNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system']

describe('a server that listens with TLS', () => {
  it('has a certificate of its own authority, for 127.0.0.1 and localhost', async () => {
    const { url, certificateAuthority = '' } = listening
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
    const authority = new X509Certificate(certificateAuthority)
    expect([authority.ca, authority.subject]).toEqual([true, 'CN=rxkube-ca'])
  })

  it.each(['127.0.0.1', 'localhost'])('is trusted as %s by who trusts that authority', async (host) => {
    const url = listening.url.replace('127.0.0.1', host)
    const config = listening.kubeconfig({ token: 'root-token' })
    await using client = clientFor({ yaml: config.yaml.replace(listening.url, url) })
    expect(await names(client)).toEqual(systemNamespaces)
  })

  it('is not trusted without', async () => {
    const { yaml } = listening.kubeconfig({ token: 'root-token' })
    const other = await new ApiServer().listen({ tls: true })
    const foreign = other.kubeconfig().config.clusters[0]?.cluster as { 'certificate-authority-data': string }
    const swapped = yaml.replace(
      /certificate-authority-data: .*/,
      `certificate-authority-data: ${foreign['certificate-authority-data']}`,
    )
    await other.close()
    await using client = clientFor({ yaml: swapped })
    await expect(names(client)).rejects.toMatchObject({ kind: 'tls' })
  })

  it('knows users by their tokens', async () => {
    await using alice = clientFor(listening.kubeconfig({ token: 'alice-token' }))
    await expect(names(alice)).rejects.toSatisfy(isForbidden)
    await using nobody = clientFor(listening.kubeconfig({ token: 'nonsense' }))
    await expect(names(nobody)).rejects.toSatisfy(isUnauthorized)
  })

  it('knows users by their certificates: the common name is the user, organizations are groups', async () => {
    const groups = ['editors, and "more"', 'others=x']
    const clientCertificate = await listening.clientCertificate({ name: 'bob "b", jr.', groups })
    await using client = clientFor(listening.kubeconfig({ clientCertificate }))
    expect(await names(client)).toEqual(systemNamespaces)
    const address = { namespace: 'default', name: 'x' }
    await expect(client.get(ConfigMap, address)).rejects.toThrow(String.raw`User "bob \"b\", jr." cannot get`)
  })

  it('answers 401 to a certificate of somebody else, unless a token says who it is', async () => {
    const other = new ApiServer()
    const stranger = await other.listen({ tls: { clientCertificates: true } })
    const clientCertificate = await stranger.clientCertificate({ name: 'bob', groups: ['system:masters'] })
    await other.close()
    await using client = clientFor(listening.kubeconfig({ clientCertificate }))
    await expect(names(client)).rejects.toSatisfy(isUnauthorized)
    const token = 'root-token'
    await using known = clientFor(listening.kubeconfig({ clientCertificate, token }))
    expect(await names(known)).toEqual(systemNamespaces)
  })

  it('may have a certificate of yours', async () => {
    const altNames = [{ type: 7, ip: '127.0.0.1' }] as const
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'mine' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [{ name: 'subjectAltName', altNames: [...altNames] }],
    })
    const own = await server.listen({
      tls: { certificate: { certificate: cert, key, certificateAuthority: cert } },
    })
    expect(own.certificateAuthority).toBe(cert)
    await using client = clientFor(own.kubeconfig({ token: 'root-token' }))
    expect(await names(client)).toEqual(systemNamespaces)
  })

  it('takes certificates of an authority that it was given', async () => {
    const signed = { keyType: 'ec', algorithm: 'sha256' } as const
    const extensions = [{ name: 'basicConstraints', cA: true, critical: true }] as const
    const authority = await generate([{ name: 'commonName', value: 'ours' }], {
      ...signed,
      extensions: [...extensions],
    })
    const carol = await generate([{ name: 'commonName', value: 'carol' }], {
      ...signed,
      ca: { key: authority.private, cert: authority.cert },
    })
    const own = await server.listen({ tls: { clientCertificates: authority.cert } })
    const clientCertificate = { certificate: carol.cert, key: carol.private }
    await using client = clientFor(own.kubeconfig({ clientCertificate }))
    await expect(names(client)).rejects.toThrow('User "carol" cannot list')
  })

  it('does not look at certificates that it did not ask for, and issues none', async () => {
    const plain = await server.listen({ tls: true })
    await expect(plain.clientCertificate({ name: 'x', groups: [] })).rejects.toThrow(TypeError)
    const clientCertificate = await listening.clientCertificate({ name: 'x', groups: [] })
    await using client = clientFor(plain.kubeconfig({ clientCertificate }))
    await expect(names(client)).rejects.toThrow('User "system:anonymous" cannot list')
  })

  it('is not spoken to without, and the other way round; either stays up', async () => {
    await expect(fetch(`${listening.url.replace('https:', 'http:')}/healthz`)).rejects.toThrow('fetch failed')
    const plain = await server.listen()
    await expect(fetch(`${plain.url.replace('http:', 'https:')}/healthz`)).rejects.toThrow('fetch failed')
    expect(await (await fetch(`${plain.url}/healthz`)).text()).toBe('ok')
    await using client = clientFor(listening.kubeconfig({ token: 'root-token' }))
    expect(await names(client)).toEqual(systemNamespaces)
  })

  it('is what client-node expects', async () => {
    const config = configOf(listening.kubeconfig({ token: 'root-token' }))
    const { items } = await config.makeApiClient(CoreV1Api).listNamespace()
    expect(items.map(({ metadata }) => metadata?.name)).toEqual(systemNamespaces)
  })

  it('lets anonymous users ask whether it is well, and nothing else', async () => {
    await using transport = transportFromKubeConfig(configOf(listening.kubeconfig()))
    for (const path of ['/healthz', '/livez', '/readyz', '/version']) {
      const { status, body } = await transport.request({ method: 'GET', path, headers: {} })
      await Array.fromAsync(body)
      expect([path, status]).toEqual([path, path === '/version' ? 403 : 200])
    }
  })
})

describe.skipIf(!found)('kubectl over TLS', { timeout: 30_000 }, () => {
  const kubectl = async ({ yaml }: Kubeconfig, ...args: string[]): Promise<string> => {
    const file = join(home, 'kubectl-config')
    await writeFile(file, yaml)
    const flags = ['--kubeconfig', file, '--cache-dir', join(home, 'cache')]
    const { stdout } = await run('kubectl', [...flags, ...args], { env: { ...process.env, HOME: home } })
    return stdout.trimEnd()
  }

  it('sends its token', async () => {
    const root = listening.kubeconfig({ token: 'root-token' })
    expect(await kubectl(root, 'auth', 'whoami', '-o', 'jsonpath={.status.userInfo.username}')).toBe('root')
    expect(await kubectl(root, 'get', 'namespaces', '-o', 'name')).toContain('namespace/default')
  })

  it('sends its certificate', async () => {
    const clientCertificate = await listening.clientCertificate({ name: 'dora', groups: ['system:masters'] })
    const dora = listening.kubeconfig({ clientCertificate })
    expect(await kubectl(dora, 'auth', 'whoami', '-o', 'jsonpath={.status.userInfo}')).toBe(
      '{"groups":["system:masters","system:authenticated"],"username":"dora"}',
    )
  })

  it('impersonates', async () => {
    const as = ['--as', 'eve', '--as-group', 'system:masters', '--as-group', 'ops', '--as-uid', 'u-1']
    const root = listening.kubeconfig({ token: 'alice-token' })
    expect(await kubectl(root, ...as, 'auth', 'whoami', '-o', 'jsonpath={.status.userInfo}')).toBe(
      '{"groups":["system:masters","ops","system:authenticated"],"uid":"u-1","username":"eve"}',
    )
  })

  it('is refused with an unknown token', async () => {
    await expect(kubectl(listening.kubeconfig({ token: 'x' }), 'get', 'pods')).rejects.toMatchObject({
      stderr: expect.stringContaining('You must be logged in to the server') as string,
    })
  })
})
