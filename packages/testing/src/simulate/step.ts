/** One thing that happens in a simulated run. Plain data: a script of it can be pasted into a test. */
export type SimulationStep =
  /** A user's move, by its name in the scenario; `seed` is what its chance comes from. */
  | { readonly do: 'move'; readonly move: string; readonly seed: number }
  /** Time passes, in ms. */
  | { readonly do: 'advance'; readonly ms: number }
  /** Something goes wrong, by its name in the vocabulary; `seed` chooses how and where. */
  | { readonly do: 'fault'; readonly fault: FaultName; readonly seed: number }

/** The faults that a simulation knows; each stands for rows of the fault matrix. */
export type FaultName =
  | 'close watches'
  | 'reset watches'
  | 'cut watches'
  | 'expire history'
  | 'expired event'
  | 'internal error event'
  | 'refuse connections'
  | 'answer 500'
  | 'answer 503'
  | 'too many requests'
  | 'reject tokens'
  | 'hang requests'
  | 'silent watches'
  | 'lose requests'
  | 'lose answers'
  | 'cut lists'
  | 'slow answers'
  | 'split watches'
  | 'no bookmarks'
  | 'hold events'
  | 'freeze view'
  | 'lag view'
  | 'conflict'
  | 'restart server'
  | 'kill process'
  | 'kill at effect'
  | 'freeze process'
  | 'jump clock'
