import type { Backend } from './backend.ts'
import type { LagFault } from './faults/lag-fault.ts'
import { ViewCache } from './faults/view-cache.ts'

/** The name of the view that the server itself is. */
export const defaultView = 'default'

/** The views of one store: each as if it were one of several API servers in front of it, with a watch cache of its own. */
export class Views {
  readonly #backend: Backend
  readonly #lags: ReadonlySet<LagFault>
  readonly #views = new Map<string, { readonly backend: Backend; readonly cache: ViewCache }>()

  constructor(backend: Backend, lags: ReadonlySet<LagFault>) {
    this.#backend = backend
    this.#lags = lags
    this.open(defaultView)
  }

  /** What verbs work on when this view is asked. */
  backend(name: string): Backend {
    return this.open(name).backend
  }

  /** Makes a view, so that what lags from now on lags in it. */
  open(name: string): { readonly backend: Backend; readonly cache: ViewCache } {
    let view = this.#views.get(name)
    if (view === undefined) {
      const { store, clock } = this.#backend
      const cache = new ViewCache(name, store, clock, this.#lags)
      view = { backend: { ...this.#backend, cache }, cache }
      this.#views.set(name, view)
    }
    return view
  }

  names(): readonly string[] {
    return [...this.#views.keys()]
  }

  /** Makes every view anew, level with the store, as if their API servers had been restarted. */
  restart(): void {
    const names = this.names()
    this.stop()
    this.#views.clear()
    for (const name of names) this.open(name)
  }

  /** Looks again at what lags. */
  changed(): void {
    // A view that nobody has asked for lags from now on, too.
    for (const { view } of this.#lags) if (view !== undefined) this.open(view)
    for (const { cache } of this.#views.values()) cache.changed()
  }

  stop(): void {
    for (const { cache } of this.#views.values()) cache.stop()
  }
}
