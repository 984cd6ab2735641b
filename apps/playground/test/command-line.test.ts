import { UsageError } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { commandLine, listText, usage } from '../src/command-line.ts'

describe('the command line', () => {
  it('plays the whole story, five times as fast as it happens', () => {
    expect(commandLine([])).toMatchObject({
      scenario: undefined,
      speed: 5,
      seed: 1,
      serve: false,
      for: 0,
      port: 0,
    })
  })

  it('takes a scene, a speed, a file, a time and a port', () => {
    const asked = commandLine(
      '--scenario bad-image --speed 0 --record a.jsonl --for 1m --port 8080 --json'.split(' '),
    )
    expect(asked).toMatchObject({
      scenario: 'bad-image',
      speed: 0,
      record: 'a.jsonl',
      for: 60_000,
      port: 8080,
      json: true,
    })
  })

  it.for([
    {
      args: ['--scenario', 'nothing'],
      says: 'there is no scene "nothing": there are scale-up, endpoints, bad-image',
    },
    { args: ['--for', 'soon'], says: '--for takes a duration such as 15s or 1m30s, not "soon"' },
    { args: ['--port', '70000'], says: '--port takes a whole number from 0 to 65535, not "70000"' },
    { args: ['--speed=-1'], says: '--speed takes a number that is not negative, not "-1"' },
    { args: ['--fro', '1s'], says: 'there is no flag --fro' },
    { args: ['extra'], says: 'there is no use for "extra"' },
  ])('says what is wrong with $args', ({ args, says }) => {
    expect(() => commandLine(args)).toThrow(UsageError)
    expect(() => commandLine(args)).toThrow(says)
  })

  it('lists scenes and flags', () => {
    expect(listText.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'scale-up',
      'endpoints',
      'bad-image',
      'node-death',
    ])
    for (const flag of ['scenario', 'list', 'speed', 'serve', 'json', 'record', 'for']) {
      expect(usage).toContain(`--${flag}`)
    }
  })
})
