/**
 * Replays what a real API server was recorded to answer, and says where ours answers differently:
 *
 *     npm run conformance -- [--recordings <folder>] [area or id …]
 *
 * The folder is also taken from RXKUBE_RECORDINGS, and is `../shared/recordings` beside the repository when that exists;
 * without one, the fixture in tests/conformance is replayed. With RXKUBE_KUBECONFIG the requests go to that cluster.
 * `--write-fixture` writes the fixture from the recordings.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, env, exit } from 'node:process'
import { loadKubeConfig, transportFromKubeConfig } from '@rxkube/client'
import { readFixture, writeFixture } from '../tests/conformance/fixture.ts'
import type { Area } from '../tests/conformance/exchange.ts'
import { parseRecording } from '../tests/conformance/parse-recording.ts'
import { replay, type AreaOutcome } from '../tests/conformance/replay.ts'
import { report } from '../tests/conformance/report.ts'
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
    ? 'no cluster is configured (RXKUBE_KUBECONFIG): the requests go to the embedded API server'
    : `the requests go to the cluster of ${kubeconfig}`,
)
const outcomes: AreaOutcome[] = []
for (const area of areas) {
  if (only.length > 0 && !only.some((name) => area.name.startsWith(name.split('#')[0] ?? ''))) continue
  const target = await newTarget()
  outcomes.push(await replay(area, target))
  await target.close()
}
const ids = only.filter((name) => name.includes('#'))
const { text, unexpected } = report(outcomes, { ids, quiet: flags.includes('--quiet') })
console.log(text)
exit(unexpected === 0 ? 0 : 1)

async function newTarget() {
  if (kubeconfig === undefined) return embeddedTarget()
  return clusterTarget(transportFromKubeConfig(await loadKubeConfig({ file: kubeconfig })))
}

function recordedAreas(): readonly Area[] {
  if (!existsSync(folder)) {
    console.log(`there are no recordings at ${folder}: the fixture is replayed`)
    return readFixture()
  }
  return readdirSync(folder)
    .filter((name) => /^\d\d-.*\.txt$/.test(name))
    .toSorted()
    .map((name) => parseRecording(name.slice(0, -4), readFileSync(join(folder, name), 'utf8')))
    .filter(({ exchanges }) => exchanges.length > 0)
}
