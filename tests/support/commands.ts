import fc from 'fast-check'

/** Faults that a request can suffer, by the names of `faults` in `@rxkube/client/testing`. */
export const listFaults = [
  'expired',
  'tooLarge',
  'tooManyRequests',
  'forbidden',
  'notFound',
  'internalError',
  'refused',
  'reset',
  'html',
  'noResourceVersion',
  'tableList',
  'truncated',
] as const

export const watchFaults = [
  'expired',
  'tooLarge',
  'tooManyRequests',
  'forbidden',
  'notFound',
  'internalError',
  'refused',
  'reset',
  'close',
  'interrupt',
  'silence',
  'noInitialEventsEnd',
  'repeat',
  'undecodable',
  'unknownType',
  'wrongType',
  'table',
] as const

/** What is done to the open streams. */
export const cuts = ['close', 'interrupt', 'silence', 'expired', 'internalError', 'tooManyRequests'] as const

const names = ['a', 'b', 'c', 'd'] as const

/** One thing that happens in a history of server, network, handlers and time. */
export type Command =
  | { readonly type: 'write'; readonly name: string; readonly node: string; readonly app: string }
  | { readonly type: 'delete' | 'recreate'; readonly name: string }
  | { readonly type: 'cut'; readonly how: (typeof cuts)[number] }
  | { readonly type: 'failList'; readonly fault: (typeof listFaults)[number] }
  | { readonly type: 'failWatch'; readonly fault: (typeof watchFaults)[number]; readonly after: number }
  | { readonly type: 'compact' | 'bookmark' | 'removeHandler' }
  | { readonly type: 'lag'; readonly view: number; readonly revisions: number }
  | { readonly type: 'useView'; readonly view: number }
  | { readonly type: 'advance'; readonly milliseconds: number }
  | { readonly type: 'addHandler'; readonly handler: HandlerShape }

/** How a handler behaves. */
export interface HandlerShape {
  /** Milliseconds a call; 0 returns at once. */
  readonly slow: number
  readonly resync: number
  readonly mailbox: 'coalesce' | 'annihilate' | 'every'
  /** Every so many calls it throws; 0 never. */
  readonly throws: number
}

const name = fc.constantFrom(...names)

export const handlerShape: fc.Arbitrary<HandlerShape> = fc.record({
  slow: fc.constantFrom(0, 0, 50, 3000),
  resync: fc.constantFrom(0, 2000, 10_000),
  mailbox: fc.constantFrom('coalesce', 'annihilate', 'every'),
  throws: fc.constantFrom(0, 0, 3),
})

export const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      name,
      node: fc.constantFrom('n1', 'n2'),
      app: fc.constantFrom('web', 'web', 'db'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('delete' as const), name }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('recreate' as const), name }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('cut' as const), how: fc.constantFrom(...cuts) }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('failList' as const), fault: fc.constantFrom(...listFaults) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('failWatch' as const),
      fault: fc.constantFrom(...watchFaults),
      after: fc.nat(2),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('compact', 'bookmark', 'removeHandler') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('lag' as const),
      view: fc.nat(1),
      revisions: fc.constantFrom(0, 1, 3, Infinity),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('useView' as const), view: fc.nat(1) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('advance' as const),
      milliseconds: fc.constantFrom(0, 1, 200, 1500, 10_000, 45_000, 400_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('addHandler' as const), handler: handlerShape }) },
)

/** How server and informer are set up for a history. */
export interface Setup {
  readonly watchList: boolean
  readonly watchCache: boolean
  readonly expiredWatch: 'status' | 'event'
  readonly latency: number
  readonly queue: 'RealFIFO' | 'DeltaFIFO'
  readonly seed: number
}

export const setup: fc.Arbitrary<Setup> = fc.record({
  watchList: fc.boolean(),
  watchCache: fc.boolean(),
  expiredWatch: fc.constantFrom('status', 'event'),
  latency: fc.constantFrom(0, 0, 30, 700),
  queue: fc.constantFrom('RealFIFO', 'DeltaFIFO'),
  seed: fc.nat(1000),
})
