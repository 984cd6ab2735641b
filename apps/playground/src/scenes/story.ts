import { sleep } from '@rxkube/clock'
import { badImageScene } from './bad-image.ts'
import { endpoints } from './endpoints.ts'
import { nodeDeath } from './node-death.ts'
import { scaleUp } from './scale-up.ts'
import type { Scene, Stage } from './scene.ts'
import { createWeb, settled } from './web.ts'

/** All scenes, in the order in which they are played. */
export const story: readonly Scene[] = [scaleUp, endpoints, badImageScene, nodeDeath]

/** Between scenes there is time to look. */
const between = '8s'

/** What begins and ends. */
export interface Telling extends Stage {
  began(scene: Pick<Scene, 'name' | 'title'>): void
  ended(): void
}

/** Plays the scenes after each other. Throws a `StoryStuckError`, and the signal's reason. */
export async function tellStory(scenes: readonly Scene[], telling: Telling): Promise<void> {
  const { cluster, signal } = telling
  telling.began({ name: 'begin', title: 'four nodes, a deployment of three pods, a service' })
  await cluster.start(signal)
  await cluster.until('four nodes', () => cluster.nodes.indexer.size === 4, signal)
  await createWeb(telling)
  await settled(telling, 3, 'web:1')
  telling.ended()
  for (const scene of scenes) {
    telling.began(scene)
    // oxlint-disable-next-line no-await-in-loop -- one scene after another
    await scene.play(telling)
    telling.ended()
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(cluster.clock, between, { signal })
  }
}
