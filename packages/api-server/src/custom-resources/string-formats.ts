import { isIPv4, isIPv6 } from 'node:net'

const testing = (pattern: RegExp) => (text: string) => pattern.test(text)
const uuid = (version: string) =>
  testing(new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$`, 'i'))
const hostLabel = /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/

/** Formats that texts are checked against, without dashes in their names. Upstream: strfmt.Default. */
const formats = new Map<string, (text: string) => boolean>([
  ['bsonobjectid', testing(/^[0-9a-fA-F]{24}$/)],
  ['uri', (text) => text !== '' && (text.startsWith('/') || URL.canParse(text))],
  ['email', testing(/^[^\s@<>]+@[^\s@<>]+$/)],
  ['hostname', (text) => text.length <= 255 && text.split('.').every((label) => hostLabel.test(label))],
  ['ipv4', (text) => isIPv4(text)],
  ['ipv6', (text) => isIPv6(text)],
  ['cidr', isCidr],
  ['mac', testing(/^[0-9a-f]{2}([:-][0-9a-f]{2}){5}([:-][0-9a-f]{2}){0,14}$/i)],
  ['uuid', uuid('[0-9a-f]')],
  ['uuid3', uuid('3')],
  ['uuid4', testing(/^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  ['uuid5', testing(/^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i)],
  ['isbn', (text) => isIsbn10(text) || isIsbn13(text)],
  ['isbn10', isIsbn10],
  ['isbn13', isIsbn13],
  ['creditcard', (text) => isCreditCard(text)],
  ['ssn', testing(/^\d{3}[- ]?\d{2}[- ]?\d{4}$/)],
  ['hexcolor', testing(/^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/)],
  ['rgbcolor', isRgbColor],
  ['byte', (text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)],
  ['password', () => true],
  ['date', isDate],
  ['duration', testing(/^[-+]?(\d+(\.\d*)?|\.\d+) ?[a-zµμ]+((\d+(\.\d*)?|\.\d+) ?[a-zµμ]+)*$|^0$/)],
  ['datetime', isDateTime],
])

/** Whether a text has the format that a schema asks for; formats that nobody knows fit every text. */
export function hasFormat(text: string, format: string): boolean {
  return formats.get(plainName(format))?.(text) ?? true
}

function plainName(format: string): string {
  return format.replaceAll('-', '')
}

function isCidr(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/')
  if (rest.length > 0 || !/^\d{1,3}$/.test(length)) return false
  return (isIPv4(address) && Number(length) <= 32) || (isIPv6(address) && Number(length) <= 128)
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (match === null) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

function isDateTime(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d+)?([zZ]|[+-]\d\d:?\d\d)$/.exec(text)
  return match !== null && isDate(match[1] ?? '') && !Number.isNaN(Date.parse(`${match[1]}T${match[2]}Z`))
}

function isRgbColor(text: string): boolean {
  const match = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text)
  return match?.slice(1).every((part) => Number(part) <= 255) === true
}

function isCreditCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '')
  if (digits.length < 13 || digits.length > 19) return false
  const sum = Array.from(digits, Number).toReversed()
  return sum.reduce((total, each, at) => total + (at % 2 === 0 ? each : doubled(each)), 0) % 10 === 0
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2
}

function isIsbn10(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (!/^\d{9}[\dXx]$/.test(digits)) return false
  const values = Array.from(digits, (each) => (each.toUpperCase() === 'X' ? 10 : Number(each)))
  return values.reduce((total, each, at) => total + each * (at + 1), 0) % 11 === 0
}

function isIsbn13(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (!/^\d{13}$/.test(digits)) return false
  return (
    Array.from(digits, Number).reduce((total, each, at) => total + each * (at % 2 === 0 ? 1 : 3), 0) % 10 ===
    0
  )
}
