import { PlayCluster } from '../src/cluster/play-cluster.ts'
import { playground } from '../src/playground.ts'
import { story } from '../src/scenes/story.ts'
import type { Teller, Told } from '../src/telling/told.ts'

/** How a story is played in a test: as fast as it goes. */
export interface PlayedOptions {
  readonly seed?: number
  readonly scenario?: string
  readonly tellers?: readonly Teller[]
  readonly stop?: AbortController
  readonly serve?: boolean
  readonly onTold?: (told: Told, cluster: PlayCluster) => void
}

/** Plays the story, or one scene of it, and returns what was told. */
export async function played(options: PlayedOptions = {}): Promise<Told[]> {
  const { seed = 1, scenario, tellers = [], stop = new AbortController(), serve = false, onTold } = options
  const all: Told[] = []
  const cluster = new PlayCluster(seed, Date.UTC(2026, 0, 1))
  const scenes = story.filter(({ name }) => scenario === undefined || name === scenario)
  const teller: Teller = {
    tell: (told) => {
      all.push(told)
      onTold?.(told, cluster)
    },
  }
  await playground({ cluster, scenes, tellers: [teller, ...tellers], speed: 0, serve, signal: stop.signal })
  return all
}

/** Those of one type. */
export function ofType<T extends Told['type']>(all: readonly Told[], type: T): Extract<Told, { type: T }>[] {
  return all.filter((told): told is Extract<Told, { type: T }> => told.type === type)
}
