/** A request of a process: what the world can see of it. */
export interface ProcessEffect {
  /** The name of the process. */
  readonly process: string
  /** 1 for the first of a process; a restarted process begins anew. */
  readonly number: number
  /** Virtual time, in ms since the environment was made. */
  readonly at: number
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly watch: boolean
  /** Of the answer; undefined while there is none, and when the process did not live to see it. */
  status?: number
}

/** When a process dies: before the request leaves it, or after the server has answered and before it hears of it. */
export type KillPoint = 'before' | 'after'
