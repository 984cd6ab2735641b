import type { Mutant } from './mutant.ts'

const src = 'packages/leader-election/src'

/** Leader election: group H. */
const rowMutants: readonly Mutant[] = [
  {
    row: 'FEAT-H1',
    breaks: 'a lease is judged by the renewTime in it, which another clock wrote',
    file: `${src}/attempt.ts`,
    find: 'at: last?.raw === snapshot.raw ? last.at : moment.at }',
    replace:
      'at: last?.raw === snapshot.raw ? last.at : moment.at - moment.now + Date.parse(snapshot.record.renewTime) }',
  },
  {
    row: 'FEAT-H2',
    breaks: 'a deadline that is longer than the seconds others are told is accepted',
    file: `${src}/elector-options.ts`,
    find: 'if (leaseDurationSeconds * 1000 <= renewDeadline)',
    replace: 'if (leaseDuration <= renewDeadline)',
  },
  {
    row: 'FEAT-H2',
    breaks: 'a deadline that leaves no time for a second try is accepted',
    file: `${src}/elector-options.ts`,
    find: 'if (renewDeadline <= jitterFactor * retryPeriod)',
    replace: 'if (renewDeadline <= retryPeriod)',
  },
  {
    row: 'FEAT-H2',
    breaks: 'an elector without onStoppedLeading is made',
    file: `${src}/elector-options.ts`,
    find: "required('callbacks.onStoppedLeading', given.callbacks?.onStoppedLeading)",
    replace: '',
  },
  {
    row: 'FEAT-H3',
    breaks: 'leading ends only with the lease',
    file: `${src}/elector-step.ts`,
    find: 'input.at >= renewedAt + settings.renewDeadline',
    replace: 'input.at >= renewedAt + settings.leaseDurationSeconds * 1000',
  },
  {
    row: 'FEAT-H3',
    breaks: 'the work is not told that leading is over',
    file: `${src}/term.ts`,
    find: "{ type: 'stopWork', lost: reason },",
    replace: '',
  },
  {
    row: 'FEAT-H5',
    breaks: "the release clears whoever's lease it finds",
    file: `${src}/release.ts`,
    find: 'return isHeldBy(observed, state.settings.identity) ? writeReleased(next, moment) : ended(next)',
    replace: 'void isHeldBy\nreturn writeReleased(next, moment)',
  },
  {
    row: 'FEAT-H5',
    breaks: 'a release that conflicts is given up',
    file: `${src}/release.ts`,
    find: "reply.failure === 'conflict' ? get(state, moment)",
    replace: "reply.failure === 'notFound' ? get(state, moment)",
  },
  {
    row: 'FAULT-H2',
    breaks: "others are judged by one's own lease duration",
    file: `${src}/requests.ts`,
    find: 'return at + (isTold ? record.leaseDurationSeconds : settings.leaseDurationSeconds) * 1000',
    replace: 'void isTold\nreturn at + settings.leaseDurationSeconds * 1000',
  },
  {
    row: 'FAULT-H4',
    breaks: 'a guarded write is checked by a flag and not by the time',
    file: `${src}/elector-state.ts`,
    find: 'return renewing && at < renewedAt + settings.renewDeadline',
    replace: 'return renewing && at + renewedAt + settings.renewDeadline !== Infinity',
  },
  {
    row: 'FAULT-H5',
    breaks: 'the lease is released before the work has stopped',
    file: `${src}/term.ts`,
    find: "if (state.phase === 'leading') return stopping(next, undefined)",
    replace:
      "if (state.phase === 'leading') return followedBy(stopping(next, undefined), (after) => over(after, moment))",
  },
]

/** What the exhaustive model of two electors finds. */
const modelMutants: readonly Mutant[] = [
  ...rowMutants
    .filter(({ row, breaks }) => row.startsWith('FAULT') || breaks.startsWith('the release clears'))
    .map(({ breaks, file, find, replace }) => ({ row: 'MODEL-E1', breaks, file, find, replace })),
  {
    row: 'MODEL-E1',
    breaks: 'a renewal counts from when its answer came',
    file: `${src}/attempt.ts`,
    find: 'const renewed = { ...next, renewedAt: request.sentAt }',
    replace: 'const renewed = { ...next, renewedAt: moment.at }',
  },
  {
    row: 'MODEL-E1',
    breaks: 'a lease that was renewed is as old as when it was first seen',
    file: `${src}/attempt.ts`,
    find: 'at: last?.raw === snapshot.raw ? last.at : moment.at }',
    replace: 'at: last?.at ?? moment.at }',
  },
  {
    row: 'MODEL-E1',
    breaks: 'a failed attempt is the last one',
    file: `${src}/attempt.ts`,
    find: "return [state, [{ type: 'setTimer', timer: 'attempt', delay }]]",
    replace: "return [state, state.renewing ? [{ type: 'setTimer', timer: 'attempt', delay }] : []]",
  },
  {
    row: 'MODEL-E1',
    breaks: 'who lost the lease never tries again',
    file: `${src}/term.ts`,
    find: "return [{ ...next, phase: 'contending' }, [...events, { type: 'setTimer', timer: 'attempt', delay }]]",
    replace: "void delay\nreturn [{ ...next, phase: 'contending' }, events]",
  },
  {
    row: 'MODEL-E1',
    breaks: 'the lease is over as soon as leading is lost, although the work goes on',
    file: `${src}/term.ts`,
    find: "after.phase === 'leading' ? stopping(after, reason) : [after, []],",
    replace:
      "after.phase === 'leading' ? [{ ...after, phase: 'stopped' }, [{ type: 'stoppedLeading' }]] : [after, []],",
  },
]

export const leaderElectionMutants: readonly Mutant[] = [...rowMutants, ...modelMutants]
