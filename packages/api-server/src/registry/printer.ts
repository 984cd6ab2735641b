import { asArray, asObject, asString, type ApiObject, type JsonObject } from '../codec/json.ts'
import { age } from './age.ts'

/** The cells of an object's row, in the order of its columns. */
export type Printer = (object: ApiObject, now: number) => readonly unknown[]

/** Printers by the collection whose objects they print. */
export type Printers = readonly (readonly [storage: string, printer: Printer])[]

/** How long ago an object was created. */
export function created(object: ApiObject, now: number): string {
  return age(object.metadata.creationTimestamp, now)
}

/** The objects of a list; what is none counts as an empty one. */
export function objects(value: unknown): readonly JsonObject[] {
  return asArray(value).map(asObject)
}

export function strings(value: unknown): readonly string[] {
  return asArray(value).map(asString)
}

/** A field that may be absent, as text. */
export function optional(value: unknown, absent: string): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : absent
}

/** The status of a condition; undefined when there is none of that type. */
export function conditionStatus(object: JsonObject, wanted: string): string | undefined {
  const found = objects(object['conditions']).find(({ type }) => type === wanted)
  return found === undefined ? undefined : asString(found['status'])
}

/** Names and images of containers, a cell each. */
export function containerCells(podSpec: unknown): readonly [names: string, images: string] {
  const containers = objects(asObject(podSpec)['containers'])
  const all = (field: string) => containers.map((each) => asString(each[field])).join(',')
  return [all('name'), all('image')]
}

/** The first three, and how many more there are. */
export function shortened(all: readonly string[], absent: string): string {
  const shown = all.slice(0, 3).join(',')
  return all.length > 3 ? `${shown} + ${all.length - 3} more...` : shown || absent
}
