import { parseDuration } from '@rxkube/clock'
import { parseArgs } from 'node:util'

/** What the playground was asked to do. */
export interface CommandLine {
  /** How long it runs, in ms; undefined: until it is interrupted. */
  readonly runFor: number | undefined
  /** One line of JSON for each change instead of text. */
  readonly json: boolean
  /** The port of the API server on 127.0.0.1; 0 takes a free one. */
  readonly port: number
  readonly help: boolean
}

/** Thrown for an argument that cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What `--help` prints. */
export const usage = `npm run demo -- [options]

  --for 15s   end after this long; without it, on Ctrl-C (after 20s where no terminal reads along)
  --json      one line of JSON for each change, and one for the summary
  --port N    the API server's port on 127.0.0.1 (a free one unless told)
  --help      this text`

/** Reads the arguments; `interactive`: somebody at a terminal can press Ctrl-C. Throws UsageError. */
export function commandLine(args: readonly string[], interactive: boolean): CommandLine {
  const { for: given, json, port, help } = parsed(args)
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new UsageError(`--port takes a number from 0 to 65535, not "${port}"`)
  }
  return { runFor: duration(given, interactive), json, port: number, help }
}

function parsed(args: readonly string[]): {
  for?: string | undefined
  json: boolean
  port: string
  help: boolean
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        for: { type: 'string' },
        json: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n\n${usage}`, { cause })
  }
}

function duration(given: string | undefined, interactive: boolean): number | undefined {
  if (given === undefined) return interactive ? undefined : parseDuration('20s')
  try {
    return parseDuration(given)
  } catch (cause) {
    throw new UsageError(`--for takes a duration such as 15s or 2m, not "${given}"`, { cause })
  }
}
