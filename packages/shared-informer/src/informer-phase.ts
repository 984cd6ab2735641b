/**
 * Where an informer is: `new` before it starts, and again when no stream needs it any more; `listing` until the first
 * state is whole; `watching`; `retrying` after a failure, while it waits or tries again; `stopped` for good.
 */
export type InformerPhase = 'new' | 'listing' | 'watching' | 'retrying' | 'stopped'
