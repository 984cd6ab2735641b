import { describe, expect, it } from 'vitest'
import { readOptions, usage, UsageError } from '../src/options.ts'

const refused = (...args: string[]): string => {
  try {
    readOptions(args)
  } catch (error) {
    if (error instanceof UsageError) return error.message
    throw error
  }
  return 'accepted'
}

describe('the options of the bench', () => {
  it('measure informers unless they say otherwise', () => {
    expect(readOptions([])).toEqual({
      suite: 'informers',
      quick: false,
      rounds: undefined,
      pods: [],
      events: undefined,
      only: [],
      json: undefined,
    })
  })

  it('name a suite, its sizes and its measurements', () => {
    const args = '--suite server --quick --pods 20000 --events 100 --only lists --only http --json out.json'
    expect(readOptions(args.split(' '))).toEqual({
      suite: 'server',
      quick: true,
      rounds: undefined,
      pods: [20_000],
      events: 100,
      only: ['lists', 'http'],
      json: 'out.json',
    })
  })

  it('are explained when that is asked for', () => {
    expect(readOptions(['--help'])).toBe('help')
    for (const flag of ['suite', 'quick', 'pods', 'events', 'rounds', 'only', 'json', 'help']) {
      expect(usage).toContain(`--${flag}`)
    }
  })

  it.each([
    ['--nope', "Unknown option '--nope'"],
    ['extra', "Unexpected argument 'extra'"],
    ['--pods x', '--pods takes a whole number above 0, not "x"'],
    ['--pods 1e3', '--pods takes a whole number above 0, not "1e3"'],
    ['--pods 0', '--pods takes a whole number above 0, not "0"'],
    ['--events=-5', '--events takes a whole number above 0, not "-5"'],
    ['--rounds 1.5', '--rounds takes a whole number above 0, not "1.5"'],
    ['--suite nope', '--suite is informers or server, not "nope"'],
    [
      '--only nope',
      'no contender named nope: there are rxkube WatchList, rxkube LIST, client-node, raw loop',
    ],
    [
      '--suite server --only raw',
      'no measurement named raw: there are start, lists, http, watches, writes, memory',
    ],
  ])('that mean nothing are refused by name: %s', (args, message) => {
    expect(refused(...args.split(' '))).toContain(message)
  })
})
