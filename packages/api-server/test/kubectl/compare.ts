import { stderr } from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasKubectl, kubectlMinor } from './kubectl.ts'
import { Discovered, holds, play } from './play.ts'
import { recorded, recordedMinor } from './recorded.ts'
import type { Scene } from './scene.ts'

/** One test for each command: in its scene it prints, ends and asks as was recorded at a real cluster. */
export function commandsGiveWhatWasRecorded(group: string, scenes: Readonly<Record<string, Scene>>): void {
  const all = Object.entries(scenes)
  const isAbsent = ({ since = 29 }: Scene) => since > kubectlMinor
  warn(
    `has no command for`,
    all.filter(([, scene]) => isAbsent(scene)),
  )
  warn(
    `does otherwise than 1.${recordedMinor}, so that only exit codes are compared:`,
    all.filter(([, scene]) => !isAbsent(scene) && !holds(scene)),
  )
  let discovered: Discovered | undefined
  describe.skipIf(!hasKubectl)(`${group}, in the scene of its recording (skipped without kubectl)`, () => {
    beforeAll(async () => {
      discovered = await Discovered.ofBuiltIn()
    }, 30_000)
    afterAll(async () => discovered?.[Symbol.asyncDispose]())

    for (const [id, scene] of all) {
      const { args = [] } = recorded.get(id) ?? {}
      const text = args.join(' ')
      it.skipIf(isAbsent(scene)).concurrent(`${id}: kubectl ${text}`, { timeout: 60_000 }, async () => {
        const command = recorded.get(id)
        if (command === undefined || discovered === undefined) throw new Error(`${id} was not recorded`)
        const [expected, actual] = await play(command, scene, discovered)
        expect(actual).toEqual(expected)
      })
    }
  })
}

function warn(what: string, scenes: readonly (readonly [string, Scene])[]): void {
  if (!hasKubectl || scenes.length === 0) return
  const ids = scenes.map(([id]) => id).join(', ')
  stderr.write(`\n*** kubectl 1.${kubectlMinor} ${what} ${ids} ***\n\n`)
}
