const quote = 0x22
const backslash = 0x5c
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d
const comma = 0x2c

/** True for the four characters that JSON allows between its tokens. */
export function isWhitespace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/**
 * Finds where one JSON value ends, byte by byte and without recursion, wherever the pieces it arrives in begin.
 *
 * Counts brackets outside of strings only; whether the value is valid JSON is for the parser to say.
 */
export class ValueScanner {
  #depth = 0
  #inString = false
  #escaped = false
  #begun = false
  #scalar = false

  reset(): void {
    this.#depth = 0
    this.#inString = false
    this.#escaped = false
    this.#begun = false
    this.#scalar = false
  }

  /**
   * Scans `bytes` from `from`, which at first is the value's first byte. Gives the index after its last byte, or -1
   * when it goes on. A number or literal ends before the `,`, bracket or space that follows it.
   */
  scan(bytes: Uint8Array, from: number): number {
    if (!this.#begun && from < bytes.length) {
      this.#begun = true
      const first = bytes[from]
      this.#scalar = first !== quote && first !== openBrace && first !== openBracket
    }
    return this.#scalar ? scanScalar(bytes, from) : this.#scanNested(bytes, from)
  }

  // Two tight loops rather than one with a flag: this is where a list spends its time besides parsing.
  #scanNested(bytes: Uint8Array, from: number): number {
    const { length } = bytes
    let at = from
    let depth = this.#depth
    let inString = this.#inString
    if (this.#escaped && at < length) {
      this.#escaped = false
      at++
    }
    while (at < length) {
      if (inString) {
        let byte = bytes[at++]
        while (byte !== quote && byte !== backslash && at < length) byte = bytes[at++]
        if (byte === quote) {
          inString = false
          if (depth === 0) return at
        } else if (byte === backslash && at++ === length) {
          this.#escaped = true
        }
        continue
      }
      const byte = bytes[at++] ?? 0
      if (byte === quote) inString = true
      else if (byte >= openBracket) {
        if (byte === openBrace || byte === openBracket) depth++
        else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) return at
      }
    }
    this.#depth = depth
    this.#inString = inString
    return -1
  }
}

function scanScalar(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === comma || byte === closeBrace || byte === closeBracket || isWhitespace(byte)) return at
  }
  return -1
}
