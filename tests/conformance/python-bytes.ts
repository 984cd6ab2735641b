/** The bytes of a literal as Python prints them: `b'k8s\x00'`; undefined for what is none. A cut one has its beginning. */
export function pythonBytes(text: string): Buffer | undefined {
  const literal = /^b(['"])/.exec(text)
  if (literal === null) return undefined
  const bytes: number[] = []
  const token = /\\x([0-9a-f]{2})|\\(.)|([^\\])/gsy
  token.lastIndex = 2
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [, hex, escaped, plain] = match
    if (plain === literal[1]) break
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16))
    else bytes.push((escapes.get(escaped ?? '') ?? escaped ?? plain ?? '').charCodeAt(0))
  }
  return Buffer.from(bytes)
}

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])
