/** A piece of a label selector's text: an operator, a word, or the end. */
export interface Token {
  readonly type: 'word' | 'end' | '(' | ')' | ',' | '!' | '=' | '==' | '!=' | '<' | '>'
  readonly text: string
  readonly position: number
}

const blank = new Set([' ', '\t', '\r', '\n'])
const symbols = new Set(['(', ')', ',', '!', '=', '<', '>'])

/** Cuts the text of a label selector into tokens; the last one is `end`. */
export function tokensOf(selector: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  while (position < selector.length) {
    if (blank.has(selector.charAt(position))) {
      position++
      continue
    }
    const token = symbolAt(selector, position) ?? wordAt(selector, position)
    tokens.push(token)
    position += token.text.length
  }
  tokens.push({ type: 'end', text: '', position })
  return tokens
}

function symbolAt(selector: string, position: number): Token | undefined {
  const text = selector.slice(position, position + 2)
  if (text === '==' || text === '!=') return { type: text, text, position }
  const symbol = text.charAt(0)
  return symbols.has(symbol) ? { type: symbol as Token['type'], text: symbol, position } : undefined
}

function wordAt(selector: string, position: number): Token {
  let end = position
  while (end < selector.length && !symbols.has(selector.charAt(end)) && !blank.has(selector.charAt(end)))
    end++
  return { type: 'word', text: selector.slice(position, end), position }
}
