import type { QueueSpec } from './queue-spec.ts'

/** The two keys there may be. */
export const queueKeys = ['a', 'b'] as const
/** How many work on them. */
export const workers = 2

/** One thing that can be done to a queue. */
export type QueueAction =
  | { readonly type: 'add' | 'addRateLimited' | 'forget'; readonly key: string }
  | { readonly type: 'addAfter'; readonly key: string; readonly delay: number }
  | { readonly type: 'get' | 'give up' | 'done'; readonly worker: number }
  | { readonly type: 'advance' | 'shutDown' | 'drain' }

const delays = [1, 3] as const
/** How far `advance` goes, in ms. */
export const moment = 1

/** In words. */
export function nameOf(action: QueueAction): string {
  if ('delay' in action) return `addAfter ${action.key} ${action.delay} ms`
  if ('key' in action) return `${action.type} ${action.key}`
  return 'worker' in action ? `worker ${action.worker}: ${action.type}` : action.type
}

/** All that can be done, in an order that never changes. */
export function queueActions(spec: QueueSpec): QueueAction[] {
  const actions: QueueAction[] = []
  for (const key of queueKeys) {
    actions.push({ type: 'add', key }, { type: 'addRateLimited', key })
    for (const delay of delays) actions.push({ type: 'addAfter', key, delay })
    if (spec.failuresOf(key) > 0) actions.push({ type: 'forget', key })
  }
  for (let worker = 0; worker < workers; worker++) {
    const state = spec.stateOf(worker)
    if (state === 'idle') actions.push({ type: 'get', worker })
    else if (state === 'waiting') actions.push({ type: 'give up', worker })
    else if (state !== 'ended') actions.push({ type: 'done', worker })
  }
  if (spec.waitsForTime) actions.push({ type: 'advance' })
  if (!spec.isShutDown) actions.push({ type: 'shutDown' })
  if (spec.drain === 'none') actions.push({ type: 'drain' })
  return actions
}
