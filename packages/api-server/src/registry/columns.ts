import { columnsFacts } from '../facts/columns.ts'
import { hasPrinter } from './printers.ts'
import type { ServedResource } from './resource.ts'

/** A column of a table. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly format: string
  readonly description: string
  /** 1 for columns that only `-o wide` shows. */
  readonly priority: number
}

const generic = 'Name|string|name|0;Created At|date||0'

const facts = new Map(
  columnsFacts
    .trim()
    .split('\n')
    .map((line) => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)]
    }),
)

const scale = 'Name|string||0;Desired|integer||0;Available|integer||0;Age|string||0'

/** The columns of a resource; what has no printer of its own shows name and creation time. */
export function columnsOf({ apiVersion, resource, storage }: ServedResource): readonly Column[] {
  const own = storage === 'scale' ? scale : undefined
  const columns = own ?? (hasPrinter(storage) ? facts.get(`${apiVersion}/${resource}`) : undefined) ?? generic
  return columns.split(';').map((text) => {
    const [name = '', type = '', format = '', priority = '0'] = text.split('|')
    return { name, type, format, description: '', priority: Number(priority) }
  })
}
