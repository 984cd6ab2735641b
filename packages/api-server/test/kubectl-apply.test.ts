import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'

const run = promisify(execFile)
const works = (command: string, ...args: string[]) =>
  run(command, args).then(
    () => true,
    () => false,
  )
const installed = await works('kubectl', 'version', '--client')
const differs = await works('diff', '--version')

let server: ApiServer
let home: string
let flags: readonly string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kubectl-apply-'))
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

interface Result {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs kubectl and returns what it said, whatever its exit code is. */
async function attempt(args: readonly string[], environment: Record<string, string> = {}): Promise<Result> {
  const env = { ...process.env, HOME: home, ...environment }
  try {
    const { stdout, stderr } = await run('kubectl', [...flags, ...args], { env })
    return { code: 0, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() }
  } catch (error) {
    const { code = -1, stdout = '', stderr = '' } = error as Partial<Result>
    return { code, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() }
  }
}

async function kubectl(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await attempt(args)
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return stdout
}

async function manifest(name: string, content: unknown): Promise<string> {
  const file = join(home, `${name}.json`)
  await writeFile(file, JSON.stringify(content))
  return file
}

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
    readonly labels?: Record<string, string>
    readonly annotations?: Record<string, string>
    readonly managedFields?: readonly { manager: string; operation: string; fieldsV1: unknown }[]
  }
  readonly spec: {
    readonly replicas?: number
    readonly paused?: boolean
    readonly unschedulable?: boolean
    readonly taints?: readonly unknown[]
    readonly template: {
      readonly metadata: { readonly annotations?: Record<string, string> }
      readonly spec: { readonly containers: readonly Record<string, unknown>[] }
    }
  }
  readonly data?: Record<string, string>
}

async function object(...what: string[]): Promise<Found> {
  return JSON.parse(await kubectl('get', ...what, '-o', 'json', '--show-managed-fields')) as Found
}

const managers = ({ metadata }: Found) =>
  metadata.managedFields?.map(({ manager, operation }) => `${manager} ${operation}`)

/** An editor that does what `script` says to sed. */
async function editor(script: string): Promise<Record<string, string>> {
  const file = join(home, 'editor.sh')
  await writeFile(file, `#!/bin/sh\nexec sed -i '${script}' "$1"\n`)
  await chmod(file, 0o755)
  return { KUBE_EDITOR: file }
}

