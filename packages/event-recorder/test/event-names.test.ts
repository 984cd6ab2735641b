import { describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { Client, Event } from '@rxkube/client'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ClientEventRecorder, EventNames } from '@rxkube/event-recorder'
import { podNamed } from './support/events.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('the name of an event', () => {
  it('EV-5 is the name of the object and the nanoseconds since 1970', () => {
    const names = new EventNames(new TestClock({ start: 1_672_574_400_000 }), { next: () => 0 })
    expect(names.next('pod1')).toBe(`pod1.${1_672_574_400_000_000_000n.toString(16)}`)
  })

  it.for([
    ['long', 'x'.repeat(1012)],
    ['long enough to be too long with the time behind it', 'x'.repeat(240)],
    ['in capitals', 'Web-0'],
    ['of other characters', '2001:db8::123'],
    ['empty', ''],
    ['a dash at its end', '-'],
  ])('EV-5 FEAT-I6 is a UUID for an object whose name is %s', ([, name]) => {
    expect(new EventNames(new TestClock(), seededRandom(1)).next(name ?? '')).toMatch(uuid)
  })

  it('EV-5 has as much room as the server gives', () => {
    const name = new EventNames(new TestClock(), seededRandom(1)).next('x'.repeat(236))
    expect(name).toHaveLength(253)
  })

  it('differs for events of one millisecond, whatever is drawn', () => {
    const names = new EventNames(new TestClock(), { next: () => 0.5 })
    const drawn = Array.from({ length: 100 }, () => names.next('web-0'))
    expect(new Set(drawn).size).toBe(100)
    expect(drawn.toSorted()).toEqual(drawn)
  })

  it('EV-5 FEAT-I6 lets an event about an object with capitals be posted', async () => {
    const clock = new TestClock()
    await using server = new ApiServer({ clock, controllers: [] })
    await using client = new Client({ transport: server.transport(), clock })
    await using recorder = new ClientEventRecorder(client, { component: 'test' })
    recorder.event(podNamed('Web:0'), 'Normal', 'Happened', 'something happened')
    await clock.settle()
    const { items } = await client.list(Event, { namespace: 'default' })
    expect(items.map(({ metadata, involvedObject }) => [metadata.name, involvedObject.name])).toEqual([
      [expect.stringMatching(uuid), 'Web:0'],
    ])
  })
})
