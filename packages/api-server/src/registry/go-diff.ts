import { asObject, equalJson, isObject, type JsonObject } from '../codec/json.ts'
import { goFields, type GoField } from './go-structs.ts'

/** One line of a diff: a key and a value that are aligned with those around it, or a block of lines. */
interface Line {
  readonly sign: '  ' | '- ' | '+ '
  readonly depth: number
  readonly key: string
  readonly value: string
  /** False for comments, and for values of several lines. */
  readonly aligned: boolean
}

/** How many fields that are the same stand before and after one that is not. */
const context = 2

/** What two structs differ in, as go-cmp reports it: with a few of the fields around. */
export function goDiff(type: string, before: unknown, after: unknown): string {
  const lines = [
    line('  ', 0, '', `${type}{`),
    ...structLines(type, asObject(before), asObject(after), 1),
    line('  ', 0, '', '}'),
  ]
  return lines.map((each) => `${each}\n`).join('')
}

function structLines(type: string, before: JsonObject, after: JsonObject, depth: number): readonly string[] {
  const lines: Line[] = []
  const fields = goFields(type, { ...before, ...after })
  const same = fields.map(({ json }) => equalJson(before[json] ?? null, after[json] ?? null))
  for (let at = 0; at < fields.length;) {
    if (!same[at]) {
      lines.push(...changedLines(fields[at], before, after, depth))
      at++
      continue
    }
    let end = at
    while (end < fields.length && same[end] === true) end++
    lines.push(...identical(fields.slice(at, end), before, depth, at > 0, end < fields.length))
    at = end
  }
  return aligned(lines)
}

/** Of fields that are the same, those next to a difference, and how many there are besides. */
function identical(
  fields: readonly GoField[],
  before: JsonObject,
  depth: number,
  follows: boolean,
  precedes: boolean,
): readonly Line[] {
  const head = follows ? context : 0
  const tail = precedes ? context : 0
  const show = ({ name, type, json }: GoField): Line => entry('  ', depth, name, shown(type, before[json]))
  // One field that could be left out takes no more room than the note that it was.
  if (fields.length - head - tail <= 1) return fields.map(show)
  const left = fields.length - head - tail
  const note: Line = { ...entry('  ', depth, '', `... // ${left} identical fields`), aligned: false }
  return [...fields.slice(0, head).map(show), note, ...fields.slice(fields.length - tail).map(show)]
}

function changedLines(
  field: GoField | undefined,
  before: JsonObject,
  after: JsonObject,
  depth: number,
): readonly Line[] {
  if (field === undefined) return []
  const { name, json, type } = field
  const [old, now] = [before[json], after[json]]
  const of = type.slice(2)
  if (type.startsWith('[]') && Array.isArray(old) && Array.isArray(now) && old.length === now.length) {
    const block: Line[] = [{ ...entry('  ', depth, name, `${type}{`), aligned: false }]
    for (const [at, item] of old.entries()) {
      const inside = structLines(of, asObject(item), asObject(now[at]), depth + 2)
      block.push(
        raw(line('  ', depth + 1, '', '{')),
        ...inside.map(raw),
        raw(line('  ', depth + 1, '', '},')),
      )
    }
    return [...block, raw(line('  ', depth, '', '},'))]
  }
  return [entry('- ', depth, name, shown(type, old)), entry('+ ', depth, name, shown(type, now))]
}

/** A value on one line, in the short form of a report. */
function shown(type: string, value: unknown): string {
  const unset = value === undefined || value === null
  if (type === 's') return JSON.stringify(value ?? '')
  if (type === 'b') return String(value === true)
  if (type === 'i') return JSON.stringify(value ?? 0)
  if (type.startsWith('*')) {
    if (unset) return 'nil'
    return typeof value === 'object' ? `&${braces(type.slice(1), value)}` : `&${JSON.stringify(value)}`
  }
  if (type.startsWith('[]') || type === 'map') {
    if (unset || (Array.isArray(value) && value.length === 0)) return 'nil'
    const list = Array.isArray(value) ? value.map((item) => braces(type.slice(2), item)) : [pairs(value)]
    const name = type === 'map' ? 'map[string]string' : type
    return `${name}{${list.join(', ')}}`
  }
  return unset ? (type === 'core.ResourceList' ? 'nil' : '{}') : braces(type, value)
}

function pairs(value: unknown): string {
  const map = asObject(value)
  const keys = Object.keys(map).toSorted()
  return keys.map((key) => `${JSON.stringify(key)}: ${JSON.stringify(map[key])}`).join(', ')
}

/** A struct with those of its fields that are set. */
function braces(type: string, value: unknown): string {
  if (!isObject(value)) return JSON.stringify(value)
  const fields = goFields(type, value)
    .filter(({ json }) => value[json] !== undefined && value[json] !== null && value[json] !== '')
    .map((field) => `${field.name}: ${shown(field.type === 'any' ? '*any' : field.type, value[field.json])}`)
  return `{${fields.join(', ')}}`
}

const entry = (sign: Line['sign'], depth: number, key: string, value: string): Line => ({
  sign,
  depth,
  key,
  value,
  aligned: key !== '',
})

const raw = (text: string): Line => ({ sign: '  ', depth: 0, key: '', value: text, aligned: false })

function line(sign: string, depth: number, key: string, value: string): string {
  return `${sign}${'\t'.repeat(depth)}${key}${value}`
}

/** Values of lines that follow each other stand in one column. */
function aligned(lines: readonly Line[]): readonly string[] {
  const texts: string[] = []
  for (let at = 0; at < lines.length;) {
    let end = at
    while (lines[end]?.aligned === true) end++
    const run = lines.slice(at, end)
    const width = Math.max(...run.map(({ key }) => key.length)) + 2
    for (const { sign, depth, key, value } of run) {
      texts.push(line(sign, depth, `${key}:`.padEnd(width), `${value},`))
    }
    const odd = lines[end]
    if (odd !== undefined) texts.push(oddLine(odd))
    at = end + 1
  }
  return texts
}

function oddLine({ sign, depth, key, value }: Line): string {
  if (key !== '') return line(sign, depth, `${key}: `, value)
  return value.startsWith('...') ? line(sign, depth, '', value) : value
}
