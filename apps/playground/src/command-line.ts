import {
  countFlag,
  durationFlag,
  flagsText,
  type FlagValues,
  numberFlag,
  parseFlags,
  switchFlag,
  textFlag,
  UsageError,
} from '@rxkube/controller'
import { story } from './scenes/story.ts'

const flags = {
  scenario: textFlag(undefined, 'NAME', 'Plays one scene alone; --list tells their names'),
  list: switchFlag(false, 'Lists the scenes'),
  speed: numberFlag(5, 'Seconds of the story in one of yours; 0 is as fast as it goes'),
  seed: countFlag(1, 'The same seed is the same story', { min: 0 }),
  serve: switchFlag(
    false,
    'Stays up after the story, for kubectl, until Ctrl-C; time then runs as yours does',
  ),
  json: switchFlag(false, 'A line of JSON for each thing that happens, and one that sums up'),
  record: textFlag(undefined, 'FILE', 'Writes the same lines of JSON into a file'),
  for: durationFlag('0s', 'Ends after this long, wherever the story is; 0s is when it is over'),
  port: countFlag(0, "The API server's port on 127.0.0.1; 0 takes a free one", { min: 0, max: 65_535 }),
  help: switchFlag(false, 'This text', 'h'),
}

/** What the playground was asked to do. */
export type CommandLine = FlagValues<typeof flags>

/** What `--help` prints. */
export const usage = `npm run demo -- [options]\n\n${flagsText(flags)}`

/** What `--list` prints. */
export const listText = story.map(({ name, title }) => `${name.padEnd(12)} ${title}`).join('\n')

/** Reads the arguments. Throws a `UsageError`. */
export function commandLine(args: readonly string[]): CommandLine {
  const values = parseFlags(flags, args)
  const { scenario } = values
  if (scenario !== undefined && !story.some(({ name }) => name === scenario)) {
    const names = story.map(({ name }) => name).join(', ')
    throw new UsageError(`there is no scene "${scenario}": there are ${names}`)
  }
  return values
}
