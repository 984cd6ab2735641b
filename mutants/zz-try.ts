import { leaderElectionMutants } from '/work/next/mutants/leader-election.ts'
import { spawnSync } from 'node:child_process'
const [, , project, filter, rows, only] = process.argv
for (const m of leaderElectionMutants) {
  if (!new RegExp(rows).test(m.row)) continue
  if (only && !m.breaks.includes(only)) continue
  const r = spawnSync(
    'npx',
    ['vitest', 'run', '--project', project, filter, '-t', `${m.row}\\b`, '--bail', '1'],
    { cwd: '/work/next', env: { ...process.env, RXKUBE_MUTANT: JSON.stringify(m) }, encoding: 'utf8' },
  )
  const out = r.stdout + r.stderr
  const broken = /broken/.exec(out)
  console.log(
    r.status === 0 ? 'SURVIVED' : 'killed  ',
    m.row,
    m.breaks,
    /rxkube-mutant: loaded/.test(out) ? '' : 'NOT LOADED',
    broken ? 'BROKEN' : '',
    /(E\d|H5) does not hold[^\n]*/.exec(out)?.[0] ?? /× .*/.exec(out)?.[0] ?? '',
  )
}
