import type { KubernetesObject } from '@rxkube/meta'
import { Mailbox, type MailboxOptions, type Notification } from '@rxkube/shared-informer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { added, deleted, pod, updated } from './support/notifications.ts'

type Change = Notification<KubernetesObject>
type Action = { readonly key: string; readonly act: 'set' | 'delete' | 'resync' | 'replace' } | 'take'

const keys = ['a', 'b', 'c', 'd', 'e', 'f']
const actions = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Action>('take') },
    {
      weight: 5,
      arbitrary: fc.record({
        key: fc.constantFrom(...keys),
        act: fc.constantFrom(
          'set' as const,
          'set' as const,
          'delete' as const,
          'resync' as const,
          'replace' as const,
        ),
      }),
    },
  ),
  { maxLength: 400 },
)

/** A cache that tells its changes, a mailbox, and a handler that holds the mailbox to its word. */
class Run {
  readonly mailbox: Mailbox<KubernetesObject>
  readonly store = new Map<string, KubernetesObject>()
  readonly view = new Map<string, KubernetesObject>()
  readonly wrongs: string[] = []
  /** The keys of the first population, as long as they wait. */
  readonly awaited = new Set<string>()
  creations = 0
  seenCreations = 0
  #version = 0

  constructor(options: MailboxOptions) {
    this.mailbox = new Mailbox(options)
  }

  /** Fills the cache, and tells it as the first population. */
  populate(names: readonly string[]): void {
    for (const key of names) {
      const object = pod(key, ++this.#version)
      this.store.set(key, object)
      this.awaited.add(key)
      this.creations++
      this.mailbox.push(added(key, object, true))
    }
  }

  do(action: Action): void {
    if (action === 'take') return this.take()
    const { key, act } = action
    const before = this.store.get(key)
    const next = pod(
      key,
      ++this.#version,
      before && act !== 'replace' ? before.metadata?.uid : `uid-${this.#version}`,
    )
    if (act === 'delete') {
      if (!before) return undefined
      this.store.delete(key)
      this.mailbox.push(deleted(key, before))
    } else if (act === 'resync') {
      if (before) this.mailbox.push(updated(key, before, before, { sync: true }))
    } else {
      this.store.set(key, next)
      if (!before) this.creations++
      this.mailbox.push(
        before ? updated(key, before, next, { replaced: act === 'replace' }) : added(key, next),
      )
    }
  }

  take(): void {
    const change = this.mailbox.take()
    if (change) this.#see(change)
  }

  #see(change: Change): void {
    const seen = this.view.get(change.key)
    const { type } = change
    if ((type === 'added') !== (seen === undefined)) this.wrongs.push(`${type} of ${change.key} out of turn`)
    if (type === 'added') this.seenCreations++
    if (type === 'added' && change.initial) this.awaited.delete(change.key)
    if (type === 'updated') {
      if (change.before !== seen) this.wrongs.push(`before of ${change.key} is not what was seen`)
      if (change.sync && change.object !== seen)
        this.wrongs.push(`sync of ${change.key} brings something new`)
      if (!change.replaced && change.before.metadata?.uid !== change.object.metadata?.uid)
        this.wrongs.push(`${change.key} was replaced unsaid`)
    }
    if (type === 'deleted') this.view.delete(change.key)
    else this.view.set(change.key, change.object)
  }
}

/** What a mailbox did wrong in a history, if anything. */
function wrongsOf(history: readonly Action[], options: MailboxOptions, most = Infinity): string[] {
  const run = new Run(options)
  for (const action of history) {
    run.do(action)
    if (run.mailbox.size > most) run.wrongs.push(`${run.mailbox.size} changes wait`)
  }
  while (run.mailbox.size > 0) run.take()
  if (run.mailbox.take()) run.wrongs.push('something waits in an empty mailbox')
  for (const key of keys) {
    if (run.view.get(key) !== run.store.get(key)) run.wrongs.push(`the view of ${key} is not the cache's`)
  }
  const seesAll = options.mode === 'every' || !options.annihilate
  if (seesAll && run.seenCreations !== run.creations) run.wrongs.push('a creation was not seen')
  return run.wrongs
}

/** What a mailbox of a mark of 3 that drops the oldest did wrong in a history that begins with a population. */
function wrongsOfDropping(history: readonly Action[], population: readonly string[]): string[] {
  const run = new Run({ mode: 'every', highWaterMark: 3, onOverflow: 'dropOldest' })
  run.populate(population)
  let shown = population.length
  for (const action of history) {
    run.do(action)
    shown = Math.max(shown, run.view.size + run.mailbox.initial)
    if (run.mailbox.size - run.mailbox.initial > 3 + shown)
      run.wrongs.push(`${run.mailbox.size} changes wait`)
  }
  while (run.mailbox.size > 0) run.take()
  if (run.awaited.size > 0) run.wrongs.push('one of the first population was given up')
  for (const key of run.view.keys()) if (!run.store.has(key)) run.wrongs.push(`${key} is a phantom`)
  // Whatever was given up, one more change of each object makes up for it.
  for (const key of run.store.keys()) {
    run.do({ key, act: 'set' })
    run.take()
  }
  for (const key of keys) {
    if (run.view.get(key) !== run.store.get(key)) run.wrongs.push(`the view of ${key} is not the cache's`)
  }
  return run.wrongs
}

function everyHistory(options: MailboxOptions, most?: number): void {
  fc.assert(
    fc.property(actions, (history) => {
      const wrongs = wrongsOf(history, options, most)
      if (wrongs.length > 0) throw new Error(wrongs.join('; '))
    }),
    { numRuns: 300 },
  )
}

describe('after any history, at any pace, a mailbox', () => {
  it('INV-I3 that coalesces tells add, updates from what was seen, delete, ends level with the cache, and shows each creation', () => {
    expect(() => everyHistory({})).not.toThrow()
  })

  it('INV-I16 that annihilates does so too, and never holds more than two changes a key', () => {
    expect(() => everyHistory({ annihilate: true }, 2 * keys.length)).not.toThrow()
  })

  it('INV-I3 that keeps every change does so too', () => {
    expect(() => everyHistory({ mode: 'every', highWaterMark: 10 })).not.toThrow()
  })

  it('INV-I3 that drops the oldest does so too of what it shows, shows the first population and no phantoms, and is level again after one more change of each', () => {
    const everyDroppingHistory = (): void =>
      fc.assert(
        fc.property(actions, fc.subarray(keys), (history, population) => {
          const wrongs = wrongsOfDropping(history, population)
          if (wrongs.length > 0) throw new Error(wrongs.join('; '))
        }),
        { numRuns: 2000 },
      )
    expect(everyDroppingHistory).not.toThrow()
  })
})
