import { parseDuration } from '@rxkube/clock'

/** One flag of a command line: how it is read, and what `--help` says of it. */
export interface Flag<T = unknown> {
  /** What stands for its value in `--help`; undefined for a switch, which is true when it is named. */
  readonly placeholder: string | undefined
  readonly help: string
  /** Its value when nobody names it. */
  readonly fallback: T
  /** Its one-letter name. */
  readonly short?: string | undefined
  /** Reads one value. Throws a `FlagValueError`. */
  parse(text: string, before: T | undefined): T
}

/** Flags by their names, without dashes. */
export type Flags = Readonly<Record<string, Flag>>

/** The values of flags. */
export type FlagValues<F extends Flags> = {
  readonly [Name in keyof F]: F[Name] extends Flag<infer T> ? T : never
}

/** The value of a flag that it cannot take; the message says what it takes. */
export class FlagValueError extends Error {
  override readonly name = 'FlagValueError'
}

/** A flag that takes any text. */
export function textFlag<T extends string | undefined>(
  fallback: T,
  placeholder: string,
  help: string,
): Flag<T | string> {
  return { placeholder, help, fallback, parse: (text) => text }
}

/** A switch: `--name`, `--name=true`, `--name=false`. */
export function switchFlag(fallback: boolean, help: string, short?: string): Flag<boolean> {
  return {
    placeholder: undefined,
    help,
    fallback,
    short,
    parse: (text) => {
      if (text === 'true' || text === '1') return true
      if (text === 'false' || text === '0') return false
      throw new FlagValueError('takes true or false')
    },
  }
}

/** A flag that takes a whole number between the two. */
export function countFlag(
  fallback: number,
  help: string,
  { min = 1, max = 2 ** 31 - 1, short }: { min?: number; max?: number; short?: string } = {},
): Flag<number> {
  return {
    placeholder: 'N',
    help,
    fallback,
    short,
    parse: (text) => {
      const number = Number(text)
      if (/^[-+]?\d+$/.test(text) && number >= min && number <= max) return number
      const limits = max === 2 ** 31 - 1 ? `of at least ${min}` : `from ${min} to ${max}`
      throw new FlagValueError(`takes a whole number ${limits}`)
    },
  }
}

/** A flag that takes a number that is not negative. */
export function numberFlag(fallback: number, help: string): Flag<number> {
  return {
    placeholder: 'NUMBER',
    help,
    fallback,
    parse: (text) => {
      const number = Number(text)
      if (text.trim() !== '' && Number.isFinite(number) && number >= 0) return number
      throw new FlagValueError('takes a number that is not negative')
    },
  }
}

/** A flag that takes a duration in Go's way, such as `1m30s`; its value is in milliseconds. */
export function durationFlag(fallback: string, help: string): Flag<number> {
  return {
    placeholder: 'DURATION',
    help,
    fallback: parseDuration(fallback),
    parse: (text) => {
      try {
        return parseDuration(text)
      } catch (cause) {
        throw new FlagValueError('takes a duration such as 15s or 1m30s', { cause })
      }
    },
  }
}

/** A flag that takes words with commas between them, and may be given several times. */
export function listFlag(
  fallback: readonly string[],
  placeholder: string,
  help: string,
): Flag<readonly string[]> {
  return {
    placeholder,
    help,
    fallback,
    parse: (text, before = []) => [...before, ...text.split(',').map((word) => word.trim())],
  }
}

/** A flag that takes one of a few words. */
export function choiceFlag<T extends string>(
  fallback: T | undefined,
  choices: readonly T[],
  help: string,
): Flag<T | undefined> {
  return {
    placeholder: choices.join('|'),
    help,
    fallback,
    parse: (text) => {
      const choice = choices.find((one) => one === text)
      if (choice !== undefined) return choice
      throw new FlagValueError(`takes one of ${choices.join(', ')}`)
    },
  }
}
