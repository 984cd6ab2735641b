import { asBuffer } from './byte-buffer.ts'
import { textOf } from './decoder.ts'
import { isWhitespace, ValueScanner } from './value-scanner.ts'

const quote = 0x22
const colon = 0x3a
const comma = 0x2c
const openBrace = 0x7b
const openBracket = 0x5b
const closeBracket = 0x5d

/** A member of an object: its key's and its value's first byte, and the comma before it (-1 for the first member). */
interface Member {
  readonly comma: number
  readonly key: number
  readonly value: number
}

// Used within one synchronous call at a time.
const scanner = new ValueScanner()

/**
 * The JSON text of an object without the array at `path`. Keys may stand in any order; text that holds no such array,
 * or that is not quite JSON, comes back whole, for the parser to judge. In the array itself only brackets are matched.
 */
export function textWithout(json: Uint8Array, path: readonly Buffer[]): string {
  const bytes = asBuffer(json)
  let found: Member | undefined
  for (const name of path) {
    found = member(bytes, found?.value ?? 0, name)
    if (found === undefined) return textOf(bytes)
  }
  if (found === undefined || bytes[found.value] !== openBracket) return textOf(bytes)
  const end = endOf(bytes, found.value)
  if (end < 0 || bytes[end - 1] !== closeBracket) return textOf(bytes)
  if (found.comma >= 0) return textOf(bytes.subarray(0, found.comma)) + textOf(bytes.subarray(end))
  // The first member takes the comma behind it along.
  const next = afterSpace(bytes, end)
  return textOf(bytes.subarray(0, found.key)) + textOf(bytes.subarray(bytes[next] === comma ? next + 1 : end))
}

/** The member of that name of the object that begins at `from`. */
function member(bytes: Buffer, from: number, name: Buffer): Member | undefined {
  let at = afterSpace(bytes, from)
  if (bytes[at] !== openBrace) return undefined
  let separator = -1
  for (;;) {
    const key = afterSpace(bytes, at + 1)
    if (bytes[key] !== quote) return undefined
    const keyEnd = endOf(bytes, key)
    if (keyEnd < 0) return undefined
    const colonAt = afterSpace(bytes, keyEnd)
    if (bytes[colonAt] !== colon) return undefined
    const value = afterSpace(bytes, colonAt + 1)
    const long = keyEnd - key === name.length + 2
    if (long && bytes.compare(name, 0, name.length, key + 1, keyEnd - 1) === 0)
      return { comma: separator, key, value }
    const end = endOf(bytes, value)
    if (end < 0) return undefined
    at = afterSpace(bytes, end)
    if (bytes[at] !== comma) return undefined
    separator = at
  }
}

function endOf(bytes: Buffer, from: number): number {
  scanner.reset()
  return scanner.scan(bytes, from)
}

function afterSpace(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && isWhitespace(bytes[at] ?? 0)) at++
  return at
}
