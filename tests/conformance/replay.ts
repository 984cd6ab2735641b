import { Correspondence } from './correspondence.ts'
import type { Area, Exchange } from './exchange.ts'
import { namespacesOf, stepsBefore, uidsOf, type Step } from './inferred.ts'
import { outcomeOf, outcomeOfWatch, type Outcome } from './outcome.ts'
import { sceneryOf, type Act, type Scenery } from './scenery.ts'
import type { OpenWatch, Target } from './target.ts'

/** What became of the exchanges of one area. */
export interface AreaOutcome {
  readonly name: string
  /** How many exchanges were recorded. */
  readonly present: number
  readonly outcomes: readonly Outcome[]
  /** Exchanges that this target cannot be asked, with the reason. */
  readonly skipped: readonly { readonly id: string; readonly why: string }[]
}

/** Sends every request of an area, in order, to a target and compares the answers. */
export async function replay(area: Area, target: Target): Promise<AreaOutcome> {
  return new Replay(area, target).run()
}

class Replay {
  readonly #area: Area
  readonly #target: Target
  readonly #scenery: Scenery
  readonly #names = new Correspondence()
  readonly #seen = new Set<string>()
  readonly #open: { exchange: Exchange; watch: OpenWatch }[] = []
  readonly #outcomes: Outcome[] = []
  /** Milliseconds that passed since watches were opened. */
  #passed = 0
  readonly #skipped: { id: string; why: string }[] = []

  constructor(area: Area, target: Target) {
    this.#area = area
    this.#target = target
    this.#scenery = sceneryOf(area.name)
  }

  async run(): Promise<AreaOutcome> {
    const absent = new Set(this.#scenery.absent)
    for (const name of namespacesOf(this.#area)) {
      if (absent.has(name)) continue
      const step = { method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name } }, recorded: {} }
      await this.#step(step)
    }
    for (const [at, exchange] of this.#area.exchanges.entries()) {
      await this.#exchange(at + 1, exchange)
    }
    await this.#finish()
    if (!this.#target.embedded) await this.#cleanUp()
    const order = new Map(this.#area.exchanges.map(({ id }, at) => [id, at]))
    this.#outcomes.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    return {
      name: this.#area.name,
      present: this.#area.present,
      outcomes: this.#outcomes,
      skipped: this.#skipped,
    }
  }

  /** Deletes the namespaces of the area from a cluster, which the next area may need empty. */
  async #cleanUp(): Promise<void> {
    for (const name of namespacesOf(this.#area)) {
      const path = `/api/v1/namespaces/${name}`
      let { status } = await this.#target.send('DELETE', path, {}, '')
      for (let turn = 0; turn < 60 && status !== 404; turn++) {
        await this.#target.pass(1000)
        ;({ status } = await this.#target.send('GET', path, {}, ''))
      }
    }
  }

  async #exchange(number: number, exchange: Exchange): Promise<void> {
    const user = this.#scenery.users?.get(number)
    const why = user === undefined || this.#target.embedded ? '' : 'needs users'
    for (const act of this.#scenery.before?.get(number) ?? []) await this.#act(act)
    if (number === 1) await this.#begin()
    if (why !== '') {
      this.#skipped.push({ id: exchange.id, why })
      return
    }
    if (!this.#scenery.complete) {
      for (const step of stepsBefore(exchange, this.#seen)) await this.#step(step)
    }
    const headers = { ...this.#names.headers(exchange.headers), ...this.#scenery.headers?.get(number) }
    if (user !== undefined) headers['user'] = user
    const path = this.#names.path(exchange.path)
    if (exchange.watch === undefined) {
      const body = await this.#body(number, exchange)
      const answer = await this.#target.send(exchange.method, path, headers, body)
      this.#outcomes.push(outcomeOf(exchange, answer, this.#names))
    } else {
      this.#open.push({ exchange, watch: await this.#target.watch(path, headers) })
      const together = this.#scenery.together
      if (together === undefined || number < together[0] || number >= together[1]) {
        for (const act of this.#scenery.during?.get(number) ?? []) await this.#act(act)
        await this.#finish()
      }
    }
    for (const uid of uidsOf(exchange)) this.#seen.add(uid)
  }

  /** The version that is current now stands for the one that the recording begins with. */
  async #begin(): Promise<void> {
    if (this.#scenery.start === undefined) return
    const { text } = await this.#target.send('GET', '/api/v1/namespaces', {}, '')
    const { resourceVersion } = (JSON.parse(text) as { metadata: { resourceVersion: string } }).metadata
    this.#names.learn({ resourceVersion: `${this.#scenery.start}` }, { resourceVersion })
  }

  async #body(number: number, exchange: Exchange): Promise<string> {
    const change = this.#scenery.changes?.get(number)
    if (change === undefined) return this.#names.translate(this.#scenery.bodies?.get(number) ?? exchange.body)
    const { text } = await this.#target.send(
      'GET',
      this.#names.path(exchange.path.replace(/\?.*/, '')),
      {},
      '',
    )
    return JSON.stringify(merged(JSON.parse(text), change))
  }

  /** Waits as long as the open watches were watched, and compares them. */
  async #finish(): Promise<void> {
    if (this.#open.length === 0) return
    const long = Math.max(
      ...this.#open.map(({ exchange: { watch } }) =>
        watch?.ended === undefined ? Math.max(0, ...(watch?.at ?? [])) + 50 : watch.ended + 500,
      ),
    )
    await this.#target.pass(Math.max(0, long - this.#passed))
    this.#passed = 0
    for (const { exchange, watch } of this.#open.splice(0)) {
      this.#outcomes.push(outcomeOfWatch(exchange, watch, this.#names))
      await watch.stop()
    }
  }

  async #act(act: Act): Promise<void> {
    if (act === 'compact') this.#target.compact()
    else if (act === 'shutdown') await this.#target.shutdown()
    else if (act === 'overload') this.#target.overload()
    else if (typeof act === 'number') {
      this.#passed += act
      await this.#target.pass(act)
    } else await this.#step(act)
  }

  async #step({ method, path, body, recorded, type = 'application/json' }: Step): Promise<void> {
    const text = body === undefined ? '' : JSON.stringify(body)
    const answer = await this.#target.send(
      method,
      this.#names.path(path),
      { 'content-type': type },
      this.#names.translate(text),
    )
    if (recorded !== undefined && answer.status < 300) {
      this.#names.learn(recorded, JSON.parse(answer.text))
      for (const [, uid = ''] of JSON.stringify(recorded).matchAll(/"uid":"([^"]+)"/g)) this.#seen.add(uid)
    }
    // What was concluded from an answer may be there already.
    if (answer.status >= 300 && !(recorded !== undefined && answer.status === 409))
      this.#skipped.push({ id: this.#area.name, why: `${method} ${path}: ${answer.text.slice(0, 200)}` })
  }
}

/** A JSON merge patch: objects are merged, null removes, anything else replaces. */
function merged(target: unknown, patch: unknown): unknown {
  if (!isJson(patch)) return patch
  const result = { ...(isJson(target) ? target : {}) }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value)
  }
  return result
}

function isJson(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