describe.skipIf(!installed)('kubectl (skipped where there is none on the PATH)', { timeout: 60_000 }, () => {
  it('apply creates, changes, prunes what its last manifest had, and then changes nothing', async () => {
    const first = await manifest(
      'one',
      deployment('one', { minReadySeconds: 5 }, { env: [{ name: 'A', value: '1' }] }),
    )
    expect(await kubectl('apply', '-f', first)).toBe('deployment.apps/one created')
    await kubectl('scale', 'deployment', 'one', '--replicas=4')
    const second = await manifest(
      'one',
      deployment('one', {}, { image: 'nginx:2', env: [{ name: 'B', value: '2' }] }),
    )
    expect(await kubectl('apply', '-f', second)).toBe('deployment.apps/one configured')
    const { spec } = await object('deployment', 'one')
    expect(spec).toMatchObject({ replicas: 4 })
    expect(spec).not.toHaveProperty('minReadySeconds')
    expect(spec.template.spec.containers).toMatchObject([
      { image: 'nginx:2', env: [{ name: 'B', value: '2' }] },
    ])
    expect(await kubectl('apply', '-f', second)).toBe('deployment.apps/one unchanged')
  })

  it('apply --server-side creates, and again changes nothing', async () => {
    const file = await manifest('two', deployment('two', { replicas: 2 }))
    expect(await kubectl('apply', '--server-side', '-f', file)).toBe('deployment.apps/two serverside-applied')
    const before = server.resourceVersion
    expect(await kubectl('apply', '--server-side', '-f', file)).toBe('deployment.apps/two serverside-applied')
    expect(server.resourceVersion).toBe(before)
    expect(managers(await object('deployment', 'two'))).toEqual(['kubectl Apply'])
  })

  it('apply --server-side tells of a conflict, and wins it with --force-conflicts', async () => {
    const file = await manifest('three', deployment('three', { replicas: 2 }))
    await kubectl('apply', '--server-side', '--field-manager=first', '-f', file)
    const other = await manifest('three', deployment('three', { replicas: 5 }))
    const refused = await attempt(['apply', '--server-side', '--field-manager=second', '-f', other])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('Apply failed with 1 conflict: conflict with "first": .spec.replicas')
    await kubectl('apply', '--server-side', '--field-manager=second', '--force-conflicts', '-f', other)
    const found = await object('deployment', 'three')
    expect(found.spec.replicas).toBe(5)
    expect(managers(found)).toEqual(['first Apply', 'second Apply'])
  })

  it('apply --server-side takes over what apply made, without a conflict', async () => {
    const file = await manifest('four', deployment('four', { replicas: 2 }))
    await kubectl('apply', '-f', file)
    const changed = await manifest('four', deployment('four', { replicas: 3 }))
    await kubectl('apply', '--server-side', '-f', changed)
    const found = await object('deployment', 'four')
    expect(found.spec.replicas).toBe(3)
    expect(managers(found)).toEqual(['kubectl-last-applied Apply', 'kubectl Apply'])
    const last = found.metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] ?? ''
    expect(JSON.parse(last)).toMatchObject({ spec: { replicas: 3 } })
  })

  it('apply --dry-run=server stores nothing, in either way', async () => {
    const file = await manifest('five', deployment('five'))
    expect(await kubectl('apply', '--dry-run=server', '-f', file)).toBe(
      'deployment.apps/five created (server dry run)',
    )
    expect(await kubectl('apply', '--server-side', '--dry-run=server', '-f', file)).toBe(
      'deployment.apps/five serverside-applied (server dry run)',
    )
    expect((await attempt(['get', 'deployment', 'five'])).code).toBe(1)
  })

  it.skipIf(!differs)('diff shows what an apply would change', async () => {
    const file = await manifest('six', deployment('six', { replicas: 1 }))
    await kubectl('apply', '-f', file)
    expect((await attempt(['diff', '-f', file])).code).toBe(0)
    const changed = await manifest('six', deployment('six', { replicas: 6 }))
    const { code, stdout } = await attempt(['diff', '-f', changed])
    expect(code).toBe(1)
    expect(stdout).toMatch(/-  replicas: 1\n\+  replicas: 6/)
    const serverSide = await attempt(['diff', '--server-side', '--force-conflicts', '-f', changed])
    expect(serverSide.stdout).toMatch(/\+  replicas: 6/)
  })

  it('edit sends what the editor changed', async () => {
    await kubectl('create', 'configmap', 'edited', '--from-literal=a=before')
    const { code, stdout } = await attempt(['edit', 'configmap', 'edited'], await editor('s/before/after/'))
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'configmap/edited edited' })
    const found = await object('configmap', 'edited')
    expect(found.data).toEqual({ a: 'after' })
    expect(managers(found)).toEqual(['kubectl-create Update', 'kubectl-edit Update'])
  })

  it('set image, env and resources change one container', async () => {
    await kubectl(
      'apply',
      '-f',
      await manifest('seven', deployment('seven', {}, { ports: [{ containerPort: 80 }] })),
    )
    await kubectl('set', 'image', 'deployment/seven', 'c=nginx:7')
    await kubectl('set', 'env', 'deployment/seven', 'A=1', 'B=2')
    await kubectl('set', 'env', 'deployment/seven', 'A-')
    await kubectl('set', 'resources', 'deployment/seven', '--limits=cpu=1')
    expect((await object('deployment', 'seven')).spec.template.spec.containers).toMatchObject([
      {
        name: 'c',
        image: 'nginx:7',
        ports: [{ containerPort: 80, protocol: 'TCP' }],
        env: [{ name: 'B', value: '2' }],
        resources: { limits: { cpu: '1' } },
      },
    ])
  })

  it('rollout restart, pause and resume', async () => {
    await kubectl('apply', '-f', await manifest('eight', deployment('eight')))
    await kubectl('rollout', 'restart', 'deployment/eight')
    await kubectl('rollout', 'pause', 'deployment/eight')
    const paused = await object('deployment', 'eight')
    expect(paused.spec.paused).toBe(true)
    expect(paused.spec.template.metadata.annotations).toHaveProperty('kubectl.kubernetes.io/restartedAt')
    await kubectl('rollout', 'resume', 'deployment/eight')
    expect((await object('deployment', 'eight')).spec).not.toHaveProperty('paused')
  })

  it('patch merges strategically unless told otherwise', async () => {
    await kubectl('apply', '-f', await manifest('nine', deployment('nine')))
    const sidecar = { spec: { template: { spec: { containers: [{ name: 'd', image: 'e' }] } } } }
    await kubectl('patch', 'deployment', 'nine', '-p', JSON.stringify(sidecar))
    const { containers } = (await object('deployment', 'nine')).spec.template.spec
    expect(containers.map(({ name }) => name)).toEqual(['d', 'c'])
  })

  it('label, annotate, taint and cordon', async () => {
    await kubectl(
      'create',
      '-f',
      await manifest('node', { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } }),
    )
    await kubectl('label', 'node', 'n', 'zone=a')
    await kubectl('annotate', 'node', 'n', 'note=b')
    await kubectl('taint', 'node', 'n', 'x=y:NoSchedule')
    await kubectl('cordon', 'n')
    const cordoned = await object('node', 'n')
    expect(cordoned.metadata).toMatchObject({ labels: { zone: 'a' }, annotations: { note: 'b' } })
    expect(cordoned.spec.taints).toContainEqual({ key: 'x', value: 'y', effect: 'NoSchedule' })
    expect(cordoned.spec.unschedulable).toBe(true)
    await kubectl('label', 'node', 'n', 'zone-')
    await kubectl('taint', 'node', 'n', 'x-')
    await kubectl('uncordon', 'n')
    const { metadata, spec } = await object('node', 'n')
    expect(metadata).not.toHaveProperty('labels.zone')
    expect(spec.taints).not.toContainEqual({ key: 'x', value: 'y', effect: 'NoSchedule' })
    expect(spec).not.toHaveProperty('unschedulable')
  })
})
