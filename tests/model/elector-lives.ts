import { electorActions, type ElectorAction } from './elector-actions.ts'
import { newElectorWorld, type ElectorWorld, type ProcessModel } from './elector-world.ts'

/** What becomes of the first leader. */
type Fate = 'renews' | 'is answered late' | 'is paused' | 'cannot reach the server'

const fates: readonly Fate[] = ['renews', 'is answered late', 'is paused', 'cannot reach the server']
const longest = 60

/**
 * The worlds to begin with, for these rates of the two clocks: of the life of a leader and a follower every few actions
 * one. The leader renews all the time, with answers that come at once or late, or it is paused or cut off until the other
 * leads.
 */
export function electorLives(pairs: readonly (readonly [number, number])[], every: number): ElectorWorld[] {
  return pairs.flatMap(([rate, other]) =>
    fates.flatMap((fate) =>
      ([0, 1] as const).flatMap((leader) => lifeOf(newElectorWorld(rate, other), leader, fate, every)),
    ),
  )
}

function lifeOf(root: ElectorWorld, leader: 0 | 1, fate: Fate, every: number): ElectorWorld[] {
  const worlds = [root]
  let world = root
  for (let actions = 1; actions <= longest; actions++) {
    const action = chosen(world, leader, fate)
    if (action === undefined) break
    ;[world] = action.run()
    if (actions % every === 0) worlds.push(world)
  }
  return worlds
}

function chosen(world: ElectorWorld, leader: 0 | 1, fate: Fate): ElectorAction | undefined {
  const actions = electorActions(world)
  const [id, follower] = leader === 0 ? ['a', 'b'] : ['b', 'a']
  const isStarting = world.processes[leader].elector.phase === 'idle'
  const isStarted = world.processes[leader].elector.phase !== 'contending' && !isStarting
  const isOver = world.processes[1 - leader]?.inTerm === true
  const isStruck = isStarted && world.processes[1 - leader]?.elector.observed !== undefined && !isOver
  if (isStarting) return actions.find(({ name }) => name === `${id} starts`)
  if (!isStarted) return actions.find(({ name, fault }) => !fault && name.startsWith(id))
  if (isStruck && fate === 'is paused') {
    const pause = actions.find(({ name }) => name === `${id} is paused`)
    return pause ?? actions.find(({ name, fault }) => !fault && !name.startsWith(id))
  }
  if (isStruck && fate === 'is answered late') {
    const late = lateAnswer(actions, world.processes[leader])
    if (late) return late
  }
  if (isStruck && fate === 'cannot reach the server') {
    const fails = actions.find(({ name }) => name.startsWith(`${id} cannot reach`))
    if (fails) return fails
  }
  // The follower first, so that it watches from the start.
  const good = actions.filter(({ fault }) => !fault)
  return good.find(({ name }) => name.startsWith(follower)) ?? good[0]
}

function lateAnswer(actions: readonly ElectorAction[], { request }: ProcessModel): ElectorAction | undefined {
  const rest = actions.filter(({ name, fault }) => !fault && !name.includes(' is answered: '))
  if (request?.applied)
    return request.age < 1000 ? rest.find(({ name }) => !name.includes(' does: ')) : undefined
  return request && actions.find(({ name }) => name.includes('has the server do'))
}
