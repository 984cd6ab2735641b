import { asArray, asNumber, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { age } from '../registry/age.ts'
import type { Column } from '../registry/columns.ts'
import { JsonPath } from './json-path.ts'
import { sortedJson } from './sorted-json.ts'

/** A column of the table of a custom resource, with what its cells say. */
export interface PrinterColumn extends Column {
  readonly cell: (object: ApiObject, now: number) => unknown
}

const name: PrinterColumn = {
  name: 'Name',
  type: 'string',
  format: 'name',
  description: '',
  priority: 0,
  cell: ({ metadata }) => metadata.name,
}

/** The columns of a version of a definition: the name, then its own, or the age when it has none. */
export function printerColumns(version: unknown): readonly PrinterColumn[] {
  const own = asArray(asObject(version)['additionalPrinterColumns'])
  if (own.length > 0) return [name, ...own.map(ownColumn)]
  const ageColumn = { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' }
  return [name, ownColumn(ageColumn)]
}

function ownColumn(json: unknown): PrinterColumn {
  const column = asObject(json)
  const jsonPath = asString(column['jsonPath'])
  const type = asString(column['type'])
  const described = asString(column['description'])
  const read = reader(jsonPath)
  return {
    name: asString(column['name']),
    type,
    format: asString(column['format']),
    description:
      described === '' ? `Custom resource definition column (in JSONPath format): ${jsonPath}` : described,
    priority: asNumber(column['priority']),
    cell: (object, now) => {
      const value = read(object)
      return value === undefined ? null : cell(type, value, now)
    },
  }
}

/** Reads a path; one that is none finds nothing. */
function reader(jsonPath: string): (object: ApiObject) => unknown {
  try {
    const path = new JsonPath(jsonPath)
    return (object) => path.first(object)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return () => undefined
  }
}

function cell(type: string, value: unknown, now: number): unknown {
  switch (type) {
    case 'string':
      if (value === null) return '<nil>'
      if (typeof value === 'string') return value
      return isObject(value) || Array.isArray(value) ? sortedJson(value) : JSON.stringify(value)
    case 'integer':
      return typeof value === 'number' ? Math.trunc(value) : null
    case 'number':
      return typeof value === 'number' ? value : null
    case 'boolean':
      return typeof value === 'boolean' ? value : null
    case 'date':
      if (typeof value !== 'string') return null
      return value !== '' && Number.isNaN(Date.parse(value)) ? '<invalid>' : age(value, now)
    default:
      return null
  }
}
