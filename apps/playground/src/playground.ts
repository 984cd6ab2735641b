import { drive } from './cluster/drive.ts'
import type { PlayCluster } from './cluster/play-cluster.ts'
import type { Scene } from './scenes/scene.ts'
import { tellStory } from './scenes/story.ts'
import { Counting, listen } from './telling/listen.ts'
import type { Teller } from './telling/told.ts'
import { clusterView } from './view/cluster-view.ts'

/** How a story is told. */
export interface PlaygroundOptions {
  readonly cluster: PlayCluster
  readonly scenes: readonly Scene[]
  readonly tellers: readonly Teller[]
  /** Seconds of the story in one of ours; 0 is as fast as it goes. */
  readonly speed: number
  /** Whether the cluster stays up afterwards, until the signal aborts, in our time. */
  readonly serve: boolean
  /** Ends it, wherever it is. */
  readonly signal: AbortSignal
}

/**
 * Plays the scenes, tells what happens, and ends with a summary, also when it is interrupted. The cluster is stopped then.
 * Throws a `StoryStuckError` after the summary.
 */
export async function playground(options: PlaygroundOptions): Promise<void> {
  const { cluster, tellers, signal } = options
  const teller: Teller = {
    tell: (told) => {
      for (const each of tellers) each.tell(told)
    },
  }
  const counting = new Counting(cluster.manager)
  const subscription = listen(cluster, teller)
  // What begins is no scene.
  let scenes = -1
  let complete = false
  const telling = {
    cluster,
    signal,
    say: (text: string): void => teller.tell({ type: 'say', at: cluster.elapsed, text }),
    began: ({ name, title }: Pick<Scene, 'name' | 'title'>): void =>
      teller.tell({ type: 'scene', at: cluster.elapsed, name, title }),
    ended: (): void => {
      scenes++
      teller.tell({ type: 'state', at: cluster.elapsed, rows: clusterView(cluster) })
    },
  }
  let speed = options.speed
  const show = (): void => {
    const screens = tellers.filter((each) => each.show !== undefined)
    if (screens.length === 0) return
    const rows = clusterView(cluster)
    for (const each of screens) each.show?.(rows, cluster.elapsed)
  }
  const play = async (): Promise<void> => {
    await tellStory(options.scenes, telling)
    complete = true
    if (!options.serve) return
    speed = 1
    telling.say('The story is over; the cluster stays up until Ctrl-C.')
    await aborted(signal)
  }
  try {
    await drive(cluster.clock, () => unlessAborted(play(), signal), { speed: () => speed, onStep: show })
  } finally {
    subscription.unsubscribe()
    // Its time has to go on for it to end.
    await drive(cluster.clock, () => cluster.stop(), { speed: () => 0, onStep: () => undefined })
    for (const each of tellers) each.end?.()
    teller.tell({
      type: 'summary',
      at: cluster.elapsed,
      scenes: Math.max(0, scenes),
      complete,
      controllers: counting.counts,
    })
  }
}

async function unlessAborted(call: Promise<void>, signal: AbortSignal): Promise<void> {
  try {
    await call
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
