import type { WatchEvent } from '@rxkube/client'
import { failureOfStatus } from '@rxkube/reflector'
import { scriptStatus } from '@rxkube/testing'
import { keys, label, objectOf, stateAt, versionOf, writeOf, written, type Write } from './api-model.ts'
import { bookmark, undecodable } from './wire.ts'
import {
  happen,
  none,
  type Happened,
  type How,
  type ListRequest,
  type WatchRequest,
  type World,
} from './world.ts'

/** One thing that can happen in a world. */
export interface Action {
  /** What happens, in words. */
  readonly name: string
  /** What it adds to a script, in the notation of `script`; empty where nothing is sent. */
  readonly token: string
  /** Only what goes wrong: left out when the world heals. */
  readonly fault: boolean
  readonly run: () => Happened
}

/** Everything that can happen, in an order that never changes. */
export function actionsOf(world: World): Action[] {
  if (world.reflector.phase === 'stopped') return []
  return [...requestActions(world), ...timerActions(world), ...serverActions(world)]
}

/** What a good world does next; undefined when nothing is left to do. */
export function nextGood(world: World): Action | undefined {
  return [...requestActions(world), ...timerActions(world)].find((each) => !each.fault)
}

function action(name: string, token: string, run: () => Happened): Action {
  return { name, token, fault: false, run }
}

function fault(name: string, token: string, run: () => Happened): Action {
  return { name, token, fault: true, run }
}

const begin = (world: World, rest: string): string => {
  const { request } = world
  if (request?.kind === 'list') return `L(${request.asked === '' ? '""' : request.asked})${rest}`
  return `${request?.initial ? 'S' : 'W'}${request?.asked ?? ''}${rest}`
}

const status = (code: number) => failureOfStatus(scriptStatus(code))

function requestActions(world: World): Action[] {
  const { request } = world
  if (request === undefined) return []
  if (request.kind === 'list') return listActions(world, request)
  return request.open ? streamActions(world, request) : openingActions(world, request)
}

function listActions(world: World, request: ListRequest): Action[] {
  const { api } = world
  const now = versionOf(api)
  const fail = (code: number): Action =>
    fault(`the list fails with ${code}`, begin(world, `/${code}`), () =>
      happen(world, { type: 'listFailed', failure: status(code) }, true),
    )
  if (request.snapshot !== none) {
    const restart = (): Happened =>
      happen({ ...world, request: { ...request, snapshot: now, sent: 0 } }, { type: 'listRestarted' }, false)
    const expired = api.floor > request.snapshot
    return [
      page(world, request),
      fail(500),
      ...(expired ? [fault('the next page expired', '', restart)] : []),
    ]
  }
  const at = (version: number): ListRequest => ({ ...request, snapshot: version })
  const actions = [page(world, at(now)), fail(500)]
  const older = now - 1
  if (older < 1 || request.asked === '') return actions
  const lagging = page(world, at(older))
  actions.push(
    fault(`${lagging.name}, of a server that lags behind`, lagging.token, lagging.run),
    ...(request.asked === '0' ? [] : [fail(410), ...(Number(request.asked) > older ? [fail(504)] : [])]),
  )
  return actions
}

/** The next object of a list, or its end. */
function page(world: World, request: ListRequest): Action {
  const { snapshot, sent } = request
  const objects = stateAt(world.api, snapshot).flatMap((held, key) => (held ? [{ key, held }] : []))
  const whole = objects.map(({ key, held }) => label(key, held)).join(' ')
  const next = objects[sent]
  if (next === undefined) {
    const metadata = { resourceVersion: String(snapshot) }
    return action(`the list at ${snapshot} ends`, begin(world, `${snapshot}[${whole}]`), () =>
      happen({ ...world, request }, { type: 'listEnd', metadata, paginated: false }, true),
    )
  }
  const items = [objectOf(next.key, next.held)]
  return action(`the list at ${snapshot} brings ${label(next.key, next.held)}`, '', () =>
    happen({ ...world, request: { ...request, sent: sent + 1 } }, { type: 'listItems', items }, false),
  )
}

function openingActions(world: World, request: WatchRequest): Action[] {
  const refuse = (code: number): Happened =>
    happen(world, { type: 'watchFailed', failure: status(code) }, true)
  const asked = Number(request.asked)
  const expired = !request.initial && asked < world.api.floor
  const now = versionOf(world.api)
  const open = { ...request, open: true, ...(request.initial ? { snapshot: now } : { position: asked }) }
  return [
    expired
      ? action('the watch is refused: its version is compacted', begin(world, '/410'), () => refuse(410))
      : action('the watch opens', begin(world, ':'), () =>
          happen({ ...world, request: open }, { type: 'watchOpened' }, false),
        ),
    fault('the watch is refused with 429', begin(world, '/429'), () => refuse(429)),
    fault('the watch is refused with 403', begin(world, '/403'), () => refuse(403)),
  ]
}

type Event = readonly [name: string, token: string, event: WatchEvent<ReturnType<typeof objectOf>>]

const signs = { ADDED: '+', MODIFIED: '~', DELETED: '-' } as const

function eventOf({ type, key, uid, version }: Write): Event {
  const held = { uid, version }
  const token = `${signs[type]}${label(key, held)}`
  return [`the watch brings ${token}`, token, { type, object: objectOf(key, held) }]
}

