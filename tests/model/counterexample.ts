import { actionsOf, nextGood } from './actions.ts'
import { violationIn } from './invariants.ts'
import { told, type Violation } from './violation.ts'
import type { World } from './world.ts'

// A world that never comes to rest would be told without end.
const mostHealing = 12

/** A shortest way to a world that is wrong. */
export class Counterexample {
  readonly violation: Violation
  /** What happened, in words. */
  readonly steps: readonly string[]
  /** What the server sent, in the notation that `script` and `ScriptedServer.play` read. */
  readonly script: string

  /** `healing`: it was found while the world went on from there without faults, which is told as well. */
  constructor(root: World, via: readonly number[], violation: Violation, healing = false) {
    const steps: string[] = []
    const tokens: string[] = []
    let world = root
    for (const place of via) {
      const action = actionsOf(world)[place]
      if (action === undefined) break
      steps.push(action.name)
      if (action.token !== '') tokens.push(action.token)
      ;[world] = action.run()
    }
    const last = steps.length + (healing ? mostHealing : 0)
    while (steps.length < last) {
      const action = nextGood(world)
      if (action === undefined) break
      steps.push(`${action.name} (without faults from here)`)
      if (action.token !== '') tokens.push(action.token)
      const [next, wrong] = action.run()
      if (wrong ?? violationIn(next)) break
      world = next
    }
    this.violation = violation
    this.steps = steps
    this.script = tokens.join(' ')
  }

  toString(): string {
    const steps = this.steps.map((name, at) => `  ${String(at + 1).padStart(2)}. ${name}`)
    return [told(this.violation), ...steps, `script: ${this.script}`].join('\n')
  }
}
