import { mayWrite } from '@rxkube/leader-election'
import { nextGoodAction } from './elector-actions.ts'
import { isInside, type ElectorViolation, type ElectorWorld } from './elector-world.ts'

/** What has to hold in every world. */
export function electorViolationIn({ processes }: ElectorWorld): ElectorViolation | undefined {
  if (processes.every(isInside)) return { id: 'E1', what: 'two processes are inside the guarded section' }
  for (const process of processes) {
    const { elector, acknowledged, work, stopping } = process
    const { identity, renewDeadline } = elector.settings
    const isOld = acknowledged >= renewDeadline
    if (mayWrite(elector, 0) && isOld) {
      return { id: 'E2', what: `${identity} may write ${acknowledged} ms after its last renewal was sent` }
    }
    if (work === 'running' && isOld && isInside(process)) {
      return { id: 'E2', what: `the work of ${identity} goes on ${acknowledged} ms after its last renewal` }
    }
    if (elector.phase === 'releasing' && (stopping || work !== 'none')) {
      return { id: 'E4', what: `${identity} releases before everything has stopped` }
    }
  }
  return undefined
}

// The longest lease, one pause of the slowest clock, and the time that work and a release may take before.
const mostTicks = 30
const mostActions = 400

/** What does not hold when nothing goes wrong any more: somebody has to lead in the end, if anybody contends. */
export function electorViolationAfterHealing(
  world: ElectorWorld,
  isHealed: (world: ElectorWorld) => boolean,
  heals: (world: ElectorWorld) => void,
): ElectorViolation | undefined {
  const passed: ElectorWorld[] = []
  let current = world
  let ticks = 0
  for (let actions = 0; actions < mostActions && ticks < mostTicks; actions++) {
    const isLed = current.processes.some(({ elector, paused }) => mayWrite(elector, 0) && !paused)
    if (isLed || current.processes.every(({ elector }) => isDone(elector.phase)) || isHealed(current)) {
      for (const each of passed) heals(each)
      return undefined
    }
    passed.push(current)
    const action = nextGoodAction(current)
    if (action === undefined) break
    if (action.name.startsWith('half')) ticks++
    const [next, wrong] = action.run()
    const violation = wrong ?? electorViolationIn(next)
    if (violation) return violation
    current = next
  }
  return { id: 'E3', what: `nobody leads after ${ticks / 2} s in which nothing went wrong` }
}

function isDone(phase: string): boolean {
  return phase === 'ended'
}
