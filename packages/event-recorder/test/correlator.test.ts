import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import {
  aggregateByReason,
  aggregateMessage,
  EventCorrelator,
  spamKeyByReason,
  tupleKey,
  type EventCorrelateResult,
  type EventCorrelatorOptions,
} from '@rxkube/event-recorder'
import type { Event } from '@rxkube/meta'
import { eventOf, podNamed } from './support/events.ts'

const prefix = '(combined from similar events): '
const web1 = podNamed('web-0', { fieldPath: 'spec.containers{web-1}' })
const web2 = podNamed('web-0', { fieldPath: 'spec.containers{web-2}' })
const me = eventOf('Again', 'me again')
const similar = (count: number, object = web1): Event[] =>
  Array.from({ length: count }, (_, at) => eventOf('Similar', `message ${at}`, object))
const repeated = (count: number): Event[] => Array.from({ length: count }, () => me)

/** What becomes of the last event, when so many seconds lie between any two. */
async function last(
  events: readonly Event[],
  seconds: number,
  options?: EventCorrelatorOptions,
): Promise<EventCorrelateResult | undefined> {
  const clock = new TestClock()
  const correlator = new EventCorrelator({ clock, ...options })
  let result: EventCorrelateResult | undefined
  for (const event of events) {
    await clock.advance(seconds * 1000)
    result = correlator.correlate(event)
    if (!result.skip) correlator.updateState(result.event, result.key)
  }
  return result
}

const told = (result: EventCorrelateResult | undefined): unknown =>
  result && !result.skip ? { message: result.event.message, count: result.event.count } : 'skipped'

