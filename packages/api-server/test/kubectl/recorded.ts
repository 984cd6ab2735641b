import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Exchange } from './normal-form.ts'

/** A command as it was recorded at a real cluster. */
export interface Recorded {
  readonly id: string
  /** Of the kubectl 1.x that was recorded. */
  readonly minor: number
  readonly args: readonly string[]
  readonly code: number
  /** The last line on stderr of a command that failed; empty for one that did not. */
  readonly reason: string
  /** Empty where they were not recorded. */
  readonly requests: readonly Exchange[]
  readonly stdout: string
  /** The recording has only the beginning of what was printed. */
  readonly truncated?: true
}

/** The minor version of the kubectl that every command was recorded with. */
export const recordedMinor = 32

const file = join(import.meta.dirname, 'recorded.json.gz')

/** Every command that was recorded, by its id: `00-get-cold`. */
export const recorded: ReadonlyMap<string, Recorded> = new Map(
  (JSON.parse(gunzipSync(readFileSync(file)).toString()) as readonly Recorded[]).map((each) => [
    each.id,
    each,
  ]),
)

/** The requests of a command, those to paths that have `part` in them with another status. */
export function requestsWithStatus(id: string, part: string, status: number): readonly Exchange[] {
  const { requests = [] } = recorded.get(id) ?? {}
  return requests.map((request) =>
    request.path.includes(part) ? Object.assign({}, request, { status }) : request,
  )
}
