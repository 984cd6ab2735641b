import type { TransportErrorKind } from '@rxkube/client'

/** One line of a recording, as JSON. `at` is milliseconds since the recording began; `id` tells requests apart. */
export type RecordedLine =
  | { readonly at: number; readonly id: number; readonly path: string; readonly watch: boolean }
  | {
      readonly at: number
      readonly id: number
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
    }
  /** Bytes of the body, in base64. */
  | { readonly at: number; readonly id: number; readonly bytes: string }
  /** The body is over: `end` cleanly, `left` because the client had enough, otherwise as the connection failed. */
  | { readonly at: number; readonly id: number; readonly over: 'end' | 'left' | TransportErrorKind }

/** Thrown when a text is no recording. */
export class RecordingSyntaxError extends Error {
  override readonly name = 'RecordingSyntaxError'
  /** Counted from 1. */
  readonly line: number

  constructor(line: number, why: string, options?: ErrorOptions) {
    super(`line ${line} is none of a recording: ${why}; make recordings with recordWatch`, options)
    this.line = line
  }
}

/** Reads a recording line by line. The last line may be cut off: the process ended while it was written. */
export function parseRecording(text: string): RecordedLine[] {
  const lines = text.split('\n')
  const recorded: RecordedLine[] = []
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    try {
      const value = JSON.parse(line) as unknown
      if (!isRecorded(value)) throw new TypeError('at and id are missing')
      recorded.push(value)
    } catch (error) {
      if (at === lines.length - 1) break
      throw new RecordingSyntaxError(at + 1, error instanceof Error ? error.message : String(error), {
        cause: error,
      })
    }
  }
  return recorded
}

function isRecorded(value: unknown): value is RecordedLine {
  if (typeof value !== 'object' || value === null) return false
  return 'at' in value && typeof value.at === 'number' && 'id' in value && typeof value.id === 'number'
}
