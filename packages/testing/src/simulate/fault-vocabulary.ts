import type { Fault, FaultMatch } from '@rxkube/api-server'
import type { Random } from '@rxkube/clock'
import type { TestEnv } from '../env/test-env.ts'
import type { FaultName } from './step.ts'

/** What a fault is given: an environment, its own chance, the process it is about, and how it is started again. */
interface FaultCall {
  readonly env: TestEnv
  readonly random: Random
  /** The name of a process. */
  readonly target: string
  readonly restart: (name: string) => void
}

type Strike = (call: FaultCall) => void

/** Each fault as it is done to an environment. What lasts ends by itself after up to a minute, or when all is healed. */
export const faultVocabulary: Readonly<Record<FaultName, Strike>> = {
  'close watches': ({ env, target }) => void env.faults.endWatches({ view: target }, 'close'),
  'reset watches': ({ env, target }) => void env.faults.endWatches({ view: target }, 'reset'),
  'cut watches': ({ env, target }) => void env.faults.endWatches({ view: target }, 'cut'),
  'expire history': ({ env }) => env.faults.expireHistory(),
  'expired event': ({ env, target }) =>
    void env.faults.endWatches({ view: target }, { status: 410, reason: 'Expired' }),
  'internal error event': ({ env, target }) => void env.faults.endWatches({ view: target }, { status: 500 }),
  'refuse connections': lasting(({ env, target }) => env.faults.refuseConnections(target)),
  'answer 500': lasting(({ env, target, random }) => env.faults.respond(some(target, random), 500)),
  'answer 503': lasting(({ env, target, random }) =>
    env.faults.respond(some(target, random), { status: 503, retryAfter: 1 }),
  ),
  'too many requests': lasting(({ env, target, random }) => env.faults.tooManyRequests(some(target, random))),
  'reject tokens': lasting(({ env, target, random }) => env.faults.respond(some(target, random), 401)),
  'hang requests': lasting(({ env, target, random }) =>
    env.faults.hang({ ...some(target, random), count: 2 }),
  ),
  'silent watches': lasting(({ env, target }) =>
    env.faults.watch({ view: target, count: 2 }, { end: 'hang' }),
  ),
  'lose requests': ({ env, target, random }) =>
    void env.faults.drop({ ...some(target, random), count: 2 }, 'before'),
  'lose answers': ({ env, target, random }) =>
    void env.faults.drop({ ...some(target, random), count: 2 }, 'after'),
  'cut lists': ({ env, target, random }) =>
    void env.faults.truncate({ view: target, verb: 'list', count: 2 }, Math.floor(random.next() * 400)),
  'slow answers': lasting(({ env, target, random }) =>
    env.faults.delay(
      { view: target },
      Math.ceil(random.next() * 2000),
      random.next() < 0.5 ? 'before' : 'after',
    ),
  ),
  'split watches': lasting(({ env, target, random }) =>
    env.faults.watch({ view: target }, { chunk: 1 + Math.floor(random.next() * 7) }),
  ),
  'no bookmarks': lasting(({ env, target }) => env.faults.watch({ view: target }, { skipBookmarks: true })),
  'hold events': lasting(({ env, target }) => env.faults.pauseEvents({ view: target })),
  'freeze view': lasting(({ env, target }) => env.faults.freeze({ view: target })),
  'lag view': lasting(({ env, target, random }) =>
    env.faults.lag({ view: target }, Math.ceil(random.next() * 5000)),
  ),
  conflict: ({ env, target }) => void env.faults.conflict({ view: target }),
  'restart server': ({ env, random }) =>
    // It ends with the server, or when the downtime is over.
    void env.server.restart({ downtime: Math.floor(random.next() * 5000) }).catch(() => undefined),
  'kill process': ({ target, restart }) => restart(target),
  'kill at effect': ({ env, target, random, restart }) => {
    const process = env.processes.get(target)
    if (!process) return
    const effect = process.effects.length + 1 + Math.floor(random.next() * 5)
    process.killAt(effect, random.next() < 0.5 ? 'before' : 'after')
    // Whoever supervises it notices after a while.
    env.clock.setTimer(10_000, () => restart(target))
  },
  'freeze process': ({ env, target, random }) => {
    const process = env.processes.get(target)
    process?.freeze()
    env.clock.setTimer(random.next() * 30_000, () => process?.thaw())
  },
  'jump clock': ({ env, target, random }) =>
    env.processes.get(target)?.clock.jump(Math.round((random.next() - 0.5) * 7_200_000)),
}

/** The names of all faults. */
export const faultNames = Object.keys(faultVocabulary) as readonly FaultName[]

function lasting(begin: (call: FaultCall) => Fault): Strike {
  return (call) => {
    const fault = begin(call)
    call.env.clock.setTimer(1000 + call.random.next() * 59_000, () => fault.remove())
  }
}

/** All requests of a process, or a part of them. */
function some(view: string, random: Random): FaultMatch {
  const verb = [undefined, 'list', 'watch', ['create', 'update', 'patch', 'delete']][
    Math.floor(random.next() * 4)
  ]
  return { view, ...(verb !== undefined && { verb }), probability: 0.3 + random.next() * 0.7 }
}
