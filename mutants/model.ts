import type { Mutant } from './mutant.ts'
import { reflectorSessionMutants } from './reflector-sessions.ts'
import { reflectorMutants } from './reflector.ts'

const src = 'packages/reflector/src'
const row = 'MODEL-R1'

/** Mutants of other rows that the model of the reflector must find as well. */
const known = new Set([
  'a frame that could not be read is passed over',
  'every list is asked for at "0", so that a lagging server takes the cache back',
  'any bookmark ends the initial events',
  'a deletion among the initial events is passed over',
  'a stream that is asked for again goes on with what the broken one brought',
  'after the initial events another watch is opened',
  'the end of a watch after minutes leads to a list',
  'a watch that ends after events soon leads to a list',
  'a 429 on opening leads to a list, which makes it worse',
  'a 429 in the stream leads to a list',
  'a list that is older than what was asked for replaces the cache',
])

/** What the exhaustive model of the reflector finds, without a test that was written for it. */
export const modelMutants: readonly Mutant[] = [
  ...[...reflectorMutants, ...reflectorSessionMutants]
    .filter(({ breaks }) => known.has(breaks))
    .map(({ breaks, file, find, replace }) => ({ row, breaks, file, find, replace })),
  {
    row,
    breaks: 'the version moves past an event that could not be read',
    file: `${src}/reading.ts`,
    find: 'failure = failureOfStatus(statusOf(event.object))\n      break\n    }\n    const reason = skipReason(event, settings)\n    if (reason !== undefined) {\n      const error = new SkippedError(event.type, reason)\n      skipped.push(error)\n      emit.push',
    replace:
      'failure = failureOfStatus(statusOf(event.object))\nresourceVersion = String(Number(resourceVersion) + 1)\nbreak\n}\n' +
      'const reason = skipReason(event, settings)\nif (reason !== undefined) {\n' +
      'const error = new SkippedError(event.type, reason)\nskipped.push(error)\nemit.push',
  },
  {
    row,
    breaks: 'a list that is begun again goes on with what the failed one brought',
    file: `${src}/transitions.ts`,
    find: "...emitting([...before, init(memory)]),\n      { type: 'list',",
    replace: "...emitting(before),\n{ type: 'list',",
  },
  {
    row,
    breaks: 'pages that expired half-way are kept and added to',
    file: `${src}/step-listing.ts`,
    find: "if (input.type === 'listRestarted') return [state, emitting([init(state.memory)])]",
    replace: "if (input.type === 'listRestarted') return [state, []]",
  },
  {
    row,
    breaks: 'a stop leaves open what is under way',
    file: `${src}/step.ts`,
    find: "return [{ phase: 'stopped', settings, memory }, held[state.phase]]",
    replace: "void held\nreturn [{ phase: 'stopped', settings, memory }, []]",
  },
  {
    row,
    breaks: 'what the consumer could not take is passed over',
    file: `${src}/step.ts`,
    find: "if (state.phase === 'stopped') return [state, []]\n",
    replace: "if (state.phase === 'stopped' || state.phase === 'watching') return [state, []]\n",
  },
  {
    row,
    breaks: 'a pause ends without anything to do after it',
    file: `${src}/step.ts`,
    find: "if (input.type !== 'backoffElapsed') return [state, []]",
    replace: 'return [state, []]',
  },
]
