import { schemaFacts } from '../facts/schema.ts'

/** The Go type of a field. */
export type FieldType =
  | { readonly at: 'string' | 'bool' | 'int32' | 'int64' | 'float64' | 'bytes' }
  | { readonly at: 'time' | 'micro-time' | 'quantity' | 'int-or-string' | 'duration' | 'raw' | 'strings' }
  | { readonly at: 'pointer' | 'list' | 'map'; readonly of: FieldType }
  | { readonly at: 'message'; readonly index: number }

/** A field of a Go struct: its JSON name, its protobuf number, and whether a zero value is left out. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly number: number
  readonly omitEmpty: boolean
  /** In JSON the fields of this struct are the parent's; in protobuf it is a message of its own. */
  readonly inline: boolean
  readonly merge: MergeFacts
}

/** How a field is merged: by strategic merge patches, and by server-side apply. */
export interface MergeFacts {
  /** For strategic merge patches: undefined replaces a list, '' makes a union of scalars, else items have this key. */
  readonly patchKey: string | undefined
  /** For apply: the keys of the items of a list; none make it a set; undefined makes it one value. */
  readonly listKeys: readonly string[] | undefined
  /** For apply: whether a map or struct is one value; undefined leaves it to the type. */
  readonly atomic: boolean | undefined
}

/** A Go struct of the Kubernetes API. */
export interface Message {
  readonly name: string
  /** For apply: the struct is one value wherever it is. */
  readonly atomic: boolean
  /** As JSON has them, in order. */
  readonly fields: ReadonlyMap<string, Field>
  readonly byNumber: ReadonlyMap<number, Field>
}

const plain = new Map<string, FieldType>([
  ['s', { at: 'string' }],
  ['b', { at: 'bool' }],
  ['i', { at: 'int32' }],
  ['l', { at: 'int64' }],
  ['f', { at: 'float64' }],
  ['y', { at: 'bytes' }],
  ['T', { at: 'time' }],
  ['M', { at: 'micro-time' }],
  ['Q', { at: 'quantity' }],
  ['I', { at: 'int-or-string' }],
  ['D', { at: 'duration' }],
  ['R', { at: 'raw' }],
  ['W', { at: 'strings' }],
])

const wrappers = new Map<string, 'pointer' | 'list' | 'map'>([
  ['*', 'pointer'],
  ['[', 'list'],
  ['{', 'map'],
])

function typeOf(text: string): FieldType {
  const first = text.slice(0, 1)
  if (first === '#') return { at: 'message', index: Number.parseInt(text.slice(1), 36) }
  const wrapper = wrappers.get(first)
  if (wrapper !== undefined) return { at: wrapper, of: typeOf(text.slice(1)) }
  const type = plain.get(text)
  if (type === undefined) throw new TypeError(`unknown type "${text}" in the schema facts`)
  return type
}

const plainMerge: MergeFacts = { patchKey: undefined, listKeys: undefined, atomic: undefined }

function mergeFacts(marks: string): MergeFacts {
  if (marks === '') return plainMerge
  const found = new Map(marks.split(';').map((mark) => [mark.slice(0, 1), mark.slice(2)]))
  const keys = found.get('k')
  return {
    patchKey: found.get('m'),
    listKeys: found.has('s') ? [] : keys?.split(','),
    atomic: found.has('a') ? true : found.has('g') ? false : undefined,
  }
}

/** The built-in types, parsed from the facts when one is first asked for. */
class Schema {
  readonly #roots = new Map<string, number>()
  readonly #lines: string[] = []
  readonly #messages = new Map<number, Message>()
  #adopted = 0

  constructor(facts: string) {
    for (const line of facts.trim().split('\n')) {
      if (line.startsWith('=')) {
        const [root = '', index = ''] = line.slice(1).split(' ')
        this.#roots.set(root, Number.parseInt(index, 36))
      } else this.#lines.push(line)
    }
  }

  /** The type of a kind by `apps/v1/Deployment` or `v1/Pod`; undefined for what is not built in. */
  root(apiVersion: string, kind: string): Message | undefined {
    const index = this.#roots.get(`${apiVersion}/${kind}`)
    return index === undefined ? undefined : this.message(index)
  }

  /** Whether any version of `apiVersion` has kinds here. */
  has(apiVersion: string, kind: string): boolean {
    return this.#roots.has(`${apiVersion}/${kind}`)
  }

  /** The type of fields that hold a message which is not among the facts. */
  adopt(message: Message): FieldType {
    const index = -1 - this.#adopted++
    this.#messages.set(index, message)
    return { at: 'message', index }
  }

  message(index: number): Message {
    const known = this.#messages.get(index)
    if (known !== undefined) return known
    const [title = '', ...texts] = (this.#lines[index] ?? '').split(' ')
    const atomic = title.endsWith('!')
    const name = atomic ? title.slice(0, -1) : title
    const fields = new Map<string, Field>()
    const byNumber = new Map<number, Field>()
    for (const text of texts) {
      const [json = '', type = '', number = '', flags = '', marks = ''] = text.split(':')
      const field: Field = {
        name: json,
        type: typeOf(type),
        number: Number(number),
        omitEmpty: flags.includes('o'),
        inline: flags.includes('>'),
        merge: mergeFacts(marks),
      }
      if (field.number > 0) byNumber.set(field.number, field)
      if (!field.inline) fields.set(json, field)
      else if (field.type.at === 'message') {
        for (const inner of this.message(field.type.index).fields.values()) fields.set(inner.name, inner)
      }
    }
    const message = { name, atomic, fields, byNumber }
    this.#messages.set(index, message)
    return message
  }
}

export const schema = new Schema(schemaFacts)
