/** A pattern as the server's regular expressions have it, or why they cannot have it. */
export type GoPattern = { readonly pattern: string } | { readonly problem: string }

const unknownToGo: readonly (readonly [syntax: RegExp, name: string])[] = [
  [/^\(\?<?[=!]/, 'lookaround'],
  [/^\\[1-9]/, 'a backreference'],
  [/^\\k</, 'a backreference'],
  [/^\\c/, 'a control escape'],
  [/^\[\^?\]/, 'an empty class'],
  [/^\\p\{(?:Emoji|Extended_Pictographic|Regional_Indicator|RGI_)/, 'a property of emoji'],
]

/**
 * Says a JavaScript pattern in RE2, which servers use. Flags become `(?i)` and its like, `\u00e9` becomes `\x{00e9}`;
 * lookaround and backreferences are what RE2 does not have.
 */
export function goPattern(source: string, flags = ''): GoPattern {
  if (flags.includes('y')) return { problem: 'the flag y has no meaning on a server' }
  let pattern = ''
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at, at + 32)
    const missing = unknownToGo.find(([syntax]) => syntax.test(rest))
    if (missing !== undefined) {
      return { problem: `the pattern has ${missing[1]}, which regular expressions of servers (RE2) do not` }
    }
    const [all = rest[0] ?? '', digits] = /^\\u(?:\{([0-9a-fA-F]+)\})/.exec(rest) ??
      /^\\u([0-9a-fA-F]{4})/.exec(rest) ??
      /^\\[\s\S]/.exec(rest) ?? [rest[0]]
    pattern += digits === undefined ? all : `\\x{${digits}}`
    at += all.length
  }
  const prefix = ['i', 'm', 's'].filter((flag) => flags.includes(flag)).join('')
  return { pattern: prefix === '' ? pattern : `(?${prefix})${pattern}` }
}
