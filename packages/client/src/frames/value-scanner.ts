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
    let depth = this.#depth
    let inString = this.#inString
    let at = from
    if (!this.#begun && at < bytes.length) {
      this.#begun = true
      const first = bytes[at]
      this.#scalar = first !== quote && first !== openBrace && first !== openBracket
    }
    if (this.#scalar) return this.#scanScalar(bytes, at)
    if (this.#escaped && at < bytes.length) {
      this.#escaped = false
      at++
    }
    for (; at < bytes.length; at++) {
      const byte = bytes[at]
      if (inString) {
        if (byte === quote) {
          inString = false
          if (depth === 0) return at + 1
        } else if (byte === backslash && ++at === bytes.length) this.#escaped = true
      } else if (byte === quote) inString = true
      else if (byte === openBrace || byte === openBracket) depth++
      else if ((byte === closeBrace || byte === closeBracket) && --depth === 0) return at + 1
    }
    this.#depth = depth
    this.#inString = inString
    return -1
  }

  #scanScalar(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === comma || byte === closeBrace || byte === closeBracket || isWhitespace(byte)) return at
    }
    return -1
  }
}
