import { badRequest } from '../status.ts'
import { isObject, setOwn, type JsonObject } from './json.ts'

/** How deep a body may nest. Go stops at 10,000; JSON.stringify overflows its stack before that. */
const maxDepth = 1000

/** Parses JSON that is not too deep; Go's words for what is wrong with it go into the SyntaxError. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') throw new SyntaxError('unexpected end of JSON input')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new SyntaxError(goMessage(text, error), { cause: error })
  }
  if (isDeep(value)) throw badRequest(`json: exceeded max depth ${maxDepth}`)
  return halfPair.test(text) ? wellFormed(value) : value
}

/** An escape that may be half of a surrogate pair. */
const halfPair = /\\u[dD][89a-fA-F]/

/** The same value with U+FFFD in place of halves of surrogate pairs, as Go reads them. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (!isObject(value)) return value
  const object: JsonObject = {}
  for (const key of Object.keys(value)) setOwn(object, key.toWellFormed(), wellFormed(value[key]))
  return object
}

function isDeep(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return true
    const next: unknown[] = []
    for (const item of level) {
      if (Array.isArray(item)) for (const inner of item) if (typeof inner === 'object') next.push(inner)
      if (isObject(item)) {
        for (const inner of Object.values(item)) if (typeof inner === 'object') next.push(inner)
      }
    }
    level = next
  }
  return false
}

function goMessage(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (message.includes('Unexpected end') || message.includes('Unterminated'))
    return 'unexpected end of JSON input'
  const position = /position (\d+)/.exec(message)?.[1]
  const character = position === undefined ? text.trimStart().slice(0, 1) : text.charAt(Number(position))
  const looking = message.includes('property name') ? 'object key string' : 'value'
  return `invalid character '${character}' looking for beginning of ${looking}`
}

/** Keys that an object of the text has twice, as `data.a`. The text is valid JSON. */
export function duplicateFields(text: string): readonly string[] {
  interface Level {
    readonly keys: Set<string> | undefined
    readonly path: string
    key: string
    index: number
  }
  const found: string[] = []
  const stack: Level[] = []
  let expectKey = false
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [token] = match
    const top = stack.at(-1)
    const inside = top === undefined ? '' : top.keys === undefined ? `${top.path}[${top.index}]` : join(top)
    if (token === '{') {
      stack.push({ keys: new Set(), path: inside, key: '', index: 0 })
      expectKey = true
    } else if (token === '[') {
      stack.push({ keys: undefined, path: inside, key: '', index: 0 })
      expectKey = false
    } else if (token === '}' || token === ']') {
      stack.pop()
      expectKey = false
    } else if (token === ',') {
      if (top?.keys === undefined && top !== undefined) top.index++
      expectKey = top?.keys !== undefined
    } else if (token !== ':' && expectKey && top?.keys !== undefined) {
      top.key = JSON.parse(token) as string
      if (top.keys.has(top.key)) found.push(join(top))
      top.keys.add(top.key)
      expectKey = false
    }
  }
  return found
}

function join(level: { readonly path: string; readonly key: string }): string {
  return level.path === '' ? level.key : `${level.path}.${level.key}`
}
