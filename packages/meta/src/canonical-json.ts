import { isContainer } from './container.ts'

type Piece = { readonly text: string } | { readonly value: unknown }

/**
 * JSON with the keys of every object in order, so that equal data gives equal text. Members that are `undefined` are
 * left out. For plain JSON data of any depth.
 */
export function canonicalJson(document: unknown): string {
  const written: string[] = []
  // What is still to be written, the next piece last.
  const open: Piece[] = [{ value: document }]
  for (let piece = open.pop(); piece; piece = open.pop()) {
    if ('text' in piece) written.push(piece.text)
    else if (isContainer(piece.value)) {
      const pieces = piecesOf(piece.value)
      for (let next = pieces.pop(); next; next = pieces.pop()) open.push(next)
    } else written.push(JSON.stringify(piece.value ?? null))
  }
  return written.join('')
}

function piecesOf(container: Record<string, unknown> | unknown[]): Piece[] {
  const pieces: Piece[] = []
  if (Array.isArray(container)) {
    for (const value of container) pieces.push({ text: pieces.length === 0 ? '[' : ',' }, { value })
    pieces.push({ text: pieces.length === 0 ? '[]' : ']' })
    return pieces
  }
  for (const key of Object.keys(container).toSorted()) {
    const value = container[key]
    if (value === undefined) continue
    pieces.push({ text: `${pieces.length === 0 ? '{' : ','}${JSON.stringify(key)}:` }, { value })
  }
  pieces.push({ text: pieces.length === 0 ? '{}' : '}' })
  return pieces
}
