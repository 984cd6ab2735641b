import type { PlayCluster } from '../cluster/play-cluster.ts'

/** What a scene plays on. */
export interface Stage {
  readonly cluster: PlayCluster
  readonly signal: AbortSignal
  /** Says what comes, and why. */
  say(text: string): void
}

/** A part of the story. It finds the deployment `web` with three pods that are ready, and leaves it so. */
export interface Scene {
  readonly name: string
  readonly title: string
  /** Throws a `StoryStuckError` where what it is about does not happen. */
  play(stage: Stage): Promise<void>
}
