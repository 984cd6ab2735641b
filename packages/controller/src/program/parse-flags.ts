import { parseArgs, type ParseArgsConfig } from 'node:util'
import { type Flag, FlagValueError, type Flags, type FlagValues } from './flag.ts'

/** Thrown for a command line that cannot be understood. Its message is for who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Reads a command line as Go's flags are read: `--name value`, `--name=value`, switches also as `--name=false`. Throws a
 * `UsageError` that names the flag and says what it takes.
 */
export function parseFlags<F extends Flags>(flags: F, args: readonly string[]): FlagValues<F> {
  const known = new Map(Object.entries(flags))
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, { placeholder, short }] of known) {
    options[name] = { type: placeholder === undefined ? 'boolean' : 'string', ...(short && { short }) }
  }
  const given = new Map<string, unknown>()
  const { tokens } = parseArgs({ args: [...args], options, tokens: true, strict: false })
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new UsageError(`there is no use for "${token.value}": it belongs to no flag`)
    if (token.kind === 'option-terminator') continue
    const flag = known.get(token.name)
    if (!flag) throw new UsageError(`there is no flag ${token.rawName}${nearest(token.name, known.keys())}`)
    given.set(token.name, valueOf(token.name, flag, token.value, given.get(token.name)))
  }
  const values: Record<string, unknown> = {}
  for (const [name, { fallback }] of known) values[name] = given.has(name) ? given.get(name) : fallback
  return values as FlagValues<F>
}

function valueOf(name: string, flag: Flag, text: string | undefined, before: unknown): unknown {
  if (text === undefined && flag.placeholder !== undefined) {
    throw new UsageError(`--${name} needs a value: --${name}=${flag.placeholder}`)
  }
  // `-v=4` comes as `=4`.
  const value = text === undefined ? 'true' : flag.short === undefined ? text : text.replace(/^=/, '')
  try {
    return flag.parse(value, before)
  } catch (error) {
    if (!(error instanceof FlagValueError)) throw error
    throw new UsageError(`--${name} ${error.message}, not "${value}"`, { cause: error })
  }
}

/** For a typing error: the flag that was probably meant. */
function nearest(name: string, known: Iterable<string>): string {
  const letters = (text: string): string => text.replaceAll(/[-_]/g, '').toLowerCase()
  for (const candidate of known) {
    const [given, there] = [letters(name), letters(candidate)]
    if (given === there || (given.length > 4 && (there.startsWith(given) || given.startsWith(there)))) {
      return `: is --${candidate} meant? --help lists all`
    }
  }
  return ': --help lists all'
}

/** What `--help` prints of flags. */
export function flagsText(flags: Flags): string {
  return Object.entries(flags)
    .map(([name, { placeholder, help, fallback, short }]) => {
      const names = `${short ? `-${short}, ` : ''}--${name}${placeholder === undefined ? '' : ` ${placeholder}`}`
      const usual = usualText(fallback, placeholder)
      return `  ${names}\n      ${help}${usual === '' ? '' : ` (${usual} unless told)`}`
    })
    .join('\n')
}

function usualText(fallback: unknown, placeholder: string | undefined): string {
  if (placeholder === 'DURATION') return `${Number(fallback) / 1000}s`
  if (Array.isArray(fallback)) return fallback.join(',')
  return typeof fallback === 'string' || typeof fallback === 'number' || fallback === true
    ? String(fallback)
    : ''
}
