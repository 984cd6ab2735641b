import { describe, expect, it } from 'vitest'
import { commandLine, UsageError } from '../src/command-line.ts'

describe('the command line', () => {
  it('runs until Ctrl-C where somebody can press it, and 20 s where nobody can', () => {
    expect(commandLine([], true)).toEqual({ runFor: undefined, json: false, port: 0, help: false })
    expect(commandLine([], false).runFor).toBe(20_000)
  })

  it('takes a duration, a port and the wish for JSON', () => {
    const asked = commandLine(['--for', '15s', '--json', '--port', '8080'], true)
    expect(asked).toEqual({ runFor: 15_000, json: true, port: 8080, help: false })
  })

  it.for([
    { args: ['--for', 'soon'], says: '--for takes a duration such as 15s or 2m, not "soon"' },
    { args: ['--port', 'http'], says: '--port takes a number from 0 to 65535, not "http"' },
    { args: ['--port', '70000'], says: 'not "70000"' },
    { args: ['--fro', '1s'], says: '--for 15s   end after this long' },
    { args: ['extra'], says: 'npm run demo -- [options]' },
  ])('says what is wrong with $args', ({ args, says }) => {
    expect(() => commandLine(args, true)).toThrow(UsageError)
    expect(() => commandLine(args, true)).toThrow(says)
  })
})
