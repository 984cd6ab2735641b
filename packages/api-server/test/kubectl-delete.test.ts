import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

const run = promisify(execFile)
const installed = await run('kubectl', ['version', '--client']).then(
  () => true,
  () => false,
)

const pods = '/api/v1/namespaces/default/pods'
let server: ApiServer
let api: Api
let home: string
let flags: readonly string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kubectl-'))
  server = new ApiServer()
  api = new Api(server.transport())
  const { url } = await server.listen()
  const config = join(home, 'config')
  await writeFile(config, server.kubeconfig({ url }).yaml)
  flags = ['--kubeconfig', config, '--cache-dir', join(home, 'cache')]
})
afterAll(async () => {
  await server.close()
  await rm(home, { recursive: true })
})

async function kubectl(...args: string[]): Promise<string> {
  const { stdout } = await run('kubectl', [...flags, ...args], { env: { ...process.env, HOME: home } })
  return stdout.trimEnd()
}

/** An owner and something that it owns. */
async function family(owner: string, child: string): Promise<void> {
  const { body } = await api.post(maps, { metadata: { name: owner } })
  const reference = { apiVersion: 'v1', kind: 'ConfigMap', name: owner, uid: body.metadata?.uid }
  const ownerReferences = [{ ...reference, blockOwnerDeletion: true }]
  await api.post(maps, { metadata: { name: child, ownerReferences } })
}

const statusOf = async (path: string) => (await api.get(path)).status

async function pod(name: string, metadata: object = {}, nodeName = 'n'): Promise<void> {
  const spec = { nodeName, terminationGracePeriodSeconds: 1, containers: [{ name: 'c', image: 'a' }] }
  await api.post(pods, { metadata: { name, ...metadata }, spec })
  const conditions = [{ type: 'Ready', status: 'True' }]
  await api.merge(`${pods}/${name}/status`, { status: { phase: 'Running', conditions } })
}

describe.skipIf(!installed)('kubectl delete (skipped without kubectl)', { timeout: 30_000 }, () => {
  it('--cascade=background lets the garbage collector delete what is left', async () => {
    await family('b-owner', 'b-child')
    await kubectl('delete', 'configmap', 'b-owner', '--cascade=background')
    await kubectl('wait', '--for=delete', 'configmap/b-child', '--timeout=10s')
    expect(await statusOf(`${maps}/b-child`)).toBe(404)
  })

  it('--cascade=foreground waits until dependents are gone', async () => {
    await family('f-owner', 'f-child')
    await kubectl('delete', 'configmap', 'f-owner', '--cascade=foreground')
    expect([await statusOf(`${maps}/f-owner`), await statusOf(`${maps}/f-child`)]).toEqual([404, 404])
  })

  it('--cascade=orphan leaves dependents, without their owner', async () => {
    await family('o-owner', 'o-child')
    await kubectl('delete', 'configmap', 'o-owner', '--cascade=orphan')
    expect(await statusOf(`${maps}/o-owner`)).toBe(404)
    expect((await api.get(`${maps}/o-child`)).body.metadata?.ownerReferences).toBeUndefined()
  })

  it('waits until a pod has ended', async () => {
    await pod('waited')
    expect(await kubectl('delete', 'pod', 'waited')).toBe('pod "waited" deleted')
    expect(await statusOf(`${pods}/waited`)).toBe(404)
  })

  it('--wait=false returns while the pod is still ending', async () => {
    await pod('unwatched')
    await kubectl('delete', 'pod', 'unwatched', '--wait=false', '--grace-period=20')
    expect((await api.get(`${pods}/unwatched`)).body.metadata?.deletionGracePeriodSeconds).toBe(20)
  })

  it('--force --grace-period=0 ends it at once', async () => {
    await pod('forced')
    await kubectl('delete', 'pod', 'forced', '--force', '--grace-period=0')
    expect(await statusOf(`${pods}/forced`)).toBe(404)
  })

  it('--now gives a pod a second', async () => {
    await pod('now')
    await kubectl('delete', 'pod', 'now', '--now', '--wait=false')
    expect((await api.get(`${pods}/now`)).body.metadata?.deletionGracePeriodSeconds).toBe(1)
  })

  it('-l deletes what a selector matches, --dry-run=server nothing', async () => {
    await api.post(maps, { metadata: { name: 'l-one', labels: { set: 'l' } } })
    await kubectl('delete', 'configmap', '-l', 'set=l', '--dry-run=server')
    expect(await statusOf(`${maps}/l-one`)).toBe(200)
    await kubectl('delete', 'configmap', '-l', 'set=l')
    expect(await statusOf(`${maps}/l-one`)).toBe(404)
  })

  it('of a namespace waits until its content is gone', async () => {
    await kubectl('create', 'namespace', 'full')
    await kubectl('create', 'configmap', 'inside', '--namespace=full')
    await kubectl('delete', 'namespace', 'full')
    expect(await statusOf('/api/v1/namespaces/full')).toBe(404)
  })
})

