import { createHmac, createSecretKey } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type ApiServerOptions } from '@rxkube/api-server'
import { Api } from './support/api.ts'
import { pods, status as statusOf } from './support/pods.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock({ start: '2026-11-23T18:44:46Z' })
})
afterEach(async () => server.close())

function begin(options: ApiServerOptions = {}): void {
  server = new ApiServer({
    clock,
    random: clock.random,
    serviceAccounts: true,
    compactionInterval: 0,
    ...options,
  })
  api = new Api(server.transport())
}

const containers = [{ name: 'c', image: 'a' }]
const accounts = '/api/v1/namespaces/default/serviceaccounts'
type Spec = Record<string, unknown>

describe('admission of pods with service accounts', () => {
  it('refuses a pod whose account is not there', async () => {
    begin({ controllers: [] })
    const { text, status } = await api.post(pods, { metadata: { name: 'p' }, spec: { containers } })
    expect(status).toBe(403)
    expect(text).toBe(
      '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"pods \\"p\\" is forbidden: error looking up service account default/default: serviceaccount \\"default\\" not found","reason":"Forbidden","details":{"name":"p","kind":"pods"},"code":403}\n',
    )
  })

  it('mounts the token of the account of the namespace', async () => {
    begin()
    const { body, status } = await api.post(pods, { metadata: { name: 'p' }, spec: { containers } })
    expect(status).toBe(201)
    const spec = body.spec as { volumes: { name: string }[]; containers: Spec[] } & Spec
    const name = spec.volumes[0]?.name ?? ''
    expect(name).toMatch(/^kube-api-access-[a-z0-9]{5}$/)
    expect(spec.volumes).toEqual([
      {
        name,
        projected: {
          sources: [
            { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
            { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
            {
              downwardAPI: {
                items: [
                  { path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } },
                ],
              },
            },
          ],
          defaultMode: 420,
        },
      },
    ])
    expect(spec.containers[0]?.['volumeMounts']).toEqual([
      { name, readOnly: true, mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' },
    ])
    expect(spec).toMatchObject({ serviceAccountName: 'default', serviceAccount: 'default' })
    // What admission adds is nobody's.
    const owned = JSON.stringify(body.metadata?.managedFields)
    expect(owned).not.toContain('f:serviceAccountName')
    expect(owned).not.toContain('f:volumes')
  })

  it('mounts nothing where the pod or its account does not want it', async () => {
    begin()
    const bare = { containers, automountServiceAccountToken: false, serviceAccountName: 'default' }
    const { body } = await api.post(pods, { metadata: { name: 'p' }, spec: bare })
    expect(body.spec).not.toHaveProperty('volumes')
    await api.post(accounts, { metadata: { name: 'shy' }, automountServiceAccountToken: false })
    const spec = { containers, serviceAccountName: 'shy' }
    expect((await api.post(pods, { metadata: { name: 'q' }, spec })).body.spec).not.toHaveProperty('volumes')
    const wants = { ...spec, automountServiceAccountToken: true }
    expect((await api.post(pods, { metadata: { name: 'r' }, spec: wants })).body.spec).toHaveProperty(
      'volumes',
    )
  })

  it('refuses an account that is not there although nothing is mounted', async () => {
    begin()
    const spec = { containers, automountServiceAccountToken: false, serviceAccountName: 'zz' }
    expect((await api.post(pods, { metadata: { name: 'q' }, spec })).body).toMatchObject({
      code: 403,
      message:
        'pods "q" is forbidden: error looking up service account default/zz: serviceaccount "zz" not found',
    })
  })

  it('leaves a mount alone that is there, and hands on pull secrets', async () => {
    begin()
    await api.post(accounts, { metadata: { name: 'puller' }, imagePullSecrets: [{ name: 'registry' }] })
    const volumeMounts = [{ name: 'own', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }]
    const volumes = [{ name: 'own', emptyDir: {} }]
    const spec = { containers: [{ ...containers[0], volumeMounts }], volumes, serviceAccountName: 'puller' }
    const { body } = await api.post(pods, { metadata: { name: 'p' }, spec })
    expect(body.spec).toMatchObject({ volumes: [{ name: 'own' }], imagePullSecrets: [{ name: 'registry' }] })
  })
})

describe('what each namespace has', () => {
  it('is a default account and the root certificate, also when somebody takes them away', async () => {
    begin({ serviceAccounts: { rootCa: 'PEM' } })
    await api.post('/api/v1/namespaces', { metadata: { name: 'new' } })
    await clock.settle()
    expect((await api.get('/api/v1/namespaces/new/serviceaccounts/default')).status).toBe(200)
    const map = '/api/v1/namespaces/new/configmaps/kube-root-ca.crt'
    expect((await api.get(map)).body.data).toEqual({ 'ca.crt': 'PEM' })
    await api.delete('/api/v1/namespaces/new/serviceaccounts/default')
    await api.merge(map, { data: { 'ca.crt': 'forged' } })
    await clock.settle()
    expect((await api.get('/api/v1/namespaces/new/serviceaccounts/default')).status).toBe(200)
    expect((await api.get(map)).body.data).toEqual({ 'ca.crt': 'PEM' })
  })

  it('goes with the namespace', async () => {
    begin()
    await api.post('/api/v1/namespaces', { metadata: { name: 'new' } })
    await clock.settle()
    await api.delete('/api/v1/namespaces/new')
    await clock.settle()
    expect((await api.get('/api/v1/namespaces/new')).status).toBe(404)
  })

  it('is nothing without the option', async () => {
    begin({ serviceAccounts: false })
    await clock.settle()
    expect((await api.get(accounts)).body.items).toEqual([])
    expect(
      (await api.post(pods, { metadata: { name: 'p' }, spec: { containers } })).body.spec,
    ).not.toHaveProperty('volumes')
  })
})

describe('tokens of service accounts', () => {
  const url = `${accounts}/default/token`

  async function token(spec: object = {}): Promise<string> {
    const { body, status, text } = await api.post(url, { spec })
    expect([status, text]).toEqual([201, text])
    return String(statusOf(body)['token'])
  }

  const whoami = async (bearer: string) =>
    api.post('/apis/authentication.k8s.io/v1/selfsubjectreviews', {}, { authorization: `Bearer ${bearer}` })

  const claimsOf = (jwt: string) =>
    JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

  it('are answered as they are asked for', async () => {
    begin()
    const { body } = await api.post(url, { spec: {} })
    expect(body).toMatchObject({
      kind: 'TokenRequest',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { name: 'default', namespace: 'default', creationTimestamp: '2026-11-23T18:44:46Z' },
      spec: { audiences: ['https://kubernetes.default.svc'], expirationSeconds: 3600, boundObjectRef: null },
      status: { expirationTimestamp: '2026-11-23T19:44:46Z' },
    })
    expect(claimsOf(String(statusOf(body)['token']))).toMatchObject({
      iss: 'https://kubernetes.default.svc',
      aud: ['https://kubernetes.default.svc'],
      sub: 'system:serviceaccount:default:default',
      'kubernetes.io': { namespace: 'default', serviceaccount: { name: 'default' } },
    })
  })

  it.each(['HS256', 'RS256', 'ES256'] as const)('let their account in, signed with %s', async (algorithm) => {
    begin({ serviceAccounts: { algorithm } })
    const { body } = await whoami(await token())
    const { userInfo } = statusOf(body) as { userInfo: Record<string, unknown> }
    expect(userInfo).toMatchObject({
      username: 'system:serviceaccount:default:default',
      groups: ['system:serviceaccounts', 'system:serviceaccounts:default', 'system:authenticated'],
    })
    expect(userInfo['extra']).toHaveProperty(['authentication.kubernetes.io/credential-id'])
  })

  it('end', async () => {
    begin()
    const jwt = await token({ expirationSeconds: 600 })
    await clock.advance('9m59s')
    expect((await whoami(jwt)).status).toBe(201)
    await clock.advance('1s')
    expect((await whoami(jwt)).body).toMatchObject({ code: 401, message: 'Unauthorized' })
  })

  it.each([
    [{ expirationSeconds: 10 }, 422, 'may not specify a duration less than 10 minutes'],
    [{ boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: 'absent' } }, 404, 'pods "absent" not found'],
    [{ boundObjectRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'd' } }, 400, 'cannot bind token'],
  ])('are not made for %o', async (spec, code, message) => {
    begin()
    expect((await api.post(url, { spec })).body).toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    })
  })

  it('are not made for an account that is not there', async () => {
    begin()
    expect((await api.post(`${accounts}/nope/token`, { spec: {} })).body).toMatchObject({
      code: 404,
      message: 'serviceaccounts "nope" not found',
    })
  })

  it('end with the account, and with what they are bound to', async () => {
    begin()
    await api.post(pods, { metadata: { name: 'p' }, spec: { containers } })
    const bound = await token({ boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: 'p' } })
    const free = await token()
    expect((await whoami(bound)).text).toContain('authentication.kubernetes.io/pod-name')
    await api.delete(`${pods}/p`)
    expect([(await whoami(bound)).status, (await whoami(free)).status]).toEqual([401, 201])
    await api.delete(`${accounts}/default`)
    await clock.settle()
    expect((await whoami(free)).status).toBe(401)
  })

  it('for other audiences do not let in here, but are known to those who ask for them', async () => {
    begin()
    const jwt = await token({ audiences: ['vault'] })
    expect((await whoami(jwt)).status).toBe(401)
    const review = async (spec: object) =>
      (await api.post('/apis/authentication.k8s.io/v1/tokenreviews', { spec: { token: jwt, ...spec } })).body[
        'status'
      ]
    expect(await review({})).toMatchObject({ error: 'invalid bearer token' })
    expect(await review({ audiences: ['vault', 'x'] })).toMatchObject({
      authenticated: true,
      user: { username: 'system:serviceaccount:default:default' },
      audiences: ['vault'],
    })
  })

  it('that were forged are no good', async () => {
    begin()
    const jwt = await token()
    const [head = '', body = '', signature = ''] = jwt.split('.')
    const claims = { ...claimsOf(jwt), sub: 'system:serviceaccount:kube-system:default' }
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url')
    expect((await whoami(`${head}.${forged}.${signature}`)).status).toBe(401)
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    expect((await whoami(`${none}.${body}.`)).status).toBe(401)
    const key = createSecretKey(Buffer.from('guess'))
    const hmac = Buffer.from('{"alg":"HS256"}').toString('base64url')
    const sealed = createHmac('sha256', key).update(`${hmac}.${body}`).digest('base64url')
    expect((await whoami(`${hmac}.${body}.${sealed}`)).status).toBe(401)
  })

  it('count for RBAC', async () => {
    begin({ authorize: 'rbac', tokens: new Map([['root', { name: 'root', groups: ['system:masters'] }]]) })
    const root = { authorization: 'Bearer root' }
    const { body } = await api.post(url, { spec: {} }, root)
    const own = { authorization: `Bearer ${String(statusOf(body)['token'])}` }
    const path = '/api/v1/namespaces/default/configmaps'
    expect((await api.get(path, own)).body).toMatchObject({
      code: 403,
      message: expect.stringContaining('User "system:serviceaccount:default:default" cannot list') as string,
    })
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' }
    const subjects = [{ kind: 'ServiceAccount', name: 'default', namespace: 'default' }]
    const bindings = '/apis/rbac.authorization.k8s.io/v1/namespaces/default/rolebindings'
    await api.post(bindings, { metadata: { name: 'b' }, roleRef, subjects }, root)
    await clock.settle()
    expect((await api.get(path, own)).status).toBe(200)
  })
})
