import { leaderElectionMutants } from './leader-election.ts'
import { spawnSync } from 'node:child_process'
for (const m of leaderElectionMutants.filter((m) => m.row === 'MODEL-E1')) {
  const r = spawnSync('npx', ['vitest', 'run', '--project', 'leader-election', 'takeover'], {
    cwd: '/work/next',
    env: { ...process.env, RXKUBE_SEEDS: '60', RXKUBE_MUTANT: JSON.stringify(m) },
    encoding: 'utf8',
  })
  console.log(
    r.status === 0 ? 'SURVIVED' : 'killed  ',
    m.breaks,
    [...new Set((r.stdout + r.stderr).match(/E\d: [^"\n]{0,50}/g) ?? [])].slice(0, 3),
  )
}