describe.skipIf(!installed)('kubectl drain', { timeout: 30_000 }, () => {
  const drain = ['drain', 'worker', '--force', '--grace-period=1']

  it('evicts the pods of a node, and cordons it', async () => {
    await api.post('/api/v1/nodes', { metadata: { name: 'worker' } })
    await pod('drained', {}, 'worker')
    expect(await kubectl(...drain)).toContain('node/worker drained')
    expect(await statusOf(`${pods}/drained`)).toBe(404)
    expect((await api.get('/api/v1/nodes/worker')).body.spec).toMatchObject({ unschedulable: true })
  })

  it('waits for a disruption budget', async () => {
    await pod('kept', { labels: { app: 'kept' } }, 'worker')
    await kubectl('create', 'poddisruptionbudget', 'all', '--selector=app=kept', '--min-available=1')
    await expect(kubectl(...drain, '--timeout=2s')).rejects.toMatchObject({
      stderr: expect.stringContaining(
        "Cannot evict pod as it would violate the pod's disruption budget.",
      ) as string,
    })
    await kubectl('delete', 'poddisruptionbudget', 'all')
    expect(await kubectl(...drain)).toContain('node/worker drained')
  })
})

describe.skipIf(!installed)('kubectl create and friends', { timeout: 30_000 }, () => {
  it.each([
    ['job', 'j', '--image=a'],
    ['cronjob', 'cj', '--image=a', '--schedule=* * * * *'],
    ['quota', 'q', '--hard=pods=3'],
    ['secret', 'generic', 's', '--from-literal=k=v'],
    ['serviceaccount', 'sa'],
    ['priorityclass', 'pc', '--value=7'],
    ['role', 'r', '--verb=get', '--resource=pods'],
    ['rolebinding', 'rb', '--role=r', '--serviceaccount=default:sa'],
    ['ingress', 'i', '--rule=a.b/*=s:80'],
    ['service', 'clusterip', 'svc', '--tcp=80'],
    ['service', 'nodeport', 'np', '--tcp=80'],
    ['service', 'externalname', 'en', '--external-name=a.b'],
  ])('create %s', async (...args) => {
    expect(await kubectl('create', ...args)).toContain('created')
  })

  it('expose gives a service with an address', async () => {
    await kubectl('create', 'deployment', 'exposed', '--image=nginx')
    expect(await kubectl('expose', 'deployment', 'exposed', '--port=80', '--type=NodePort')).toBe(
      'service/exposed exposed',
    )
    expect(await kubectl('get', 'service', 'exposed', '--no-headers')).toMatch(
      /^exposed +NodePort +10\.0\.\d+\.\d+ +<none> +80:3\d{4}\/TCP/,
    )
  })

  it('autoscale', async () => {
    await kubectl('create', 'deployment', 'scaled', '--image=nginx')
    expect(await kubectl('autoscale', 'deployment', 'scaled', '--max=5', '--cpu-percent=50')).toBe(
      'horizontalpodautoscaler.autoscaling/scaled autoscaled',
    )
    expect(await kubectl('get', 'hpa', 'scaled', '-o', 'jsonpath={.spec.maxReplicas}')).toBe('5')
  })

  it('auth can-i and whoami', async () => {
    expect(await kubectl('auth', 'can-i', 'get', 'pods')).toBe('yes')
    expect(await kubectl('auth', 'whoami', '-o', 'jsonpath={.status.userInfo.username}')).toBe(
      'system:anonymous',
    )
  })

  it('create token is refused with a reason', async () => {
    await kubectl('create', 'serviceaccount', 'tokenless')
    await expect(kubectl('create', 'token', 'tokenless')).rejects.toMatchObject({
      stderr: expect.stringContaining('not implemented by this API server') as string,
    })
  })
})
