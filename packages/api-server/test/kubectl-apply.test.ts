import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { hasKubectl, Kubectl } from './kubectl/kubectl.ts'

let server: ApiServer
let kubectl: Kubectl

beforeAll(async () => {
  server = new ApiServer()
  kubectl = await Kubectl.for(server)
})
afterAll(async () => {
  await kubectl[Symbol.asyncDispose]()
  await server.close()
})

const deployment = (name: string, spec: object = {}, container: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'c', image: 'nginx:1', ...container }] },
    },
    ...spec,
  },
})

interface Found {
  readonly metadata: {
    readonly annotations?: Record<string, string>
    readonly managedFields?: readonly { manager: string; operation: string }[]
  }
  readonly spec: {
    readonly replicas?: number
    readonly template: { readonly spec: { readonly containers: readonly Record<string, unknown>[] } }
  }
  readonly data?: Record<string, string>
}

async function object(...what: string[]): Promise<Found> {
  return JSON.parse(await kubectl.run('get', ...what, '-o', 'json', '--show-managed-fields')) as Found
}

async function manifest(name: string, spec: object = {}, container: object = {}): Promise<string> {
  return kubectl.file(`${name}.json`, deployment(name, spec, container))
}

const managers = ({ metadata }: Found) =>
  metadata.managedFields?.map(({ manager, operation }) => `${manager} ${operation}`)

describe.skipIf(!hasKubectl)(
  'what kubectl leaves behind (skipped without kubectl)',
  { timeout: 60_000 },
  () => {
    it('apply creates, changes, prunes what its last manifest had, and then changes nothing', async () => {
      const first = await manifest('one', { minReadySeconds: 5 }, { env: [{ name: 'A', value: '1' }] })
      expect(await kubectl.run('apply', '-f', first)).toBe('deployment.apps/one created')
      await kubectl.run('scale', 'deployment', 'one', '--replicas=4')
      const second = await manifest('one', {}, { image: 'nginx:2', env: [{ name: 'B', value: '2' }] })
      expect(await kubectl.run('apply', '-f', second)).toBe('deployment.apps/one configured')
      const { spec } = await object('deployment', 'one')
      expect(spec).toMatchObject({ replicas: 4 })
      expect(spec).not.toHaveProperty('minReadySeconds')
      expect(spec.template.spec.containers).toMatchObject([
        { image: 'nginx:2', env: [{ name: 'B', value: '2' }] },
      ])
      expect(await kubectl.run('apply', '-f', second)).toBe('deployment.apps/one unchanged')
    })

    it('apply --server-side again costs no version', async () => {
      const file = await manifest('two', { replicas: 2 })
      await kubectl.run('apply', '--server-side', '-f', file)
      const before = server.resourceVersion
      await kubectl.run('apply', '--server-side', '-f', file)
      expect(server.resourceVersion).toBe(before)
      expect(managers(await object('deployment', 'two'))).toEqual(['kubectl Apply'])
    })

    it('apply --server-side tells of a conflict, and wins it with --force-conflicts', async () => {
      const file = await manifest('three', { replicas: 2 })
      await kubectl.run('apply', '--server-side', '--field-manager=first', '-f', file)
      const other = await manifest('three', { replicas: 5 })
      const refused = await kubectl.attempt(['apply', '--server-side', '--field-manager=second', '-f', other])
      expect(refused.code).toBe(1)
      expect(refused.stderr).toContain('Apply failed with 1 conflict: conflict with "first": .spec.replicas')
      await kubectl.run('apply', '--server-side', '--field-manager=second', '--force-conflicts', '-f', other)
      const found = await object('deployment', 'three')
      expect(found.spec.replicas).toBe(5)
      expect(managers(found)).toEqual(['first Apply', 'second Apply'])
    })

    it('apply --server-side takes over what apply made, without a conflict', async () => {
      await kubectl.run('apply', '-f', await manifest('four', { replicas: 2 }))
      await kubectl.run('apply', '--server-side', '-f', await manifest('four', { replicas: 3 }))
      const found = await object('deployment', 'four')
      expect(found.spec.replicas).toBe(3)
      expect(managers(found)).toEqual(['kubectl-last-applied Apply', 'kubectl Apply'])
      const last = found.metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] ?? ''
      expect(JSON.parse(last)).toMatchObject({ spec: { replicas: 3 } })
    })

    it('apply --dry-run=server stores nothing, in either way', async () => {
      const file = await manifest('five')
      expect(await kubectl.run('apply', '--dry-run=server', '-f', file)).toBe(
        'deployment.apps/five created (server dry run)',
      )
      expect(await kubectl.run('apply', '--server-side', '--dry-run=server', '-f', file)).toBe(
        'deployment.apps/five serverside-applied (server dry run)',
      )
      expect((await kubectl.attempt(['get', 'deployment', 'five'])).code).toBe(1)
    })

    it('diff --server-side shows what an apply would change', async () => {
      await kubectl.run('apply', '-f', await manifest('six', { replicas: 1 }))
      const changed = await manifest('six', { replicas: 6 })
      const { stdout } = await kubectl.attempt(['diff', '--server-side', '--force-conflicts', '-f', changed])
      expect(stdout).toMatch(/\+  replicas: 6/)
    })

    it('edit sends what the editor changed, as its own manager', async () => {
      await kubectl.run('create', 'configmap', 'edited', '--from-literal=a=before')
      const editor = await kubectl.file('editor.sh', '#!/bin/sh\nexec sed -i s/before/after/ "$1"\n')
      await kubectl.attempt(['edit', 'configmap', 'edited'], { env: { KUBE_EDITOR: editor } })
      const found = await object('configmap', 'edited')
      expect(found.data).toEqual({ a: 'after' })
      expect(managers(found)).toEqual(['kubectl-create Update', 'kubectl-edit Update'])
    })

    it('set image, env and resources change one container', async () => {
      await kubectl.run('apply', '-f', await manifest('seven', {}, { ports: [{ containerPort: 80 }] }))
      await kubectl.run('set', 'image', 'deployment/seven', 'c=nginx:7')
      await kubectl.run('set', 'env', 'deployment/seven', 'A=1', 'B=2')
      await kubectl.run('set', 'env', 'deployment/seven', 'A-')
      await kubectl.run('set', 'resources', 'deployment/seven', '--limits=cpu=1')
      expect((await object('deployment', 'seven')).spec.template.spec.containers).toMatchObject([
        {
          name: 'c',
          image: 'nginx:7',
          ports: [{ containerPort: 80 }],
          env: [{ name: 'B', value: '2' }],
          resources: { limits: { cpu: '1' } },
        },
      ])
    })

    it('patch merges strategically unless told otherwise', async () => {
      await kubectl.run('apply', '-f', await manifest('nine'))
      const sidecar = { spec: { template: { spec: { containers: [{ name: 'd', image: 'e' }] } } } }
      await kubectl.run('patch', 'deployment', 'nine', '-p', JSON.stringify(sidecar))
      const { containers } = (await object('deployment', 'nine')).spec.template.spec
      expect(containers.map(({ name }) => name)).toEqual(['d', 'c'])
    })

    it('create -f refuses a field that does not exist', async () => {
      const file = await kubectl.file('strict.json', { ...deployment('strict'), bogus: 1 })
      const { code, stderr } = await kubectl.attempt(['create', '-f', file])
      expect(code).toBe(1)
      expect(stderr).toContain('strict decoding error: unknown field "bogus"')
    })
  },
)
