import { describe, expect, it } from 'vitest'
import { Graveyard } from '../src/graveyard.ts'

const state = (uid: string | undefined, resourceVersion: string) => ({
  metadata: { name: 'a', resourceVersion, ...(uid !== undefined && { uid }) },
})

describe('the memory of what was deleted', () => {
  it('FAULT-A14 knows an old state of a deleted object by its uid and version', () => {
    const graveyard = new Graveyard()
    graveyard.bury('ns/a', state('u1', '11'))
    expect(graveyard.holds('ns/a', state('u1', '5'))).toBe(true)
    expect(graveyard.holds('ns/a', state('u1', '11'))).toBe(true)
  })

  it('lets a newer state, another object of the name, and another name pass', () => {
    const graveyard = new Graveyard()
    graveyard.bury('ns/a', state('u1', '11'))
    expect(graveyard.holds('ns/a', state('u1', '12'))).toBe(false)
    expect(graveyard.holds('ns/a', state('u2', '5'))).toBe(false)
    expect(graveyard.holds('ns/b', state('u1', '5'))).toBe(false)
  })

  it('switches itself off where versions cannot be compared or objects have no uid', () => {
    const graveyard = new Graveyard()
    graveyard.bury('ns/a', state('u1', 'abc'))
    graveyard.bury('ns/b', state(undefined, '11'))
    expect(graveyard.holds('ns/a', state('u1', 'abb'))).toBe(false)
    expect(graveyard.holds('ns/b', state(undefined, '5'))).toBe(false)
  })

  it('forgets the oldest, and everything at a relist', () => {
    const graveyard = new Graveyard()
    for (let index = 0; index < 2500; index++) graveyard.bury(`ns/${index}`, state(`u${index}`, '11'))
    expect(graveyard.holds('ns/0', state('u0', '5'))).toBe(false)
    expect(graveyard.holds('ns/1500', state('u1500', '5'))).toBe(true)
    graveyard.clear()
    expect(graveyard.holds('ns/2499', state('u2499', '5'))).toBe(false)
  })
})
