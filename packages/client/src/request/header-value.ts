import { InvalidRequestValueError } from '../errors/errors.ts'

// The tab is the one control character that a header may hold.
// oxlint-disable-next-line no-control-regex -- these are what it is about
const control = /[\0-\x08\x0a-\x1f\x7f]/

/** The same text. Throws an `InvalidRequestValueError`, without the text, where it holds what would end a header. */
export function singleLine(what: string, text: string): string {
  if (control.test(text)) {
    throw new InvalidRequestValueError(what, 'it holds a line break or another control character')
  }
  if (!text.isWellFormed()) throw new InvalidRequestValueError(what, 'it ends within a character')
  return text
}

/** Headers as they are on the wire: text beyond ASCII as the bytes of UTF-8, which Node writes one for each character. */
export function headersOnTheWire(
  headers: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string | string[]> {
  const written: [string, string | string[]][] = []
  for (const [name, value] of Object.entries(headers)) {
    written.push([
      name,
      typeof value === 'string' ? bytesOf(name, value) : value.map((each) => bytesOf(name, each)),
    ])
  }
  return Object.fromEntries(written)
}

function bytesOf(name: string, value: string): string {
  return Buffer.from(singleLine(name, value)).toString('latin1')
}
