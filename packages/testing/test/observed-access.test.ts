import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { ConfigMap, Pod } from '@rxkube/meta'
import { accessesOf, accessText, observeAccess, ObservedAccess, TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const said = (method: string, path: string, status = 200) =>
  accessesOf({ method, path, status }).map(accessText)

describe('what a request is to RBAC', () => {
  it.each([
    ['GET', '/api/v1/namespaces/shop/pods/web', 'get pods "web" in shop'],
    ['GET', '/api/v1/namespaces/shop/pods', 'list pods in shop'],
    ['GET', '/api/v1/pods?limit=500', 'list pods'],
    ['GET', '/api/v1/pods?watch=true', 'watch pods'],
    ['GET', '/api/v1/pods?watch=0', 'list pods'],
    ['GET', '/api/v1/watch/namespaces/shop/pods', 'watch pods in shop'],
    ['GET', '/api/v1/namespaces/shop/pods/web?watch=true', 'get pods "web" in shop'],
    ['GET', '/api/v1/pods?fieldSelector=metadata.name%3Dweb%2Cspec.nodeName%3Da', 'list pods "web"'],
    ['GET', '/api/v1/pods?fieldSelector=metadata.name!%3Dweb', 'list pods'],
    ['GET', '/api/v1/namespaces/shop/pods/web/log?follow=true', 'get pods/log "web" in shop'],
    ['GET', '/api/v1/nodes/a', 'get nodes "a"'],
    ['GET', '/api/v1/namespaces', 'list namespaces'],
    ['GET', '/api/v1/namespaces/shop', 'get namespaces "shop"'],
    ['PUT', '/api/v1/namespaces/shop/finalize', 'update namespaces/finalize "shop"'],
    ['PATCH', '/api/v1/namespaces/shop/status', 'patch namespaces/status "shop"'],
    ['POST', '/apis/apps/v1/namespaces/shop/deployments', 'create deployments of apps in shop'],
    [
      'PATCH',
      '/apis/apps/v1/namespaces/shop/deployments/web/scale',
      'patch deployments/scale of apps "web" in shop',
    ],
    ['PUT', '/apis/apps/v1/namespaces/shop/deployments/web', 'update deployments of apps "web" in shop'],
    ['DELETE', '/apis/apps/v1/namespaces/shop/deployments/web', 'delete deployments of apps "web" in shop'],
    ['DELETE', '/apis/apps/v1/namespaces/shop/deployments', 'deletecollection deployments of apps in shop'],
    ['POST', '/api/v1/namespaces/shop/pods/web/eviction', 'create pods/eviction "web" in shop'],
    ['GET', '/metrics', 'get /metrics'],
    ['GET', '/debug/pprof/heap?seconds=1', 'get /debug/pprof/heap'],
  ])('%s %s is: %s', (method, path, access) => {
    expect(said(method, path)).toEqual([access])
  })

  it.each([
    '/api',
    '/api/v1',
    '/apis',
    '/apis/apps/v1',
    '/version',
    '/openapi/v3',
    '/healthz',
    '/livez/ping',
    '/readyz',
  ])('%s is everybody’s', (path) => {
    expect(said('GET', path)).toEqual([])
  })

  it('an apply or update that creates its object wants to be allowed to create', () => {
    const path = '/api/v1/namespaces/shop/configmaps/a'
    expect(said('PATCH', path, 201)).toEqual(['patch configmaps "a" in shop', 'create configmaps in shop'])
    expect(said('PUT', path, 201)).toEqual(['update configmaps "a" in shop', 'create configmaps in shop'])
    expect(said('PATCH', path)).toEqual(['patch configmaps "a" in shop'])
    expect(said('PATCH', `${path}/status`, 201)).toEqual(['patch configmaps/status "a" in shop'])
  })
})

describe('observing', () => {
  const texts = (observed: ObservedAccess) => Array.from(observed, accessText)

  it('keeps each thing once, of one user if wanted, until it is disposed of', async () => {
    const tokens = new Map([['alice', { name: 'alice', groups: [] }]])
    await using server = new ApiServer({ tokens, controllers: [] })
    const transport = server.transport()
    await using anonymous = new Client({ transport, qps: -1 })
    const as = (token: string) => ({ authorization: `Bearer ${token}`, accept: 'application/json' })
    const everybody = observeAccess(server)
    const alice = observeAccess(server, { user: 'alice' })
    const reads = observeAccess(server, { where: ({ verb }) => verb === 'get' })
    await anonymous.list(Pod)
    await anonymous.list(Pod, { limit: 1 })
    await transport.request({ method: 'GET', path: '/api/v1/nodes/a', headers: as('alice') })
    expect(texts(everybody)).toEqual(['list pods', 'get nodes "a"'])
    expect(texts(alice)).toEqual(['get nodes "a"'])
    expect(texts(reads)).toEqual(['get nodes "a"'])
    everybody[Symbol.dispose]()
    await anonymous.list(ConfigMap)
    expect(everybody.size).toBe(2)
  })

  it('reads the audit of a test environment, process by process', async () => {
    await using env = new TestEnv()
    env.start('reader', ({ client }) => client.list(Pod).then(() => undefined))
    env.start('writer', async ({ client }) => {
      const metadata = { name: 'a', namespace: 'default' }
      await client.apply(ConfigMap, { metadata, data: { a: 'b' } })
    })
    await env.settle()
    const of = (name: string) => ObservedAccess.from(env.audit.filter(({ process }) => process === name))
    expect(texts(of('reader'))).toEqual(['list pods'])
    expect(texts(of('writer'))).toEqual(['patch configmaps "a" in default', 'create configmaps in default'])
  })
})