describe('the correlator', () => {
  it('EV-4 passes a single event as it is', async () => {
    const first = eventOf('First', 'i am first')
    expect(await last([first], 5)).toMatchObject({ skip: false, event: first, patch: undefined })
  })

  it('EV-4 FEAT-I2 counts the same event', async () => {
    expect(told(await last(repeated(2), 5))).toEqual({ message: 'me again', count: 2 })
  })

  it('EV-4 counts 11 of the same event instead of aggregating them', async () => {
    expect(told(await last(repeated(11), 30))).toEqual({ message: 'me again', count: 11 })
  })

  it('EV-4 FEAT-I4 takes the same event 27 times in a row for spam', async () => {
    expect(told(await last(repeated(27), 1))).toBe('skipped')
  })

  it('EV-4 FEAT-I4 takes the 26th event at once for spam, and the 25th not', async () => {
    expect(told(await last(repeated(25), 0))).toEqual({ message: 'me again', count: 25 })
    expect(told(await last(repeated(26), 0))).toBe('skipped')
  })

  it('EV-4 FEAT-I4 lets one more through after 300 s, with the count of all that were held back', async () => {
    const clock = new TestClock()
    const correlator = new EventCorrelator({ clock })
    for (let at = 0; at < 40; at++) correlator.correlate(me)
    await clock.advance('299s')
    expect(told(correlator.correlate(me))).toBe('skipped')
    await clock.advance('1s')
    expect(told(correlator.correlate(me))).toEqual({ message: 'me again', count: 42 })
    expect(told(correlator.correlate(me))).toBe('skipped')
  })

  it('EV-4 passes 30 events about different objects, and one more', async () => {
    const unique = Array.from({ length: 31 }, (_, at) =>
      eventOf(`Reason${at}`, `message ${at}`, podNamed(`pod-${at}`)),
    )
    expect(told(await last(unique, 5))).toEqual({ message: 'message 30', count: 1 })
  })

  it('EV-4 FEAT-I3 aggregates the 10th similar event, and not the 9th', async () => {
    expect(told(await last(similar(9), 5))).toEqual({ message: 'message 8', count: 1 })
    expect(told(await last(similar(10), 5))).toEqual({ message: `${prefix}message 9`, count: 1 })
  })

  it('EV-4 FEAT-I3 counts the aggregate at the 11th similar event, under its one name', async () => {
    const tenth = await last(similar(10), 5)
    const eleventh = await last(similar(11), 5)
    expect(told(eleventh)).toEqual({ message: `${prefix}message 10`, count: 2 })
    expect(!eleventh?.skip && !tenth?.skip && tenth?.event.metadata.name !== 'web-0.1').toBe(true)
    expect(!eleventh?.skip && eleventh?.patch).toMatchObject({ count: 2, message: `${prefix}message 10` })
  })

  it('EV-4 counts what different containers say apart', async () => {
    expect(told(await last([eventOf('Similar', 'one', web2), eventOf('Similar', 'one', web1)], 5))).toEqual({
      message: 'one',
      count: 1,
    })
  })

  it('EV-4 FEAT-I3 does not aggregate when more than 600 s lie between similar events', async () => {
    expect(told(await last(similar(10), 601))).toEqual({ message: 'message 9', count: 1 })
    expect(told(await last(similar(10), 600))).toEqual({ message: `${prefix}message 9`, count: 1 })
  })

  it('EV-4 groups by reason, and tells apart by message', () => {
    const [fun, awful, other] = [
      aggregateByReason(eventOf('EndOfWorld', 'it was fun')),
      aggregateByReason(eventOf('EndOfWorld', 'it was awful')),
      aggregateByReason(eventOf('NeverMind', 'it was a bug')),
    ]
    expect(fun.aggregateKey).toBe(awful.aggregateKey)
    expect(fun.localKey).not.toBe(awful.localKey)
    expect(fun.aggregateKey).not.toBe(other.aggregateKey)
    expect(aggregateMessage(eventOf('EndOfWorld', 'it was fun'))).toBe(`${prefix}it was fun`)
  })

  it('EV-4 FAULT-I2 lets 30 reasons of one object share 25 events unless told otherwise', async () => {
    const reasons = Array.from({ length: 30 }, (_, at) => eventOf(`Reason${at}`, 'something'))
    expect(told(await last(reasons, 0))).toBe('skipped')
    expect(told(await last(reasons, 0, { spamKeyFunc: spamKeyByReason }))).toEqual({
      message: 'something',
      count: 1,
    })
  })

  it('EV-4 FAULT-I2 still holds one reason back with a budget for each', async () => {
    const options = { spamKeyFunc: spamKeyByReason, burstSize: 1 }
    const [first, other] = [eventOf('Original', 'one'), eventOf('Original', 'two')]
    expect(told(await last([first, other], 1, options))).toBe('skipped')
    expect(told(await last([first, eventOf('Other', 'two')], 1, options))).toMatchObject({ count: 1 })
    expect(told(await last([first, eventOf('Other', 'two')], 1, { burstSize: 1 }))).toBe('skipped')
  })

  it('EV-4 takes other numbers and functions, and 0 for the default', async () => {
    const keyFunc = ({ message = '' }: Event) => ({ aggregateKey: 'all', localKey: message })
    const messageFunc = () => 'many'
    expect(told(await last(similar(3), 5, { maxEvents: 3, keyFunc, messageFunc }))).toEqual({
      message: 'many',
      count: 1,
    })
    expect(told(await last(similar(3), 61, { maxEvents: 3, maxInterval: '1m' }))).toMatchObject({
      message: 'message 2',
    })
    expect(told(await last(repeated(2), 99, { burstSize: 1, qps: 0.01 }))).toBe('skipped')
    const zeroes = { lruCacheSize: 0, burstSize: 0, qps: 0, maxEvents: 0, maxInterval: 0 }
    expect(told(await last(repeated(25), 0, zeroes))).toMatchObject({ count: 25 })
  })

  it('forgets what was not seen for the longest time, and then counts anew', async () => {
    const others = [eventOf('B', 'b'), eventOf('C', 'c')]
    expect(told(await last([me, ...others, me], 1, { lruCacheSize: 2 }))).toMatchObject({ count: 1 })
    expect(told(await last([me, ...others, me], 1, { lruCacheSize: 3 }))).toMatchObject({ count: 2 })
  })

  it('goes on from the name, the version and the count that the server answered', () => {
    const correlator = new EventCorrelator({ clock: new TestClock() })
    const first = correlator.correlate(me)
    if (first.skip) throw new Error('skipped')
    const metadata = { name: 'renamed', namespace: 'default', resourceVersion: '7' }
    correlator.updateState({ ...me, metadata, count: 5 }, first.key)
    expect(correlator.correlate(me)).toMatchObject({ event: { metadata, count: 6 } })
  })
})

describe('FAULT-I5 keys', () => {
  it('of rows never collide, however their parts are cut', () => {
    const keys = [
      tupleKey('ab', 'c'),
      tupleKey('a', 'bc'),
      tupleKey('', 'abc'),
      tupleKey('abc'),
      tupleKey('abc', ''),
      tupleKey('1:a', 'b'),
      tupleKey('1', ':ab'),
      tupleKey('a1:b'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('count events of crafted components and hosts apart', () => {
    const correlator = new EventCorrelator({ clock: new TestClock() })
    const from = (component: string, host: string): Event =>
      eventOf('Again', 'me again', podNamed('web-0'), { source: { component, host } })
    correlator.correlate(from('ab', 'c'))
    expect(told(correlator.correlate(from('a', 'bc')))).toMatchObject({ count: 1 })
  })

  it('give crafted components budgets of their own', () => {
    const correlator = new EventCorrelator({ clock: new TestClock(), burstSize: 1 })
    const from = (component: string, host: string): Event =>
      eventOf('Again', 'me again', podNamed('web-0'), { source: { component, host } })
    expect(told(correlator.correlate(from('ab', 'c')))).not.toBe('skipped')
    expect(told(correlator.correlate(from('a', 'bc')))).not.toBe('skipped')
    expect(told(correlator.correlate(from('ab', 'c')))).toBe('skipped')
  })
})
