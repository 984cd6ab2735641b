/**
 * The JSON value that a text begins with, although it was cut off: what was not said whole is left out, an item of a list as
 * a whole, a member of an object by itself. Undefined for what does not begin a value.
 */
export function cutJson(text: string): unknown {
  const whole = parsed(text)
  if (whole !== undefined) return whole
  for (const { end, open } of cuts(text)) {
    const value = parsed(
      text.slice(0, end) +
        open
          .toReversed()
          .map((each) => (each === '{' ? '}' : ']'))
          .join(''),
    )
    if (value !== undefined) return value
  }
  return undefined
}

/** The places where a text can be cut so that whole values are left, the last one first. */
function cuts(text: string): readonly { readonly end: number; readonly open: readonly string[] }[] {
  const found: { end: number; open: readonly string[] }[] = []
  const open: string[] = []
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],]/g
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match
    if (token === '{' || token === '[') open.push(token)
    else if (token === '}' || token === ']') open.pop()
    // Inside of an item of a list, only what comes before the item is whole.
    const inItem = open.lastIndexOf('[') !== -1 && open.lastIndexOf('[') < open.length - 1
    if (inItem) continue
    if (token === ',') found.push({ end: match.index, open: [...open] })
    else found.push({ end: tokens.lastIndex, open: [...open] })
  }
  return found.toReversed()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
