import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { hasKubectl, Kubectl } from './kubectl/kubectl.ts'
import { Api, maps } from './support/api.ts'

const pods = '/api/v1/namespaces/default/pods'
let server: ApiServer
let api: Api
let kubectl: Kubectl

beforeAll(async () => {
  server = new ApiServer()
  api = new Api(server.transport())
  kubectl = await Kubectl.for(server)
})
afterAll(async () => {
  await kubectl[Symbol.asyncDispose]()
  await server.close()
})

/** An owner and something that it owns. */
async function family(owner: string, child: string): Promise<void> {
  const { body } = await api.post(maps, { metadata: { name: owner } })
  const reference = { apiVersion: 'v1', kind: 'ConfigMap', name: owner, uid: body.metadata?.uid }
  const ownerReferences = [{ ...reference, blockOwnerDeletion: true }]
  await api.post(maps, { metadata: { name: child, ownerReferences } })
}

const statusOf = async (path: string) => (await api.get(path)).status
const graceOf = async (name: string) =>
  (await api.get(`${pods}/${name}`)).body.metadata?.deletionGracePeriodSeconds

async function pod(name: string): Promise<void> {
  const spec = { nodeName: 'n', terminationGracePeriodSeconds: 1, containers: [{ name: 'c', image: 'a' }] }
  await api.post(pods, { metadata: { name }, spec })
  const conditions = [{ type: 'Ready', status: 'True' }]
  await api.merge(`${pods}/${name}/status`, { status: { phase: 'Running', conditions } })
}

describe.skipIf(!hasKubectl)('kubectl delete (skipped without kubectl)', { timeout: 30_000 }, () => {
  it('--cascade=background lets the garbage collector delete what is left', async () => {
    await family('b-owner', 'b-child')
    await kubectl.run('delete', 'configmap', 'b-owner', '--cascade=background')
    await kubectl.run('wait', '--for=delete', 'configmap/b-child', '--timeout=10s')
    expect(await statusOf(`${maps}/b-child`)).toBe(404)
  })

  it('--cascade=foreground waits until dependents are gone', async () => {
    await family('f-owner', 'f-child')
    await kubectl.run('delete', 'configmap', 'f-owner', '--cascade=foreground')
    expect([await statusOf(`${maps}/f-owner`), await statusOf(`${maps}/f-child`)]).toEqual([404, 404])
  })

  it('--cascade=orphan leaves dependents, without their owner', async () => {
    await family('o-owner', 'o-child')
    await kubectl.run('delete', 'configmap', 'o-owner', '--cascade=orphan')
    expect(await statusOf(`${maps}/o-owner`)).toBe(404)
    expect((await api.get(`${maps}/o-child`)).body.metadata?.ownerReferences).toBeUndefined()
  })

  it('waits until a pod has ended', async () => {
    await pod('waited')
    expect(await kubectl.run('delete', 'pod', 'waited')).toBe('pod "waited" deleted')
    expect(await statusOf(`${pods}/waited`)).toBe(404)
  })

  it('--wait=false returns while the pod is still ending', async () => {
    await pod('unwatched')
    await kubectl.run('delete', 'pod', 'unwatched', '--wait=false', '--grace-period=20')
    expect(await graceOf('unwatched')).toBe(20)
  })

  it('--now gives a pod a second', async () => {
    await pod('now')
    await kubectl.run('delete', 'pod', 'now', '--now', '--wait=false')
    expect(await graceOf('now')).toBe(1)
  })

  it('-l deletes what a selector matches, --dry-run=server nothing', async () => {
    await api.post(maps, { metadata: { name: 'l-one', labels: { set: 'l' } } })
    await kubectl.run('delete', 'configmap', '-l', 'set=l', '--dry-run=server')
    expect(await statusOf(`${maps}/l-one`)).toBe(200)
    await kubectl.run('delete', 'configmap', '-l', 'set=l')
    expect(await statusOf(`${maps}/l-one`)).toBe(404)
  })

  it('of a namespace waits until its content is gone', async () => {
    await kubectl.run('create', 'namespace', 'full')
    await kubectl.run('create', 'configmap', 'inside', '--namespace=full')
    await kubectl.run('delete', 'namespace', 'full')
    expect(await statusOf('/api/v1/namespaces/full')).toBe(404)
  })
})

describe.skipIf(!hasKubectl)('kubectl (skipped without kubectl)', { timeout: 30_000 }, () => {
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
    ['poddisruptionbudget', 'b', '--selector=app=x', '--min-available=1'],
    ['service', 'clusterip', 'svc', '--tcp=80'],
    ['service', 'nodeport', 'np', '--tcp=80'],
    ['service', 'externalname', 'en', '--external-name=a.b'],
  ])('create %s', async (...args) => {
    expect(await kubectl.run('create', ...args)).toContain('created')
  })

  it('get shows every kind there is, as a table', async () => {
    const names = await kubectl.run('api-resources', '--verbs=list', '-o', 'name')
    const { code, stderr } = await kubectl.attempt(['get', names.split('\n').join(','), '-A'])
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'Warning: v1 ComponentStatus is deprecated in v1.19+\n',
    })
  })

  it('expose gives a service with an address and a port of the nodes', async () => {
    await kubectl.run('create', 'deployment', 'exposed', '--image=nginx')
    await kubectl.run('expose', 'deployment', 'exposed', '--port=80', '--type=NodePort')
    expect(await kubectl.run('get', 'service', 'exposed', '--no-headers')).toMatch(
      /^exposed +NodePort +10\.0\.\d+\.\d+ +<none> +80:3\d{4}\/TCP/,
    )
  })

  it('get -w shows what is created after it began', async () => {
    const opened = Promise.withResolvers<undefined>()
    const seen = Promise.withResolvers<undefined>()
    const stop = server.requests(({ verb, path }) => {
      if (verb === 'watch' && path.includes('/secrets')) opened.resolve(undefined)
    })
    const watching = kubectl.attempt(
      ['get', 'secrets', '-w', '-o', 'name', '--field-selector=metadata.name=seen'],
      {
        until: seen.promise,
        onOutput: (text) => text.includes('secret/seen') && seen.resolve(undefined),
      },
    )
    await opened.promise
    stop()
    await kubectl.run('create', 'secret', 'generic', 'seen', '--from-literal=a=b')
    expect((await watching).stdout).toBe('secret/seen\n')
  })
})