function errorOf(code: number): Event {
  return [`the watch brings an ERROR ${code}`, `E${code}`, { type: 'ERROR', object: scriptStatus(code) }]
}

function streamActions(world: World, request: WatchRequest): Action[] {
  const send = (events: readonly Event[], next: Partial<WatchRequest>, how?: How): Action =>
    action(events.map(([name]) => name).join(', '), events.map(([, token]) => token).join(' '), () => {
      const batch = events.map(([, , event]) => event)
      return happen(
        { ...world, request: { ...request, ...next } },
        { type: 'events', events: batch },
        false,
        how,
      )
    })
  const wrong = (name: string, { token, run }: Action): Action => fault(name, token, run)
  const failing = (event: Event): Action => wrong(event[0], send([event], {}))
  const end = (name: string, late: boolean): Action =>
    fault(name, 'eof', () => happen(world, { type: 'streamEnded' }, true, { late }))
  return [
    ...(request.initial
      ? initialActions(world, request, send, wrong)
      : liveActions(world, request, send, wrong)),
    failing(errorOf(410)),
    failing(errorOf(500)),
    failing(errorOf(429)),
    end('the watch ends after a while', true),
    end('the watch ends at once', false),
  ]
}

type Send = (events: readonly Event[], next: Partial<WatchRequest>, how?: How) => Action
type Wrong = (name: string, of: Action) => Action

function initialActions({ api }: World, request: WatchRequest, send: Send, wrong: Wrong): Action[] {
  const { snapshot, sent } = request
  const plain: Event = ['a bookmark comes that ends nothing', `*${snapshot}`, bookmark(snapshot, false)]
  const objects = stateAt(api, snapshot).flatMap((held, key) => (held ? [{ key, held }] : []))
  const next = objects[sent]
  if (next !== undefined) {
    const [, token, event] = eventOf({ type: 'ADDED', key: next.key, ...next.held })
    return [send([[`the stream begins with ${token}`, token, event]], { sent: sent + 1 }), send([plain], {})]
  }
  const end: Event = ['the initial events end', `*${snapshot}!`, bookmark(snapshot, true)]
  const change = writeOf(api, snapshot + 1)
  const live = { initial: false, snapshot: none, position: snapshot }
  const actions = [
    send([end], live),
    send([plain], {}),
    wrong('the consumer throws at the snapshot', send([end], live, { throws: true })),
  ]
  // Nothing is taken back of what was sent: the state grows older objects' changes until it ends.
  if (change)
    actions.push(send([eventOf(change)], { snapshot: snapshot + 1, sent: sentAfter(api, snapshot + 1) }))
  return actions
}

function sentAfter(api: World['api'], snapshot: number): number {
  return stateAt(api, snapshot).filter((held) => held !== undefined).length
}

function liveActions({ api }: World, { position }: WatchRequest, send: Send, wrong: Wrong): Action[] {
  const [last, next, second] = [
    writeOf(api, position),
    writeOf(api, position + 1),
    writeOf(api, position + 2),
  ]
  const actions: Action[] = []
  if (next !== undefined) {
    const event = eventOf(next)
    const on = { position: position + 1 }
    actions.push(
      send([event], on),
      wrong(`the consumer throws at ${event[1]}`, send([event], on, { throws: true })),
      wrong(`${event[1]} cannot be read`, send([['', 'garbage', undecodable]], on)),
    )
    if (second) actions.push(send([event, eventOf(second)], { position: position + 2 }))
  } else {
    actions.push(send([['a bookmark comes', `*${position}`, bookmark(position, false)]], {}))
  }
  if (last !== undefined) {
    const again = eventOf(last)
    actions.push(wrong(`${again[1]} comes again`, send([again], {})))
  }
  return actions
}

function timerActions(world: World): Action[] {
  const { reflector, backoff, watchListTimer } = world
  const actions: Action[] = []
  if (reflector.phase === 'idle') {
    actions.push(action('the reflector starts', '', () => happen(world, { type: 'start' }, false)))
  }
  if (backoff) {
    const after = { ...world, backoff: false }
    actions.push(action('the pause is over', '', () => happen(after, { type: 'backoffElapsed' }, false)))
  }
  if (watchListTimer) {
    const after = { ...world, watchListTimer: false }
    actions.push(
      fault('the initial events do not end in time', '', () =>
        happen(after, { type: 'watchListTimedOut' }, false),
      ),
    )
  }
  return actions
}

const verbs = { ADDED: 'create', MODIFIED: 'update', DELETED: 'delete' } as const

function serverActions(world: World): Action[] {
  const { api } = world
  const actions: Action[] = []
  for (const key of keys.keys()) {
    for (const type of ['ADDED', 'MODIFIED', 'DELETED'] as const) {
      const next = written(api, type, key)
      if (next === undefined) continue
      const name = `${verbs[type]} ${keys[key]} at ${versionOf(next)}`
      actions.push(fault(name, '', () => [{ ...world, api: next }, undefined]))
    }
  }
  const now = versionOf(api)
  if (api.floor < now)
    actions.push(fault(`compact to ${now}`, '', () => [{ ...world, api: { ...api, floor: now } }, undefined]))
  actions.push(fault('stop', '', () => happen(world, { type: 'stop' }, false)))
  return actions
}
