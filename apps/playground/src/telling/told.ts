import type { Row } from '../view/cluster-view.ts'

/** What one controller has done. */
export interface ControllerCounts {
  readonly controller: string
  /** Looks at a request. */
  readonly reconciles: number
  /** Writes that the server took. */
  readonly writes: number
  /** Looks that failed and were made again. */
  readonly retries: number
}

/** Something that is told; `at` is in seconds of the story. Each is a line of JSON. */
export type Told =
  | { readonly type: 'scene'; readonly at: number; readonly name: string; readonly title: string }
  | { readonly type: 'say'; readonly at: number; readonly text: string }
  /** A Kubernetes Event: what somebody did. */
  | {
      readonly type: 'event'
      readonly at: number
      readonly component: string
      readonly about: string
      readonly reason: string
      readonly message: string
    }
  /** A look at a request that wrote, or failed, and why there was one. */
  | {
      readonly type: 'reconcile'
      readonly at: number
      readonly controller: string
      readonly request: string
      readonly result: string
      readonly writes: number
      readonly causes: readonly string[]
    }
  /** How things stand when a scene is over. */
  | { readonly type: 'state'; readonly at: number; readonly rows: readonly Row[] }
  | {
      readonly type: 'summary'
      readonly at: number
      readonly scenes: number
      readonly complete: boolean
      readonly controllers: readonly ControllerCounts[]
    }

/** Where things are told. */
export interface Teller {
  tell(told: Told): void
  /** Time went on; a screen shows how things are. */
  show?(rows: readonly Row[], at: number): void
  /** Nothing more comes. */
  end?(): void
}
