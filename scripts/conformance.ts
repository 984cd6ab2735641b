/**
 * Replays what a real API server was recorded to answer, and says where ours answers differently:
 *
 *     npm run conformance -- [--recordings <folder>] [--quiet] [area or id …]
 *
 * The folder is also taken from RXKUBE_RECORDINGS, and is `../shared/recordings` beside the repository when that exists;
 * without one, the fixture in tests/conformance is replayed. With RXKUBE_KUBECONFIG the requests go to that cluster.
 * `--write-fixture` writes the fixture from the recordings.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { argv, env, exit } from 'node:process'
import { loadKubeConfig, transportFromKubeConfig } from '@rxkube/client'
import { readFixture, writeFixture } from '../tests/conformance/fixture.ts'
import type { Area } from '../tests/conformance/exchange.ts'
import { readRecordings } from '../tests/conformance/recordings.ts'
import { report } from '../tests/conformance/report.ts'
import { run } from '../tests/conformance/run.ts'
import { clusterTarget, embeddedTarget } from '../tests/conformance/target.ts'

const flags = argv.slice(2)
const at = flags.indexOf('--recordings')
const given = at === -1 ? env['RXKUBE_RECORDINGS'] : flags[at + 1]
const folder = given ?? join(import.meta.dirname, '../../shared/recordings')
const only = flags.filter((flag, index) => !flag.startsWith('-') && (at === -1 || index !== at + 1))
const kubeconfig = env['RXKUBE_KUBECONFIG']

const areas = recordedAreas()
if (flags.includes('--write-fixture')) {
  console.log(`the fixture holds ${writeFixture(areas)} bytes`)
  exit(0)
}
console.log(
  kubeconfig === undefined
    ? 'no cluster is configured (RXKUBE_KUBECONFIG): it is skipped, the requests go to the embedded API server'
    : `the requests go to the cluster of ${kubeconfig}`,
)
const wanted = areas.filter(
  ({ name }) => only.length === 0 || only.some((each) => name.startsWith(each.split(/[#/]/)[0] ?? '')),
)
const outcomes = await run(
  wanted,
  async (configuration) => {
    if (kubeconfig === undefined) return embeddedTarget(configuration)
    return clusterTarget(transportFromKubeConfig(await loadKubeConfig({ file: kubeconfig })))
  },
  areas,
)
const ids = only.filter((name) => name.includes('#'))
const { text, unexpected } = report(outcomes, { ids, quiet: flags.includes('--quiet') })
console.log(text)
exit(unexpected === 0 ? 0 : 1)

function recordedAreas(): readonly Area[] {
  if (existsSync(folder)) return readRecordings(folder)
  console.log(`there are no recordings at ${folder}: the fixture is replayed`)
  return readFixture()
}
