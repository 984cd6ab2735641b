import fc from 'fast-check'
import type { Api, Line } from './api.ts'
import { maps } from './api.ts'

/** One thing that a client does. */
export interface Step {
  readonly what: 'create' | 'update' | 'delete' | 'compact'
  readonly name: string
  readonly group: string
  readonly value: number
}

/** What a config map of the model holds. */
export interface Held {
  readonly group: string
  readonly value: number
}

type State = ReadonlyMap<string, Held>

/** A write that took a version. */
export interface Write {
  readonly version: number
  readonly name: string
  readonly before: Held | undefined
  readonly after: Held | undefined
}

export const steps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      what: fc.oneof(
        { weight: 4, arbitrary: fc.constant('create' as const) },
        { weight: 4, arbitrary: fc.constant('update' as const) },
        { weight: 2, arbitrary: fc.constant('delete' as const) },
        { weight: 1, arbitrary: fc.constant('compact' as const) },
      ),
      name: fc.constantFrom('a', 'a-b', 'ab', 'b', 'b.c'),
      group: fc.constantFrom('', 'x', 'y'),
      value: fc.nat({ max: 2 }),
    }),
    { minLength: 1, maxLength },
  )

/** Selectors with what they mean, in plain words of JavaScript. */
export const selectors: readonly (readonly [string, (name: string, held: Held) => boolean])[] = [
  ['', () => true],
  ['labelSelector=g%3Dx', (_, { group }) => group === 'x'],
  ['labelSelector=g!%3Dx', (_, { group }) => group !== 'x'],
  ['labelSelector=g', (_, { group }) => group !== ''],
  ['labelSelector=!g', (_, { group }) => group === ''],
  ['labelSelector=g+in+(x,y),g+notin+(y)', (_, { group }) => group === 'x'],
  ['fieldSelector=metadata.name%3Da', (name) => name === 'a'],
  ['fieldSelector=metadata.name!%3Da', (name) => name !== 'a'],
  ['fieldSelector=metadata.namespace%3Ddefault&labelSelector=g%3Dy', (_, { group }) => group === 'y'],
  ['fieldSelector=metadata.namespace%3Dother', () => false],
]

/** What a server should hold and have told, kept by doing to a Map what is done to the server. */
export class PlainModel {
  readonly writes: Write[] = []
  /** States older than this are forgotten. */
  floor = 0
  readonly #first: number
  #states = new Map<number, State>()
  #now: State = new Map()

  constructor(version: number) {
    this.#first = version
    this.#states.set(version, this.#now)
  }

  /** Every version there was, oldest first. */
  get versions(): readonly number[] {
    return [this.#first, ...this.writes.map(({ version }) => version)]
  }

  at(version: number): State {
    return this.#states.get(version) ?? new Map()
  }

  get now(): State {
    return this.#now
  }

  /** Does a step to the server and to the model. */
  async run(
    api: Api,
    server: { readonly resourceVersion: string; compact(): void },
    step: Step,
  ): Promise<void> {
    const { what, name, group, value } = step
    if (what === 'compact') {
      server.compact()
      this.floor = Number(server.resourceVersion)
      return
    }
    const before = this.#now.get(name)
    const body = { metadata: { labels: { g: group === '' ? null : group } }, data: { v: String(value) } }
    if (what === 'create') {
      await api.post(maps, { ...body, metadata: { name, ...(group === '' ? {} : { labels: { g: group } }) } })
      if (before === undefined) this.#commit(server, name, { group, value })
    } else if (what === 'update') {
      await api.merge(`${maps}/${name}`, body)
      const same = before?.group === group && before.value === value
      if (before !== undefined && !same) this.#commit(server, name, { group, value })
    } else {
      await api.delete(`${maps}/${name}`)
      if (before !== undefined) this.#commit(server, name, undefined)
    }
  }

  /** The lines that a watch from `version` shows to a selector. */
  lines(version: number, matches: (name: string, held: Held) => boolean): string[] {
    return this.writes.flatMap((write) => {
      if (write.version <= version) return []
      const { name, before, after } = write
      const was = before !== undefined && matches(name, before)
      const is = after !== undefined && matches(name, after)
      if (!was && !is) return []
      const type = is ? (was ? 'MODIFIED' : 'ADDED') : 'DELETED'
      return [
        `${type} ${name}@${write.version} ${shownHeld((is ? after : before) ?? { group: '', value: 0 })}`,
      ]
    })
  }

  #commit(server: { readonly resourceVersion: string }, name: string, after: Held | undefined): void {
    const version = Number(server.resourceVersion)
    const next = new Map(this.#now)
    if (after === undefined) next.delete(name)
    else next.set(name, after)
    this.writes.push({ version, name, before: this.#now.get(name), after })
    this.#now = next
    this.#states.set(version, next)
  }
}

const shownHeld = ({ group, value }: Held): string => `${group}=${value}`

/** A state as lists show it, of what is selected. */
export function listed(state: State, matches: (name: string, held: Held) => boolean): string[] {
  return [...state]
    .filter(([name, held]) => matches(name, held))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, held]) => `${name} ${shownHeld(held)}`)
}

type Item = { readonly metadata?: Line['object']['metadata']; readonly data?: Record<string, string> }

const heldBy = ({ metadata, data }: Item): string => `${metadata?.labels?.['g'] ?? ''}=${data?.['v']}`

export const shownItem = (item: Item): string => `${item.metadata?.name} ${heldBy(item)}`

/** A line of a watch as the model writes it. */
export const shownLine = ({ type, object }: Line): string =>
  `${type} ${object.metadata?.name}@${object.metadata?.resourceVersion} ${heldBy(object)}`
