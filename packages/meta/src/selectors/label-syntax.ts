const nameLength = 63
const prefixLength = 253

const name = /^[A-Za-z0-9][-A-Za-z0-9_.]*$/
const domainPart = /^[a-z0-9][-a-z0-9]*$/
const startsOrEndsBadly = /^[-_.]|[-_.]$/

/** What is wrong with a label's key, or nothing. A key is `name` or `dns.prefix/name`. */
export function labelKeyProblem(key: string): string | undefined {
  const slash = key.indexOf('/')
  const prefix = slash === -1 ? undefined : key.slice(0, slash)
  if (prefix !== undefined && !isDomain(prefix)) {
    return `"${key}" is no label key: the part before the slash must be a DNS name of at most ${prefixLength} characters`
  }
  return isName(key.slice(slash + 1))
    ? undefined
    : `"${key}" is no label key: a name is 1 to ${nameLength} letters, digits, "-", "_" or ".", with a letter or digit at both ends`
}

/** What is wrong with a label's value, or nothing. */
export function labelValueProblem(value: string): string | undefined {
  return value === '' || isName(value)
    ? undefined
    : `"${value}" is no label value: empty, or at most ${nameLength} letters, digits, "-", "_" or ".", with a letter or digit at both ends`
}

function isName(text: string): boolean {
  return text.length <= nameLength && name.test(text) && !startsOrEndsBadly.test(text)
}

function isDomain(text: string): boolean {
  return (
    text.length <= prefixLength &&
    text.split('.').every((part) => domainPart.test(part) && !part.endsWith('-'))
  )
}
