import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'

const run = promisify(execFile)
const found = await run('kubectl', ['version', '--client']).then(
  () => true,
  () => false,
)

let server: ApiServer
let home: string
let flags: readonly string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kubectl-'))
  server = new ApiServer()
  const { url } = await server.listen()
  const config = join(home, 'config')
  await writeFile(config, server.kubeconfig({ url }).yaml)
  flags = ['--kubeconfig', config, '--cache-dir', join(home, 'cache')]
})
afterAll(async () => {
  await server.close()
  await rm(home, { recursive: true })
})

const environment = () => ({ ...process.env, HOME: home })

async function kubectl(...args: string[]): Promise<string> {
  const { stdout } = await run('kubectl', [...flags, ...args], { env: environment() })
  return stdout.trimEnd()
}

async function manifest(name: string, object: unknown): Promise<string> {
  const file = join(home, `${name}.json`)
  await writeFile(file, JSON.stringify(object))
  return file
}

const template = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'c', image: 'nginx' }] },
}
const deployment = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: { selector: { matchLabels: { app: 'web' } }, template },
})

describe.skipIf(!found)('kubectl (skipped where there is none on the PATH)', { timeout: 30_000 }, () => {
  it('version', async () => {
    expect(await kubectl('version')).toContain('Server Version: v1.32.0')
  })

  it('api-resources', async () => {
    expect(await kubectl('api-resources', '--api-group=apps', '--no-headers')).toMatch(
      /^deployments +deploy +apps\/v1 +true +Deployment$/m,
    )
  })

  it('get', async () => {
    expect(await kubectl('get', 'namespaces', '-o', 'name')).toBe(
      'namespace/default\nnamespace/kube-node-lease\nnamespace/kube-public\nnamespace/kube-system',
    )
  })

  it('get with columns', async () => {
    expect(await kubectl('get', 'namespace', 'default')).toMatch(/^NAME +STATUS +AGE\ndefault +Active +\d+s$/)
  })

  it('get of what is absent', async () => {
    await expect(kubectl('get', 'configmap', 'absent')).rejects.toMatchObject({
      stderr: 'Error from server (NotFound): configmaps "absent" not found\n',
    })
  })

  it('create namespace, whose body is protobuf', async () => {
    expect(await kubectl('create', 'namespace', 'made')).toBe('namespace/made created')
  })

  it('create configmap, whose body is protobuf', async () => {
    expect(await kubectl('create', 'configmap', 'made', '--from-literal=k=v')).toBe('configmap/made created')
    expect(await kubectl('get', 'configmap', 'made', '-o', 'jsonpath={.data.k}')).toBe('v')
  })

  it('create -f', async () => {
    const file = await manifest('created', deployment('created'))
    expect(await kubectl('create', '-f', file)).toBe('deployment.apps/created created')
    expect(await kubectl('get', 'deployment', 'created', '--no-headers')).toMatch(
      /^created +0\/1 +0 +0 +\d+s$/,
    )
  })

  it('create -f with a field that does not exist', async () => {
    const file = await manifest('strict', { ...deployment('strict'), bogus: 1 })
    await expect(kubectl('create', '-f', file)).rejects.toMatchObject({
      stderr: expect.stringContaining('strict decoding error: unknown field "bogus"') as string,
    })
  })

  it('apply -f of something new', async () => {
    const file = await manifest('applied', deployment('applied'))
    expect(await kubectl('apply', '-f', file)).toBe('deployment.apps/applied created')
  })

  it('replace -f', async () => {
    await kubectl('create', '-f', await manifest('replaced', deployment('replaced')))
    const spec = { ...deployment('replaced').spec, replicas: 3 }
    const file = await manifest('replaced', { ...deployment('replaced'), spec })
    expect(await kubectl('replace', '-f', file)).toBe('deployment.apps/replaced replaced')
    expect(await kubectl('get', 'deployment', 'replaced', '-o', 'jsonpath={.spec.replicas}')).toBe('3')
  })

  it('patch --type=merge', async () => {
    await kubectl('create', 'configmap', 'merged')
    await kubectl('patch', 'configmap', 'merged', '--type=merge', '-p', '{"data":{"a":"b"}}')
    expect(await kubectl('get', 'configmap', 'merged', '-o', 'jsonpath={.data.a}')).toBe('b')
  })

  it('patch --type=json', async () => {
    await kubectl('create', 'configmap', 'patched', '--from-literal=a=b')
    const patch = '[{"op":"replace","path":"/data/a","value":"c"}]'
    await kubectl('patch', 'configmap', 'patched', '--type=json', '-p', patch)
    expect(await kubectl('get', 'configmap', 'patched', '-o', 'jsonpath={.data.a}')).toBe('c')
  })

  it('label and get -l', async () => {
    await kubectl('create', 'configmap', 'labelled')
    expect(await kubectl('label', 'configmap', 'labelled', 'tier=gold')).toBe('configmap/labelled labeled')
    expect(await kubectl('get', 'configmap', '-l', 'tier=gold', '-o', 'name')).toBe('configmap/labelled')
  })

  it('annotate', async () => {
    await kubectl('create', 'configmap', 'noted')
    expect(await kubectl('annotate', 'configmap', 'noted', 'why=because')).toBe('configmap/noted annotated')
  })

  it('delete, which waits until it is gone', async () => {
    await kubectl('create', 'configmap', 'doomed')
    expect(await kubectl('delete', 'configmap', 'doomed')).toBe('configmap "doomed" deleted')
  })

  it('delete namespace', async () => {
    await kubectl('create', 'namespace', 'doomed')
    expect(await kubectl('delete', 'namespace', 'doomed')).toBe('namespace "doomed" deleted')
  })

  it('scale', async () => {
    await kubectl('create', '-f', await manifest('scaled', deployment('scaled')))
    expect(await kubectl('scale', 'deployment', 'scaled', '--replicas=4')).toBe(
      'deployment.apps/scaled scaled',
    )
    expect(await kubectl('get', 'deployment', 'scaled', '-o', 'jsonpath={.spec.replicas}')).toBe('4')
  })

  it('wait --for=jsonpath', async () => {
    await kubectl('create', 'configmap', 'awaited', '--from-literal=a=b')
    expect(await kubectl('wait', '--for=jsonpath={.data.a}=b', 'configmap/awaited', '--timeout=10s')).toBe(
      'configmap/awaited condition met',
    )
  })

  it('get -w', async () => {
    const watching = spawn('kubectl', [...flags, 'get', 'secrets', '-w', '-o', 'name'], {
      env: environment(),
    })
    let output = ''
    watching.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const opened = Promise.withResolvers<undefined>()
    const stop = server.requests(({ verb, path }) => {
      if (verb === 'watch' && path.includes('/secrets')) opened.resolve(undefined)
    })
    await opened.promise
    stop()
    await kubectl('create', 'secret', 'generic', 'seen', '--from-literal=a=b')
    await expect.poll(() => output, { timeout: 10_000 }).toBe('secret/seen\n')
    watching.kill()
    await once(watching, 'close')
  })
})
