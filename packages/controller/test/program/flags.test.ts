import {
  choiceFlag,
  countFlag,
  durationFlag,
  flagsText,
  listFlag,
  numberFlag,
  parseFlags,
  switchFlag,
  textFlag,
  UsageError,
} from '@rxkube/controller'
import { describe, expect, it } from 'vitest'

const flags = {
  name: textFlag('web', 'NAME', 'What it is called'),
  quiet: switchFlag(false, 'Says less', 'q'),
  'max-size': countFlag(3, 'How large', { max: 9 }),
  rate: numberFlag(0.5, 'How fast'),
  'grace-period': durationFlag('1m', 'How long'),
  only: listFlag([], 'LIST', 'Which'),
  level: choiceFlag<'low' | 'high'>('low', ['low', 'high'], 'How much'),
}

describe('flags', () => {
  it('have their fallbacks when nobody names them', () => {
    expect(parseFlags(flags, [])).toEqual({
      name: 'web',
      quiet: false,
      'max-size': 3,
      rate: 0.5,
      'grace-period': 60_000,
      only: [],
      level: 'low',
    })
  })

  it('are read with a space or an equals sign, and switches without a value', () => {
    const values = parseFlags(flags, ['--name', 'shop', '--max-size=9', '-q', '--only=a,b', '--only', '-c'])
    expect(values).toMatchObject({ name: 'shop', 'max-size': 9, quiet: true, only: ['a', 'b', '-c'] })
  })

  it.for([
    '--max-size=10',
    '--max-size=1.5',
    '--max-size=',
    '--rate=-1',
    '--rate=',
    '--grace-period=1',
    '--level=mid',
  ])('refuse %s, and say what they take', (arg) => {
    expect(() => parseFlags(flags, [arg])).toThrow(UsageError)
    expect(() => parseFlags(flags, [arg])).toThrow(/^--[a-z-]+ takes .*, not "/)
  })

  it('are no properties of every object', () => {
    expect(() => parseFlags(flags, ['--__proto__=1'])).toThrow('there is no flag --__proto__')
    expect(() => parseFlags(flags, ['--toString'])).toThrow('there is no flag --toString')
  })

  it('are told with what they are unless told', () => {
    const text = flagsText(flags)
    expect(text).toContain('  --max-size N\n      How large (3 unless told)')
    expect(text).toContain('  -q, --quiet\n      Says less\n')
    expect(text).toContain('How long (60s unless told)')
  })
})
