import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { loadKubeConfig, transportFromKubeConfig } from '@rxkube/client'
import { readFixture } from './fixture.ts'
import { countOf, total, unexpected } from './report.ts'
import { run } from './run.ts'
import { clusterTarget } from './target.ts'

const script = async (flags: readonly string[], env: Readonly<Record<string, string>>) =>
  promisify(execFile)(
    process.execPath,
    ['--conditions=@rxkube/source', join(import.meta.dirname, '../../scripts/conformance.ts'), ...flags],
    { env: { PATH: process.env['PATH'], RXKUBE_RECORDINGS: join(folder, 'none'), ...env } },
  )

let server: ApiServer
let folder: string

beforeEach(async () => {
  server = new ApiServer({ controllers: ['namespace'] })
  folder = await mkdtemp(join(tmpdir(), 'rxkube-'))
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** A kubeconfig of the server, as a file. */
async function kubeconfigFile(): Promise<string> {
  const { url } = await server.listen()
  const file = join(folder, 'kubeconfig')
  await writeFile(file, server.kubeconfig({ url }).yaml)
  return file
}

it('is a script that says whom it asks, and how much of what was recorded', async () => {
  const file = await kubeconfigFile()
  const { stdout } = await script(['11-generatename', '--quiet'], { RXKUBE_KUBECONFIG: file })
  expect(stdout).toContain(`the requests go to the cluster of ${file}`)
  expect(stdout).toContain('replayed 5 of 5')
})

it('is skipped, with a message, when no cluster is configured', async () => {
  const { stdout } = await script(['20-apf-429', '--quiet'], {})
  expect(stdout).toContain('no cluster is configured (RXKUBE_KUBECONFIG): it is skipped')
  expect(stdout).toContain('replayed 3 of 3')
})

it('asks a cluster the same, through its kubeconfig and over HTTP', async () => {
  const file = await kubeconfigFile()
  const all = readFixture()
  // What waits for no time to pass, of which there is a lot in a cluster.
  const names = new Set([
    '02-discovery',
    '03-content-types',
    '11-generatename',
    '18-columns',
    '24-client-node-traffic',
    '26-protobuf-bodies',
  ])
  const outcomes = await run(
    all.filter(({ name }) => names.has(name)),
    async () => clusterTarget(transportFromKubeConfig(await loadKubeConfig({ file }))),
    all,
  )
  const counts = total(outcomes.map(countOf))
  expect(counts.replayed).toBe(counts.present)
  expect(counts.skipped).toBe(0)
  const differing = outcomes.flatMap((area) => area.outcomes).filter((each) => unexpected(each).length > 0)
  expect(differing.map(({ id, differences }) => `${id}: ${differences.join(', ')}`)).toEqual([])
}, 60_000)
